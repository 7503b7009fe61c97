"""Everything that is known of one page."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.card import card
from dashboard.components.context import highlighted
from dashboard.components.issues import explained
from dashboard.components.parts import badge, facts, flag, fold, link, outside, page_link
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.queries import page as queries
from dashboard.text import clean, cut, moment, number, path_of, plural
from dashboard.view import View

TITLE_PX = 561
DESCRIPTION_PX = 985
"""Width up to which search results show a title and a description in full."""


def layout(view: View) -> Component:
    """Facts, issues, calls, outline, words, links, images and structured data of the address's `url`."""
    url = view.params.get("url")
    found = view.rows(*queries.facts(url)) if url else []
    if not url or not found:
        return _unknown(view, url)
    row = found[0]
    title = cut(row["title"] or path_of(url), 160)
    top = html.Div(
        [
            html.P(link("← Pages & issues", view.href("/pages")), className="back"),
            html.H1(title, tabIndex=-1),
            html.P(
                [
                    html.Span(cut(url, 160), className="muted path"),
                    outside("Open the live page", url, kind="button quiet"),
                ],
                className="page-top",
            ),
        ]
    )
    if row["url"] is None:
        return html.Div(
            [top, card("What happened at this address", lambda: _address(view, row))], className="page"
        )
    return html.Div([top, *_cards(view, url, row)], className="page")


def _cards(view: View, url: str, row: Row) -> list[Component]:
    return [
        html.Div([card("Facts", lambda: _facts(view, row)), card("What to do here", lambda: _issues(view, url))], className="two"),
        html.Div([card("How can one call from here?", lambda: _calls(view, url, row)), card("Headings", lambda: _headings(view, url), lead="The outline, as search engines and screen readers hear it.")], className="two"),
        html.Div([card("Phrases", lambda: listing_table(view, "page-phrases", asked={"url": url}, empty="No phrases were found."), export=view.export("page-phrases", url=url)),
                  card("What is it about?", lambda: _entities(view, url))], className="two wide-left"),
        card("Pages that link here", lambda: listing_table(view, "links-in", asked={"url": url}, empty="No other page links here."), lead=f"{plural(row['inlinks'] or 0, 'page')} of the site.", export=view.export("links-in", url=url)),
        card("Where it links to", lambda: listing_table(view, "links-out", asked={"url": url}, empty="It links nowhere."), export=view.export("links-out", url=url)),
        html.Div([card("Images without a description", lambda: _images(view, url), export=view.export("images", url=url)), card("Structured data", lambda: _structured(view, url))], className="two"),
    ]  # fmt: skip


def _unknown(view: View, url: str | None) -> Component:
    text = "This check does not know that address." if url else "No page was chosen."
    return html.Div(
        [
            html.H1("No such page in this check", tabIndex=-1),
            html.P([text, " ", link("See all pages", view.href("/pages"))], className="nothing"),
        ],
        className="page",
    )


def _address(view: View, row: Row) -> Component:
    word = labels.label(labels.OUTCOME, row["outcome"])
    return facts(
        [
            ("What happened", [badge(labels.OUTCOME, row["outcome"]), f" {word.help}"]),
            ("Status", number(row["answer"])),
            ("Reason", clean(row["failure"] or "–")),
            (
                "Leads to",
                page_link(view, row["final_url"])
                if row["final_url"] and row["final_url"] != row["address"]
                else "–",
            ),
            ("Found on", page_link(view, row["found_on"]) if row["found_on"] else "–"),
        ]
    )


def _facts(view: View, row: Row) -> Component:
    return facts(
        [
            ("Kind of page", labels.label(labels.PAGE_TYPE, row["page_type"]).word),
            ("Title", _measured(row["title"], row["title_px"], TITLE_PX)),
            ("Description", _measured(row["meta_description"], row["meta_description_px"], DESCRIPTION_PX)),
            ("Main heading (H1)", clean(row["h1"] or "None")),
            ("Words", number(row["word_count"])),
            (
                "Reading level",
                f"Grade {row['readability_grade']:.1f}"
                if row["readability_grade"] is not None
                else "Too short to tell",
            ),
            ("Search engines", badge(labels.INDEXABILITY, row["indexability"])),
            ("In the sitemap", "Yes" if row["in_sitemap"] else "No"),
            (
                "Clicks from the start page",
                number(row["depth"]) if row["depth"] is not None else "No link leads here",
            ),
            ("Links", f"{plural(row['inlinks'] or 0, 'page')} in, {plural(row['outlinks'] or 0, 'page')} out"),
            ("Author", clean(row["author"] or "Not named")),
            ("Medical reviewer", clean(row["reviewer"] or "Not named")),
            ("Published, changed", f"{clean(row['published'] or '–')}, {clean(row['modified'] or '–')}"),
            ("Language", clean(row["lang"] or "Not stated")),
            ("Read", moment(row["fetched_at"]) if row["fetched_at"] else "–"),
            ("Phrases", link("See this page's phrases", view.href("/keywords", url=row["url"]))),
        ]
    )


def _measured(text: str | None, width: int | None, limit: int) -> Any:
    if not text:
        return html.Span("None", className="tone-text-error")
    note = "" if not width else f" ({number(width)} px{', longer than results show' if width > limit else ''})"
    return [cut(text, 320), html.Span(note, className="muted small")]


