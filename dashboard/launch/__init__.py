"""One launch in words, as HTML, for the page and for pages without a server."""
