"""Every folder in `cases` is a page (`input.html`) and the facts that it must give (`expected.json`).

`expected.json` names tables; of each row only the columns that it names are compared, but the number of rows
must be right.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from crawler.extract.page import PageFacts, Source, extract

_CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    answer = expected.pop("answer", {})
    facts = _facts((case / "input.html").read_bytes(), answer)
    for table, rows in expected.items():
        found = [row._asdict() for row in getattr(facts, table)]
        assert _only(found, rows) == rows, table


def _facts(body: bytes, answer: dict[str, Any]) -> PageFacts:
    source = Source(
        url=answer.get("url", "https://clinic.example/a/page"),
        site="clinic.example",
        region="US",
        status=200,
        body=body,
        content_type=answer.get("content_type", "text/html"),
        link_header=answer.get("link"),
        x_robots_tag=answer.get("x_robots_tag"),
    )
    return extract(source)


def _only(found: list[dict[str, Any]], wanted: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """`found` with the columns that the rows of `wanted` name; rows too many are kept whole."""
    extra = found[len(wanted) :]
    return [{k: row.get(k) for k in want} for row, want in zip(found, wanted, strict=False)] + extra
