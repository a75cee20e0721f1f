"""A view as a file, one module a format, all from the same values and the same flights."""