def _issues(view: View, url: str) -> Any:
    issues = view.rows(*queries.issues(url))
    gaps = view.rows(*queries.gaps(url))
    if not issues and not gaps:
        return html.P("Nothing: no check found anything on this page.", className="nothing")
    return [
        *[
            html.Div(
                [
                    html.H3(clean(gap["title"])),
                    html.P(clean(gap["action"])),
                    html.P(clean(gap["why"]), className="muted"),
                    html.P([badge(labels.GAP_KIND, gap["kind"]), " ", badge(labels.EFFORT, gap["effort"])]),
                ],
                className="finding",
            )
            for gap in gaps
        ],
        *[_issue(view, issue) for issue in issues],
    ]


def _issue(view: View, issue: Row) -> Component:
    new: list[str | Component] = [" ", badge(labels.STATE, "new")] if issue["state"] == "new" else []
    return html.Div(
        [
            html.H3(
                [
                    badge(labels.SEVERITY, issue["severity"]),
                    " ",
                    link(clean(issue["title"] or issue["check_id"]), view.href("/pages", issue=issue["check_id"])),
                    *new,
                ]
            ),
            html.P(cut(issue["evidence"], 600), className="evidence"),
            fold("Why, and what to do", explained(issue), kind="fold small"),
        ],
        className="finding",
    )


def _calls(view: View, url: str, row: Row) -> Any:
    parts: list[Any] = []
    if row["cta_state"]:
        word = labels.label(labels.CTA, row["cta_state"])
        parts.append(html.P([badge(labels.CTA, row["cta_state"]), f" {word.help}"]))
        places = (
            ("At the top", "has_top"),
            ("In the text", "has_body"),
            ("At the end", "has_end"),
            ("Booking link", "booking_link"),
        )
        parts.append(
            facts(
                [
                    ("Score", f"{number(row['cta_score'])} of 100"),
                    *[(name, flag(row[key])) for name, key in places],
                ]
            )
        )
    mentions = view.rows(*queries.phone_ctas(url))
    if not mentions:
        return [*parts, html.P("The page shows no phone number.", className="nothing")]
    return [*parts, html.Ul([_mention(view, mention) for mention in mentions], className="plain-list")]


def _mention(view: View, mention: Row) -> Component:
    differs = (
        mention["href_number"] and mention["shown_number"] and mention["href_number"] != mention["shown_number"]
    )
    number_ = mention["number"] or mention["shown_number"]
    notes: list[Any] = [
        badge(labels.CHANNEL, mention["channel"]),
        " ",
        badge(labels.ZONE, mention["zone"]),
        " ",
        badge(labels.OWNERSHIP, mention["ownership"]),
    ]
    if mention["is_template"]:
        notes += [" ", html.Span("On many pages", className="badge tone-plain")]
    if not mention["valid"]:
        notes += [" ", html.Span("Cannot be a number", className="badge tone-error")]
    return html.Li(
        [
            html.P(highlighted(mention["context"], mention["shown_text"]), className="context"),
            html.P(
                f"Shows {clean(mention['shown_number'])}, but dials {clean(mention['href_number'])}.",
                className="tone-text-error",
            )
            if differs
            else None,
            html.P(
                [
                    link(clean(number_), view.href("/calls", number=number_)) if number_ else "No number",
                    " ",
                    *notes,
                ]
            ),
        ]
    )


def _headings(view: View, url: str) -> Any:
    rows = view.rows(*queries.headings(url))
    if not rows:
        return html.P("The page has no headings.", className="nothing")
    return html.Ol(
        [
            html.Li(
                [html.Span(f"H{row['level']}", className="level"), cut(row["text"], 200) or html.Em("empty")],
                className=f"depth-{row['level']}",
            )
            for row in rows
        ],
        className="outline",
    )


def _entities(view: View, url: str) -> Any:
    rows = view.rows(*queries.entities(url))
    if not rows:
        return html.P("Nothing of the vocabulary was found.", className="nothing")
    return html.Ul(
        [
            html.Li(
                [
                    badge(labels.KIND, row["kind"]),
                    _entity(view, row),
                    html.Span(
                        f"{plural(row['count'], 'mention')}, score {number(row['score'])}", className="muted small"
                    ),
                ]
            )
            for row in rows
        ],
        className="lines",
    )


def _entity(view: View, row: Row) -> Component:
    name = clean(row["label"])
    key = {"condition": "c", "treatment": "t"}.get(row["kind"])
    return (
        link(name, view.href("/coverage", **{key: row["entity"]}), kind="link grow")
        if key
        else html.Span(name, className="grow")
    )


def _images(view: View, url: str) -> Any:
    rows = view.rows(*queries.images(url))
    without = [row for row in rows if row["alt"] is None]
    if not without:
        return html.P(
            f"None: all {plural(len(rows), 'image')} have one." if rows else "The page has no images.",
            className="nothing",
        )
    return [
        html.P(f"{number(len(without))} of {plural(len(rows), 'image')}."),
        html.Ul(
            [html.Li(html.Span(cut(row["src"] or "No address", 140), className="path")) for row in without[:40]],
            className="lines",
        ),
    ]


def _structured(view: View, url: str) -> Any:
    rows = view.rows(*queries.structured_data(url))
    if not rows:
        return html.P("The page has none.", className="nothing")
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(clean(row["syntax"]), className="badge tone-plain"),
                    html.Span(cut(row["type"] or "No type", 80), className="grow"),
                    html.Span(cut(row["error"], 160), className="tone-text-error") if row["error"] else None,
                ]
            )
            for row in rows
        ],
        className="lines",
    )
