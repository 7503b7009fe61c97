"""When a page was published, changed and reviewed, as each place on it says."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from crawler.extract.blocks import Blocks
from crawler.extract.dates.lines import seen_dates
from crawler.extract.dates.text import machine_date
from crawler.extract.document import Document
from crawler.extract.phones.region import region_clue
from crawler.extract.structured.data import StructuredData
from crawler.extract.structured.page_items import PageItems, as_list, text_value
from crawler.tables.facts import HeadTagRow
from crawler.tables.trust import DateRow

_PROPERTIES = {
    "published": ("datePublished", "dateCreated"),
    "modified": ("dateModified",),
    "reviewed": ("lastReviewed", "dateReviewed"),
}
_METAS = {
    "published": """
        article:published_time article:published og:published_time og:article:published_time date dc.date dc.date.issued
        dc.date.created dcterms.date dcterms.issued dcterms.created parsely-pub-date sailthru.date citation_publication_date
        citation_online_date citation_date pubdate publishdate publish-date publish_date publication_date
        publication-date datepublished date_published article.published created rnews:datepublished
        cxenseparse:recs:publishtime shareaholic:article_published_time""",
    "modified": """
        article:modified_time article:modified og:updated_time og:modified_time og:article:modified_time last-modified
        last_modified lastmodified http-equiv:last-modified dc.date.modified dcterms.modified datemodified date_modified
        modified revised updated lastmod shareaholic:article_modified_time""",
    "reviewed": """
        last-reviewed last_reviewed lastreviewed article:reviewed_time dc.date.reviewed dcterms.reviewed date_reviewed
        datereviewed medically-reviewed-date""",
}
_KIND_OF_META = {name: kind for kind, names in _METAS.items() for name in names.split()}
_MONTH_FIRST = frozenset("US PR PH GU AS VI FM PW MH".split())
_BOTH_WAYS = frozenset({"CA"})


def dates(
    document: Document, data: StructuredData, items: PageItems, tags: Sequence[HeadTagRow], blocks: Blocks
) -> list[DateRow]:
    """Dates in order of trust, positions from 1: structured data, metas, <time>, visible text; each once a source
    and kind. A day such as 03/04/2026 is read as the page's language and country do, and left out where they do
    not tell."""

    @lru_cache(maxsize=1)
    def day_first() -> bool | None:
        return _day_first(document, data)

    rows = [*_of_data(document, items, day_first), *_of_metas(document, tags, day_first)]
    rows += [DateRow(document.url, 0, *seen) for seen in seen_dates(document, blocks, day_first)]
    once = {(row.source, row.kind, row.date): row for row in reversed(rows)}
    kept = reversed(once.values())
    return [row._replace(position=position) for position, row in enumerate(kept, start=1)]


def dated_as(rows: Sequence[DateRow], kind: str) -> str | None:
    """First date of a kind; null where there is none."""
    return next((row.date for row in rows if row.kind == kind), None)


def _of_data(document: Document, items: PageItems, day_first: Callable[[], bool | None]) -> Iterator[DateRow]:
    for syntax, item in items.items:
        for kind, names in _PROPERTIES.items():
            name = next((name for name in names if item.get(name)), None)
            for value in as_list(item.get(name)) if name else ():
                text = text_value(value)
                if text and (date := _read(text, day_first)):
                    yield DateRow(document.url, 0, kind, date, text, syntax)


def _of_metas(
    document: Document, tags: Sequence[HeadTagRow], day_first: Callable[[], bool | None]
) -> Iterator[DateRow]:
    for tag in tags:
        kind = _KIND_OF_META.get(tag.name)
        if kind and (date := _read(tag.value, day_first)):
            yield DateRow(document.url, 0, kind, date, " ".join(tag.value.split()), "meta")


def _read(text: str, day_first: Callable[[], bool | None]) -> str | None:
    """ISO date of a value; the page is asked for its order of day and month only where the value needs it."""
    return machine_date(text) or machine_date(text, day_first())


def _day_first(document: Document, data: StructuredData) -> bool | None:
    """Days come before months, by the page's language and country; null: neither tells."""
    lang = (document.attribute_of_root("lang") or "").strip().lower()
    if lang and not lang.startswith("en"):
        return True
    region = region_clue(document, data)
    if region in _BOTH_WAYS:
        return None
    if region:
        return region not in _MONTH_FIRST
    return False if lang == "en-us" else None
