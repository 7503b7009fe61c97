"""Briefs for the pages that every clinic needs: cost, questions, a clinician, an office, and the like."""

from dashboard.brief.outline import Subject, inside, question
from dashboard.brief.page_outline import OUTLINES, PageOutline
from dashboard.brief.parts import Brief, Part, call_part, links_part, own_part, titles_part, words_part
from dashboard.clinic import clinic_name
from dashboard.dataset import Row
from dashboard.queries import brief as queries
from dashboard.text import clean
from dashboard.view import View

_NAMELESS = {"provider": "the clinician", "location": "our office"}
"""What stands for a name where the page is missing for all of them."""


def page_brief(view: View, row: Row) -> Brief | None:
    """Brief for a row of `coverage` that asks for a kind of page, an office or a clinician; null for other kinds. It has
    no lead yet."""
    own = row["kind"] in ("provider", "location")
    outline = OUTLINES.get(row["kind"] if own else row["key"])
    if outline is None:
        return None
    name = clean(row["label"]) if own else _NAMELESS.get(row["key"], "")
    clinic = clinic_name(view)
    there = row["best_url"] if row["pages"] else None
    links = view.rows(*queries.pages_of_types(" ".join(outline.links), row["best_url"]))
    return Brief(
        name if own else outline.name,
        "",
        [
            own_part(there),
            titles_part([_sentence(title.format(name=name, clinic=clinic)) for title in outline.titles]),
            Part("Headings", _how_much(outline), _headings(view, outline, name)),
            words_part(view.rows(*queries.searches_for(" ".join(outline.intents)))),
            links_part(links, there),
            call_part(view),
            Part("Before it goes live", "", list(outline.checks)),
        ],
    )


def _how_much(outline: PageOutline) -> str:
    words = f"{outline.words} words or more in all. " if outline.words else ""
    if outline.asks_open:
        return f"{words}Where your pages leave questions open, those come first."
    return f"{words}The answer comes first, the background after it."


def _headings(view: View, outline: PageOutline, name: str) -> list[str]:
    found = _open_questions(view) if outline.asks_open else []
    if outline.each:
        labels = [clean(row["label"]) for row in view.rows(*queries.treatments())]
        found += [outline.each.format(t=inside(label)) for label in labels]
    found += [_sentence(heading.format(name=name)) for heading in outline.headings]
    return list(dict.fromkeys(found))


def _open_questions(view: View) -> list[str]:
    """Questions about conditions and treatments that no page answers."""
    rows = view.rows(*queries.open_questions())
    asked = [question(row["intent"], _subject(row)) for row in rows]
    return [heading for heading in asked if heading]


def _subject(row: Row) -> Subject:
    return Subject(*(clean(row[name]) if row[name] else None for name in ("condition_label", "treatment_label")))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
