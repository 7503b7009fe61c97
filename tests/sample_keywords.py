"""What the sample's pages are to be found for, which of them compete, and what people search for."""

from datetime import UTC, datetime
from typing import Any

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.demand.imported import PageDays
from crawler.analyse.demand.step import conclude
from crawler.analyse.tables import insert
from crawler.config import Clinic
from crawler.schema import TABLES
from crawler.tables.competitors import CompetitorRow, CompetitorTopicRow
from crawler.tables.demand import SearchDemandRow
from crawler.tables.keywords import CannibalisationRow, TargetRow, TitlePromiseRow
from tests.crawler.analyse.packs import taxonomy

Row = tuple[Any, ...]
PERIOD = ("2026-08-01", "2026-10-31")
BEFORE = ("2026-05-01", "2026-07-31")
SHORT = "10 days are fewer than 28: chance shows more than demand."


def of_site(root: str, hostile: str, formula: str) -> dict[str, list[Row]]:
    """Rows by table."""
    return {
        "targets": _targets(root, hostile, formula),
        "title_promises": _title_promises(root, hostile, formula),
        "cannibalisation": _cannibalisation(root, hostile),
        **demand_tables(_search_demand(root, hostile, formula), _page_days(root, formula)),
        "competitors": _competitors(hostile),
        "competitor_topics": _competitor_topics(root, hostile, formula),
    }


def _targets(root: str, hostile: str, formula: str) -> list[Row]:
    knee, meniscus, faq = f"{root}/conditions/knee-oa/", f"{root}/conditions/meniscus/", f"{root}/faq/"
    bad, privacy = f"{root}/blog/hostile-markup/", f"{root}/privacy/"
    return [
        TargetRow(knee, "knee pain", "knee pain", "manual", 25, faq, 75, True),
        TargetRow(faq, "knee pain", "knee pain", "inferred", 75, faq, 75, False),
        TargetRow(meniscus, "knee pain", "knee pain", "inferred", 40, faq, 75, False),
        TargetRow(bad, hostile, "script", "inferred", 61, bad, 61, False),
        TargetRow(privacy, formula, "", "manual", None, None, None, False),
    ]


def _title_promises(root: str, hostile: str, formula: str) -> list[Row]:
    return [
        TitlePromiseRow(f"{root}/conditions/knee-oa/", "Knee osteoarthritis", "knee osteoarthr", [], True),
        TitlePromiseRow(f"{root}/conditions/meniscus/", "Free parking", "free park", ["free", "parking"], False),
        TitlePromiseRow(f"{root}/blog/hostile-markup/", hostile, "script", [hostile, formula], False),
    ]


def _cannibalisation(root: str, hostile: str) -> list[Row]:
    knee, meniscus, faq = f"{root}/conditions/knee-oa/", f"{root}/conditions/meniscus/", f"{root}/faq/"
    bad, link = f"{root}/blog/hostile-markup/", f"{root}/blog/hostile-link/"
    return [
        CannibalisationRow(
            "g1", "certain", "knee pain", "knee pain", faq, 60.0, "It gets 60 % of 500 impressions."
        ),
        CannibalisationRow(
            "g1", "certain", "knee pain", "knee pain", knee, 40.0, "It gets 40 % of 500 impressions."
        ),
        CannibalisationRow("g2", "likely", hostile, "script", bad, 100.0, f"Strongest for {hostile}"),
        CannibalisationRow("g2", "likely", hostile, "script", link, 64.0, "Its text is alike."),
        CannibalisationRow("g3", "possible", "", "", knee, 25.0, "Same target phrase."),
        CannibalisationRow("g3", "possible", "", "", meniscus, 40.0, "Same target phrase."),
    ]


def demand_row(
    query: str,
    page: str | None,
    clicks: int | None,
    impressions: int | None,
    position: float | None,
    *,
    is_brand: bool = False,
    period: tuple[str | None, str | None] = PERIOD,
    warning: str | None = None,
) -> SearchDemandRow:
    """A search; with a `warning` its days are too few to go by."""
    ctr = clicks / impressions if clicks is not None and impressions else None
    return SearchDemandRow(
        query,
        query,
        page,
        clicks,
        impressions,
        ctr,
        position,
        is_brand,
        *period,
        "export.csv",
        warning is None,
        warning,
    )


