"""The whole record as a dataset: its tables, what describes them, and files of all of them."""
