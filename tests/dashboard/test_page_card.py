"""All that is known of one page, part by part: what is said, what is folded, and what is left out."""

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from dash import html

from crawler.checks.descriptions import CHECKS as DESCRIPTIONS
from crawler.checks.titles import CHECKS as TITLES
from crawler.extract.accessibility.accessibility import RULES
from crawler.tables.facts import HeadingRow
from crawler.tables.trust import ReferenceRow, StructuredItemRow
from dashboard.access_labels import RULE
from dashboard.components.parts import some
from dashboard.dataset import Row
from dashboard.pages.page import columns
from dashboard.pages.page_reading import BANDS, READING, band, reading
from dashboard.pages.page_result import DESCRIPTION_PX, TITLE_PX, fitting
from dashboard.pages.page_topic import SHOWN
from dashboard.pages.page_trust import disagree
from dashboard.pages.router import render
from dashboard.store import Store
from dashboard.text import day
from tests import sample
from tests.dashboard.conftest import MORNING
from tests.dashboard.tree import kinds, links, text, walk

MENISCUS = f"{sample.ROOT}/conditions/meniscus/"


def _words(store: Store, path: str) -> str:
    return " ".join(text(_content(store, path)).split())


def _content(store: Store, path: str) -> Any:
    search = "?url=" + quote(sample.ROOT + path, safe="")
    return render(store, "/page", search, scheme="light", now=MORNING).content


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/conditions/meniscus/", ["Harbour Joint www.harbour-joint.example › conditions › meniscus Meniscus tear"]),
        ("/conditions/meniscus/", ["Title Fits: 360 of 600 pixels", "Description Fits: 480 of 985 pixels"]),
        ("/blog/hostile-long/?q=%3Cscript%3E", ["pixels too wide", "Cut off: “"]),
        ("/blog/untitled/", ["Title None", "/blog/untitled/"]),
        ("/privacy/", ["Kept out (noindex)", "So it would look:", "googlebot: noindex – do not show the page; sent by the server"]),
        ("/conditions/meniscus/", ["4 headings of its own, 1 of them a question.", "Skips H3", "Not its own"]),
        ("/blog/untitled/", ["A joint (an image)"]),
        ("/faq/", ["Not visible"]),
        ("/conditions/meniscus/", ["Hard to read It takes about 11 years of school", "11.4; 10.2 with medical names counted as easy"]),
        ("/conditions/meniscus/", ["2 of 26 sentences with more than 25 words", "a rough figure", "6 paragraphs, 1 list, 1 table"]),
        ("/locations/harbour/", ["The text is in “es”, the page says “en-US”"]),
        ("/conditions/meniscus/", ["Author Ana Rivera, MD · /about/dr-rivera/", "Named in data for search engines and in the text"]),
        ("/conditions/meniscus/", ["1 Mar 2026 (in data for search engines) · 14 Jun 2026 (in the text)", "different dates for “published”"]),
        ("/conditions/meniscus/", ["Medically reviewed Jul 2026 (in the text)"]),
        ("/conditions/meniscus/", ["2 references. The text cites one number that the list does not have.", "Nobody cites it", "Preprint"]),
        ("/conditions/frozen-shoulder/", ["The page names no sources. Readers, and Google, look for it"]),
        ("/conditions/low-back/", ["Nobody is named as author or reviewer. Readers, and Google"]),
        ("/conditions/meniscus/", ["3 sentences to review with a clinician or counsel. These are hints, not verdicts.", "With a source"]),
        ("/conditions/knee-oa/", ["No promises were found. That is good news."]),
        ("/conditions/meniscus/", ["Original (canonical) This page", "Language versions es /es/", "Picture when shared /img/share.jpg"]),
        ("/conditions/knee-oa/", ["None: a link to the page stands there without one"]),
        ("/contact/", ["Block 1 (json-ld) cannot be read: line 4, column 7: expected a comma"]),
        ("/", ["Block 1 (json-ld) was read although it is not correct: trailing comma"]),
        ("/contact/", ["MedicalCondition No name as about 0 properties; empty: name, code"]),
        ("/contact/", ["An ad pixel or session recorder runs where", "Session recorder Hotjar", "Google Tag Manager (GTM-ABC123)"]),
        ("/contact/", ["Asks for name, phone, insurance, message. Sent to Jotform.", "2 fields without a label."]),
        ("/contact/", ["Appointments are booked at /contact/"]),
        ("/", ["A link without words", "3 places", "A rule of tomorrow"]),
        ("/faq/", ["Youtube", "No captions", "Starts by itself", "JPEG 1, SVG 1", "Loaded when needed 1 of 2"]),
    ],
)  # fmt: skip
def test_page_says(path: str, expected: list[str], store: Store) -> None:
    shown = _words(store, path)
    assert [words for words in expected if words not in shown] == []


