"""Who wrote and who reviewed a page."""
