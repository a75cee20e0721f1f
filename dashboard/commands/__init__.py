"""The subcommands of `python -m dashboard`, each with an `add_to` that the door calls."""
