"""Word lists of each language, written for clinic pages."""
