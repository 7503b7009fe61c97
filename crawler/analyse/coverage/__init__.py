"""What patients may look for, and how well the site answers: the table `coverage`."""

from crawler.analyse.coverage.formula import FORMULA_VERSION
from crawler.analyse.coverage.step import run, site_coverage

__all__ = ["FORMULA_VERSION", "run", "site_coverage"]
