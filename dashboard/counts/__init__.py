"""How many launches and missiles there were, as each counts, and how many went well."""
