"""Any view as a picture, a link and a file."""
