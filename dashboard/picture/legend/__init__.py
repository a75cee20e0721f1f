"""The legend of a picture, which is also the count."""
