"""What is new in the record: what each version changed, as a page and as feeds."""
