"""A view as slides: its map, its launches, their altitudes, who stated what."""
