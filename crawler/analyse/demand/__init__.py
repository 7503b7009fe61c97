"""What people search for: the tables `search_demand`, `searches` and `page_demand`, by the newest import."""

from crawler.analyse.demand.step import run

__all__ = ["run"]
