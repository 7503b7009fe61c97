"""What competitors write about, and this site does not: the tables `competitors` and `competitor_topics`."""

from crawler.analyse.competitors.step import run

__all__ = ["run"]
