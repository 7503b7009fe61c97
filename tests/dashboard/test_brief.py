"""Briefs: what they say, and that what a site says stays text in each form."""

import io
import zipfile
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.shared import Inches
from docx.styles.style import ParagraphStyle
from hypothesis import given
from hypothesis import strategies as st

from crawler.tables.coverage import CoverageRow
from dashboard.app import create_app
from dashboard.brief.brief import brief_of
from dashboard.brief.markdown import escaped, markdown
from dashboard.brief.outline import Subject, abbreviated, headings, inside, name_of, titles
from dashboard.brief.page_outline import OUTLINES
from dashboard.brief.parts import Brief, Part, titles_part
from dashboard.brief.word import MARGIN, word
from dashboard.pages.router import render
from dashboard.store import Store
from dashboard.text import clean
from tests import sample
from tests.crawler.analyse.packs import taxonomy
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import links
from tests.sample_keywords import demand_row, demand_tables


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("Low back pain", "low back pain"),
        ("PRP", "PRP"),
        ("ACL, PCL, MCL & LCL injury", "ACL, PCL, MCL & LCL injury"),
        ("SI joint pain", "SI joint pain"),
        ("Platelet-rich plasma (PRP)", "platelet-rich plasma (PRP)"),
        ("X-ray", "x-ray"),
        ("Morton's neuroma", "Morton's neuroma"),
        ("Achilles tendon injury", "Achilles tendon injury"),
        ("", ""),
    ],
)
def test_a_label_within_a_sentence(label: str, expected: str) -> None:
    assert inside(label) == expected


@pytest.mark.parametrize(
    ("subject", "name", "title", "heading"),
    [
        (Subject("Knee pain", None), "Knee pain", "Knee pain: causes, symptoms and treatment", "What causes knee pain?"),
        (Subject(None, "PRP"), "PRP", "PRP: how it works, risks and cost", "Does PRP work? What studies show"),
        (Subject("Knee pain", "PRP"), "PRP for knee pain", "PRP for knee pain: does it help?", "How does PRP work for knee pain?"),
    ],
)  # fmt: skip
def test_titles_and_headings(subject: Subject, name: str, title: str, heading: str) -> None:
    assert name_of(subject) == name
    assert title in titles(subject, "Example Clinic")
    assert heading in headings(subject)
    assert not any("{" in text for text in (*titles(subject, "C"), *headings(subject)))


def test_a_brief_of_a_question_without_a_page(store: Store) -> None:
    view = view_of(store)
    [row] = view.rows(
        "SELECT key, condition FROM coverage WHERE kind = 'cell' AND state = 'none' ORDER BY key LIMIT 1"
    )
    brief = brief_of(view, "cell", row["key"])
    assert brief is not None
    parts = {part.heading: part.items for part in brief.parts}
    assert " for " in brief.subject
    assert len(parts["Headings"]) >= 8
    assert parts["Pages to link with it"]
    [best] = view.rows("SELECT best_url FROM coverage WHERE kind = 'condition' AND key = ?", (row["condition"],))
    assert best["best_url"] is None or any(best["best_url"] in item for item in parts["Pages to link with it"])
    assert any("555" in item or "(" in item for item in parts["Call to action"])


@pytest.mark.parametrize(
    ("kind", "key"), [("cell", "no:such"), ("page_type", "listing"), ("intent", "cost:pt"), ("", "")]
)
def test_no_brief_of_what_is_no_topic(store: Store, kind: str, key: str) -> None:
    assert brief_of(view_of(store), kind, key) is None


def _parts(brief: Brief | None) -> dict[str, list[str]]:
    assert brief is not None
    return {part.heading: part.items for part in brief.parts}


def test_a_brief_of_a_page_on_cost(store: Store) -> None:
    view = view_of(store)
    brief = brief_of(view, "page_type", "cost")
    parts = _parts(brief)
    assert brief is not None
    assert brief.subject == "Cost and insurance"
    offered = view.rows("SELECT label FROM coverage WHERE kind = 'treatment' AND offered = 'no'")
    assert "What does physical therapy cost?" in parts["Headings"]
    assert offered
    assert not any(inside(row["label"]) in heading for row in offered for heading in parts["Headings"])
    assert any("/treatments/" in item for item in parts["Pages to link with it"])
    assert parts["Call to action"]


def _store(folder: Path, **tables: Any) -> Store:
    sample.build(folder, {**sample.rows(sample.NOW, previous=None), **tables})
    return Store(folder)


def _expected(kind: str, key: str, label: str, state: str = "none", **more: Any) -> CoverageRow:
    known = {"condition": None, "treatment": None, "body_area": None, "best_url": None, **more}
    return CoverageRow(
        kind=kind, key=key, label=label, state=state, tier=2, offered="yes", score=0, pages=0, reasons="No such page.",
        **known,
    )  # fmt: skip


ASKED = [
    _expected("page_type", key, label)
    for key, label in (("home", "Home"), ("legal", "Legal"), ("contact", "Contact"), ("faq", "FAQ"), ("cost", "Cost"),
                       ("provider", "Clinicians"), ("location", "Offices"))
]  # fmt: skip


