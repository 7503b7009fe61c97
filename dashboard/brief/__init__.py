"""A one-page outline for a page that is missing, as Markdown and for Word."""
