"""What the words and the size of an action are made of, beside its gaps."""

from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

import duckdb

from crawler.analyse.gaps.pages import content_pages
from crawler.schema import TABLES
from crawler.tables.coverage import CoverageRow

_NAMES = "SELECT url, coalesce(nullif(h1, ''), nullif(title, '')) FROM pages WHERE h1 <> '' OR title <> ''"
_READ = "SELECT url FROM pages"
_ENTRANCES = "SELECT url FROM pages WHERE page_type IN ('home', 'contact') AND variant_of IS NULL"
_FINDINGS = """
SELECT check_id, count(DISTINCT if(list_contains($each, split_part(check_id, '.', 1)), url, evidence))
FROM issues GROUP BY check_id
"""
_EACH_PAGE = ("title", "heading", "content", "trust", "claim", "references", "video")
"""Families whose checks are mended page by page; of others, what is found on many pages alike is mended in one place."""

_MOST_CHARACTERS = 70


@dataclass(frozen=True)
class Known:
    """`coverage`: rows by kind and key. `names`: of pages, by address; `read`: addresses of all pages; `pages`: how many a visitor may read.
    `entrances`: home and contact pages. `findings`: places to mend for each check. `asked`: required questions
    about a condition or treatment, as kind:id."""

    coverage: Mapping[tuple[str, str], CoverageRow]
    names: Mapping[str, str]
    read: AbstractSet[str]
    pages: int
    entrances: AbstractSet[str]
    findings: Mapping[str, int]
    asked: Mapping[str, int]

    def label(self, entity: str) -> str:
        """Plain words for a taxonomy id, as kind:id."""
        kind, _, name = entity.partition(":")
        row = self.coverage.get((kind, name))
        return row.label if row else name.replace("_", " ")

    def name(self, url: str) -> str:
        """Heading or title of a page, else its path, cut to a sane length."""
        name = self.names.get(url) or unquote(urlsplit(url).path, errors="replace")
        return name if len(name) <= _MOST_CHARACTERS else f"{name[: _MOST_CHARACTERS - 1].rstrip()}…"


def load_known(db: duckdb.DuckDBPyConnection) -> Known:
    """From the tables of the analysis."""
    columns = ", ".join(column.name for column in TABLES["coverage"].columns)
    rows = [CoverageRow(*row) for row in db.execute(f"SELECT {columns} FROM coverage").fetchall()]
    return Known(
        coverage={(row.kind, row.key): row for row in rows},
        names=dict(db.execute(_NAMES).fetchall()),
        read={url for (url,) in db.execute(_READ).fetchall()},
        pages=len(content_pages(db)),
        entrances={url for (url,) in db.execute(_ENTRANCES).fetchall()},
        findings=dict(db.execute(_FINDINGS, {"each": list(_EACH_PAGE)}).fetchall()),
        asked=Counter(_entity(row) for row in rows if _is_asked(row)),
    )


def _is_asked(row: CoverageRow) -> bool:
    return row.kind == "intent" and row.offered != "no" and row.need == "required" and row.state != "unknown"


def _entity(row: CoverageRow) -> str:
    return f"condition:{row.condition}" if row.condition else f"treatment:{row.treatment}"
