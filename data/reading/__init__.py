"""Reading a report: its text and its day in, proposals for the record out."""
