"""Rounds: crawl a clinic's website into a dataset of what is on its pages."""

__version__ = "0.1.0"
