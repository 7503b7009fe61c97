"""Every folder in `phones` is a page (`input.html`) and the calls-to-action it must give (`expected.json`)."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.blocks import blocks
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.phones.phones import phone_ctas
from crawler.extract.structured.data import structured_data
from crawler.tables.facts import ZONES, PhoneCtaRow

_CASES = sorted((Path(__file__).parent / "phones").iterdir())


def ctas(markup: str, region: str = "US") -> list[PhoneCtaRow]:
    """Calls-to-action of a page of the fictional clinic."""
    document = Document.of("https://clinic.example/page", "clinic.example", Decoded(markup, "utf-8", "header"))
    return phone_ctas(document, region, blocks(document).of_text, structured_data(document).rows)


@pytest.mark.parametrize("case", _CASES, ids=lambda case: case.name)
def test_case(case: Path) -> None:
    expected = json.loads((case / "expected.json").read_text(encoding="utf-8"))
    rows = ctas((case / "input.html").read_text(encoding="utf-8"), expected.get("region", "US"))
    wanted = expected["phone_ctas"]
    assert [_only(row, want) for row, want in zip(rows, wanted, strict=False)] == wanted
    assert len(rows) == len(wanted)


def _only(row: PhoneCtaRow, wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in wanted}


def test_context_keeps_within_its_bounds() -> None:
    words = "ligament " * 40
    (row,) = ctas(f"<p>{words}310-453-1234 {words}</p>")
    before, after = row.context.split("310-453-1234")
    assert 50 < len(before) <= 60
    assert 30 < len(after) <= 40


def test_structured_data_comes_last_and_positions_count_from_one() -> None:
    data = '<script type="application/ld+json">{"@type": "MedicalClinic", "telephone": "3104531234"}</script>'
    rows = ctas(f"{data}<p>Call 310-453-9876</p><a href='tel:3104531234'>Call</a>")
    assert [(row.position, row.channel) for row in rows] == [(1, "text"), (2, "tel"), (3, "json-ld")]


def test_block_positions_are_those_of_the_blocks() -> None:
    markup = "<p>First</p><div>Call <b>310-453-1234</b><ul><li><a href='tel:3104539876'>Fax</a></li></ul></div>"
    document = Document.of("https://clinic.example/", "clinic.example", Decoded(markup, "utf-8", "header"))
    parts = blocks(document)
    texts = {row.position: row.text for row in parts.rows}
    found = phone_ctas(document, "US", parts.of_text, structured_data(document).rows)
    assert [texts[row.block_position or 0] for row in found] == ["Call 310-453-1234", "Fax"]


_WORDS = (
    '310-453-1234 (310) 453 - 1234 \u00a0 + tel: % %zz ext. Fax GET-WELL 1-800- ٣١٠ ;ext= ,,, \U0001f600 \x00 [[ ]] " }'
    ' <br> <b> </b> <p> </p> <li> "> </a> {"telephone": </script> <template> <svg> 000000000000000000000000000000'
)
_BITS = st.sampled_from([*_WORDS.split(" "), " ", '<a href="tel:', '<script type="application/ld+json">'])


@given(st.lists(_BITS | st.text(max_size=6), max_size=30).map("".join))
def test_no_page_is_too_broken(markup: str) -> None:
    rows = ctas(markup)
    assert [row.position for row in rows] == list(range(1, len(rows) + 1))
    assert all(row.zone in ZONES for row in rows)


@given(st.text(max_size=40))
def test_every_tel_link_is_a_row(address: str) -> None:
    escaped = address.replace("&", "&amp;").replace('"', "&quot;")
    rows = ctas(f'<a href=" Tel:{escaped}">Call</a>')
    assert [row.channel for row in rows if row.href is not None] == ["tel"]
    assert all((row.number or "+").startswith("+") for row in rows)
