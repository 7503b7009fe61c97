"""When a page was published, changed and reviewed."""