def test_every_page_that_the_vocabulary_requires_has_an_outline() -> None:
    assert {kind.id for kind in taxonomy().page_types if kind.need == "required"} == set(OUTLINES)
    assert {kind.id: kind.min_words for kind in taxonomy().page_types if kind.id in OUTLINES} == {
        key: outline.words for key, outline in OUTLINES.items()
    }


def test_outlines_speak_of_intents_and_kinds_of_pages_that_there_are() -> None:
    intents = {intent.id for intent in taxonomy().intents}
    kinds = {kind.id for kind in taxonomy().page_types}
    for outline in OUTLINES.values():
        assert intents.issuperset(outline.intents)
        assert kinds.issuperset(outline.links)


@pytest.mark.parametrize("row", ASKED, ids=lambda row: row.key)
def test_a_brief_of_every_required_page(row: CoverageRow, tmp_path: Path) -> None:
    parts = _parts(brief_of(view_of(_store(tmp_path, coverage=ASKED)), row.kind, row.key))
    assert all(parts[name] for name in ("Title ideas", "Headings", "Pages to link with it", "Before it goes live"))
    assert len(parts["Headings"]) >= 5
    assert not any("{" in item for items in parts.values() for item in items)


@pytest.mark.parametrize(("kind", "name"), [("provider", "Dr. Ana <b>Rivera</b>"), ("location", "Harbour Town")])
def test_a_brief_of_a_clinician_and_of_an_office(kind: str, name: str, tmp_path: Path) -> None:
    best = f"{sample.ROOT}/blog/hostile-link/"
    view = view_of(_store(tmp_path, coverage=[_expected(kind, "x", name, best_url=best)]))
    brief = brief_of(view, kind, "x")
    parts = _parts(brief)
    assert brief is not None
    assert brief.subject == name
    assert any(name in title for title in parts["Title ideas"])
    assert best in parts["Pages to link with it"][0]


@pytest.mark.parametrize(("kind", "key"), [("page_type", "faq"), ("condition", "knee_oa")])
def test_a_thin_page_is_extended_and_not_linked_with_itself(kind: str, key: str, tmp_path: Path) -> None:
    best = f"{sample.ROOT}/faq/"
    more = {"condition": "knee_oa"} if kind == "condition" else {}
    rows = [_expected(kind, key, "Knee", "thin", best_url=best, **more)._replace(pages=1)]
    parts = _parts(brief_of(view_of(_store(tmp_path, coverage=rows)), kind, key))
    assert parts["The page that you have"] == [best]
    assert parts["Pages to link with it"]
    assert not any(item.endswith(best) for item in parts["Pages to link with it"])


def test_titles_that_results_would_cut_are_left_out() -> None:
    fits, long = "a" * 60, "b" * 61
    assert titles_part([long, fits]).items == [fits]
    assert titles_part([long]).items == [long]


def test_questions_that_are_left_open_are_headings(tmp_path: Path) -> None:
    about: dict[str, Any] = {"treatment": "pt", "impressions": 40}
    rows = [
        *ASKED,
        _expected("treatment", "pt", "Physical therapy", "covered", treatment="pt"),
        _expected("condition", "knee", "Knee pain", "covered", condition="knee"),
        _expected("intent", "cost:pt", "Cost: Physical therapy", **about),
        _expected("intent", "risks:pt", "Risks: Physical therapy", **{**about, "impressions": 4}),
        _expected("intent", "causes:knee", "Causes: Knee pain", condition="knee", impressions=90),
        _expected("intent", "recovery:pt", "Recovery: Physical therapy", "strong", treatment="pt"),
    ]
    parts = _parts(brief_of(view_of(_store(tmp_path, coverage=rows)), "page_type", "faq"))
    assert parts["Headings"][:2] == [
        "What causes knee pain?",
        "What does physical therapy cost, and does insurance pay for it?",
    ]
    assert not any("risks" in heading or "recovery" in heading for heading in parts["Headings"])


def test_words_are_those_of_searches_that_ask_it(tmp_path: Path) -> None:
    searches = [demand_row(query, None, 1, 368, 4.0) for query in ("massage prices", "knee pain")]
    twice = [demand_row("massage prices", None, 1, 900, 4.0, period=("2026-05-01", "2026-07-31"))]
    store = _store(tmp_path, coverage=ASKED, **demand_tables([*searches, *twice], []))
    parts = _parts(brief_of(view_of(store), "page_type", "cost"))
    assert parts["Words that patients use"] == ["massage prices (shown 112 times in 28 days)"]


@pytest.mark.parametrize(
    ("gap_id", "link"),
    [("gap-05", "/export/brief.docx?kind=page_type&key=cost&"), ("gap-04", None)],
    ids=["a page is missing", "a question is open"],
)
def test_a_gap_that_a_page_closes_offers_a_brief(gap_id: str, link: str | None, store: Store) -> None:
    shown = links(render(store, "/gap", f"?id={gap_id}", scheme="light", now=MORNING).content)
    found = [href for href in shown if href.startswith("/export/brief.docx")]
    assert (len(found) == 1 and found[0].startswith(link)) if link else not found


