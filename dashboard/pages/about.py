"""What was checked, how every number is computed, and where the limits are."""

import json
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria
from dashboard.components.card import card
from dashboard.components.parts import badge, facts, fold, outside
from dashboard.components.table import listing_table
from dashboard.glossary import GLOSSARY, LIMITS, METHODS
from dashboard.queries import about as queries
from dashboard.text import clean, cut, moment, number, percent, plural
from dashboard.view import View


def layout(view: View) -> Component:
    """The crawl, the methods, the checks, the data dictionary, the limits and the glossary."""
    return html.Div(
        [
            html.H1("About the data", tabIndex=-1),
            html.Div([card("What was checked", lambda: _crawl(view)), card("How it was judged", lambda: _analysis(view))], className="two"),
            card("How each number is computed", lambda: _words(METHODS), anchor="methods"),
            card("All checks", lambda: listing_table(view, "checks", asked={}, empty="This check holds no list of checks."), lead="Those that found something, those that passed, and those that did not apply.", export=view.export("checks")),
            html.Div([card("Limits", lambda: html.Ul([html.Li(text) for text in LIMITS], className="bullets")), card("Words", lambda: _words(GLOSSARY))], className="two"),
            card("Data dictionary", lambda: _dictionary(view), lead="Tables and columns of this check, as its datapackage.json describes them."),
        ],
        className="page",
    )  # fmt: skip


def _crawl(view: View) -> Any:
    rows = view.rows(*queries.crawl())
    if not rows:
        return html.P("This check does not say how it was made.", className="nothing")
    crawl = rows[0]
    outcome = labels.label(labels.CRAWL_OUTCOME, crawl["outcome"])
    return [
        facts(
            [
                ("Site", clean(crawl["site"] or view.site)),
                ("Started from", outside(cut(crawl["seed"], 80), crawl["seed"])),
                ("Time", f"{moment(crawl['started_at'])} to {moment(crawl['finished_at'])}"),
                ("Result", [badge(labels.CRAWL_OUTCOME, crawl["outcome"]), f" {outcome.help}"]),
                ("Pages read", number(crawl["pages"])),
                (
                    "Requests",
                    f"{number(crawl['requests'])}, of which {number(crawl['failures'])} without a good answer and {number(crawl['not_modified'])} unchanged",
                ),
                ("Received", f"{number((crawl['bytes'] or 0) / 1e6)} MB"),
                ("Name we gave", clean(crawl["user_agent"] or "–")),
                ("Check", clean(view.crawl_id)),
                ("Compared with", clean(crawl["previous_crawl_id"] or "No earlier check")),
                ("Rounds", clean(crawl["tool_version"] or "–")),
            ]
        ),
        fold("Settings", html.Pre(_pretty(crawl["config"]), className="settings")),
    ]


def _pretty(text: str | None) -> str:
    try:
        return json.dumps(json.loads(text or "{}"), indent=2, ensure_ascii=True)
    except ValueError:
        return clean(text)


def _analysis(view: View) -> Any:
    rows = view.rows(*queries.analysis())
    if not rows:
        return html.P("This check does not say how it was judged.", className="nothing")
    row = rows[0]
    top, bottom = row["coverage_numerator"] or 0, row["coverage_denominator"] or 0
    return facts(
        [
            ("Judged", moment(row["analysed_at"])),
            ("Vocabulary", f"Version {clean(row['taxonomy_version'])}"),
            ("Formula", f"Version {clean(row['formula_version'])}"),
            ("Coverage of the whole site", f"{percent(top, bottom)}: {top:,.1f} of {bottom:,.1f} weighted points"),
        ]
    )


def _words(pairs: tuple[tuple[str, str], ...]) -> Component:
    return facts(pairs)


def _dictionary(view: View) -> Any:
    resources = view.store.manifest(view.site, view.crawl_id)["resources"]
    return [_table(resource) for resource in resources if isinstance(resource, dict)]


def _table(resource: dict[str, Any]) -> Component:
    fields = (resource.get("schema") or {}).get("fields") or []
    rows = [
        html.Tr(
            [
                html.Th(clean(field.get("name")), scope="row"),
                html.Td(clean(field.get("type"))),
                html.Td(clean(field.get("description") or "")),
                html.Td(clean(field.get("unit") or "")),
            ]
        )
        for field in fields
        if isinstance(field, dict)
    ]
    name, count = clean(resource.get("name")), resource.get("rows")
    head = html.Thead(html.Tr([html.Th(word, scope="col") for word in ("Column", "Type", "Meaning", "Unit")]))
    return fold(
        [
            html.Strong(name),
            f" – a row is {clean(resource.get('description') or '').removeprefix('A row is ')}",
            html.Span(f" · {plural(count, 'row')}" if isinstance(count, int) else "", className="muted"),
        ],
        html.Div(
            html.Table(
                [html.Caption(name, className="visually-hidden"), head, html.Tbody(rows)],
                className="table compact",
            ),
            className="scroll",
            tabIndex=0,
            role="region",
            **aria(label=f"Columns of {name}"),
        ),
    )
