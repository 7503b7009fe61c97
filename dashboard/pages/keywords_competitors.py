"""What competitors write about that this site does not, with their pages. Needs two competitors that were crawled."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import keyword_labels, labels
from dashboard.components.card import card, nothing
from dashboard.components.forms import chips
from dashboard.components.parts import badge, fold, outside, page_link, some
from dashboard.dataset import Row
from dashboard.pages.keywords_targets import asked, choices
from dashboard.queries import competitors as queries
from dashboard.text import clean, cut, moment, number, path_of, plural
from dashboard.view import View

TITLE = "What do competitors write about that we do not?"
SHOWN_TOPICS = 12
SHOWN_REASONS = 3
MOST_TOPICS = 100
"""Topics that are drawn; the saved table has all."""
FEWEST = 2
"""Competitors that it takes: what one of them writes about may be that clinic's own matter."""
SETTING = 'competitors = ["https://www.one.example", "https://www.two.example"]'
COMMAND = "python run.py crawl --role competitor https://www.one.example"


def cards(view: View) -> list[Component]:
    """Topics that two competitors have a page for and we have not; else how to add competitors. None on a competitor's."""
    if view.is_competitor:
        return []
    totals = view.rows(*queries.totals())[0]
    if not totals["known"]:
        return [card(TITLE, _how_to, anchor="competitors")]
    export = view.export("competitor-topics") if totals["missing"] else None
    return [card(TITLE, lambda: _topics(view, totals), lead=_lead(totals), export=export, anchor="competitors")]


def _how_to() -> list[Component]:
    ways: tuple[list[Any], ...] = (
        ["Name them in the clinic’s file, and the nightly check reads them, too: ", html.Code(SETTING)],
        ["Or read one now: ", html.Code(COMMAND), ". The next check of your site compares."],
    )
    return [
        html.P(
            "No competitor was read yet. With two or more, Rounds shows what they have pages for and you have not."
        ),
        html.Ul([html.Li(way) for way in ways], className="bullets"),
    ]


def _lead(totals: Row) -> str | None:
    if totals["used"] < FEWEST or not totals["missing"]:
        return None
    return (
        f"{plural(totals['used'], 'competitor')} compared. These topics stand in titles or H1s of at least two of them, and "
        "you have no such page. Not every one is worth a page of yours."
    )


def _topics(view: View, totals: Row) -> list[Component | None]:
    known = _known(view)
    if totals["used"] < FEWEST:
        said = "One competitor could be read." if totals["used"] else "No competitor could be read."
        why = "It takes two: what only one of them writes about may be that clinic’s own matter."
        return [html.P(f"{said} {why}", className="nothing"), known]
    if not totals["missing"]:
        text = f"You have a page for {_each(totals['topics'])} that two of them share."
        none = f"The {number(totals['used'])} competitors that were read share no topic, so there is nothing to compare."
        return [html.P(text if totals["topics"] else none, className="nothing"), known]
    kinds = {row["kind"]: row["n"] for row in view.rows(*queries.kind_counts())}
    sites = {row["site"]: row["n"] for row in view.rows(*queries.site_counts())}
    kind, rival = view.choice("lacking", kinds), view.choice("rival", sites)
    rows = view.rows(*queries.topics(kind, rival, asked(view).get("q")))
    by_site = [(None, "All", totals["missing"]), *[(site, clean(site), n) for site, n in sites.items()]]
    return [
        *_unknown(view, totals),
        chips(view, "lacking", choices(keyword_labels.TOPIC, kinds, totals["missing"]), title="What it is"),
        chips(view, "rival", by_site, title="Competitor"),
        *_shown(view, rows),
        known,
    ]


def _each(count: int) -> str:
    return "the one topic" if count == 1 else f"each of the {number(count)} topics"


def _unknown(view: View, totals: Row) -> list[Component]:
    """Of how many topics it is not known whether the site has a page, and why."""
    if not totals["unknown"]:
        return []
    said = f"Of {plural(totals['unknown'], 'topic')} it is not known whether you have a page"
    reasons = view.rows(*queries.unknown())
    if len(reasons) == 1:
        return [html.P(f"{said}: {clean(reasons[0]['why'])}")]
    items = [html.Li(f"{number(row['n'])}: {clean(row['why'])}") for row in reasons]
    return [html.P(f"{said}:"), *some(items, most=SHOWN_REASONS, more="more reason")]


def _shown(view: View, rows: Sequence[Row]) -> list[Component]:
    if not rows:
        return [nothing("No topic matches.", clear=view.href("/keywords"))]
    left = len(rows) - MOST_TOPICS
    more = [html.P(f"{plural(left, 'further topic')} – save the table to see all.", className="muted")]
    shown = some([_topic(view, row) for row in rows[:MOST_TOPICS]], most=SHOWN_TOPICS, more="more topic")
    return [*shown, *(more if left > 0 else [])]


def _topic(view: View, row: Row) -> Component:
    searched = f", shown {number(row['impressions'])} times in searches" if row["impressions"] else ""
    summary = [
        badge(keyword_labels.OURS, row["our_state"]),
        html.Strong(f" {cut(row['label'], 80)}"),
        f" – {plural(row['competitors'], 'competitor')}{searched} ",
        html.Span(labels.label(keyword_labels.TOPIC, row["kind"]).word, className="muted small"),
    ]
    theirs = [
        _their_page(*one) for one in zip(row["sites"] or (), row["urls"] or (), row["titles"] or (), strict=False)
    ]
    ours = html.P(["Your best page: ", page_link(view, row["our_url"])]) if row["our_url"] else None
    why = html.P(clean(row["why_unknown"]), className="muted small") if row["why_unknown"] else None
    return html.Li(fold(summary, html.Ul(theirs, className="lines"), ours, why))


def _their_page(site: str, url: str, title: str) -> Component:
    said = [
        outside(cut(title or path_of(url), 90), url),
        html.Br(),
        html.Span(cut(site + path_of(url), 120), className="muted small"),
    ]
    return html.Li(html.Span(said, className="grow"))  # fmt: skip


def _known(view: View) -> Component:
    """Which competitors were read, and why one was not."""
    rows = view.rows(*queries.competitors())
    items = [html.Li(html.Span(_competitor(row), className="grow")) for row in rows]
    unused = sum(not row["is_used"] for row in rows)
    said = f"Competitors: {number(len(rows))}" + (f", {number(unused)} not used" if unused else "")
    return fold(said, html.Ul(items, className="lines"), opened=bool(unused))


def _competitor(row: Row) -> list[Any]:
    known: list[Any] = [html.Strong(clean(row["site"]))]
    if row["is_used"]:
        limited = "" if row["outcome"] == "complete" else ", not all of the site: it may have pages for more"
        known.append(
            html.Span(f" – {plural(row['pages'] or 0, 'page')}, read {moment(row['crawled_at'])}{limited}")
        )
    if row["problem"]:
        known += [html.Br(), html.Span(cut(row["problem"], 300), className="muted small")]
    return known
