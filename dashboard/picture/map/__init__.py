"""The map of a picture with its insets."""
