"""Main content, held to the articles and the sites that others wrote; prints F1, marks that are wrong, and time.

    python -m tests.benchmarks.main_content [SITE …]

The articles' figure is that of the public benchmark of article extraction: precision and recall of shingles of four
words, averaged over pages. Where trafilatura can be imported (it is no requirement of the project), its figure on
the same pages is printed beside it. `main_content_marks.json` names, by hash, blocks of fifty clinic pages that
somebody read and judged; those that no link leads to are judged alone only. Pages and sites lie in ``../shared``
beside the checkout; without them this says so.
"""

import gzip
import importlib
import json
import re
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import mean, median
from typing import Any
from urllib.parse import unquote, urlsplit

import duckdb

from crawler.config import Clinic, Crawl
from crawler.extract.blocks import blocks
from crawler.extract.document import Document
from crawler.extract.encoding import decode
from crawler.extract.main.content import content_positions
from crawler.site import crawl_site
from crawler.work import Job
from tests.benchmarks.serving import SHARED, free_port, served_site, shared_sites

_ARTICLES = SHARED / "conformance" / "article-extraction"
_MARKS = Path(__file__).with_name("main_content_marks.json")
_WORDS = 4
_TOKEN = re.compile(r"\w+")
_SMALL = 80_000
"""Bytes of a page whose time is counted: the bar is set for pages of 48 KB."""


def main(names: list[str]) -> None:
    """Print the figures; `names`: of the sites to crawl, all where there are none."""
    if not _ARTICLES.is_dir():
        print("The articles and sites are not here: nothing to measure.")
        return
    pages = list(_pages())
    print(f"{'articles':14} {'pages':>5} {'F1':>6} {'precision':>9} {'recall':>6}")
    print(_score("ours", pages, _ours))
    others = _trafilatura()
    print(_score("trafilatura", pages, others) if others else "trafilatura    cannot be imported here")
    print(f"median time on pages below 80 KB: {_milliseconds(pages):.2f} ms\n")
    _print_marks(names)


def _pages() -> Iterator[tuple[str, bytes, str]]:
    """Address, body and article of each page."""
    truth = json.loads((_ARTICLES / "ground-truth.json").read_text(encoding="utf-8"))
    for key, page in truth.items():
        yield (
            page["url"],
            gzip.decompress((_ARTICLES / "html" / f"{key}.html.gz").read_bytes()),
            page["articleBody"],
        )


def _score(name: str, pages: list[tuple[str, bytes, str]], read: Callable[[str, bytes], str]) -> str:
    found = [_overlap(_shingles(article), _shingles(read(url, body))) for url, body, article in pages]
    precision = mean(p for p, _ in found if p is not None)
    recall = mean(r for _, r in found if r is not None)
    f1 = 2 * precision * recall / (precision + recall)
    return f"{name:14} {len(pages):5} {f1:6.4f} {precision:9.4f} {recall:6.4f}"


def _overlap(true: Counter[tuple[str, ...]], said: Counter[tuple[str, ...]]) -> tuple[float | None, float | None]:
    """Precision and recall; null: nothing was said, or there is nothing to say."""
    same = (true & said).total()
    return (same / said.total() if said else None), (same / true.total() if true else None)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    tokens = _TOKEN.findall(text)
    parts = (tuple(tokens[n : n + _WORDS]) for n in range(max(1, len(tokens) - _WORDS + 1)))
    return Counter(part for part in parts if part)


def _ours(url: str, body: bytes) -> str:
    document = _document(url, body)
    found = blocks(document)
    content = content_positions(document, found)
    return "\n".join(row.text for row in found.rows if row.position in content)


def _trafilatura() -> Callable[[str, bytes], str] | None:
    try:
        trafilatura: Any = importlib.import_module("trafilatura")
    except ImportError:
        return None
    return lambda _, body: trafilatura.extract(body.decode("utf-8", "replace"), include_comments=False) or ""


def _document(url: str, body: bytes) -> Document:
    return Document.of(url, urlsplit(url).netloc, decode(body, "text/html"))


def _milliseconds(pages: list[tuple[str, bytes, str]]) -> float:
    times = []
    for url, body, _ in pages:
        if len(body) <= _SMALL:
            document = _document(url, body)
            found = blocks(document)
            started = time.process_time()
            content_positions(document, found)
            times.append(1000 * (time.process_time() - started))
    return median(times) if times else 0.0


def _print_marks(names: list[str]) -> None:
    marks: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for mark in json.loads(_MARKS.read_text(encoding="utf-8")):
        marks[mark["site"]].append(mark)
    print(
        f"{'site':20} {'pages':>5} {'marks':>5} {'wrong, alone':>12} {'pages crawled':>13} {'wrong, crawled':>14}"
    )
    for site, of_site in marks.items():
        if site not in shared_sites() or (names and site not in names):
            continue
        count = sum(len(mark["content"]) + len(mark["other"]) for mark in of_site)
        alone = [error for mark in of_site for error in _errors(mark, _judged_alone(mark), "alone")]
        crawled = _judged_by_crawl(site)
        found = [mark for mark in of_site if _key(mark["page"]) in crawled]
        after = [error for mark in found for error in _errors(mark, crawled[_key(mark["page"])], "crawled")]
        print(f"{site:20} {len(of_site):5} {count:5} {len(alone):12} {len(found):13} {len(after):14}", flush=True)
        for error in alone + after:
            print(f"    {error}")


def _errors(mark: dict[str, Any], judged: dict[str, bool], how: str) -> Iterator[str]:
    """Marks that `judged`, whether blocks are content by their hash, gets wrong; a block that is not there, too."""
    for kind in ("content", "other"):
        for block_hash in mark[kind]:
            if judged.get(block_hash) is not (kind == "content"):
                yield f"{how}: {mark['page']} {block_hash} should be {kind}, is {judged.get(block_hash)}"


def _judged_alone(mark: dict[str, Any]) -> dict[str, bool]:
    body = (SHARED / "sites" / mark["site"] / mark["page"]).read_bytes()
    document = _document(f"http://clinic.example/{mark['page']}", body)
    found = blocks(document)
    content = content_positions(document, found)
    judged: dict[str, bool] = {}
    for row in found.rows:
        judged[row.block_hash] = judged.get(row.block_hash, False) or row.position in content
    return judged


def _judged_by_crawl(name: str) -> dict[str, dict[str, bool]]:
    """By page and hash, whether a block is content after the site was crawled and analysed."""
    site = shared_sites()[name]
    with tempfile.TemporaryDirectory() as folder, served_site(name, free_port(), Path(folder) / "log") as origin:
        clinic = Clinic(region=site["region"], crawl=Crawl(delay=0, concurrency=8))
        done = crawl_site(Job(f"{origin}{site['start']}", Path(folder), clinic))
        rows = duckdb.execute(
            "SELECT url, block_hash, bool_or(NOT is_boilerplate) FROM read_parquet(?) GROUP BY ALL",
            [str(done.path / "blocks.parquet")],
        ).fetchall()
    judged: dict[str, dict[str, bool]] = defaultdict(dict)
    for url, block_hash, is_content in rows:
        judged[_key(urlsplit(url).path)][block_hash] = is_content
    return judged


def _key(path: str) -> str:
    """`path` of a page or of its file, as both have it."""
    return unquote(path).strip("/").removesuffix("index.html").removesuffix(".html").strip("/")


if __name__ == "__main__":
    main(sys.argv[1:])
