"""From the bytes of one page to its facts. No opinions here: those are `crawler.checks`."""
