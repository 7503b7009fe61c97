"""What to do first: the table `next_actions`, made of gaps and of checks that found something broken."""

from crawler.analyse.actions.step import run

__all__ = ["run"]
