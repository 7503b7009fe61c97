"""Names, addresses and opening hours of businesses, in the text of a page and in its structured data."""
