"""The map: a constant base map and a layer that shows the selected launches."""
