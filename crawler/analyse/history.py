"""Since when pages are unchanged, over nights on which some of them could not be seen."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import duckdb

_START = """
CREATE OR REPLACE TEMP TABLE earlier_pages AS
SELECT p.url, p.content_hash, coalesce(p.unchanged_since, c.crawl_id) AS unchanged_since
FROM previous.pages p LEFT JOIN previous.crawl c ON true;

CREATE OR REPLACE TEMP TABLE unseen AS
SELECT url FROM facts.pages ANTI JOIN earlier_pages USING (url)
"""

_STILL_UNSEEN = """
DELETE FROM unseen WHERE url IN (
    SELECT url FROM read_parquet($resources) WHERE outcome IN ('fetched', 'not_modified', 'redirect', 'client_error'))
"""
"""A night that saw the address, and no page there, saw a change. What failed or was not asked for is unknown."""

_FOUND = """
INSERT INTO earlier_pages
SELECT url, content_hash, unchanged_since FROM read_parquet($pages) SEMI JOIN unseen USING (url)
"""

_NO_LONGER_UNSEEN = "DELETE FROM unseen WHERE url IN (SELECT url FROM earlier_pages)"


def run(db: duckdb.DuckDBPyConnection, nights: Sequence[Path]) -> None:
    """Create the temporary table `earlier_pages` (url, content_hash, unchanged_since): each page as it was seen last.

    `nights`: the snapshots before, newest first; the first of them is the one that `previous` shows.
    """
    db.execute(_START)
    for night, before in pairwise(nights):
        if not db.execute("SELECT 1 FROM unseen LIMIT 1").fetchall():
            return
        db.execute(_STILL_UNSEEN, {"resources": str(night / "resources.parquet")})
        db.execute(_FOUND, {"pages": str(before / "pages.parquet")})
        db.execute(_NO_LONGER_UNSEEN)
