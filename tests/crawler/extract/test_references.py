"""References: entries found and taken apart, markers told from other figures, and what cites what."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.references.entries import cited_work, likeness
from tests.crawler.extract.reading import references_in

FIRST = "Poe A, Lee B. Knee exercise. J Knee. 2021;12(2):310-318."
SECOND = "Roe C. Rest for knees. Spine. 2012;3:1-8. doi:10.5555/x.1."

VANCOUVER = {"authors": "Poe A, Lee B", "title": "Knee exercise", "journal": "J Knee", "year": 2021}
WORKS: list[tuple[str, dict[str, Any]]] = [
    (FIRST, {**VANCOUVER, "volume": "12(2)", "pages": "310-318", "doi": None}),
    ("Poe A, Lee B. Knee exercise. J Knee. 2021 Mar 3;12(2):310-8. Epub ahead of print.", {**VANCOUVER, "pages": "310-8", "is_preprint": True}),
    ("Poe A, Lee B. Knee exercise. J Knee. 2021(Preprint):1-8.", {**VANCOUVER, "volume": None, "pages": "1-8", "is_preprint": True}),
    ("Poe A, Lee B. Knee exercise. J Knee 2021; 391: 2368–83.", {**VANCOUVER, "volume": "391", "pages": "2368–83"}),
    ("Poe A, Lee B. Knee exercise. J Knee 12(2):310-318, 2021.", {**VANCOUVER, "volume": "12(2)", "pages": "310-318"}),
    ("van der Poe AB, Le Blanc K, et al. Why rest? A trial. J. Bone Joint Surg. Am. 2019;101:E22. PMID: 12345678; PMCID: PMC123456.",
     {"authors": "van der Poe AB, Le Blanc K, et al.", "title": "Why rest? A trial", "journal": "J. Bone Joint Surg. Am", "pages": "E22", "pmid": "12345678", "pmcid": "PMC123456"}),
    ("Poe, A. B., & Lee, B. (2021). Knee exercise: A trial. Journal of Knees, 12(2), 310–318. https://doi.org/10.5555/jk(20)5-5.",
     {"authors": "Poe, A. B., & Lee, B.", "title": "Knee exercise: A trial", "journal": "Journal of Knees", "year": 2021, "volume": "12(2)", "pages": "310–318", "doi": "10.5555/jk(20)5-5"}),
    ("Poe A., 2021. Knee exercise. Spine, 12(2), pp.310-318.", {"authors": "Poe A", "title": "Knee exercise", "journal": "Spine", "year": 2021, "pages": "310-318"}),
    ('Poe, Ann, and Bo Lee. “Why ‘Rest’ Fails Adults.” Spine Journal, vol. 12, no. 2, 2021, pp. 310-318.',
     {"authors": "Poe, Ann, and Bo Lee", "title": "Why ‘Rest’ Fails Adults", "journal": "Spine Journal", "year": 2021, "volume": "12(2)", "pages": "310-318"}),
    ("Ann Poe and Bo Lee. Knee exercise. The Knee. 2021.", {"authors": "Ann Poe and Bo Lee", "title": "Knee exercise", "journal": "The Knee", "year": 2021}),
    ("National Institute of Knees. Knee facts. https://knees.example/a. Accessed March 3, 2026.", {"authors": "National Institute of Knees", "title": "Knee facts", "journal": None, "year": None}),
    ("Institute of Knees. Approved products. Center for Knees. July 2020.", {"title": "Approved products", "journal": "Center for Knees", "year": 2020}),
    ("Poe A. Knee. medRxiv. 2023.", {"is_preprint": True, "journal": "medRxiv", "year": 2023}),
    ("Knee exercise explained", {"authors": None, "title": "Knee exercise explained", "year": None}),
    ("", {"authors": None, "title": None, "year": None, "is_preprint": False}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORKS)
def test_works(text: str, expected: dict[str, Any]) -> None:
    found = cited_work(text)._asdict()
    assert {name: found[name] for name in expected} == expected


def test_links_tell_identifiers() -> None:
    found = cited_work(
        "Knee exercise", ["https://doi.org/10.5555%2Fx.1", "https://pubmed.ncbi.nlm.nih.gov/12345/"]
    )
    assert (found.doi, found.pmid) == ("10.5555/x.1", "12345")


LISTS = [
    f"<h2>References</h2><ol><li>{FIRST}</li><li>{SECOND}</li></ol>",
    f"<h3>Sources:</h3><p>1. {FIRST}</p><p>2. {SECOND}</p>",
    f"<p><b>Works cited</b></p><p>[1] {FIRST}<br>[2] {SECOND}</p>",
    f"<h2>Literatur</h2><p>(1) {FIRST} (2) {SECOND}</p>",
    f"<h2>Références</h2><div><sup>1</sup> {FIRST}</div><div><sup>2</sup> {SECOND}</div>",
    f"<details><summary>Show references (2)</summary><ol><li><p>{FIRST}</p></li><li><p>{SECOND}</p></li></ol></details>",
    f"<h2>Bibliografía</h2><table><tr><td>1.</td><td>{FIRST}</td></tr><tr><td>2.</td><td>{SECOND}</td></tr></table>",
    f"<p>Knees hurt.</p><p>(1) {FIRST}</p><p>(2) {SECOND}</p>",
    f"<h2>What we read</h2><ol><li>{FIRST}</li><li>{SECOND}</li></ol>",
]


@pytest.mark.parametrize("markup", LISTS)
def test_lists(markup: str) -> None:
    found = references_in(f"<h1>Knee</h1>{markup}<h2>Contact</h2><p>Call us in 2026.</p>")
    assert [(row.number, row.text, row.markers) for row in found] == [(1, FIRST, 0), (2, SECOND, 0)]
    assert [row.position for row in found] == [1, 2]


def test_numbers_of_lists() -> None:
    markup = f"<h2>References</h2><ol start=4><li>{FIRST}</li><li value=9>{SECOND}</li></ol>"
    assert [row.number for row in references_in(markup)] == [4, 9]
    markup = f"<p>Rest [2].</p><h2>References</h2><ul><li>{FIRST}</li><li>{SECOND}</li></ul>"
    assert [(row.number, row.markers) for row in references_in(markup)] == [(None, 0), (None, 1)]


def test_links_of_entries() -> None:
    markup = f"<h2>References</h2><ol><li>{FIRST} <a href='/study'>Study</a> <a href=#top>↩</a></li></ol>"
    (found,) = references_in(markup)
    assert found.link == "https://clinic.example/study"
    assert found.text == f"{FIRST} Study"


NO_LISTS = [
    "<h2>Sources of pain</h2><ul><li>Muscles of the back</li><li>Joints of the knee</li></ul>",
    "<h2>References</h2><p>Our patients recommend us.</p>",
    "<h2>Sources</h2><ul><li>Muscles of the back</li></ul>",
    "<ol><li>Rest the knee for a week.</li><li>Cool it in 2021 steps.</li></ol>",
    "<p>Poe et al. (2021) showed that rest helps; see https://knees.example for more.</p>",
    "<footer><h2>References</h2><ol><li>" + FIRST + "</li></ol></footer>",
    "<h2>References</h2><p>Last updated March 3, 2021</p>",
]


@pytest.mark.parametrize("markup", NO_LISTS)
def test_no_lists(markup: str) -> None:
    assert references_in(markup) == []


LIST = f"<h2>References</h2><ol>{''.join(f'<li>{FIRST}</li>' for _ in range(6))}</ol>"
MARKERS = [
    ("<p>Rest helps (1). Ice helps (2).</p>", {1: 1, 2: 1}),
    ("<p>Rest helps. (1) Ice helps.</p>", {1: 1}),
    ("<p>Rest helps (1,3-5) and so on.</p>", {1: 1, 3: 1, 4: 1, 5: 1}),
    ("<p>Rest helps [1] or [1, 2].</p>", {1: 2, 2: 1}),
    ("<p>Rest helps.<sup>1,2</sup> Ice<sup>[3]</sup></p>", {1: 1, 2: 1, 3: 1}),
    ("<p>Rest helps.<sup><a href=#ref1>1</a>,<a href=#ref2>2</a></sup></p>", {1: 1, 2: 1}),
    ("<p>Rest helps [<a href=#ref-1>1</a>].</p>", {1: 1}),
    ("<p>Rest helps.<span class=cite-inline>1</span></p>", {1: 1}),
    ("<p>Rest helps.¹ Ice helps²⁻³</p>", {1: 1, 2: 1, 3: 1}),
    ("<p>Rest helps. <span class=cite>Refs. 1, 4–6</span></p><p>Ice helps (ref 2).</p>", {1: 1, 2: 1, 4: 1, 5: 1, 6: 1}),
    ("<p>See ref. 1.5, part ref 2021 and briefs 3.</p>", {}),
    ("<p>Do this: (1) rest, (2) ice and (3) lift.</p>", {}),
    ("<p>(1) Rest the knee.</p><p>(2) Cool it.</p>", {}),
    ("<p>In (2021) we saw 5 m<sup>2</sup>, 10<sup>6</sup> cells, 3 cm² and x².</p>", {}),
    ("<p>Call (310) 555-0100 or (2) 5550 1000.</p>", {}),
    ("<p>Only $99<sup>1</sup>, on the 1<sup>st</sup>, with Knee<sup>®</sup>.</p>", {}),
    ("<p>See the picture (figure 1) and table (2).</p>", {}),
    ("<p>As in step (2).</p>", {}),
    ("<p>We treat <a href=#step1>1</a> knee.</p>", {}),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "expected"), MARKERS)
def test_markers(markup: str, expected: dict[int, int]) -> None:
    found = references_in(markup + LIST)
    assert {row.number: row.markers for row in found if row.markers} == expected
    assert len(found) == 6


WITHOUT_ENTRY = [
    ("<p>Rest helps.[1] Ice helps.[2,3]</p>", [1, 2, 3]),
    ("<p>Rest helps.<sup>1</sup></p>", [1]),
    ("<p>Rest helps (1).</p>", [1]),
    ("<p>Rest helps in some (12).</p>", []),
    ("<p>Rest [12] helps.</p>", []),
    ("<p>Rest helps (ref. 3).</p>", []),
    ("<p>Rest helps.<sup>1</sup></p><p><sup>1</sup> Results vary.</p>", []),
    (f"<p>Rest helps [1]. Ice helps [4].</p><h2>References</h2><p>[1] {FIRST}</p>", [4]),
    (f"<p>Rest helps (1). We saw some (50).</p><h2>References</h2><p>(1) {FIRST}</p>", []),
]


@pytest.mark.parametrize(("markup", "numbers"), WITHOUT_ENTRY)
def test_markers_without_entry(markup: str, numbers: list[int]) -> None:
    found = [row for row in references_in(markup) if row.text is None]
    assert [row.number for row in found] == numbers
    assert all(row.markers == 1 and row.block_position == 1 for row in found)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("AbJ .,;:()[]0129-–“”et&10.5/"), max_size=80))
def test_any_entry(text: str) -> None:
    assert 0 <= likeness(text) <= 5
    found = cited_work(text)
    assert found.year is None or 1900 <= found.year <= 2099
    references_in(f"<p>{text}</p><h2>References</h2><p>{text}</p><ol><li>{text}</ol>")
