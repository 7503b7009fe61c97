"""What changed since the crawl before: pages, phone numbers, coverage, issues and gaps."""

from crawler.analyse.changes.step import run as run
