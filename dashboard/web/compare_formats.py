"""The formats in which two periods are compared: those of pictures, and a table."""

from dashboard.picture.paper.sizes import FORMATS

TABLE = "csv"
ENDINGS = (*FORMATS, TABLE)
