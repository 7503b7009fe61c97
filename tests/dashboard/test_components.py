"""Components: pure trees of rows. What is crawled stays text; what fails stays in its card."""

import logging
from typing import Any

import pytest

from dashboard import labels
from dashboard.components.card import card
from dashboard.components.chart import CONFIG, chart
from dashboard.components.context import highlighted
from dashboard.components.forms import chips, search
from dashboard.components.kpi import delta
from dashboard.components.matrix import legend, matrix, matrix_list
from dashboard.components.parts import badge, outside, page_link
from dashboard.components.shell import banners
from dashboard.components.table import _column, listing_table, plain_table
from dashboard.dataset import Row
from dashboard.export import csv_rows
from dashboard.figures.bars import ranked
from dashboard.listings import LISTINGS
from dashboard.store import Store
from dashboard.view import View
from tests import sample
from tests.dashboard.conftest import view_of
from tests.dashboard.tree import kinds, links, text, walk


def _entry(key: str, state: str = "none", **more: Any) -> Row:
    return {
        "key": key,
        "label": key.title(),
        "state": state,
        "offered": "yes",
        "pages": 2,
        "tier": 1,
        "body_area": None,
        **more,
    }


CONDITIONS = [_entry("knee", "strong"), _entry("back", "none")]
TREATMENTS = [_entry("prp"), _entry("surgery")]
CELLS = {
    ("knee", "prp"): _entry("knee+prp", "thin"),
    ("knee", "surgery"): _entry("knee+surgery", "none", offered="no"),
    ("back", "prp"): _entry("back+prp", "unknown"),
}


@pytest.fixture
def view(store: Store) -> View:
    return view_of(store, "/coverage", "?state=thin")


def test_matrix_is_a_table_with_headers_and_links(view: View) -> None:
    table = matrix(view, CONDITIONS, TREATMENTS, CELLS, state=None)
    scopes = [part.scope for part in walk(table) if type(part).__name__ == "Th"]
    assert scopes.count("col") == 4
    assert scopes.count("row") == 3
    assert "/coverage?state=thin&c=knee&t=prp" in links(table)
    assert "Not offered" in text(table)
    assert not any("t=surgery" in link and "c=knee" in link for link in links(table))


def test_matrix_puts_the_condition_with_most_gaps_first(view: View) -> None:
    rows = [
        text(part)
        for part in walk(matrix(view, CONDITIONS, TREATMENTS, CELLS, state=None))
        if type(part).__name__ == "Th"
    ]
    assert rows.index("Back") < rows.index("Knee")


def test_matrix_is_grouped_when_it_is_long(view: View) -> None:
    many = [_entry(f"c{at}", body_area="Knee" if at % 2 else "Back") for at in range(30)]
    groups = [
        part
        for part in walk(matrix(view, many, TREATMENTS, {}, state=None))
        if getattr(part, "scope", "") == "rowgroup"
    ]
    assert [text(part) for part in groups] == ["Back", "Knee"]


def test_matrix_list_shows_only_what_is_missing_or_weak(view: View) -> None:
    listed = matrix_list(view, CONDITIONS, TREATMENTS, CELLS)
    assert [link.rpartition("?")[2] for link in links(listed)] == [
        "state=thin&c=back",
        "state=thin&c=back&t=prp",
        "state=thin&c=knee&t=prp",
    ]


def test_legend_filters_and_frees(view: View) -> None:
    found = links(legend(view, {"thin": 3}, "thin"))
    assert "/coverage" in found
    assert "/coverage?state=none" in found


def test_failing_card_says_so_and_hides_the_reason(caplog: pytest.LogCaptureFixture) -> None:
    def body() -> str:
        raise ValueError("secret")

    with caplog.at_level(logging.ERROR):
        drawn = card("Numbers", body)
    assert "could not be drawn" in text(drawn)
    assert "secret" not in text(drawn)
    assert "secret" in caplog.text


def test_chart_is_named_has_a_table_and_shares_nothing() -> None:
    rows = [{"label": "<b>x</b>", "n": 3, "href": "/pages?issue=x"}]
    drawn = chart(
        "test",
        ranked(rows, label="label", value="n", scheme="light"),
        says="One sentence.",
        rows=rows,
        columns=(("label", "Name"), ("n", "Pages")),
    )
    figure = next(part for part in walk(drawn) if type(part).__name__ == "Figure")
    graph = next(part for part in walk(drawn) if type(part).__name__ == "Graph")
    assert getattr(figure, "aria-label") == "One sentence."
    assert "View as table" in text(drawn)
    assert "/pages?issue=x" in links(drawn)
    assert graph.config["showSendToCloud"] is False
    assert "sendChartToCloud" in CONFIG["modeBarButtonsToRemove"]
    assert CONFIG["plotlyServerURL"] == ""


