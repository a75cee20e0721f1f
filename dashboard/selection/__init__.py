"""The one filter language: what is selected, and how a link says it."""
