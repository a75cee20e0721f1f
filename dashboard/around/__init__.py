"""What happened around the launches, and whether launches are more frequent near it."""