def test_highlighted_marks_the_number_and_nothing_else() -> None:
    parts = highlighted("Call <b>310</b> now", "310")
    assert [text(part) for part in parts] == ["Call <b>", "310", "</b> now"]
    assert highlighted("no number", "310") == ["no number"]


def test_links_leave_the_dashboard_only_by_http(view: View) -> None:
    assert links(outside("x", "javascript:alert(1)")) == []
    good: Any = outside("x", "https://a.example/")
    assert good.rel == "noopener noreferrer"
    assert links(page_link(view, f"{sample.ROOT}/faq/", "FAQ"))[0].startswith("/page?url=")
    assert "opens the live website" in text(page_link(view, "https://elsewhere.example/x"))
    assert links(page_link(view, "javascript:alert(1)")) == []


def test_delta_says_whether_it_is_good() -> None:
    assert text(delta(5, 3, more_is_good=True)) == "▲ 2 more – better"
    assert text(delta(5, 3, more_is_good=False)) == "▲ 2 more – worse"
    assert text(delta(3, 5, more_is_good=False)) == "▼ 2 fewer – better"
    assert "First check" in text(delta(3, None, more_is_good=True))


def test_unknown_value_is_shown_in_its_own_words() -> None:
    assert text(badge(labels.OUTCOME, "some_new_outcome")) == "Some new outcome"


def test_chips_and_search_keep_the_rest_of_the_address(store: Store) -> None:
    view = view_of(store, "/pages", "?q=knee&severity=error&snapshot=" + sample.NOW)
    assert f"/pages?snapshot={sample.NOW}&q=knee&severity=warning" in links(
        chips(view, "severity", [(None, "All", None), ("warning", "Warnings", 3)], title="Severity")
    )
    form = search(view, title="Search", hint="", keep=("severity",))
    assert getattr(form, "data-keep-severity") == "error"
    assert getattr(form, "data-keep-snapshot") == sample.NOW


def test_short_listings_are_plain_tables_and_long_ones_grids(store: Store) -> None:
    view = view_of(store, "/calls")
    assert "Table" in kinds(listing_table(view, "numbers"))
    assert "AgGrid" in kinds(listing_table(view, "calls"))
    empty = listing_table(view, "pages", asked={"q": "nothing has this"}, clear="/pages")
    assert text(empty).startswith("No pages match.")
    assert links(empty) == ["/pages"]


WIDEST = 1247
"""Room in a card on a screen of 1366 px, in px."""
_FULL_WIDTH = (
    "topics",
    "keyness",
    "phrases",
    "targets",
    "title-promises",
    "searches",
    "chances",
    "shown-pages",
    "gaps",
    "checks",
)


@pytest.mark.parametrize("name", _FULL_WIDTH)
def test_columns_fit_a_usual_screen(name: str, store: Store) -> None:
    columns = [_column(view_of(store), field) for field in LISTINGS[name].shown]
    assert sum(max(column["minWidth"], 0 if "flex" in column else column["width"]) for column in columns) <= WIDEST


@pytest.mark.parametrize("name", LISTINGS)
def test_what_only_the_csv_has_is_not_on_the_screen(name: str) -> None:
    listing = LISTINGS[name]
    (head, *_) = csv_rows(listing, [])
    assert {field.title for field in listing.shown} <= set(head)
    assert [field.title for field in listing.fields] == head[-len(listing.fields) :]


def test_the_table_of_gaps_leaves_their_reasons_to_their_pages(store: Store) -> None:
    shown = text(
        plain_table(view_of(store), LISTINGS["gaps"], [{"gap_id": "x", "title": "A gap", "why": "A reason"}])
    )
    assert "A gap" in shown
    assert "A reason" not in shown


def test_long_listings_ask_for_blocks(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dashboard.components.table.CLIENT_ROWS", 20)
    grid = next(
        part for part in walk(listing_table(view_of(store, "/pages"), "pages")) if type(part).__name__ == "AgGrid"
    )
    assert grid.rowModelType == "infinite"
    assert getattr(grid, "rowData", None) is None
    assert grid.id["query"].endswith(f"snapshot={sample.NOW}")


def test_banners_tell_what_a_reader_must_know(store: Store, empty_store: Store) -> None:
    assert banners(view_of(store)) == []
    old = " ".join(text(banner) for banner in banners(view_of(store, "/", f"?snapshot={sample.BEFORE}&site=odd")))
    assert "does not" not in old
    assert "(site, check)" in old
    assert "not the newest" in " ".join(
        text(b) for b in banners(view_of(store, "/", f"?snapshot={sample.BEFORE}"))
    )
