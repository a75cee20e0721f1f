"""The routes beside the page: files, cards, pictures, the map in a frame."""