def demand_tables(rows: list[SearchDemandRow], pages: list[PageDays]) -> dict[str, list[Row]]:
    """The tables of demand that the analysis makes of these."""
    clinic = Clinic(packs=("musculoskeletal",))
    context = Context(clinic, taxonomy(*clinic.packs), "", "clinic.example", "US", _READ)
    names = ("search_demand", "searches", "page_demand")
    columns = {name: ", ".join(column.name for column in TABLES[name].columns) for name in names}
    with duckdb.connect() as db:
        insert(db, "search_demand", rows)
        conclude(db, context, pages, ["en"])
        return {name: db.execute(f"SELECT {columns[name]} FROM {name} ORDER BY ALL").fetchall() for name in names}


def _page_days(root: str, formula: str) -> list[PageDays]:
    knee, gone = f"{root}/conditions/knee-oa/", f"{root}/gone-long-ago/"
    return [
        PageDays(knee, 9, 920, None, 6.2, "pages.csv", *PERIOD, True, None),
        PageDays(gone, 0, 46, 0.0, 31.0, "pages.csv", *PERIOD, True, None),
        PageDays(
            f"{root}/faq/?{formula}", None, 12, None, None, "pages.csv", "2026-11-01", "2026-11-10", False, SHORT
        ),
    ]


def _search_demand(root: str, hostile: str, formula: str) -> list[SearchDemandRow]:
    knee, faq = f"{root}/conditions/knee-oa/", f"{root}/faq/"
    short = ("2026-11-01", "2026-11-10")
    return [
        demand_row("knee pain", faq, 300, 3000, 3.1),
        demand_row("knee specialist", knee, 4, 400, 2.8),
        demand_row("prp for knee", knee, 3, 210, 11.3),
        demand_row("harbour joint clinic", f"{root}/", 900, 1500, 1.1, is_brand=True),
        demand_row(hostile, f"{root}/blog/hostile-markup/", 0, 60, 15.0),
        demand_row(formula, "javascript:window.__xss=1", None, None, None),
        demand_row("knee brace", None, 1, 90, 14.2, period=short, warning=SHORT),
        demand_row("knee specialist", knee, 9, 700, 2.2, period=BEFORE),
    ]


ONE, TWO, THREE = "www.one.example", "www.two.example", "three.example"
_READ = datetime(2026, 11, 21, 1, 30, tzinfo=UTC)


def _competitors(hostile: str) -> list[Row]:
    return [
        CompetitorRow(ONE, "20261121T010000Z", _READ, 80, "complete", "4", True, ""),
        CompetitorRow(TWO, "20261121T011500Z", _READ, 500, "limited", "4", True, ""),
        CompetitorRow(THREE, None, None, None, None, None, False, f"It was not crawled yet. {hostile}"),
    ]


def topic_row(
    kind: str, label: str, our_state: str = "none", sites: tuple[str, ...] = (ONE, TWO), **columns: Any
) -> CompetitorTopicRow:
    """A topic that competitors share."""
    urls = [f"https://{site}/{label[:8].replace(' ', '-')}" for site in sites]
    usual = {"our_url": None, "our_pages": 0, "why_unknown": None, "impressions": None}
    given = {"urls": urls, "titles": [f"{label} | {site}" for site in sites], **usual, **columns}
    return CompetitorTopicRow(
        kind=kind,
        language="en" if kind == "phrase" else "",
        key=label.lower(),
        label=label,
        competitors=len(sites),
        sites=list(sites),
        our_state=our_state,
        **given,
    )


def _competitor_topics(root: str, hostile: str, formula: str) -> list[Row]:
    knee = f"{root}/conditions/knee-oa/"
    return [
        topic_row("condition", "Whiplash", "mentioned", our_url=knee, our_pages=1),
        topic_row("treatment", "Cupping", impressions=240),
        topic_row("phrase", "gait analysis", "owned", our_url=knee, our_pages=2),
        topic_row("phrase", "desk ergonomics", "unknown", why_unknown=f"The page {root}/slow/ could not be read."),
        topic_row("phrase", formula, sites=(TWO, THREE)),
        topic_row("phrase", hostile, urls=["javascript:window.__xss=1", "https://www.two.example/x"]),
    ]
