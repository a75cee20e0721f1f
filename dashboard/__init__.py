"""What a person sees: the page, the map and the routes beside it."""
