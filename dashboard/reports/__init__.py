"""Reports that are read and reviewed: drafts, what the record says, rows that are to join it."""
