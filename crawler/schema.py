"""Tables of the dataset: what a row is, its columns, and the Parquet schema of each."""

import types
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from crawler.tables import (
    analysis,
    calls,
    competitors,
    coverage,
    crawl,
    demand,
    facts,
    keywords,
    media,
    nap,
    tools,
    topics,
    trust,
)

SCHEMA_VERSION = "4"

_ARROW: dict[object, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    datetime: pa.timestamp("us", tz="UTC"),
    list[str]: pa.list_(pa.string()),
}


@dataclass(frozen=True)
class Column:
    """A column: `type` is the Arrow type, `unit` is empty where there is none."""

    name: str
    type: pa.DataType
    nullable: bool
    meaning: str
    unit: str = ""


@dataclass(frozen=True)
class Table:
    """A table: `facts` are recorded by the crawl, `derived` are computed by the analysis."""

    name: str
    row: str
    facts: tuple[Column, ...]
    derived: tuple[Column, ...]
    key: tuple[str, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        return self.facts + self.derived


def _column(name: str, hint: Any) -> Column:
    declared, *words = get_args(hint)
    nullable = False
    if get_origin(declared) in (Union, types.UnionType):
        declared, nullable = get_args(declared)[0], True
    return Column(name, _ARROW[declared], nullable, *words)


def _columns(row: type | None) -> tuple[Column, ...]:
    if row is None:
        return ()
    hints = get_type_hints(row, include_extras=True)
    return tuple(_column(name, hint) for name, hint in hints.items())


def _table(name: str, row: str, key: str, *, facts: type | None = None, derived: type | None = None) -> Table:
    return Table(name, row, _columns(facts), _columns(derived), tuple(key.split()))


TABLES: dict[str, Table] = {
    table.name: table
    for table in (
        _table("crawl", "the crawl", "crawl_id", facts=crawl.CrawlRow),
        _table("analysis", "the analysis of the crawl", "analysed_at", derived=analysis.BuiltRow),
        _table("resources", "a URL that is known", "url", facts=crawl.ResourceRow),
        _table("redirects", "a hop of a redirect chain", "url hop", facts=crawl.RedirectRow),
        _table("sitemaps", "a sitemap that was found, asked for or not", "url", facts=crawl.SitemapRow),
        _table("sitemap_entries", "an entry of a sitemap", "sitemap position", facts=crawl.SitemapEntryRow),
        _table("robots_rules", "a line of a robots.txt", "url line", facts=crawl.RobotsRuleRow),
        _table(
            "robots_agents",
            "what a search or AI agent may fetch",
            "url agent",
            facts=crawl.RobotsAgentRow,
        ),
        _table(
            "checked_urls",
            "a link to elsewhere or an asset, checked without being downloaded",
            "url",
            facts=crawl.CheckedUrlRow,
        ),
        _table("traps", "addresses without end that were left out", "kind pattern", facts=crawl.TrapRow),
        _table("probes", "an address that cannot exist", "url", facts=crawl.ProbeRow),
        _table("pages", "an HTML document", "url", facts=facts.PageRow, derived=analysis.PageAnalysis),
        _table("head_tags", "what a page tells of itself in its head", "url position", facts=facts.HeadTagRow),
        _table(
            "robots_directives",
            "a directive to search engines",
            "url position",
            facts=facts.RobotsDirectiveRow,
        ),
        _table(
            "headings",
            "a heading, in document order",
            "url position",
            facts=facts.HeadingRow,
            derived=analysis.HeadingAnalysis,
        ),
        _table(
            "blocks",
            "a leaf text block",
            "url position",
            facts=facts.BlockRow,
            derived=analysis.BlockAnalysis,
        ),
        _table("links", "an anchor", "source_url position", facts=facts.LinkRow),
        _table("images", "an image", "url position", facts=media.ImageRow),
        _table("videos", "a video", "url position", facts=media.VideoRow),
        _table("pdfs", "a PDF of the site", "url", facts=media.PdfRow),
        _table("assets", "a file that a page loads", "url position", facts=media.AssetRow),
        _table("renderings", "a page that was run in a browser", "url", facts=crawl.RenderingRow),
        _table("structured_data", "an item", "url position", facts=trust.StructuredDataRow),
        _table(
            "structured_items",
            "an item, or an item in it",
            "url position",
            facts=trust.StructuredItemRow,
        ),
        _table("people", "who wrote or reviewed a page", "url position", facts=trust.PersonRow),
        _table("dates", "a date of a page", "url position", facts=trust.DateRow),
        _table("references", "a source that a page cites", "url position", facts=trust.ReferenceRow),
        _table("claims", "a sentence that promises", "url position", facts=trust.ClaimRow),
        _table("trackers", "a service of others on a page", "url position", facts=tools.TrackerRow),
        _table("forms", "a form", "url position", facts=tools.FormRow),
        _table("accessibility", "a fault of accessibility on a page", "url rule", facts=tools.AccessibilityRow),
        _table(
            "phone_ctas",
            "a place where a number is offered",
            "url position",
            facts=facts.PhoneCtaRow,
            derived=analysis.PhoneCtaAnalysis,
        ),
        _table("phone_numbers", "a number of the site", "number", derived=analysis.PhoneNumberRow),
        _table("page_ctas", "a page's calls to action", "url", derived=analysis.PageCtaRow),
        _table(
            "call_tracking",
            "a place with an own number on a page with call tracking, for each vendor, or a page without a number",
            "url position",
            derived=calls.CallTrackingRow,
        ),
        _table(
            "nap_mentions",
            "a place that names a business, its address or its opening hours",
            "url position",
            facts=nap.NapMentionRow,
            derived=nap.NapMentionAnalysis,
        ),
        _table("nap", "a name, an address or a list of opening hours of the site", "kind key", derived=nap.NapRow),
        _table("keywords", "a keyphrase of a page", "url rank", derived=analysis.KeywordRow),
        _table("targets", "a phrase that a page is to be found for", "url phrase", derived=keywords.TargetRow),
        _table("title_promises", "a phrase of a title", "url phrase", derived=keywords.TitlePromiseRow),
        _table(
            "cannibalisation",
            "a page that competes with others of the site",
            "group_id url",
            derived=keywords.CannibalisationRow,
        ),
        _table(
            "search_demand",
            "a query that was searched for, on each page that was shown, in the days of each export",
            "query page period_start period_end",
            derived=demand.SearchDemandRow,
        ),
        _table("searches", "a query, by its newest reliable days", "query", derived=demand.SearchRow),
        _table("page_demand", "a page that searches showed", "url", derived=demand.PageDemandRow),
        _table(
            "competitors", "a competitor that the site is compared with", "site", derived=competitors.CompetitorRow
        ),
        _table(
            "competitor_topics",
            "a topic that two competitors or more have a page for",
            "kind language key",
            derived=competitors.CompetitorTopicRow,
        ),
        _table("entities", "a taxonomy term on a page", "url kind entity", derived=analysis.EntityRow),
        _table("topics", "a topic of the site, or one that it had", "topic_id", derived=topics.TopicRow),
        _table("topic_pages", "a page that names a topic", "topic_id url", derived=topics.TopicPageRow),
        _table("topic_phrases", "a keyphrase of a topic", "topic_id key", derived=topics.TopicPhraseRow),
        _table(
            "keyness",
            "a word that the site uses far more often than the language at large",
            "language word",
            derived=topics.KeynessRow,
        ),
        _table("coverage", "what a patient may look for", "kind key", derived=coverage.CoverageRow),
        _table(
            "coverage_scores",
            "a part of a score in coverage",
            "kind key position",
            derived=coverage.CoverageScoreRow,
        ),
        _table("services", "what the clinic may offer", "kind key", derived=coverage.ServiceRow),
        _table("gaps", "something missing", "gap_id", derived=coverage.GapRow),
        _table("next_actions", "a piece of work, the first on top", "rank", derived=coverage.NextActionRow),
        _table("checks", "a check", "check_id", derived=analysis.CheckRow),
        _table("issues", "one failure of a check", "check_id url evidence", derived=analysis.IssueRow),
        _table("changes", "a difference from the crawl before", "kind field url", derived=analysis.ChangeRow),
    )
}
"""Every table by its name, in the order a reader wants them."""


def arrow_schema(columns: Iterable[Column]) -> pa.Schema:
    """Arrow schema of `columns`; each field carries its meaning and unit as metadata."""
    return pa.schema(
        pa.field(c.name, c.type, c.nullable, {"description": c.meaning, "unit": c.unit}) for c in columns
    )


def arrow_table(columns: Sequence[Column], rows: Sequence[tuple[Any, ...]]) -> pa.Table:
    """Arrow table of row tuples, whose fields stand in the order of `columns`."""
    values = list(zip(*rows, strict=True)) if rows else [()] * len(columns)
    schema = arrow_schema(columns)
    return pa.table([pa.array(v, type=f.type) for v, f in zip(values, schema, strict=True)], schema=schema)
