"""The parts of the page: sidebar, one launch, timeline and table."""
