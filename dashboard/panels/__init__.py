"""The parts of the page: sidebar, one launch, what is chosen on the map, and table."""
