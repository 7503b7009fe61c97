"""What do patients ask that we have no page for?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered
from dashboard.components.matrix import legend, matrix, matrix_list
from dashboard.components.questions import entries, questions
from dashboard.components.table import listing_table
from dashboard.figures.bars import ranked
from dashboard.pages.coverage_panel import panel
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
            panel(view),
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
