"""Which pages need work, and what became of every address?"""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels
from dashboard.components.card import card
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered, search
from dashboard.components.issues import explained, issue_list
from dashboard.components.kpi import kpi, kpis
from dashboard.components.parts import badge, facts
from dashboard.components.table import listing_table
from dashboard.figures.bars import histogram
from dashboard.queries import overview
from dashboard.queries import pages as queries
from dashboard.text import clean, number, plural
from dashboard.view import View

THIN = 300
"""Words below which a page has little to say; a convention of the field, no rule of a search engine."""
SHOWN_ISSUES = 12


def layout(view: View) -> Component:
    """The numbers, kinds of issues, the list that the filters leave, and how long pages are."""
    return html.Div(
        [
            html.H1("Which pages need work?", tabIndex=-1),
            card("The numbers", lambda: _numbers(view)),
            _one_check(view),
            card("Kinds of issues", lambda: _issues(view), lead="The gravest first: where it was found, of all that was checked.", export=view.export("issue-types")),
            card(_list_title(view), lambda: _list(view), export=view.export(_listing(view)), anchor="list"),
            card("How long are the pages?", lambda: _words(view), lead="Words of main content. Contact and legal pages and listings are left out."),
        ],
        className="page",
    )  # fmt: skip


def _numbers(view: View) -> Component:
    now = view.rows(*queries.totals())[0]
    previous = view.previous()
    before = previous.rows(*queries.totals())[0] if previous else {}
    tones = {"error": "error", "warning": "warning", "notice": "notice"}
    titles = {"error": "Pages with errors", "warning": "Pages with warnings", "notice": "Pages with notices"}
    cards = [
        kpi(titles[severity], now[severity], of=f"of {plural(now['pages'], 'page')}", meaning=word.help,
            href=view.href("/pages", severity=severity) + "#list", before=before.get(severity), more_is_good=False, tone=tones[severity])
        for severity, word in labels.SEVERITY.items()
    ]  # fmt: skip
    if previous:
        cards.append(
            kpi("New since the check before", now["fresh"], of=f"of {plural(now['issues'], 'issue')}", meaning="Issues that were not there last time.",
                href=view.href("/"), compared=False)
        )  # fmt: skip
    else:
        cards.append(
            kpi("Issues", now["issues"], of=f"on {plural(now['pages'], 'page')}", meaning="Everything that was found, of every kind.",
                href=view.href("/pages") + "#list", compared=False)
        )  # fmt: skip
    return kpis(cards)


def _chosen_check(view: View) -> dict[str, Any] | None:
    check_id = view.params.get("issue")
    if not check_id:
        return None
    rows = view.rows(*queries.check(check_id))
    if not rows and "issue" not in view.ignored:
        view.ignored.append("issue")
    return rows[0] if rows else None


def _one_check(view: View) -> Component | None:
    check = _chosen_check(view)
    if check is None:
        return None
    return card(
        clean(check["title"]),
        lambda: [
            html.P(
                [
                    badge(labels.SEVERITY, check["severity"]),
                    f" Found in {number(check['failed'])} of {number(check['checked'])}",
                ]
            ),
            explained(check),
            facts([("Checked over", clean(check["population"])), ("Name of the check", clean(check["check_id"]))]),
        ],
    )


def _issues(view: View) -> Any:
    severity = view.choice("severity", labels.SEVERITY)
    rows = view.rows(*queries.checks(severity))
    if not rows:
        checks = view.rows(*overview.numbers())[0]["checks"]
        return html.P(f"Nothing was found. {plural(checks, 'check')} ran.", className="nothing")
    chosen = view.params.get("issue")
    return issue_list(view, rows, most=SHOWN_ISSUES, chosen=chosen)


def _listing(view: View) -> str:
    if view.params.get("outcome"):
        return "addresses"
    return "issues" if view.params.get("issue") else "pages"


def _list_title(view: View) -> str:
    return {"addresses": "Addresses", "issues": "Where it was found", "pages": "Pages"}[_listing(view)]


def _list(view: View) -> Any:
    severity = view.choice("severity", labels.SEVERITY)
    outcome = view.choice("outcome", labels.OUTCOME)
    types = view.rows(*queries.page_types())
    page_type = view.choice("type", {row["page_type"] for row in types})
    check = _chosen_check(view)
    q = view.params.get("q")
    pairs = {
        "severity": severity,
        "outcome": outcome,
        "type": page_type,
        "issue": check["check_id"] if check else None,
        "q": q,
    }
    words = {
        "severity": labels.label(labels.SEVERITY, severity).word,
        "outcome": labels.label(labels.OUTCOME, outcome).word,
        "type": labels.label(labels.PAGE_TYPE, page_type).word,
        "issue": clean(check["title"]) if check else "",
        "q": f"“{clean(q)}”",
    }
    asked = {name: value for name, value in pairs.items() if value}
    listing = "addresses" if outcome else "issues" if check else "pages"
    return [
        search(
            view,
            title="Search titles and addresses",
            hint="for example: knee",
            keep=("severity", "outcome", "type", "issue"),
        ),
        _type_chips(view, types) if not outcome else None,
        _outcome_chips(view),
        filtered(view, [(name, words[name]) for name in asked]),
        listing_table(view, listing, asked=asked, clear=view.href("/pages")),
    ]


def _type_chips(view: View, types: list[dict[str, Any]]) -> Component:
    choices = [
        (None, "All", None),
        *[(row["page_type"], labels.label(labels.PAGE_TYPE, row["page_type"]).word, row["n"]) for row in types],
    ]
    return chips(view, "type", choices, title="Kind of page")


def _outcome_chips(view: View) -> Component:
    rows = view.rows(*overview.outcomes())
    choices = [
        (None, "All pages that were read", None),
        *[(row["outcome"], labels.label(labels.OUTCOME, row["outcome"]).word, row["urls"]) for row in rows],
    ]
    return chips(view, "outcome", choices, title="What happened")


def _words(view: View) -> Any:
    rows = [
        {
            **row,
            "label": f"{row['low']:,}–{row['high']:,}" if row["high"] else f"{row['low']:,} +",
            "high": row["high"] or 10**9,
        }
        for row in view.rows(*queries.word_counts())
    ]
    short = sum(row["n"] for row in rows if row["high"] <= THIN)
    return chart(
        "words",
        histogram(rows, limit=THIN, limit_word=f"{THIN} words", unit="words", scheme=view.scheme),
        says=f"{plural(short, 'page')} of {number(sum(row['n'] for row in rows))} {'has' if short == 1 else 'have'} fewer than {THIN} words of main content.",
        rows=rows,
        columns=(("label", "Words"), ("n", "Pages")),
    )