def test_what_is_expected_and_missing_offers_a_brief_where_it_is_listed(store: Store) -> None:
    shown = links(render(store, "/coverage", "", scheme="light", now=MORNING).content)
    assert any(href.startswith("/export/brief.md?kind=page_type&key=cost&") for href in shown)
    assert not any("key=contact&" in href for href in shown)


def test_an_empty_snapshot_has_no_brief(empty_store: Store) -> None:
    assert brief_of(view_of(empty_store), "condition", "low_back_pain") is None


HOSTILE = "=cmd|x <img src=x> [a](javascript:alert(1)) *b* _c_ `d` # e"
_BRIEF = Brief(HOSTILE, HOSTILE, [Part(HOSTILE, HOSTILE, [HOSTILE, "1. one", "- two"]), Part("Nothing", "x", [])])


def test_hostile_text_is_no_markup_in_markdown() -> None:
    text = markdown(_BRIEF)
    assert "<img" not in text.replace("\\<img", "")
    assert "](" not in text.replace("\\](", "")
    assert "- 1\\. one\n- \\- two\n" in text
    assert "Nothing" not in text


@given(st.text(max_size=200))
def test_escaping_loses_nothing(text: str) -> None:
    line = " ".join(text.split())
    assert len(escaped(line)) >= len(line)
    assert escaped(line).replace("\\", "") == line.replace("\\", "")


def _height(document: WordDocument) -> float:
    """Points that the text takes, a letter half as wide as it is high."""
    height = 0.0
    for paragraph in document.paragraphs:
        style = document.styles[paragraph.style.name if paragraph.style else "Normal"]
        assert isinstance(style, ParagraphStyle)
        size, spaces = style.font.size, style.paragraph_format
        assert size
        assert spaces.space_before is not None
        assert spaces.space_after is not None
        lines = ceil(len(paragraph.text) * size.pt * 0.5 / (612 - 2 * MARGIN - 18))
        height += lines * size.pt * 1.2 + spaces.space_before.pt + spaces.space_after.pt
    return height


def test_a_brief_is_one_page(store: Store) -> None:
    """On US letter, which is the shorter one."""
    view = view_of(store)
    rows = view.rows("SELECT kind, key FROM coverage WHERE kind <> 'intent'")
    briefs = [brief for row in rows if (brief := brief_of(view, row["kind"], row["key"]))]
    assert len(briefs) > 10
    for brief in briefs:
        document = Document(io.BytesIO(word(brief)))
        assert document.sections[0].page_height == Inches(11)
        assert _height(document) <= 792 - 2 * MARGIN, brief.subject


def test_a_long_title_becomes_short_by_its_abbreviation() -> None:
    subject = Subject("Knee osteoarthritis", "Platelet-rich plasma (PRP)")
    assert abbreviated(subject) == Subject("Knee osteoarthritis", "PRP")
    assert abbreviated(Subject("Low back pain (lumbago)", None)) == Subject("Low back pain (lumbago)", None)
    assert all(len(title) <= 60 for title in titles(abbreviated(subject), "Joint Clinic")[:2])


def test_word_holds_the_same() -> None:
    document = Document(io.BytesIO(word(_BRIEF)))
    assert [p.text for p in document.paragraphs] == [
        f"Brief: {HOSTILE}", HOSTILE, HOSTILE, HOSTILE, HOSTILE, "1. one", "- two",
    ]  # fmt: skip


def test_downloads(store: Store) -> None:
    client = create_app(store).server.test_client()
    view = view_of(store)
    [row] = view.rows("SELECT key FROM coverage WHERE kind = 'condition' ORDER BY key LIMIT 1")
    document = client.get(view.brief("docx", "condition", row["key"]), base_url="http://localhost")
    assert document.status_code == 200
    assert zipfile.is_zipfile(io.BytesIO(document.data))
    text = client.get(view.brief("md", "condition", row["key"]), base_url="http://localhost")
    assert text.data.startswith(b"# Brief: ")
    assert "attachment" in text.headers["Content-Disposition"]
    for wrong in (
        view.brief("md", "condition", "no_such"),
        "/export/brief.md?site=other&kind=cell",
    ):
        assert client.get(wrong, base_url="http://localhost").status_code == 404


def test_characters_that_xml_has_not_are_left_out() -> None:
    assert clean("a\uffffb\ufffec\x00d") == "abc d"
    word(Brief(clean("a\uffff"), "", []))


def test_addresses_stay_whole_in_markdown() -> None:
    brief = Brief("Knee", "Why", [Part("Pages", "", ["Knee_pain – https://clinic.example/knee_pain?a=1&b=2"])])
    assert "- Knee\\_pain – <https://clinic.example/knee_pain?a=1&b=2>" in markdown(brief)