@pytest.mark.parametrize(
    ("path", "absent"),
    [
        ("/contact/", ["How hard is it to read?", "Who stands behind it", "What does it promise?"]),
        ("/privacy/", ["What does it promise?", "An ad pixel or session recorder runs where"]),
        ("/contact/", ["Accessibility"]),
    ],
)
def test_part_with_nothing_to_say_is_left_out(path: str, absent: list[str], store: Store) -> None:
    shown = _words(store, path)
    assert [words for words in absent if words in shown] == []


def test_shared_headings_are_greyed(store: Store) -> None:
    classes = [getattr(part, "className", None) for part in walk(_content(store, "/conditions/meniscus/"))]
    assert "depth-3 shared" in classes


def test_what_is_named_is_never_loaded_and_scripts_are_no_links(store: Store) -> None:
    content = _content(store, "/conditions/meniscus/")
    assert not {"Img", "Video", "Iframe", "Audio"} & set(kinds(content))
    assert not [link for link in links(content) if "javascript:" in link]
    assert any(link.startswith("https://doi.org/10.1000/knee.") for link in links(content))
    assert "https://pubmed.ncbi.nlm.nih.gov/12345678/" in links(content)


def test_page_without_any_of_the_new_facts_draws(tmp_path: Path) -> None:
    rows = dict(sample.rows(sample.NOW, previous=None))
    for table in ("head_tags", "robots_directives", "structured_data", "structured_items", "headings", "images",
                  "videos", "people", "dates", "references", "claims", "trackers", "forms", "accessibility"):  # fmt: skip
        rows[table] = []
    folder = sample.build(tmp_path, rows)
    for table in ("people", "references", "head_tags", "forms"):
        (folder / f"{table}.parquet").unlink()
    manifest = (folder / "datapackage.json").read_text(encoding="utf-8")
    for table in ("people", "references", "head_tags", "forms"):
        manifest = manifest.replace(f'"path": "{table}.parquet"', '"path": "pages.parquet"')
    shown = _words(Store(tmp_path), "/conditions/meniscus/")
    assert "could not be drawn" not in shown


def test_long_outlines_and_lists_are_folded(tmp_path: Path) -> None:
    rows = dict(sample.rows(sample.NOW, previous=None))
    heading = [row for row in rows["headings"] if row[0] == MENISCUS][1]
    many = [(MENISCUS, at, *heading[2:]) for at in range(1, SHOWN + 6)]
    item = StructuredItemRow(MENISCUS, 1, 1, "", "Thing", None, "x", [], [])
    sample.build(tmp_path, {**rows, "headings": many, "structured_items": [item._replace(position=at) for at in range(1, 12)]})  # fmt: skip
    shown = _words(Store(tmp_path), "/conditions/meniscus/")
    assert len(heading) == len(HeadingRow._fields) + 3
    assert "5 more headings" in shown
    assert "3 more items" in shown


