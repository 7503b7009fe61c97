"""Small sites as tables: what the steps before leave behind, made by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NamedTuple

import duckdb

from crawler.analyse import actions, cannibalisation, coverage, entities, gaps, keywords, targets
from crawler.analyse.context import Context
from crawler.analyse.demand.step import conclude
from crawler.analyse.tables import empty_table
from crawler.config import Clinic
from crawler.schema import TABLES, Table, arrow_table
from tests.crawler.analyse.packs import taxonomy

HOST = "https://clinic.example"
NOW = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
CRAWL_ID = "20261122T021400Z"
STEPS = (keywords, entities, coverage, targets, cannibalisation, gaps, actions)

_KEPT: dict[str, duckdb.DuckDBPyConnection] = {}
_MOST_KEPT = 4


class Link(NamedTuple):
    source: str
    target: str
    anchor: str
    zone: str = "main"


@dataclass
class Page:
    """A page of a small site. `blocks`: tag and text of its main content."""

    path: str
    title: str = ""
    blocks: Sequence[tuple[str, str]] = ()
    page_type: str = "other"
    lang: str | None = "en"
    indexable: bool = True
    indexability: str = "indexable"
    inlinks: int = 3
    depth: int = 1
    modified: str | None = None
    in_sitemap: bool = True
    cta: str = "tap"
    cta_score: int = 80
    alts: Sequence[str] = ()
    variant_of: str | None = None

    @property
    def url(self) -> str:
        return HOST + self.path


@dataclass
class Site:
    """Pages and links; `unread`: paths and their outcome; `places`: towns of its addresses; `names`: its own; `demand`: rows of
    search_demand; `moved`: paths that redirect, and to which; `rivals`: rows of competitor_topics. Else rows of the table
    of that name."""

    pages: Sequence[Page] = ()
    links: Sequence[Link] = ()
    unread: Mapping[str, str] = field(default_factory=dict)
    outcome: str = "complete"
    before: Sequence[tuple[Any, ...] | Mapping[str, Any]] = ()
    places: Sequence[str] = ()
    names: Sequence[str] = ()
    demand: Sequence[Mapping[str, Any]] = ()
    structured_data: Sequence[Mapping[str, Any]] = ()
    structured_items: Sequence[Mapping[str, Any]] = ()
    people: Sequence[Mapping[str, Any]] = ()
    moved: Mapping[str, str] = field(default_factory=dict)
    issues: Sequence[Mapping[str, Any]] = ()
    checks: Sequence[Mapping[str, Any]] = ()
    rivals: Sequence[Mapping[str, Any]] = ()


def text(words: int, about: str = "") -> str:
    """`words` words, the last of which are `about`."""
    said = about.split()
    return " ".join(["filler"] * (words - len(said)) + said)


def context(clinic: Clinic | None = None, *packs: str) -> Context:
    chosen = clinic or Clinic(packs=packs or ("musculoskeletal",))
    return Context(chosen, taxonomy(*packs), CRAWL_ID, "clinic.example", "US", NOW, None)


def analysed(site: Site, clinic: Clinic | None = None, *packs: str, last: Any = gaps) -> duckdb.DuckDBPyConnection:
    """`site` after the text, coverage and gaps steps, or those up to `last`; only to be read: others may have asked
    for the same, and get the same."""
    asked = repr((site, clinic, packs, last))
    if asked not in _KEPT:
        if len(_KEPT) == _MOST_KEPT:
            del _KEPT[next(iter(_KEPT))]
        _KEPT[asked] = analysed_anew(site, clinic, *packs, last=last)
    return _KEPT[asked]


def analysed_anew(
    site: Site, clinic: Clinic | None = None, *packs: str, last: Any = gaps
) -> duckdb.DuckDBPyConnection:
    """What `analysed` gives, for a test that changes it."""
    db = database(site)
    run_steps(db, context(clinic, *packs), last)
    return db


def run_steps(db: duckdb.DuckDBPyConnection, given: Context, last: Any = gaps) -> None:
    """All steps up to `last`, over the tables of `database`."""
    for step in STEPS[: STEPS.index(last) + 1]:
        step.run(db, given)
        if step is keywords:
            conclude(db, given, [], ["en"])


def database(site: Site) -> duckdb.DuckDBPyConnection:
    """The tables that the steps read."""
    db = duckdb.connect(config={"threads": 1})
    db.execute("CREATE SCHEMA facts; CREATE SCHEMA previous; CREATE SCHEMA work")
    db.execute("CREATE TABLE work.languages (language VARCHAR, is_main BOOLEAN, pages BIGINT)")
    blocks = [_block(page, n, *block) for page in site.pages for n, block in enumerate(page.blocks, 1)]
    links = [_link(link, n) for n, link in enumerate(site.links, 1)]
    resources = [{"url": page.url, "outcome": "fetched", "kind": "page"} for page in site.pages]
    resources += [{"url": HOST + path, "outcome": why, "kind": "page"} for path, why in site.unread.items()]
    resources += [
        {"url": HOST + old, "final_url": HOST + new, "outcome": "redirect", "kind": "page"}
        for old, new in site.moved.items()
    ]
    _create(db, "main.crawl", TABLES["crawl"], [{"outcome": site.outcome, "seed": HOST + "/"}])
    _create(db, "main.pages", TABLES["pages"], [_page(page) for page in site.pages])
    _create(db, "main.blocks", TABLES["blocks"], blocks)
    _create(db, "main.search_demand", TABLES["search_demand"], list(site.demand))
    for name in ("structured_data", "structured_items", "people"):
        _create(db, f"main.{name}", TABLES[name], getattr(site, name))
    _create(db, "main.links", TABLES["links"], links)
    _create(db, "main.page_ctas", TABLES["page_ctas"], [_cta(page) for page in site.pages])
    _create(
        db,
        "main.images",
        TABLES["images"],
        [_image(page, *alt) for page in site.pages for alt in enumerate(page.alts, 1)],
    )
    _create(db, "main.nap_mentions", TABLES["nap_mentions"], [_address(place) for place in site.places])
    known = [("address", place) for place in site.places] + [("name", name) for name in site.names]
    nap = [{"kind": kind, "key": said, "text": said, "ownership": "own"} for kind, said in known]
    _create(db, "main.nap", TABLES["nap"], nap)
    for schema in ("main", "facts"):
        _create(db, f"{schema}.resources", TABLES["resources"], resources)
    for name in ("topics", "topic_pages", "topic_phrases", "resources", "pages", "crawl", "analysis", "coverage"):
        _create(db, f"previous.{name}", TABLES[name], [])
    _create(db, "previous.gaps", TABLES["gaps"], [_gap_before(row) for row in site.before])
    _create(db, "main.issues", TABLES["issues"], list(site.issues))
    _create(db, "main.checks", TABLES["checks"], list(site.checks))
    _create(db, "main.competitor_topics", TABLES["competitor_topics"], list(site.rivals))
    used = [{"site": f"{name}.example", "is_used": True} for name in ("one", "two") if site.rivals]
    _create(db, "main.competitors", TABLES["competitors"], used)
    conclude(db, context(), [], ["en"])
    return db


def rows(db: duckdb.DuckDBPyConnection, query: str, *values: object) -> list[tuple[Any, ...]]:
    return db.execute(query, list(values)).fetchall()


def _gap_before(row: tuple[Any, ...] | Mapping[str, Any]) -> Mapping[str, Any]:
    """A gap of the crawl before: a whole row, or its id and when it was first seen."""
    return row if isinstance(row, Mapping) else {"gap_id": row[0], "key": "", "first_seen": row[1]}


def _page(page: Page) -> dict[str, Any]:
    h1 = next((said for tag, said in page.blocks if tag == "h1"), None)
    words = sum(len(said.split()) for _, said in page.blocks)
    same = ("title", "lang", "indexable", "indexability", "inlinks", "depth", "modified", "variant_of")
    given = {name: getattr(page, name) for name in same}
    return {**given, "url": page.url, "h1": h1, "page_type": page.page_type, "word_count": words,
            "in_sitemap": page.in_sitemap, "status": 200,
            "main_text": "\n".join(said for _, said in page.blocks)}  # fmt: skip


def _block(page: Page, position: int, tag: str, said: str) -> dict[str, Any]:
    return {"url": page.url, "position": position, "tag": tag, "zone": "main", "text": said,
            "words": len(said.split()), "is_boilerplate": False}  # fmt: skip


def _image(page: Page, position: int, alt: str) -> dict[str, Any]:
    return {"url": page.url, "position": position, "src": f"{HOST}/{position}.png", "alt": alt, "zone": "main"}


def _address(place: str) -> dict[str, Any]:
    return {"url": HOST + "/", "kind": "address", "locality": place, "key": place}


def _link(link: Link, position: int) -> dict[str, Any]:
    return {"source_url": HOST + link.source, "target_url": HOST + link.target, "anchor": link.anchor,
            "zone": link.zone, "is_internal": True, "position": position}  # fmt: skip


def _cta(page: Page) -> dict[str, Any]:
    return {"url": page.url, "state": page.cta, "score": page.cta_score}


def _create(db: duckdb.DuckDBPyConnection, name: str, table: Table, given: Sequence[Mapping[str, Any]]) -> None:
    columns = [column.name for column in table.columns]
    db.execute(empty_table(name, table.columns))
    if given:
        db.register("arriving", arrow_table(table.columns, [tuple(row.get(c) for c in columns) for row in given]))
        db.execute(f"INSERT INTO {name} FROM arriving")
        db.unregister("arriving")
