"""The root of what geo/ raises."""


class GeometryError(ValueError):
    """A number or word that no geometry can be made of; the message says what would be right."""
