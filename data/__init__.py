"""The record of reported launches: its tables, their reader, their rules."""
