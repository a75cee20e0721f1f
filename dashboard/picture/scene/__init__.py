"""The scene of a picture: what of the world it shows, what lies where, and how it looks."""
