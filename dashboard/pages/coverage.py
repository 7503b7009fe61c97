"""What do patients ask that we have no page for?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.aria import aria, data
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered
from dashboard.components.matrix import legend, matrix, matrix_list
from dashboard.components.parts import badge, facts, link, mark, page_link
from dashboard.components.questions import entries, questions
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.figures.bars import ranked
from dashboard.queries import actions as action_queries
from dashboard.queries import coverage as queries
from dashboard.queries import gaps as gap_queries
from dashboard.text import clean, cut, number, plural
from dashboard.view import View


def layout(view: View) -> Component:
    """The matrix with its panel, the conditions with most gaps, kinds of pages, questions, and all gaps."""
    state = view.choice("state", labels.COVERAGE)
    return html.Div(
        [
            html.H1("What do patients ask that we have no page for?", tabIndex=-1),
            _panel(view),
            card("Conditions and treatments", lambda: _matrix(view, state), lead=_lead(view), export=view.export("coverage")),
            html.Div(
                [
                    card("Conditions with most gaps", lambda: _bars(view), lead="Questions without a page, by condition."),
                    card("Kinds of pages", lambda: _states(view, "page_type"), lead="Pages that every clinic needs."),
                ],
                className="two",
            ),
            html.Div(
                [
                    card("Offices", lambda: _states(view, "location"), lead="Each office needs a page."),
                    card("Clinicians", lambda: _states(view, "provider"), lead="Each clinician whom the site names needs a page."),
                ],
                className="two",
            ),
            card("Questions on your pages", lambda: _states(view, "intent"), lead="What people want to know about a condition or a treatment."),
            card("Everything that is missing", lambda: _gaps(view), lead="The highest priority stands on top.", export=view.export("gaps"), anchor="gaps"),
        ],
        className="page",
    )  # fmt: skip


def _lead(view: View) -> str:
    counts = _counts(view)
    total = sum(count for state, count in counts.items() if state != "unknown")
    missing = counts.get("none", 0) + counts.get("mentioned", 0)
    unknown = counts.get("unknown", 0)
    why = (
        f" {number(unknown)} more could not be judged: {clean(view.rows(*queries.why_unknown())[0]['why'])}"
        if unknown
        else ""
    )
    if not missing:
        return f"Each of the {plural(total, 'question')} that could be judged has a page.{why}"
    return f"{plural(missing, 'question')} of {number(total)} {'has' if missing == 1 else 'have'} no page yet. Start with the boxes marked +; choose one to see why.{why}"


def _counts(view: View) -> dict[str, int]:
    return {row["state"]: row["n"] for row in view.rows(*queries.states())}


def _matrix(view: View, state: str | None) -> Any:
    conditions = view.rows(*queries.entries("condition"))
    treatments = [row for row in view.rows(*queries.entries("treatment")) if row["offered"] != "no"]
    if not conditions and not treatments:
        return html.P(
            "This check knows no conditions and no treatments. Choose the vocabulary packs in the clinic's file.",
            className="nothing",
        )
    areas = sorted({row["body_area"] for row in conditions if row["body_area"]})
    area = view.choice("area", areas)
    shown = [row for row in conditions if area in (None, row["body_area"])]
    cells = {(row["condition"], row["treatment"]): row for row in view.rows(*queries.entries("cell"))}
    parts: list[Any] = [legend(view, _counts(view), state)]
    if len(areas) > 1:
        parts.append(
            chips(view, "area", [(None, "All", None), *[(name, name, None) for name in areas]], title="Body area")
        )
    return [
        *parts,
        matrix(view, shown, treatments, cells, state=state),
        matrix_list(view, shown, treatments, cells),
    ]


def _panel(view: View) -> Component | None:
    """What is known of the box that was chosen."""
    condition = view.choice("c", {row["condition"] for row in view.rows(*queries.entries("condition"))})
    treatment = view.choice("t", {row["treatment"] for row in view.rows(*queries.entries("treatment"))})
    if not condition and not treatment:
        return None
    return html.Aside(
        [
            html.A([html.Span("✕", **aria(hidden="true")), html.Span("Close", className="visually-hidden")],
                   href=view.here(c=None, t=None), className="close", **data(close="true")),
            card(_about(view, condition, treatment), lambda: _details(view, condition, treatment)),
        ],
        className="panel", id="selection", tabIndex=-1, **aria(label="The chosen question"),
    )  # fmt: skip


def _about(view: View, condition: str | None, treatment: str | None) -> str:
    names = [
        row["label"]
        for kind, key in (("condition", condition), ("treatment", treatment))
        for row in view.rows(*queries.entries(kind))
        if key and row[kind] == key
    ]
    return " and ".join(cut(name, 60) for name in names)


def _details(view: View, condition: str | None, treatment: str | None) -> list[Any]:
    found = view.rows(*queries.selected(condition, treatment))
    pages = view.rows(*queries.pages_naming(condition, treatment))
    parts: list[Any] = []
    if not found:
        parts.append(html.P("This is not a usual combination, so no page is expected."))
    elif found[0]["offered"] == "no":
        parts.append(html.P(labels.NOT_OFFERED.help))
    else:
        parts += _judgement(view, found[0])
    others = [row for row in pages if not found or row["url"] != found[0]["best_url"]]
    both = "both" if condition and treatment else "it"
    parts.append(
        html.H3(f"Other pages that name {both}" if found and found[0]["best_url"] else f"Pages that name {both}")
    )
    if others:
        parts.append(
            html.Ul(
                [
                    html.Li(
                        [
                            page_link(view, row["url"], row["title"]),
                            html.Span(f"{plural(row['mentions'], 'mention')}", className="muted small"),
                        ]
                    )
                    for row in others[:12]
                ],
                className="lines",
            )
        )
        parts.append(html.P(link("Save all as CSV", view.export("naming", c=condition, t=treatment))))
    else:
        parts.append(html.P("None.", className="muted"))
    parts += _closing_gaps(view, found)
    parts += _brief(view, found)
    return [*parts, *_asked_about(view, condition, treatment)]


def _judgement(view: View, row: Row) -> list[Any]:
    word = labels.label(labels.COVERAGE, row["state"])
    best = page_link(view, row["best_url"], row["best_title"]) if row["best_url"] else "No page yet"
    return [
        html.P([mark(row["state"]), html.Strong(word.word), html.Span(word.help)], className=f"verdict state-{row['state']}"),
        facts([
            ("Why", clean(row["reasons"])),
            ("Best page", best),
            ("Score", f"{number(row['score'])} of 100"),
            ("Pages that name it", number(row["pages"])),
            ("Offered", {"yes": "Yes", "inferred": "Seems so; confirm it in the clinic's file"}.get(row["offered"], clean(row["offered"]))),
        ]),
    ]  # fmt: skip


def _closing_gaps(view: View, found: list[Row]) -> list[Any]:
    gaps = view.rows(*gap_queries.gaps(None, found[0]["key"])) if found else []
    if not gaps:
        return []
    return [
        html.H3("What to do"),
        html.Ul(
            [
                html.Li(
                    [
                        link(html.Strong(clean(gap["action"])), view.href("/gap", id=gap["gap_id"])),
                        html.P(clean(gap["why"]), className="muted"),
                        badge(labels.EFFORT, gap["effort"]),
                    ]
                )
                for gap in gaps
            ],
            className="plain-list",
        ),
    ]


def _brief(view: View, found: list[Row]) -> list[Any]:
    """Where the page is missing or thin: an outline for whoever writes it."""
    if not found or found[0]["offered"] == "no" or found[0]["state"] not in ("none", "mentioned", "thin"):
        return []
    forms = (("docx", "Brief for Word"), ("md", "Brief as Markdown"))
    return [
        html.H3("Write a brief"),
        html.P("One page for whoever writes it: titles, headings, words that patients use, pages to link, what to check."),
        html.P([link(word, view.brief(form, found[0]["kind"], found[0]["key"]), kind="button") for form, word in forms], className="buttons"),
    ]  # fmt: skip


def _asked_about(view: View, condition: str | None, treatment: str | None) -> list[Any]:
    """The questions people ask about the condition or the treatment alone."""
    rows = [
        row
        for row in view.rows(*queries.entries("intent"))
        if (row["condition"], row["treatment"]) == (condition, treatment)
    ]
    return [html.H3("What people ask about it"), entries(view, rows)] if rows else []


def _bars(view: View) -> Any:
    rows = view.rows(*queries.conditions_by_gaps())
    if not rows:
        return html.P("No condition is known to lack a page.", className="nothing")
    linked = [{**row, "href": view.here(c=row["condition"], t=None)} for row in rows]
    top = linked[0]
    return chart(
        "condition-gaps",
        ranked(linked, label="label", value="gaps", tone="none", scheme=view.scheme),
        says=f"Questions without a page by condition; {clean(top['label'])} has most: {number(top['gaps'])} of {number(top['asked'])}.",
        rows=linked,
        columns=(("label", "Condition"), ("gaps", "Without a page"), ("asked", "Questions asked")),
    )


def _states(view: View, kind: str) -> Any:
    rows = view.rows(*queries.entries(kind))
    if not rows:
        return html.P("Nothing is expected here.", className="nothing")
    return questions(view, rows) if kind == "intent" else entries(view, rows)


def _gaps(view: View) -> Any:
    counts = {row["standing"]: row["n"] for row in view.rows(*gap_queries.standings())}
    if not counts:
        return html.P("Nothing is missing.", className="nothing")
    decided = view.choice("decided", gap_queries.DECIDED)
    kinds = view.rows(*gap_queries.gap_kinds(decided))
    kind = view.choice("gap", {row["kind"] for row in kinds})
    total = sum(row["n"] for row in kinds)
    to_do = sum(count for standing, count in counts.items() if standing not in ("fixed", "snoozed", "wont_do"))
    shown = [
        (name, labels.label(labels.STATE, name).word, counts[name])
        for name in gap_queries.DECIDED
        if name in counts
    ]
    choices = [
        (None, "All", total),
        *[(row["kind"], labels.label(labels.GAP_KIND, row["kind"]).word, row["n"]) for row in kinds],
    ]
    action = view.params.get("action", "")
    doing = view.rows(*action_queries.action(action))
    filters = [("gap", labels.label(labels.GAP_KIND, kind).word)] if kind else []
    filters += [("action", cut(row["title"], 80)) for row in doing]
    problem = view.store.decisions(view.site).problem
    chosen = (("gap", kind), ("decided", decided), ("action", action if doing else None))
    asked = {name: value for name, value in chosen if value}
    return [
        html.P(clean(problem), className="notice") if problem else None,
        chips(view, "decided", [(None, "To do", to_do), *shown], title="Show") if shown else None,
        chips(view, "gap", choices, title="Kind"),
        filtered(view, filters),
        listing_table(view, "gaps", asked=asked, empty="Nothing is left to do."),
    ]
