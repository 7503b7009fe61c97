"""The snapshot before: what a crawl may build on, so that a page that did not change is not read again."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from crawler.extract.page import PageFacts
from crawler.extract.version import extractor_version
from crawler.fetch import Validators
from crawler.reading import LEADS, lead_pairs
from crawler.schema import SCHEMA_VERSION, TABLES, arrow_schema
from crawler.scope import Hosts
from crawler.snapshot import table_file
from crawler.text import short_hash

PAGE_FACTS = PageFacts._fields
"""Tables that hold what was read off a page."""

_SOURCE = {"links": "source_url"}
_READ = ["url", "etag", "last_modified", "body_hash", "content_type", "charset", "bytes"]


def facts_version(region: str | None, hosts: Hosts, render: str) -> str:
    """Names all that the facts of a page depend on beside its bytes."""
    scope = ",".join([*sorted(hosts.names), f"*.{hosts.domain}" if hosts.domain else ""])
    return short_hash("\n".join((SCHEMA_VERSION, extractor_version(), region or "", render, scope)))


class Earlier(NamedTuple):
    """What the snapshot before knows of the answer of a page, or of a PDF."""

    etag: str | None
    last_modified: str | None
    body_hash: str | None
    content_type: str | None
    charset: str | None
    bytes: int | None
    x_robots_tag: str | None
    words: int | None

    @property
    def is_pdf(self) -> bool:
        """It was no page: that has words, if only none."""
        return self.words is None


@dataclass
class Before:
    """The pages of the snapshot before that were read as they would be read now; by default none.

    `region`: the one that it guessed.
    """

    folder: Path | None = None
    version: str | None = None
    region: str | None = None
    _pages: dict[str, Earlier] = field(default_factory=dict)
    _links: dict[str, list[str]] = field(default_factory=dict)
    _others: dict[str, list[tuple[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path | None, version_of: Callable[[str | None], str]) -> "Before":
        """Read `folder`, unless its facts are of another version than `version_of` its region."""
        if folder is None:
            return cls()
        [crawl] = pq.read_table(folder / "crawl.parquet").to_pylist()
        region = json.loads(crawl["config"])["region"]
        version = version_of(region)
        if crawl["extractor_version"] != version:
            return cls()
        read = _unrendered(folder) | _pdfs(folder)
        rows = pq.read_table(folder / "resources.parquet", columns=_READ).to_pylist()
        kept = {
            url: Earlier(**row, x_robots_tag=read[url][0], words=read[url][1])
            for row in rows
            if (url := row.pop("url")) in read and row["body_hash"]
        }
        return cls(folder, version, region, kept)

    def get(self, url: str) -> Earlier | None:
        return self._pages.get(url)

    def validators(self, url: str) -> Validators | None:
        """What to send with a request for `url`, so that the server may answer that nothing changed."""
        earlier = self._pages.get(url)
        if earlier is None or not (earlier.etag or earlier.last_modified):
            return None
        return Validators(earlier.etag, earlier.last_modified)

    def leads(self, url: str) -> list[tuple[str, str]]:
        """Addresses of the site that the page named, each with the way it named it."""
        if not self._links and self.folder is not None:
            self._links, self._others = _links_by_page(self.folder), _others_by_page(self.folder)
        return [*(("link", target) for target in self._links.get(url, ())), *self._others.get(url, ())]

    def carried(self, table: str, urls: set[str]) -> Iterator[pa.RecordBatch]:
        """Fact rows of these pages, as they stand in the snapshot before."""
        file = table_file(self.folder, table) if self.folder and urls else None
        if file is None:
            return
        schema = arrow_schema(TABLES[table].facts)
        wanted = pa.array(sorted(urls), pa.string())
        for batch in pq.ParquetFile(file).iter_batches(8_192, columns=schema.names):
            kept = batch.filter(pc.is_in(batch.column(_SOURCE.get(table, "url")), value_set=wanted))
            if kept.num_rows:
                yield _as_facts(kept, schema)


def _as_facts(batch: pa.RecordBatch, schema: pa.Schema) -> pa.RecordBatch:
    """`batch` in the shape of the facts; the depth of a page is for the analysis to say."""
    columns = [
        pa.nulls(batch.num_rows, f.type) if f.name == "depth" else batch.column(f.name).cast(f.type)
        for f in schema
    ]
    return pa.record_batch(columns, schema=schema)


def _pdfs(folder: Path) -> dict[str, tuple[str | None, int | None]]:
    """The files whose facts are known; none of their headers counts."""
    file = table_file(folder, "pdfs")
    urls = pq.read_table(file, columns=["url"])["url"].to_pylist() if file else []
    return dict.fromkeys(urls, (None, None))


def _unrendered(folder: Path) -> dict[str, tuple[str | None, int | None]]:
    """X-Robots-Tag and words of each page whose content the server alone decides: what scripts fetch may change
    behind the same bytes."""
    columns = ["url", "rendered", "x_robots_tag", "text_words"]
    rows = pq.read_table(folder / "pages.parquet", columns=columns).to_pylist()
    return {row["url"]: (row["x_robots_tag"], row["text_words"]) for row in rows if not row["rendered"]}


def _links_by_page(folder: Path) -> dict[str, list[str]]:
    """Internal link targets of every page; pages that name the same address share its text."""
    found: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    columns = ["source_url", "target_url", "is_internal"]
    for batch in pq.ParquetFile(folder / "links.parquet").iter_batches(16_384, columns=columns):
        internal = batch.filter(batch.column("is_internal"))
        pairs = zip(*(internal.column(name).to_pylist() for name in columns[:2]), strict=True)
        for source, target in dict.fromkeys(pairs):
            found.setdefault(source, []).append(names.setdefault(target, target))
    return found


def _others_by_page(folder: Path) -> dict[str, list[tuple[str, str]]]:
    """What pages name beside links."""
    found: dict[str, list[tuple[str, str]]] = {}
    for batch in pq.ParquetFile(folder / "pages.parquet").iter_batches(2_048, columns=["url", *LEADS]):
        for row in batch.to_pylist():
            if pairs := lead_pairs(row):
                found[row["url"]] = pairs
    return found
