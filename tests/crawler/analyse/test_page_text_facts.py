from typing import Any

from crawler.analyse import blocks, linkgraph, pages
from crawler.analyse.context import Context
from tests.crawler.analyse.facts_db import facts_db

_URL = "https://clinic.example/knee"
_REST = "The knee is the largest joint of the body and it carries most of our weight."
_FRENCH = "Le genou est la plus grande articulation du corps et il porte la plus grande partie de notre poids."


def _read(context: Context, lang: str, *rows: tuple[str, str], cited: int | None = None) -> dict[str, Any]:
    """Columns of a page of these blocks, each a tag and a text; `cited`: position of an entry of its references."""
    given = [
        {
            "url": _URL,
            "position": position,
            "zone": "main",
            "tag": tag,
            "text": text,
            "words": len(text.split()),
            "block_hash": str(position),
            "is_content": True,
        }
        for position, (tag, text) in enumerate(rows, start=1)
    ]
    entries = [{"url": _URL, "position": 1, "text": "An entry", "block_position": cited}] if cited else []
    db = facts_db(
        crawl=[{"seed": _URL}],
        pages=[{"url": _URL, "status": 200, "body_kind": "html", "lang": lang}],
        blocks=given,
        references=entries,
    )
    for step in (linkgraph, blocks, pages):
        step.run(db, context)
    found = db.sql("SELECT * FROM pages")
    [row] = found.fetchall()
    return dict(zip(found.columns, row, strict=True))


def test_headings_short_entries_and_references_are_no_prose(context: Context) -> None:
    entry = "Moss E, Lane T. A very long title of a trial about knees that never ends at all. J Knee. 2021;3:1-8."
    found = _read(
        context,
        "en",
        ("h2", "What our clinic knows about the knee and its many pains"),
        ("p", _REST),
        ("li", "Knee pain"),
        ("li", "It is swollen in the morning"),
        ("p", entry),
        cited=5,
    )
    assert (found["sentences"], found["longest_sentence"]) == (2, _REST)
    assert found["readability_grade"] is None
    assert entry in found["main_text"]


def test_the_language_is_that_of_the_text(context: Context) -> None:
    text = " ".join([_FRENCH] * 10)
    found = _read(context, "en", ("p", text))
    assert (found["text_lang"], found["readability_grade"]) == ("fr", None)
    assert found["reading_ease"] is not None


def test_a_page_is_graded(context: Context) -> None:
    text = " ".join([_REST, "Prolotherapy is an injection for the ligaments of a joint."] * 5)
    found = _read(context, "en", ("p", text))
    assert (found["text_lang"], found["sentences"], found["smog_confidence"]) == ("en", 10, "low")
    assert found["readability_grade"] > found["readability_grade_plain"]
    assert "prolotherapy" not in found["hardest_words"]
