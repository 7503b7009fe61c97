"""Links to a brief for whoever writes a page that is missing."""

from dash import html
from dash.development.base_component import Component

from dashboard.brief.page_outline import OUTLINES
from dashboard.components.parts import link
from dashboard.dataset import Row
from dashboard.view import View

_LACKING = ("none", "mentioned", "thin")
_KINDS = ("condition", "treatment", "cell", "location", "provider")
_FORMS = (("docx", "Brief for Word"), ("md", "Brief as Markdown"))


def has_brief(row: Row) -> bool:
    """Whether a row of `coverage` lacks a page that a brief can be written for."""
    known = row["kind"] in _KINDS or (row["kind"] == "page_type" and row["key"] in OUTLINES)
    return known and row["state"] in _LACKING and row["offered"] != "no"


def brief_buttons(view: View, row: Row) -> list[Component]:
    """Heading, a sentence and both forms; nothing where there is no brief."""
    if not has_brief(row):
        return []
    buttons = [link(word, view.brief(form, row["kind"], row["key"]), kind="button") for form, word in _FORMS]
    return [
        html.H3("Write a brief"),
        html.P("One page for whoever writes it: titles, headings, words that patients use, pages to link, what to check."),
        html.P(buttons, className="buttons"),
    ]  # fmt: skip


def brief_links(view: View, row: Row) -> Component | None:
    """Both forms as small links; null where there is no brief."""
    if not has_brief(row):
        return None
    word, text = (view.brief(form, row["kind"], row["key"]) for form, _ in _FORMS)
    return html.Span(["Brief for ", link("Word", word), " or as ", link("Markdown", text)], className="small")
