"""Processes in which is made what would keep those who read the page waiting."""
