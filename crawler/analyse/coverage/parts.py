"""The parts of each score in coverage, so that anybody can add them up: the table `coverage_scores`."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import duckdb

from crawler.analyse.coverage import formula as f
from crawler.analyse.coverage.cells import BestCell
from crawler.tables.coverage import CoverageRow, CoverageScoreRow
from crawler.taxonomy import Taxonomy

_BEST = """
SELECT s.* FROM work.page_scores s JOIN work.best b USING (kind, entity, url) WHERE s.indexable ORDER BY s.kind, s.entity
"""
_PLACES = {
    "title": "The title",
    "h1": "The H1",
    "heading": "An H2 or H3",
    "address": "The address",
    "first_words": "The beginning, of 100 words,",
}
_Part = tuple[str, float, float | None, str]


def score_rows(
    db: duckdb.DuckDBPyConnection,
    taxonomy: Taxonomy,
    rows: Sequence[CoverageRow],
    cells: Mapping[tuple[str, str], BestCell],
) -> Iterator[CoverageScoreRow]:
    """Parts of the score of each row that has one."""
    cursor = db.execute(_BEST)
    names = [column[0] for column in cursor.description or ()]
    pages = {
        (page["kind"], page["entity"]): page
        for page in (dict(zip(names, row, strict=True)) for row in cursor.fetchall())
    }
    asked = {kind: len(taxonomy.required_intents(kind)) for kind in ("condition", "treatment")}
    for row in rows:
        if not row.score:
            continue
        if row.kind in asked:
            parts = _topic_parts(pages[row.kind, row.key], row.score, asked[row.kind])
        elif row.kind == "cell":
            parts = _cell_parts(cells[row.condition or "", row.treatment or ""])
        else:
            parts = [("answer" if row.kind == "intent" else "page", float(row.score), 100.0, row.reasons)]
        for position, (part, points, most, reason) in enumerate(parts, 1):
            yield CoverageScoreRow(row.kind, row.key, position, part, round(points, 2), most, reason)


def _topic_parts(page: Mapping[str, Any], score: int, asked: int) -> list[_Part]:
    reasons = {
        part: f"{where} {'names' if page[f'part_{part}'] else 'does not name'} it."
        for part, where in _PLACES.items()
    }
    reasons["depth"] = f"{page['words']} words in sections about it; {f.DEPTH_WORDS} earn all points."
    reasons["answers"] = f"{page['answers']} of {asked} required questions answered on the page."
    reasons["anchors"] = f"{page['sources']} pages link to it by its name; {f.ANCHOR_PAGES} earn all points."
    reasons["call"] = (
        "A tap calls the clinic." if page["part_call"] else "No number of the clinic that a tap calls."
    )
    parts: list[_Part] = [
        (part, float(page[f"part_{part}"]), float(most), reasons[part]) for part, most in f.POINTS.items()
    ]
    if page["part_age"]:
        parts.append(("age", float(page["part_age"]), None, f"Last changed {page['age_months']} months ago."))
    missing = score - round(page["points"])
    if missing < 0:
        parts.append(("cap", score - float(page["points"]), None, _cap_reason(page)))
    return parts


def _cap_reason(page: Mapping[str, Any]) -> str:
    if page["cap"] == f.MENTION_CAP:
        return f"Neither title, headings nor address name it: {f.MENTION_CAP} at most."
    return f"The page has only {page['word_count']} words: {f.THIN_CAP} at most."


def _cell_parts(best: BestCell) -> list[_Part]:
    depth = f.CELL_DEPTH * min(1.0, best.words / f.CELL_WORDS)
    support = f.CELL_SUPPORT * best.support / 3
    return [
        (
            "prominence",
            f.CELL_PROMINENCE * best.prominence,
            f.CELL_PROMINENCE,
            "Where the one of the two stands that is less prominent.",
        ),
        (
            "depth",
            depth,
            f.CELL_DEPTH,
            f"{best.words} words in sections about both; {f.CELL_WORDS} earn all points.",
        ),
        (
            "support",
            support,
            f.CELL_SUPPORT,
            f"{best.support} of 3: a tap calls, {f.SUPPORT_INLINKS} pages link to it, not too old.",
        ),
    ]
