"""A case of a check: a small site, and which of its addresses fail."""

from tests.crawler.checks.site import Row, url


class Case:
    """`failing`: paths that the check `check_id` finds on the site of `rows`, separated by spaces."""

    def __init__(self, check_id: str, failing: str, *rows: Row) -> None:
        self.check_id = check_id
        self.failing = {url(path) for path in failing.split()}
        self.rows = rows

    def __repr__(self) -> str:
        return f"{self.check_id}: {len(self.failing)} fail"
