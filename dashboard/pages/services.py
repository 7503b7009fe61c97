"""What do we offer? Marketing confirms or strikes what the site seems to offer; what is not offered counts nowhere."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.aria import aria
from dashboard.components.card import card
from dashboard.components.parts import fold, page_link
from dashboard.dataset import Row
from dashboard.kept_files import KeptFileError
from dashboard.queries import services as queries
from dashboard.services import read_answers, services_file
from dashboard.services_form import FIELD, SAVE
from dashboard.text import clean, plural
from dashboard.view import View

_WORDS = {
    "treatment": {"yes": "Yes, we offer it", "no": "No, we do not", "": "Not decided"},
    "condition": {"yes": "Yes, we treat it", "no": "No, we do not", "": "Not decided"},
}
_FILE = {"yes": "Offered", "no": "Not offered"}


def layout(view: View) -> Component:
    """One form for all services, those to be confirmed first."""
    return html.Div(
        [
            html.H1("What do we offer?", tabIndex=-1),
            html.P(
                "Rounds reads off the site what you offer. Where it says so only by signs, please confirm or strike it: "
                "what you do not offer is never called missing, and counts in no percentage.",
                className="lead",
            ),
            _saved(view),
            *_form(view),
        ],
        className="page",
    )


def _saved(view: View) -> Component | None:
    if view.choice("saved", ("1",)) is None:
        return None
    root = view.store.root
    command = f"python run.py analyse {root / view.site / view.crawl_id} --data {view.store.data}"
    return html.Div(
        [
            html.P("Saved. It counts from the next check on. Whoever set Rounds up can make it count at once:"),
            html.Pre(clean(command), className="command"),
        ],
        className="banner",
        role="status",
    )


def _form(view: View) -> list[Component]:
    rows = view.rows(*queries.services())
    if view.store.is_competitor(view.site, view.crawl_id):
        return [html.P("This is a competitor's site: what it offers is not yours to say.", className="nothing")]
    if not rows:
        return [html.P("This check knows no services. The next one will.", className="nothing")]
    try:
        answers = read_answers(services_file(view.store.data, view.site))
    except KeptFileError as error:
        return [html.P(clean(error), className="banner warning", role="alert")]
    treatments = [row for row in rows if row["kind"] == "treatment"]
    conditions = [row for row in rows if row["kind"] == "condition"]
    return [
        html.Form(
            [
                card(
                    "Treatments", lambda: _treatments(view, treatments, answers), lead=_lead(treatments, answers)
                ),
                card(
                    "Conditions",
                    lambda: _list(view, conditions, answers),
                    lead="What patients come to you with. Strike what you do not treat.",
                ),
                html.P(html.Button("Save all answers", type="submit", className="button"), className="save"),
            ],
            action=f"{SAVE}?site={view.site}",
            method="post",
            className="page",
        )
    ]


def _lead(rows: Sequence[Row], answers: dict[str, str]) -> str:
    open_ones = sum(row["offered"] == "inferred" and row["key"] not in answers for row in rows)
    if not open_ones:
        return "Everything that the site seems to offer is confirmed or struck."
    return f"{plural(open_ones, 'treatment')} to be confirmed."


def _treatments(view: View, rows: list[Row], answers: dict[str, str]) -> list[Any]:
    shown = [row for row in rows if row["offered"] != "no" or row["source"] == "struck" or row["key"] in answers]
    others = [row for row in rows if row not in shown]
    parts: list[Any] = [_list(view, shown, answers)]
    if others:
        words = f"{plural(len(others), 'treatment')} that are not offered"
        parts.append(
            fold(
                [html.Strong(words), html.Span(" – or are they?", className="muted")], _list(view, others, answers)
            )
        )
    return parts


def _list(view: View, rows: list[Row], answers: dict[str, str]) -> Component:
    return html.Ul([_item(view, row, answers.get(row["key"], "")) for row in rows], className="services")


def _item(view: View, row: Row, answer: str) -> Component:
    label = clean(row["label"])
    said: list[Any] = [html.Span(clean(row["evidence"]), className="muted small")]
    if row["url"]:
        said.append(page_link(view, row["url"], row["title"]))
    choice: Any = html.Span(_FILE.get(row["offered"], ""), className="muted")
    if row["source"] != "file":
        options = [
            html.Option(word, value=value, selected=value == answer or None)
            for value, word in _WORDS[row["kind"]].items()
        ]
        name = f"{FIELD}{row['key']}"
        choice = html.Select(options, name=name, key=f"{name}-{answer}", className="picker", **aria(label=label))
    return html.Li([html.Div([html.Strong(label), *said], className="grow"), choice])
