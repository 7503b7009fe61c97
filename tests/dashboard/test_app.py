"""The app over HTTP: headers, refusals, callbacks, exports."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from plotly.offline import get_plotlyjs_version

from dashboard import ids
from dashboard.app import create_app
from dashboard.grids import NOTHING, grid_block
from dashboard.listings import LISTINGS
from dashboard.security import SLIM_PLOTLY
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING

OWN = {"Origin": "http://localhost"}
UPDATE = "/_dash-update-component"


@pytest.fixture(scope="module")
def app(store: Store) -> Dash:
    return create_app(store, clock=lambda: MORNING)


@pytest.fixture
def client(app: Dash) -> FlaskClient:
    client: FlaskClient = app.server.test_client()
    return client


def _show(pathname: Any = "/", search: Any = "") -> dict[str, Any]:
    outputs = [(ids.SHELL, "children"), (ids.CONTENT, "children"), (ids.TITLE, "data"), (ids.SHOWN, "data")]
    return {
        "output": ".." + "...".join(f"{name}.{prop}" for name, prop in outputs) + "..",
        "outputs": [{"id": name, "property": prop} for name, prop in outputs],
        "inputs": [
            {"id": ids.LOCATION, "property": "pathname", "value": pathname},
            {"id": ids.LOCATION, "property": "search", "value": search},
            {"id": ids.SCHEME, "property": "data", "value": "light"},
        ],
        "changedPropIds": [f"{ids.LOCATION}.pathname"],
    }


def test_index_is_small_and_says_nothing_of_the_crawl(client: FlaskClient) -> None:
    page = client.get("/").get_data(as_text=True)
    assert len(page) < 50_000
    assert '<html lang="en">' in page
    assert "[if IE]" not in page
    for words in ("Harbour", "osteoarthritis", "window.__xss", sample.SITE):
        assert words not in page
        assert words not in client.get("/_dash-layout").get_data(as_text=True)


def test_every_page_path_gets_the_index(client: FlaskClient) -> None:
    assert client.get("/coverage?c=x").status_code == 200
    assert client.get("/health").status_code == 200


@pytest.mark.parametrize(
    "path", ["/", "/_dash-layout", "/export/pages.csv", "/assets/navigate.js", "/nowhere.csv"]
)
def test_headers(client: FlaskClient, path: str) -> None:
    with client.get(path) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe-eval" not in policy
    assert "script-src 'self' 'sha256-" in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_strange_hosts_are_refused(client: FlaskClient, store: Store) -> None:
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"Host": "127.0.0.1:8050"}).status_code == 200
    behind_proxy = create_app(store, trusted_hosts=None).server.test_client()
    assert behind_proxy.get("/", headers={"Host": "seo.clinic.example"}).status_code == 200


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (OWN, 200),
        ({"Sec-Fetch-Site": "same-origin"}, 200),
        ({}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Origin": "http://evil.example", "Sec-Fetch-Site": "same-origin"}, 403),
    ],
)
def test_callbacks_come_from_our_own_pages(client: FlaskClient, headers: Mapping[str, str], status: int) -> None:
    assert client.post(UPDATE, json=_show(), headers=headers).status_code == status


def test_callback_draws_the_page(client: FlaskClient) -> None:
    answer = client.post(UPDATE, json=_show("/coverage", "?c=knee_oa&t=prp"), headers=OWN).get_json()["response"]
    assert answer[ids.TITLE]["data"] == "Coverage · Harbour Joint Clinic · Rounds"
    assert "Knee osteoarthritis" in json.dumps(answer[ids.CONTENT])
    assert answer[ids.SHOWN]["data"] == {"site": sample.SITE, "newest": sample.NOW}


@pytest.mark.parametrize("pathname", [None, 7, {"a": 1}, ["x"], "//evil.example", "/\ud800", "/../../etc/passwd"])
@pytest.mark.parametrize("search", [None, 7, ["x"], "?c=\ud800&t=%ff", "?" + "a=1&" * 500])
def test_callback_with_odd_values_still_draws(client: FlaskClient, pathname: Any, search: Any) -> None:
    assert client.post(UPDATE, json=_show(pathname, search), headers=OWN).status_code == 200


@pytest.mark.parametrize(
    "body",
    [
        None,
        [],
        "x",
        {},
        {"output": 1},
        {
            "output": "nothing.children",
            "outputs": {"id": "nothing", "property": "children"},
            "inputs": [],
            "changedPropIds": [],
        },
        _show() | {"inputs": None},
        _show() | {"inputs": []},
        _show() | {"inputs": [1, 2, 3]},
        _show() | {"outputs": None},
        _show() | {"changedPropIds": "x"},
        _show() | {"changedPropIds": ["nodot"]},
        _show() | {"state": {"a": 1}},
    ],
)
def test_malformed_callback_is_the_senders_mistake(client: FlaskClient, body: Any) -> None:
    assert client.post(UPDATE, json=body, headers=OWN).status_code == 400


def test_body_that_is_no_json_is_refused(client: FlaskClient) -> None:
    assert client.post(UPDATE, data="{", content_type="application/json", headers=OWN).status_code == 400
    assert client.post(UPDATE, data="a=1", content_type="text/plain", headers=OWN).status_code in (400, 415)


def test_two_apps_in_one_process_keep_apart(store: Store, empty_store: Store) -> None:
    first, second = (create_app(each, clock=lambda: MORNING).server.test_client() for each in (store, empty_store))
    titles = [
        each.post(UPDATE, json=_show(), headers=OWN).get_json()["response"][ids.TITLE]["data"]
        for each in (first, second, first)
    ]
    assert titles == ["Overview · Harbour Joint Clinic · Rounds", "Overview · empty.example · Rounds", titles[0]]


def test_newer_check_is_announced_not_swapped_in(tmp_path: Path) -> None:
    sample.build(tmp_path, sample.rows(sample.BEFORE, previous=None), crawl_id=sample.BEFORE)
    client = create_app(Store(tmp_path), clock=lambda: MORNING).server.test_client()
    body = {
        "output": f"{ids.NEWER}.children",
        "outputs": {"id": ids.NEWER, "property": "children"},
        "inputs": [{"id": ids.CLOCK, "property": "n_intervals", "value": 1}],
        "state": [{"id": ids.SHOWN, "property": "data", "value": {"site": sample.SITE, "newest": sample.BEFORE}}],
        "changedPropIds": [f"{ids.CLOCK}.n_intervals"],
    }
    before = client.post(UPDATE, json=body, headers=OWN).get_json()["response"][ids.NEWER]["children"]
    sample.build(tmp_path, sample.rows(sample.NOW, previous=sample.BEFORE))
    after = client.post(UPDATE, json=body, headers=OWN).get_json()["response"][ids.NEWER]["children"]
    assert before is None
    assert "New results from 22 Nov 2026" in json.dumps(after)


def test_plotly_is_the_slim_one_of_the_same_version(client: FlaskClient) -> None:
    with client.get("/_dash-component-suites/plotly/package_data/plotly.v7_1_0m1.min.js") as answer:
        assert answer.status_code == 200
        assert answer.get_data() == SLIM_PLOTLY.read_bytes()
    assert (
        f"plotly.js (basic - minified) v{get_plotlyjs_version()}" in SLIM_PLOTLY.read_text(encoding="utf-8")[:200]
    )


# ---- grids


def _block(store: Store, query: str = "", listing: str = "pages", **asked: Any) -> dict[str, Any]:
    grid = {"type": "grid", "listing": listing, "query": query}
    return grid_block(store, grid, {"startRow": 0, "endRow": 5, **asked}, now=MORNING)


def test_grid_block_is_sorted_cut_and_counted(store: Store) -> None:
    block = _block(store, sortModel=[{"colId": "word_count", "sort": "desc"}])
    counts = [row["word_count"] for row in block["rowData"]]
    assert counts == sorted(counts, reverse=True)
    assert len(counts) == 5
    assert block["rowCount"] == 24
    assert len(_block(store, startRow=20, endRow=40)["rowData"]) == 4
    assert _block(store, "?q=hostile")["rowCount"] == 5


@pytest.mark.parametrize(
    "asked",
    [
        {"sortModel": [{"colId": "url; DROP VIEW pages", "sort": "desc"}]},
        {"sortModel": [{"colId": 'url" DESC, (SELECT 1)', "sort": "x'"}]},
        {"sortModel": "x"},
        {"sortModel": [None, 3, {"colId": ["url"]}]},
        {"filterModel": {"url": {"type": "contains", "filter": "' OR 1=1"}}},
    ],
)
def test_hostile_sort_and_filter_are_ignored(store: Store, asked: dict[str, Any]) -> None:
    assert _block(store, **asked)["rowData"] == _block(store)["rowData"]


@pytest.mark.parametrize(
    ("grid", "asked"),
    [
        (None, {"startRow": 0, "endRow": 5}),
        ({"type": "grid", "listing": "secrets", "query": ""}, {"startRow": 0, "endRow": 5}),
        ({"type": "grid", "listing": "pages", "query": ""}, None),
        ({"type": "grid", "listing": "pages", "query": ""}, {"startRow": -1, "endRow": 5}),
        ({"type": "grid", "listing": "pages", "query": ""}, {"startRow": "0", "endRow": True}),
        ({"type": "grid", "listing": "pages", "query": ""}, {"startRow": 10**20, "endRow": 10**21}),
    ],
)
def test_grid_request_that_makes_no_sense_gets_nothing(store: Store, grid: Any, asked: Any) -> None:
    assert grid_block(store, grid, asked, now=MORNING) == NOTHING


def test_grid_block_is_bounded(store: Store) -> None:
    assert len(_block(store, endRow=2**30, listing="mentions")["rowData"]) <= 1000


# ---- exports


def _csv(client: FlaskClient, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.mimetype == "text/csv"
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


@pytest.mark.parametrize("name", LISTINGS)
def test_every_listing_exports_and_no_cell_is_a_formula(client: FlaskClient, name: str) -> None:
    search = f"?url={sample.ROOT}/faq/&key=knee+pain&c=knee_oa&t=prp&topic=condition:knee_oa"
    rows = _csv(client, f"/export/{name}.csv{search}")
    assert len(rows) > 1, name
    assert len({len(row) for row in rows}) == 1
    for row in rows[1:]:
        for cell in row:
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), cell
            assert not cell.startswith("-") or cell.lstrip("-").replace(".", "").isdigit()


def test_export_holds_what_is_filtered(client: FlaskClient) -> None:
    assert len(_csv(client, "/export/pages.csv")) == 25
    assert len(_csv(client, "/export/pages.csv?q=hostile")) == 6
    rows = _csv(client, "/export/numbers.csv")
    assert rows[1][0] == "'+13105550142"
    assert rows[0][:3] == ["Number", "As written here", "Whose"]
    assert "attachment" in client.get("/export/pages.csv").headers["Content-Disposition"]


@pytest.mark.parametrize(
    "address", ["/export/secrets.csv", "/export/pages.csv?snapshot=../../x", "/export/pages.csv?site=x"]
)
def test_export_of_what_is_not_there_is_404(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_export_of_an_empty_snapshot_is_a_header(empty_store: Store) -> None:
    rows = _csv(create_app(empty_store, clock=lambda: MORNING).server.test_client(), "/export/pages.csv")
    assert len(rows) == 1
