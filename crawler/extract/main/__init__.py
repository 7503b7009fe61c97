"""The main content of a page, judged by the page alone."""
