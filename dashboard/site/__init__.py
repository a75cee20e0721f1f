"""The record as pages that need no server."""
