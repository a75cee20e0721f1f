"""All that is read: sentences, dates, claims and views in words."""
