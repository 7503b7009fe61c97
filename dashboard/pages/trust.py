"""Would a patient, and Google, trust these pages, and what watches the visitor?"""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels, trust_labels
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered
from dashboard.components.kpi import kpi, kpis
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.figures.bars import ranked
from dashboard.labels import Label
from dashboard.queries import trust as queries
from dashboard.text import clean, cut, number, percent, plural
from dashboard.view import View

TOP = 15
"""Vendors in the chart; the list below has all of them."""
LABEL = 24
"""Characters of a vendor beside its bar: what a phone has room for."""


def layout(view: View) -> Component:
    """The numbers, the two charts, and the lists behind them."""
    return html.Div(
        [
            html.H1("Would a patient, and Google, trust these pages – and what watches the visitor?", tabIndex=-1),
            card("The numbers", lambda: _numbers(view)),
            html.Div(
                [
                    card("Who else is on the pages?", lambda: _vendors(view), lead="Services of others, by the pages that they are on. Choose one to see its pages."),
                    card("What do the pages promise?", lambda: _classes(view), lead="Sentences by the kind of promise. Choose a kind to see them."),
                ],
                className="two",
            ),
            card("Pages", lambda: _pages(view), lead="Pages that others watch stand on top, then those about health.", export=view.export("trust"), anchor="pages"),
            card("Promises to review", lambda: _claims(view), lead="For a clinician or counsel to look at. These are hints, not verdicts.", export=view.export("claims"), anchor="claims"),
            card("References", lambda: _references(view), lead="What the pages name as their sources.", export=view.export("references"), anchor="references"),
            card("Authors and reviewers", lambda: listing_table(view, "people", asked={}, empty="Nobody is named as author or reviewer on any page."), export=view.export("people"), anchor="people"),
            card("Services of others", lambda: _trackers(view), lead="At least these: what a tag manager adds later does not show in a page's source.", export=view.export("trackers"), anchor="trackers"),
        ],
        className="page",
    )  # fmt: skip


def _numbers(view: View) -> Component:
    now = view.rows(*queries.totals())[0]
    previous = view.previous()
    before: Row = previous.rows(*queries.totals())[0] if previous else {}
    health = f"of {plural(now['clinical'], 'page')} about health"
    return kpis(
        [
            _share(view, now, before, "named", "Author with credentials", health, "A clinician is named as author or reviewer.", "author"),
            _share(view, now, before, "recent", "Dated within two years", health, "Published, changed or reviewed in the last 24 months.", "date"),
            _share(view, now, before, "sourced", "With references", health, "Names the studies that it rests on.", "references"),
            kpi("With promises to review", now["no_claims"], of=f"of {plural(now['pages'], 'page')}",
                meaning="Sentences for a clinician or counsel to look at.", href=_needing(view, "claims"),
                before=before.get("no_claims"), more_is_good=False, tone="warning"),
            kpi("Delicate pages watched", now["no_watched"], of=f"of {plural(now['delicate'], 'delicate page')}",
                meaning="About a condition or treatment, for contact or with a form; an ad pixel or session recorder runs there.", href=_needing(view, "watched"),
                before=before.get("no_watched"), more_is_good=False, tone="error"),
        ]
    )  # fmt: skip


def _share(view: View, now: Row, before: Row, key: str, title: str, of: str, meaning: str, need: str) -> Component:
    """A share of the clinical pages; leads to those that are missing from it."""
    return kpi(
        title, now[key], shown=percent(now[key], now["clinical"]), of=f"– {number(now[key])} {of}", meaning=meaning,
        href=_needing(view, need), before=before.get(key), tone="good",
    )  # fmt: skip


def _needing(view: View, need: str) -> str:
    return view.href("/trust", need=need) + "#pages"


