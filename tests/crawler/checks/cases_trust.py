"""Cases of the checks of authors, dates and references."""

from typing import Any

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, link, page, row, url


def clinical(path: str, **columns: Any) -> Row:
    return page(path, page_type="condition", **columns)


def person(path: str, **columns: Any) -> Row:
    usual = {"role": "author", "name": "Elin Moss", "published_as": "Dr. Elin Moss", "source": "text"}
    return row("people", url=url(path), **{**usual, **columns})


def dated(path: str, kind: str, date: str, source: str) -> Row:
    return row("dates", url=url(path), kind=kind, date=date, published_as=date, source=source)


def entry(path: str, number: int | None = 1, **columns: Any) -> Row:
    usual = {"text": "Moss E. Rest. J Knee. 2024.", "markers": 1, "doi": "10.5555/a", "year": 2024}
    return row("references", url=url(path), number=number, **{**usual, **columns})


CASES = (
    Case(
        "trust.credentials_missing",
        "/a",
        clinical("/a"),
        person("/a"),
        person("/a", role="reviewer", published_as="Bo Lee"),
        clinical("/b"),
        person("/b"),
        person("/b", role="reviewer", credentials="MD"),
        clinical("/c"),
        page("/d"),
        person("/d"),
    ),
    Case(
        "trust.byline_unlinked",
        "/a",
        clinical("/a"),
        person("/a"),
        person("/a", source="json-ld", profile_url=url("/team/moss")),
        link("/a", "/team/moss", zone="nav"),
        clinical("/b"),
        person("/b"),
        person("/b", source="link", profile_url=url("/team/moss")),
        clinical("/c"),
        person("/c", source="meta"),
        clinical("/d"),
        person("/d", role="reviewer"),
        person("/d", source="json-ld", profile_url=url("/team/moss")),
        link("/d", "/team/moss"),
    ),
    Case(
        "trust.review_old",
        "/a /d",
        clinical("/a"),
        dated("/a", "reviewed", "2024-10-31", "text"),
        clinical("/b"),
        dated("/b", "reviewed", "2019-10-31", "text"),
        dated("/b", "reviewed", "2024-11-01", "json-ld"),
        page("/c"),
        dated("/c", "reviewed", "2019-10-31", "text"),
        clinical("/d"),
        dated("/d", "reviewed", "2024-08", "text"),
    ),
    Case(
        "trust.date_old",
        "",
        page("/a", page_type="article", published="2019-04-30"),
        dated("/a", "reviewed", "2019-04-30", "text"),
        page("/b", page_type="article", published="2025-04"),
    ),
    Case(
        "trust.dates_differ",
        "/a",
        page("/a"),
        dated("/a", "published", "2026-03-03", "json-ld"),
        dated("/a", "published", "2026-03-05", "text"),
        page("/b"),
        dated("/b", "published", "2026-03-03", "json-ld"),
        dated("/b", "published", "2026-03-04", "time"),
        dated("/b", "modified", "2026-05-04", "text"),
        page("/c"),
        dated("/c", "modified", "2026-03-03", "json-ld"),
        dated("/c", "modified", "2026-05", "text"),
    ),
    Case(
        "trust.modified_before_published",
        "/a",
        page("/a"),
        dated("/a", "published", "2026-03-03", "json-ld"),
        dated("/a", "modified", "2026-03-02", "json-ld"),
        page("/b"),
        dated("/b", "published", "2026-03-03", "json-ld"),
        dated("/b", "modified", "2026-03-03", "json-ld"),
        dated("/b", "modified", "2025-03-03", "meta"),
    ),
    Case(
        "references.entry_missing",
        "/a",
        page("/a"),
        entry("/a"),
        entry("/a", 2, text=None, markers=3),
        page("/b"),
        entry("/b", markers=0),
        page("/a.html", canonical=url("/a"), indexable=False, indexability="canonicalised"),
        entry("/a.html", 2, text=None, markers=3),
    ),
    Case(
        "references.uncited",
        "/a /d",
        page("/a"),
        entry("/a"),
        entry("/a", 2, markers=0),
        page("/b"),
        entry("/b", None, markers=0),
        page("/c"),
        entry("/c", markers=0),
        entry("/c", 2, markers=0),
        page("/d"),
        entry("/d", markers=0),
        entry("/d", 7, text=None),
    ),
    Case(
        "references.unlinked",
        "/a",
        page("/a"),
        entry("/a", doi=None),
        page("/b"),
        entry("/b", doi=None, pmid="123"),
        entry("/b", 2, doi=None, link="https://journal.example/1"),
        entry("/b", 3, doi=None, text="Moss E. Rest. https://journal.example/2"),
    ),
    Case(
        "references.old",
        "/a",
        page("/a", page_type="treatment"),
        entry("/a", year=2020),
        entry("/a", 2, year=None),
        page("/b", page_type="treatment"),
        entry("/b", year=2021),
        entry("/b", 2, year=1999),
        page("/c", page_type="article"),
        entry("/c", year=2001),
    ),
    Case("references.preprint", "/a", page("/a"), entry("/a", is_preprint=True), page("/b"), entry("/b")),
)