def test_limits_are_those_of_the_checks() -> None:
    limits = {check.id: check.thresholds for check in (*TITLES, *DESCRIPTIONS)}
    assert limits["title.too_long"]["max_px"].default == TITLE_PX
    assert limits["description.too_long"]["max_px"].default == DESCRIPTION_PX


def test_every_rule_of_accessibility_has_words() -> None:
    assert set(RULES) <= set(RULE)


@pytest.mark.parametrize(
    ("given", "width", "shown", "lost"),
    [
        ("Knee pain", 90, "Knee pain", ""),
        ("Knee pain", None, "Knee pain", ""),
        (None, None, "", ""),
        ("one two three four five", 1200, "one two …", "three four five"),
        ("x" * 100, 1200, "x" * 48 + " …", "x" * 52),
        ("knee – pain and more of it", 1000, "knee – pain …", "and more of it"),
    ],
)
def test_title_is_cut_between_words(given: str | None, width: int | None, shown: str, lost: str) -> None:
    assert fitting(given, width, 600) == (shown, lost)


@pytest.mark.parametrize(
    ("dates", "differ"),
    [
        (["2026-03-01"], False),
        (["2026-03-01", "2026-03-02"], False),
        (["2026-03-01", "2026-03-03"], True),
        (["2026-03", "2026-03-28"], False),
        (["2026-03", "2026-04-28"], True),
        (["2026-02-31", "2026-03-01"], True),
    ],
)
def test_dates_disagree_by_more_than_a_day(dates: list[str], differ: bool) -> None:
    assert disagree(dates) is differ


@pytest.mark.parametrize(
    ("given", "shown"),
    [("2026-03-01", "1 Mar 2026"), ("2026-03", "Mar 2026"), ("soon", "soon"), ("2026", "2026"), (None, "None")],
)
def test_day(given: object, shown: str) -> None:
    assert day(given) == shown


@pytest.mark.parametrize(
    ("grade", "name"), [(-2.0, "easy"), (8.0, "easy"), (8.1, "fair"), (12.0, "hard"), (40.0, "very_hard")]
)
def test_band(grade: float, name: str) -> None:
    assert band(grade) == name
    assert {name for _, name in BANDS} == set(READING)


@pytest.mark.parametrize(
    ("grade", "words"), [(-3.0, "about 1 year of"), (30.0, "about 18 years or more of"), (8.4, "about 8 years of")]
)
def test_grade_in_words(grade: float, words: str) -> None:
    row: Row = dict.fromkeys(("readability_grade_plain", "reading_ease", "smog_grade", "smog_confidence", "sentences",
        "long_sentences", "longest_sentence", "hardest_words", "text_lang", "paragraphs", "lists", "tables", "lang"))  # fmt: skip
    assert words in text(reading({**row, "readability_grade": grade}))
    assert reading({**row, "readability_grade": None}) is None


def test_columns_leave_out_what_is_not_there() -> None:
    one, two, three = (html.Div(id=name) for name in ("one", "two", "three"))
    (row,) = columns([one, None, two], [three])
    assert row.children[0].children == [one, two]
    assert row.children[1] is three
    assert columns([None], [two, three]) == [two, three]
    assert columns([None], []) == []


def test_long_lists_are_folded_and_lose_nothing() -> None:
    items = [html.Li(str(at)) for at in range(7)]
    shown = some(items, most=4, more="more place")
    assert text(shown) == "0 1 2 3 3 more places 4 5 6"
    assert len(some(items[:4], most=4, more="more place")) == 1


def test_references_that_nothing_cites_are_told_once(tmp_path: Path) -> None:
    rows = dict(sample.rows(sample.NOW, previous=None))
    entries = [ReferenceRow(*row) for row in rows["references"] if row[0] == MENISCUS][:2]
    sample.build(tmp_path, {**rows, "references": [row._replace(markers=0) for row in entries]})
    shown = _words(Store(tmp_path), "/conditions/meniscus/")
    assert "2 references. The text does not say which statement rests on which." in shown
    assert "Nobody cites it" not in shown
