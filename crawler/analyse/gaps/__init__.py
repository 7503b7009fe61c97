"""What is missing and worth doing: the table `gaps`."""

from crawler.analyse.gaps.step import run

__all__ = ["run"]