def _vendors(view: View) -> Any:
    rows = view.rows(*queries.vendors())
    if not rows:
        return html.P("No service of others was found. That is good news for your visitors.", className="nothing")
    shown = []
    for row in rows[:TOP]:
        word = labels.label(trust_labels.TRACKER, row["tracker_class"])
        tone = "warning" if row["tracker_class"] in trust_labels.WATCHING else "series"
        href = view.href("/trust", vendor=row["vendor"]) + "#pages"
        label = cut(row["vendor"], LABEL)
        shown.append({**row, "label": label, "word": word.word, "tone": tone, "href": href})
    watching = sum(row["tracker_class"] in trust_labels.WATCHING for row in rows)
    return chart(
        "vendors",
        ranked(shown, label="label", second="word", value="pages", tone_key="tone", scheme=view.scheme),
        says=f"{plural(len(rows), 'vendor')}, of which {number(watching)} with ad pixels or session recorders; the first is {clean(rows[0]['vendor'])}, on {plural(rows[0]['pages'], 'page')}.",
        rows=shown,
        columns=(("vendor", "Vendor"), ("word", "Kind"), ("pages", "Pages")),
    )


def _classes(view: View) -> Any:
    rows = view.rows(*queries.claim_classes())
    if not rows:
        return html.P("No promises were found. That is good news.", className="nothing")
    shown = []
    for row in rows:
        word = labels.label(trust_labels.CLAIM, row["claim_class"])
        tone = "warning" if word.tone == "warning" else "series"
        href = view.href("/trust", claim=row["claim_class"]) + "#claims"
        shown.append({**row, "label": word.word, "tone": tone, "href": href})
    total = sum(row["claims"] for row in rows)
    return chart(
        "claim-classes",
        ranked(shown, label="label", value="claims", tone_key="tone", scheme=view.scheme),
        says=f"{plural(total, 'sentence')} to review; most are of the kind “{shown[0]['label'].lower()}”.",
        rows=shown,
        columns=(("label", "Kind"), ("claims", "Sentences"), ("pages", "Pages")),
    )


def _pages(view: View) -> Any:
    totals = view.rows(*queries.totals())[0]
    need = view.choice("need", trust_labels.NEED)
    vendor = view.choice("vendor", {row["vendor"] for row in view.rows(*queries.vendors())})
    choices = [
        (None, "All", totals["pages"]),
        *[(name, word.word, totals[f"no_{name}"]) for name, word in trust_labels.NEED.items()],
    ]
    asked = {name: value for name, value in (("need", need), ("vendor", vendor)) if value}
    return [
        chips(view, "need", choices, title="To look at"),
        filtered(view, [("vendor", cut(vendor, 60))]) if vendor else None,
        listing_table(view, "trust", asked=asked, clear=view.href("/trust")),
    ]


def _claims(view: View) -> Any:
    empty = "No promises were found. That is good news."
    counts = {row["claim_class"]: row["claims"] for row in view.rows(*queries.claim_classes())}
    return _by_class(view, "claims", "claim", "Kind of promise", trust_labels.CLAIM, counts, empty)


def _references(view: View) -> Any:
    empty = "No page names a source."
    counts = {row["problem"]: row["n"] for row in view.rows(*queries.reference_problems())}
    return _by_class(view, "references", "problem", "What is wrong", trust_labels.REFERENCE, counts, empty)


def _trackers(view: View) -> Any:
    empty = "No service of others was found. That is good news for your visitors."
    counts = {row["tracker_class"]: row["pages"] for row in view.rows(*queries.tracker_classes())}
    return _by_class(view, "trackers", "tracker", "Kind of service", trust_labels.TRACKER, counts, empty)


def _by_class(
    view: View, listing: str, name: str, title: str, words: dict[str, Label], counts: dict[str, int], empty: str
) -> Sequence[Any]:
    """A listing with its filter by the parameter `name`; `counts` is how many there are by class."""
    if not counts:
        return [html.P(empty, className="nothing")]
    order = [*[value for value in words if value in counts], *[value for value in counts if value not in words]]
    chosen = view.choice(name, order)
    choices = [(None, "All", None), *[(value, labels.label(words, value).word, counts[value]) for value in order]]
    return [
        chips(view, name, choices, title=title),
        listing_table(view, listing, asked={name: chosen} if chosen else {}, clear=view.href("/trust")),
    ]
