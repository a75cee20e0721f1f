"""A view drawn as a picture for print: what it is drawn with and how it is laid out."""
