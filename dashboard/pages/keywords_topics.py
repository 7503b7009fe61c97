"""What the site as a whole speaks of, what moved, and the words that set it apart."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import labels, topic_labels
from dashboard.components.card import card, csv_link
from dashboard.components.chart import chart
from dashboard.components.forms import chips, filtered
from dashboard.components.history import history
from dashboard.components.table import listing_table
from dashboard.dataset import Row
from dashboard.figures.bars import ranked
from dashboard.pages.keywords_targets import asked, choices
from dashboard.queries import topics as queries
from dashboard.text import clean, cut, number, plural
from dashboard.view import View

FILTERS = ("topic", "group", "cover", "moved")
"""Parameters of these parts, which a search keeps."""

SHOWN_TOPICS, SHOWN_WORDS = 12, 15
CHART_LABEL = 24
"""Characters of a name beside its bar, so that it fits a phone."""


def cards(view: View) -> list[Component | None]:
    """The topics, the one that was chosen, what moved, and the words."""
    return [
        card("What topics does the site speak of?", lambda: _topics(view), lead="Conditions and treatments, and phrases of your own that go together. The bars are pages that name it; a page is about it if its title or H1 says it. Choose a topic to see its pages.", export=view.export("topics"), anchor="topics"),
        _topic(view),
        card("Which topics moved since the last check?", lambda: _changes(view), lead="By the pages that name them. What was not seen this time or last is never counted as gone or new.", export=view.export("topic-changes"), anchor="topic-changes"),
        card("Which words set the site apart?", lambda: _words(view), lead="Single words that you use at least eight times as often as people do in general. They show at a glance what readers and search engines take the site to be about.", export=view.export("keyness"), anchor="words"),
    ]  # fmt: skip


def _topics(view: View) -> Any:
    rows = view.rows(*queries.counts())
    if not rows:
        return html.P("No topic was found: no two pages speak of the same.", className="nothing")
    total = sum(row["n"] for row in rows)
    group = view.choice("group", topic_labels.GROUP)
    cover = view.choice("cover", labels.COVERAGE)
    given = asked(view, group=group, cover=cover)
    return [
        _chart(view, group, cover),
        chips(view, "group", choices(topic_labels.GROUP, _sums(rows, "group"), total), title="Kind of topic"),
        chips(view, "cover", choices(labels.COVERAGE, _sums(rows, "cover"), total), title="How well"),
        listing_table(view, "topics", asked=given, empty="No topic matches.", clear=view.href("/keywords")),
    ]


def _sums(rows: Iterable[Row], name: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for row in rows:
        found[row[name]] = found.get(row[name], 0) + row["n"]
    return found


def _chart(view: View, group: str | None, cover: str | None) -> Component | None:
    rows = [
        row for row in view.rows(*queries.topics(group, cover, view.params.get("q"), SHOWN_TOPICS)) if row["pages"]
    ]
    if not rows:
        return None
    shown = [
        {
            **row,
            "short": cut(row["label"], CHART_LABEL),
            "word": labels.label(labels.COVERAGE, row["cover"]).word,
            "second": f"{labels.label(labels.COVERAGE, row['cover']).word} – {number(row['pages_about'])} about it",
            "href": _href(view, row["key"]),
        }
        for row in rows
    ]
    first = shown[0]
    return chart(
        "topics",
        ranked(shown, label="short", value="pages", scheme=view.scheme, tone_key="cover", second="second"),
        says=f"Pages that name each of {plural(len(shown), 'topic')}, the most named first: {clean(first['label'])}, named on {plural(first['pages'], 'page')}, which are about it: {number(first['pages_about'])}.",
        rows=shown,
        columns=(("label", "Topic"), ("pages", "Pages"), ("pages_about", "In title or H1"), ("word", "How well")),
    )


def _href(view: View, topic_id: str) -> str:
    return view.here(topic=topic_id) + "#topic"


def _topic(view: View) -> Component | None:
    topic_id = view.params.get("topic")
    if not topic_id:
        return None
    rows = view.rows(*queries.topic(topic_id))
    if not rows:
        view.ignored.append("topic")
        return None
    label = clean(rows[0]["label"])
    return card(f"Topic: {label}", lambda: _one(view, rows[0]), export=view.export("topic-pages"), anchor="topic")


def _one(view: View, row: Row) -> Any:
    lines = (("named", "Name it", "series"), ("about", "About it", "good"))
    return [
        filtered(view, [("topic", clean(row["label"]))]),
        html.P(_coverage(row)),
        html.H3("Its pages"),
        listing_table(view, "topic-pages", empty="No page that was read names it."),
        html.H3(["Its phrases ", csv_link(view.export("topic-phrases"), "Phrases of the topic")]),
        listing_table(view, "topic-phrases", empty="It is named, but among the main phrases of no page."),
        html.H3("From check to check"),
        history(view, "topic-trend", queries.trend(row["topic_id"]), lines, "of pages that name it, and that are about it"),
    ]  # fmt: skip


def _coverage(row: Row) -> str:
    """How a topic is covered, in two sentences."""
    moved = topic_labels.MOVED.get(row["change"])
    if row["pages"] is None:
        return "The pages that named it at the check before could not be read this time."
    if not row["pages"]:
        return f"It is no topic any more: no page names it, or too few say much of it. {plural(row['pages_before'] or 0, 'page')} named it at the check before."
    state = labels.label(labels.COVERAGE, row["state"])
    places = f"in title or H1 of {number(row['pages_about'])}, in another heading of {number(row['pages_part'])}, and only in the text of {number(row['pages_mentioned'])}"
    now = f"{state.word}: {plural(row['pages'], 'page')} ({number(row['share'])} %) name it, {places}."
    before = f" {moved.help}" if moved else ""
    return now + before


def _changes(view: View) -> Any:
    counts = {row["moved"]: row["n"] for row in view.rows(*queries.change_counts())}
    if not counts:
        return html.P("No topic was found, at this check or the one before.", className="nothing")
    if not counts.keys() - {"first"}:
        return html.P(
            "This is the first check with topics. What moves is told after the next one.", className="nothing"
        )
    told = {name: counts[name] for name in queries.CHANGED if name in counts}
    same = f"{plural(counts.get('same', 0), 'topic')} stayed as before."
    if not told:
        return html.P(f"Nothing moved: {same}", className="nothing")
    moved = view.choice("moved", told)
    return [
        html.P(same),
        chips(view, "moved", choices(topic_labels.MOVED, told, sum(told.values())), title="What moved"),
        listing_table(
            view, "topic-changes", asked={"moved": moved} if moved else {}, clear=view.href("/keywords")
        ),
    ]


def _words(view: View) -> Any:
    rows = view.rows(*queries.words(view.params.get("q"), SHOWN_WORDS))
    if not rows:
        return html.P(
            "No word stands out, or the language is one whose usual words we do not know.", className="nothing"
        )
    most = sorted(rows, key=lambda row: -row["uses"])
    return [
        chart(
            "words-apart",
            ranked(most, label="word", value="uses", scheme=view.scheme),
            says=f"The {plural(len(rows), 'word')} that most surely set the site apart, by uses; the first is {clean(rows[0]['word'])}, used {number(rows[0]['times'])} times as often as elsewhere.",
            rows=most,
            columns=(("word", "Word"), ("uses", "Uses"), ("times", "Times as often"), ("pages", "Pages")),
        ),
        html.P(
            "The bars are uses. “Times as often” is how large the difference is, “certainty” (G²) how sure: 15 is reached "
            "by chance once in 10,000. A word that people use less than once in a million counts as half of that. Names, "
            "numbers and function words are left out.",
            className="muted small",
        ),
        listing_table(view, "keyness", asked=asked(view), empty="No word matches.", clear=view.href("/keywords")),
    ]  # fmt: skip
