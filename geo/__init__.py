"""Pure geometry on the WGS 84 Earth: numbers and shapely shapes in, the same out."""
