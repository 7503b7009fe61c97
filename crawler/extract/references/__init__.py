"""Sources that a page cites."""
