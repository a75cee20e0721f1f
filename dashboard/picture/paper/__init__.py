"""The paper of a picture: its display list, letters and file formats."""
