"""A view as a film: time passes over its map."""
