"""“What we saw”: every part with something to say, with nothing wrong, and with nothing at all."""

from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from crawler.tables.crawl import CheckedUrlRow, CrawlRow, ResourceRow, RobotsAgentRow, SitemapRow
from crawler.tables.facts import PageRow
from dashboard.crawl_labels import CHECKED, FOUND_BY, SCRIPTED, TRAP
from dashboard.pages.router import render
from dashboard.queries import crawl as queries
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import links, text

PAGES = 24
NOT_READ = 8
CLUE = PageRow._fields.index("script_clue")
KNOWN = PAGES + NOT_READ + 1


def _shown(store: Store, search: str = "") -> str:
    return text(render(store, "/crawl", search, scheme="light", now=MORNING).content)


def _built(tmp_path: Path, **tables: Any) -> Store:
    sample.build(tmp_path, {**sample.rows(sample.NOW, previous=None), **tables})
    return Store(tmp_path)


@pytest.mark.parametrize(
    ("search", "expected"),
    [
        ("", ["Complete  From 22 Nov 2026, 02:14 UTC to 22 Nov 2026, 02:31 UTC, with 38 requests"]),
        ("", [f"Read {PAGES}  of {KNOWN} addresses", f"Not read {NOT_READ}  of {KNOWN} addresses"]),
        ("", [f"Unchanged 2  of {PAGES} pages", "What the check before saw of them still holds. The server said so."]),
        ("", ["Addresses that were not read", "robots.txt line 3: Disallow: /admin/", "excluded by the pattern /intern/"]),
        ("?outcome=server_error", ["Addresses: Server error", "The server failed (500)."]),
        ("?outcome=all&found=sitemap", ["All addresses", "Found by: Sitemap only"]),
        ("", ["of 33 addresses were found by a link on a page"]),
        ("", ["244 addresses left out in 2 places.", "Calendar", "more than 24 months ahead"]),
        ("", ["3 sitemaps with 26 addresses: something is wrong with 1 sitemap and 2 entries.", "not there (404)"]),
        ("", ["2 entries that search engines cannot use", "relative"]),
        ("", ["When a person asks an assistant", "Nobody is kept out: 1 program may read everything that we read."]),
        ("", ["Of 2, kept from some pages: Bingbot.", "Of 2, kept out: GPTBot.", "line 12: Disallow: /"]),
        ("", ["Those that lead nowhere", "the host name is not known", "it is not counted as broken"]),
        ("?checked=unverified", ["Links and files: Unknown", "https://network.example/in/rivera"]),
        ("", ["Of 2 pages, 1 page could not be seen as a browser shows them.", "did not load within 30 seconds"]),
    ],
)  # fmt: skip
def test_page_says_what_was_seen(search: str, expected: list[str], store: Store) -> None:
    shown = _shown(store, search)
    assert [words for words in expected if words not in shown] == []


def test_what_leads_nowhere_is_not_what_is_unknown(store: Store) -> None:
    rows = view_of(store).rows(*queries.checked())
    assert {row["outcome"] for row in rows} == {"broken", "failed", "refused"}


def test_what_nobody_names_is_no_address_of_the_site(store: Store) -> None:
    view = view_of(store)
    assert sum(row["urls"] for row in view.rows(*queries.outcomes())) == KNOWN
    assert f"{sample.ROOT}/sitemap_index.xml" not in {row["url"] for row in view.rows(*queries.addresses("all"))}
    assert sum(row["urls"] for row in view.rows(*queries.ways())) == KNOWN


def test_numbers_of_the_chart_and_of_the_lines_are_those_of_their_lists(store: Store) -> None:
    view = view_of(store)
    for row in view.rows(*queries.outcomes()):
        assert len(view.rows(*queries.addresses(row["outcome"]))) == row["urls"]
    for row in view.rows(*queries.ways()):
        assert len(view.rows(*queries.addresses("all", row["found_by"]))) == row["urls"]
    for row in view.rows(*queries.checked_outcomes()):
        assert len(view.rows(*queries.checked(row["outcome"]))) == row["urls"]


def test_empty_snapshot_says_so_in_every_part(empty_store: Store) -> None:
    shown = _shown(empty_store)
    for words in (
        "This check does not say how it was made.",
        "No address is known.",
        "does not say how the addresses were found",
        "No sitemap was found",
        "did not record what robots.txt says",
        "None was checked",
        "No page was read.",
    ):
        assert words in shown


def test_nothing_wrong_says_how_many_were_looked_at(tmp_path: Path) -> None:
    rows = sample.rows(sample.NOW, previous=None)
    store = _built(
        tmp_path,
        resources=[ResourceRow(*row) for row in rows["resources"] if ResourceRow(*row).outcome == "fetched"],
        pages=[(*row[:CLUE], None, *row[CLUE + 1 :]) for row in rows["pages"]],
        sitemaps=[SitemapRow(f"{sample.ROOT}/sitemap.xml", "robots.txt", 200, "urlset", PAGES, 0, 900, None)],
        sitemap_entries=[],
        robots_agents=[
            RobotsAgentRow(*row)._replace(allowed=True, pages_blocked=0) for row in rows["robots_agents"]
        ],
        checked_urls=[row for row in rows["checked_urls"] if CheckedUrlRow(*row).outcome == "ok"],
        traps=[],
        renderings=[],
    )
    shown = _shown(store)
    for words in (
        "Nothing is missing: of 22 addresses, 22 were read",
        "None was met among 22 addresses.",
        "Nothing is wrong with 1 sitemap with 24 addresses.",
        "Nobody is kept out: 2 programs may read",
        "None of 2 links and files leads nowhere.",
        "None of 22 pages gives a sign that it needs scripts",
        "First check: there is nothing to compare with.",
    ):
        assert words in shown, words


def test_note_of_an_ignored_robots_txt_stands_on_the_page(tmp_path: Path) -> None:
    note = "robots.txt was ignored, as the operator asked: pages that it forbids are among those read."
    crawl = CrawlRow(*sample.rows(sample.NOW, previous=None)["crawl"][0])._replace(note=note)
    assert note in _shown(_built(tmp_path, crawl=[crawl]))


@pytest.mark.parametrize(
    ("unchanged", "expected"),
    [
        (0, "Every page came with something new since the check before."),
        (1, "The server said so."),
        (7, "The server said so of 2; the others came with the same content."),
    ],
)
def test_unchanged_pages_say_how_that_is_known(unchanged: int, expected: str, tmp_path: Path) -> None:
    crawl = CrawlRow(*sample.rows(sample.NOW, previous=sample.BEFORE)["crawl"][0])
    assert expected in _shown(_built(tmp_path, crawl=[crawl._replace(carried_over=unchanged)]))


def test_page_that_shows_a_sign_and_was_not_run_is_said_to_be_unseen(tmp_path: Path) -> None:
    shown = _shown(_built(tmp_path, renderings=[]))
    assert "Of 1 page, 1 page could not be seen as a browser shows them." in shown
    assert SCRIPTED["not_run"].word in shown


def test_addresses_lead_to_their_page_and_files_to_the_live_site(store: Store) -> None:
    found = links(render(store, "/crawl", "", scheme="light", now=MORNING).content)
    assert "/page?" + urlencode({"url": f"{sample.ROOT}/admin/"}) in found
    assert "https://no-such-host.example/" in found
    assert f"{sample.ROOT}/events/?month=2031-01" in found


@pytest.mark.parametrize("words", [FOUND_BY, TRAP, CHECKED])
def test_every_code_of_the_crawl_has_a_word_and_a_meaning(words: dict[str, Any]) -> None:
    assert all(found.word and found.help for found in words.values())
