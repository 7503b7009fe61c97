"""Services of others on a page."""
