"""The table `entities`: what each page names of the taxonomy. The coverage step fills in the score."""

import duckdb

from crawler.analyse.context import Context

_ENTITIES = """
CREATE OR REPLACE TABLE entities AS
SELECT url, kind, entity, in_title, in_h1, in_headings, in_url, in_first_100_words, count, words,
    0::BIGINT AS score
FROM work.entities
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `entities` from what the text pass found."""
    db.execute(_ENTITIES)
