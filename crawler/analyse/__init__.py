"""From facts to findings: every table that can be computed without fetching."""
