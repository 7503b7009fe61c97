"""Structured data: JSON-LD, microdata and RDFa."""
