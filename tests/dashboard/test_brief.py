"""Briefs: what they say, and that what a site says stays text in each form."""

import io
import zipfile

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from dashboard.app import create_app
from dashboard.brief.brief import Brief, Part, brief_of
from dashboard.brief.markdown import escaped, markdown
from dashboard.brief.outline import Subject, headings, inside, name_of, titles
from dashboard.brief.word import word
from dashboard.store import Store
from dashboard.text import clean
from tests.dashboard.conftest import view_of


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


@pytest.mark.parametrize(("kind", "key"), [("cell", "no:such"), ("page_type", "contact"), ("", "")])
def test_no_brief_of_what_is_no_topic(store: Store, kind: str, key: str) -> None:
    assert brief_of(view_of(store), kind, key) is None


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
