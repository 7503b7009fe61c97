"""Whole pages by their address, over the sample, over an empty snapshot and over none at all."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dashboard
from crawler.tables.analysis import CheckRow
from crawler.tables.crawl import CrawlRow
from dashboard.pages import PAGES
from dashboard.pages.router import Rendered, render
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING
from tests.dashboard.tree import kinds, links, text, walk

PATHS = [page.path for page in PAGES]
PARAMS = (
    "site",
    "snapshot",
    "c",
    "t",
    "state",
    "area",
    "gap",
    "number",
    "type",
    "q",
    "key",
    "url",
    "issue",
    "severity",
    "outcome",
    "found",
    "checked",
    "need",
    "claim",
    "problem",
    "tracker",
    "vendor",
    "mark",
    "target",
    "source",
    "grade",
    "promise",
    "chance",
    "demand",
)
FORBIDDEN = {"Markdown", "DangerouslySetInnerHTML", "Iframe", "Script", "Link", "Embed", "ObjectEl"}


def _render(store: Store, path: str, search: str = "", now: datetime = MORNING) -> Rendered:
    return render(store, path, search, scheme="light", now=now)


@pytest.mark.parametrize("path", PATHS)
def test_page_draws_without_a_failing_card(path: str, store: Store, empty_store: Store) -> None:
    for each in (store, empty_store):
        shown = _render(each, path, f"?url={sample.ROOT}/")
        assert "could not be drawn" not in text(shown.content)
        assert kinds(shown.content).count("H1") == 1
        assert not FORBIDDEN & set(kinds(shown.content))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        (
            "/coverage?c=knee_oa&t=prp",
            ["Knee osteoarthritis and Platelet-rich plasma (PRP)", "Pages that name both"],
        ),
        ("/coverage?c=sciatica", ["Sciatica", "Pages that name it"]),
        ("/coverage?t=surgery", ["does not offer"]),
        ("/coverage?t=prp", ["What people ask about it", "Risks & side effects: Platelet-rich plasma (PRP)"]),
        ("/coverage", ["Cost & insurance  – no answer found for 1 of 2", "answered for all 1"]),
        ("/coverage?gap=cta", ["cannot be tapped"]),
        ("/coverage?t=shockwave", ["Seems so; confirm it under  Our services"]),
        ("/services", ["Yes, we offer it", "Yes, we treat it"]),
        ("/", ["9 more only have a thin page."]),
        ("/calls?number=%2B13105550199", ["Where +13105550199 stands"]),
        ("/calls?state=wrong", ["Harbour Street office"]),
        ("/keywords?key=knee+pain", ["Pages about “knee pain”"]),
        (f"/keywords?url={sample.ROOT}/faq/", ["Phrases of one page"]),
        (
            "/pages?issue=phone.href_mismatch",
            ["A call link dials another number", "Where it was found", "Found in 1 of 27"],
        ),
        ("/pages?outcome=client_error", ["/conditions/gone/", "no such page (404)"]),
        (
            f"/page?url={sample.ROOT}/locations/harbour/",
            ["Shows +13105550142, but dials +13105550199", "Wrong number"],
        ),
        (f"/page?url={sample.ROOT}/faq/", ["Cost & insurance", "Text unchanged since"]),
        (f"/page?url={sample.ROOT}/admin/", ["robots.txt line 3", "What happened"]),
        (f"/page?url={sample.ROOT}/old/", ["301 to", "/faq/", "Redirect", "Pages that link here"]),
        (f"/page?url={sample.ROOT}/no-such/", ["No such page in this check"]),
        (
            f"/page?url={sample.ROOT}/about/dr-rivera/",
            ["opened in a browser; these are the facts after", "How it was found Links On"],
        ),
        (f"/page?url={sample.ROOT}/blog/hostile-bidi/", ["The server said so, and the page was not sent again"]),
        (f"/page?url={sample.ROOT}/privacy/", ["“page not found”, as an error page does"]),
        (
            f"/page?url={sample.ROOT}/faq/",
            ["They may make what the page shows, which was not seen: <main> is empty"],
        ),
        ("/page", ["No page was chosen"]),
        ("/about", ["Not applicable", "How each number is computed", "a row is an HTML document"]),
        ("/nowhere", ["There is no such page"]),
    ],
)
def test_address_shows_its_evidence(address: str, expected: list[str], store: Store) -> None:
    path, _, search = address.partition("?")
    shown = text(_render(store, path, search).content)
    assert [words for words in expected if words not in shown] == []


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("/coverage?c=nonsense", "condition"),
        ("/pages?issue=nonsense", "issue"),
        ("/calls?state=x", "state"),
        ("/?snapshot=x", "check"),
    ],
)
def test_unknown_value_is_left_out_and_said(address: str, name: str, store: Store) -> None:
    path, _, search = address.partition("?")
    shown = text(_render(store, path, search).content)
    assert f"not in this check ({name})" in shown


@settings(max_examples=60, deadline=None)
@given(
    path=st.sampled_from([*PATHS, "/x"]),
    params=st.dictionaries(
        st.sampled_from(PARAMS),
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(["' OR 1=1 --", "knee_oa", "error", "../../x", "\ud800", "a" * 5000, "%", "{}"]),
        ),
        max_size=4,
    ),
)
def test_no_address_breaks_a_page(store: Store, path: str, params: dict[str, str]) -> None:
    search = "?" + "&".join(f"{name}={quote(value, errors='surrogatepass')}" for name, value in params.items())
    shown = _render(store, path, search)
    assert "could not be drawn" not in text(shown.content)


def test_hostile_text_is_only_ever_text(store: Store) -> None:
    for page in PAGES:
        shown = _render(
            store, page.path, f"?url={sample.ROOT}/blog/hostile-link/&key=script&number=%2B13105550142"
        )
        for link in links(shown):
            assert link.startswith(("/", "http://", "https://", "#")), link
        assert not any(
            hasattr(part, "srcDoc") or hasattr(part, "dangerously_allow_html") for part in walk(shown.content)
        )


def test_links_keep_the_chosen_evidence(store: Store) -> None:
    shown = _render(store, "/coverage", f"?snapshot={sample.BEFORE}&state=thin")
    inside = [link for link in links(shown) if link.startswith("/") and not link.startswith("/export")]
    assert inside
    assert [link for link in inside if f"snapshot={sample.BEFORE}" not in link] == ["/coverage?state=thin"]
    assert all(f"snapshot={sample.BEFORE}" in link for link in links(shown) if link.startswith("/export"))


def test_no_snapshot_is_the_first_run(tmp_path: Path) -> None:
    shown = _render(Store(tmp_path), "/coverage")
    assert "No check has been run yet" in text(shown.content)
    assert "run.py crawl" in text(shown.content)


def test_unreadable_snapshot_is_named(tmp_path: Path) -> None:
    (sample.empty(tmp_path) / "datapackage.json").unlink()
    shown = text(_render(Store(tmp_path), "/").content)
    assert "No check has been run yet" in shown
    assert "It was not finished" in shown


def test_first_check_has_no_deltas(tmp_path: Path) -> None:
    rows = dict(sample.rows(sample.NOW, previous=None))
    sample.build(tmp_path, rows)
    shown = text(_render(Store(tmp_path), "/").content)
    assert "First check – nothing to compare with yet" in shown
    assert "Lines appear here after the next one" in shown
    assert "– better" not in shown
    assert "– worse" not in shown


def _crawl(**changes: Any) -> CrawlRow:
    return CrawlRow(*sample.rows(sample.NOW, previous=None)["crawl"][0])._replace(**changes)


@pytest.mark.parametrize(
    ("changes", "now", "expected"),
    [
        ({"outcome": "limited"}, MORNING, "Every number is out of the 24 pages that were reached"),
        ({"note": "robots.txt forbids everything."}, MORNING, "robots.txt forbids everything."),
        ({}, MORNING + timedelta(hours=40), "older than 36 hours"),
        ({}, MORNING + timedelta(days=9), "9 days old"),
    ],
)
def test_banner(changes: dict[str, Any], now: datetime, expected: str, tmp_path: Path) -> None:
    sample.build(tmp_path, {**sample.rows(sample.NOW, previous=None), "crawl": [_crawl(**changes)]})
    assert expected in text(_render(Store(tmp_path), "/", now=now).content)


def test_nothing_wrong_says_so(tmp_path: Path) -> None:
    rows = dict(sample.rows(sample.NOW, previous=None))
    checks = [CheckRow(*row)._replace(failed=0) for row in rows["checks"]]
    sample.build(tmp_path, {**rows, "checks": checks, "issues": [], "gaps": [], "next_actions": []})
    shown = Store(tmp_path)
    assert "Nothing to do: 10 checks ran" in text(_render(shown, "/").content)
    assert "Nothing was found. 10 checks ran." in text(_render(shown, "/pages").content)
    assert "Nothing is missing." in text(_render(shown, "/coverage").content)


def test_what_changed_is_told_in_words(store: Store, empty_store: Store) -> None:
    shown = text(_render(store, "/").content)
    assert "Since 21 Nov 2026, 02:14 UTC" in shown
    for words in ("new issue", "fixed", "new page", "page gone", "Kept out (noindex) → ", "A phone number went: ",
                  "1 link → nothing", "on 2 pages", "Thin → Strong"):  # fmt: skip
        assert words in shown, words
    assert "no earlier check to compare with" in text(_render(empty_store, "/").content)


@pytest.mark.parametrize(
    "word",
    ["dangerously", "innerHTML", "srcDoc", "Markdown(", "document.write", "eval(", "http://cdn", "https://cdn"],
)
def test_sources_never_turn_text_into_markup(word: str) -> None:
    root = Path(dashboard.__file__).parent
    sources = [*root.rglob("*.py"), *(root / "assets").glob("*.js"), *(root / "assets").glob("*.css")]
    assert [path.name for path in sources if word in path.read_text(encoding="utf-8")] == []
