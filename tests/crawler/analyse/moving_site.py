"""A small invented clinic's site as HTML, read and analysed as a crawl would: for what one change to one page moves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from crawler.analyse.context import Context
from crawler.analyse.pipeline import analyse
from crawler.batches import write
from crawler.before import PAGE_FACTS
from crawler.config import Clinic
from crawler.extract.page import PageFacts, Source, extract
from crawler.schema import TABLES, arrow_table
from crawler.tables.crawl import CrawlRow, ResourceRow, SitemapEntryRow, SitemapRow
from crawler.text import short_hash
from tests.crawler.analyse.packs import taxonomy

HOST = "clinic.example"
ORIGIN = f"https://{HOST}"
CLINIC = Clinic(packs=("musculoskeletal",), offered=("prolotherapy", "prp"), region="US")
_ID = "%Y%m%dT%H%M%SZ"
_FIRST_NIGHT = datetime(2026, 11, 21, 2, 14, tzinfo=UTC)
TAPPED = '<a href="tel:+13104531234">Call 310-453-1234</a>'


@dataclass(frozen=True)
class Page:
    """`sections`: headings and what stands below them. `links`: paths, in the text. `call`: HTML at the end of the text."""

    title: str
    h1: str
    sections: tuple[tuple[str, str], ...] = ()
    links: tuple[str, ...] = ()
    call: str = TAPPED
    author: str = "Written by Ann Marlow, MD. Last reviewed 3 October 2026."
    noindex: bool = False


Pages = Mapping[str, Page]


def prose(words: int, seed: str, about: str = "") -> str:
    """So many words of plain sentences, no two seeds the same; `about` is said in the first of them."""
    said = [f"{about} is what this page is about."] if about else []
    while sum(len(sentence.split()) for sentence in said) < words:
        first, second, does = (int(digit, 16) for digit in short_hash(f"{seed} {len(said)}")[:3])
        said.append(f"The {_SORTS[first]} {_THINGS[second]} {_DOES[does]} the {_SORTS[second]} {_THINGS[first]}.")
    return " ".join(said)


_SORTS = "small green early quiet round open new bright narrow tall wooden warm late plain blue grey".split()
_THINGS = "table window garden letter river lamp harbour basket ladder orchard bench bridge field kettle path door".split()
_DOES = (
    "holds keeps finds leaves meets follows lights carries turns shows opens hides moves paints sees joins".split()
)


def night(
    folder: Path, pages: Pages, outcomes: Mapping[str, str] | None = None, before: Path | None = None
) -> Path:
    """The snapshot of a crawl that read `pages`; `outcomes`: what became of addresses that gave no page."""
    now = datetime.strptime(before.name, _ID).replace(tzinfo=UTC) + timedelta(days=1) if before else _FIRST_NIGHT
    crawl_id = now.strftime(_ID)
    read = {path: _read(path, page) for path, page in pages.items()}
    rows: dict[str, Sequence[tuple[Any, ...]]] = {
        table: [row for facts in read.values() for row in getattr(facts, table)] for table in PAGE_FACTS
    }
    known = _depths(read)
    rows["resources"] = [
        _resource(path, known.get(path), (outcomes or {}).get(path), now)
        for path in sorted({*read, *(outcomes or {})})
    ]
    rows["sitemaps"] = [
        SitemapRow(f"{ORIGIN}/sitemap.xml", "robots.txt", 200, "urlset", len(_LISTED), 0, 900, None)
    ]
    rows["sitemap_entries"] = [
        SitemapEntryRow(f"{ORIGIN}/sitemap.xml", at, ORIGIN + path, ORIGIN + path, None, None, None, None)
        for at, path in enumerate(_LISTED, start=1)
    ]
    rows["crawl"] = [_crawl(crawl_id, now, len(pages), before)]
    facts = folder / f"facts-{crawl_id}"
    facts.mkdir(parents=True)
    for table, table_rows in rows.items():
        write(table, arrow_table(TABLES[table].facts, table_rows).to_batches(), facts)
    context = Context(
        CLINIC, taxonomy("musculoskeletal"), crawl_id, HOST, "US", now, nights=(before,) if before else ()
    )
    built = folder / crawl_id
    analyse(facts, built, context, before)
    return built


@cache
def _read(path: str, page: Page) -> PageFacts:
    """Facts of a page; one that did not change is read once."""
    return extract(
        Source(ORIGIN + path, HOST, "US", 200, _html(path, page).encode(), "text/html; charset=utf-8", None, None)
    )


def _html(path: str, page: Page) -> str:
    sections = "".join(
        f"<h2>{heading}</h2><p>{text}</p>" if heading else f"<p>{text}</p>" for heading, text in page.sections
    )
    links = "".join(f'<li><a href="{link}">{_NAMES.get(link, link)}</a></li>' for link in page.links)
    robots = '<meta name="robots" content="noindex">' if page.noindex else ""
    described = f'<meta name="description" content="{prose(18, path + "description")}">'
    return (
        f'<!doctype html><html lang="en"><head><title>{page.title}</title>{robots}{described}'
        f'<link rel="canonical" href="{ORIGIN}{path}"><meta name="viewport" content="width=device-width"></head><body>'
        '<header><nav><a href="/">Marlow Joint Clinic</a> <a href="/what-we-see/">What we see</a> '
        '<a href="/contact/">Contact</a> <a href="/privacy/">Privacy</a></nav></header>'
        f"<main><h1>{page.h1}</h1><p>{page.author}</p>{sections}<ul>{links}</ul><p>{page.call}</p></main>"
        f"<footer><p>Marlow Joint Clinic, 12 Harbour Street, Easton, PA 18042</p></footer></body></html>"
    )


def _depths(read: Mapping[str, PageFacts]) -> dict[str, int]:
    """Fewest clicks from the home page."""
    depths, ring = {"/": 0}, ["/"]
    while ring:
        linked = [link.target_url for path in ring if path in read for link in read[path].links if link.target_url]
        ring = [path for url in dict.fromkeys(linked) if (path := url.removeprefix(ORIGIN)) not in depths]
        depths |= {path: depths_of_ring for path in ring if (depths_of_ring := max(depths.values()) + 1)}
    return depths


def _resource(path: str, depth: int | None, outcome: str | None, now: datetime) -> ResourceRow:
    status = {None: 200, "client_error": 404}.get(outcome)
    return ResourceRow(
        ORIGIN + path, "page", status, outcome or "fetched", "timed out" if outcome == "failed" else None, ORIGIN + path, 0,
        "text/html" if status else None, "utf-8", 4000 if status else None, 80.0, 1, depth, None, "link",
        path in _LISTED, None, None, now, None,
    )  # fmt: skip


def _crawl(crawl_id: str, now: datetime, pages: int, before: Path | None) -> CrawlRow:
    return CrawlRow(
        crawl_id, HOST, f"{ORIGIN}/", now, now, "complete", "", pages, pages + 2, 40_000, 0, 0, 0, "Rounds/0.1", '{"region": "US"}',
        before.name if before else None, "0.1.0", "x", "4",
    )  # fmt: skip


def treated(name: str, questions: Sequence[str], *links: str, words: int = 120) -> Page:
    """A page about a condition or treatment that answers `questions`."""
    first = ("", prose(100, name, name))
    rest = [(question.format(name.lower()), prose(words, name + question, name)) for question in questions]
    return Page(f"{name} | Marlow Joint Clinic", name, (first, *rest), links)


CONDITION = (
    "What is {}?", "What are the symptoms of {}?", "What causes {}?", "Which treatments are there for {}?",
    "How is {} diagnosed?", "What can you do yourself?", "Questions and answers about {}", "Where can you get help near you?",
    "{} or surgery: how do they compare?",
)  # fmt: skip
TREATMENT = (
    "What is {}?", "What happens at {}, step by step?", "What are the risks of {}?", "Does {} work? What studies show",
    "How long does recovery take?", "Questions and answers about {}", "{} or surgery: how do they compare?",
    "Where can you get {} near you?",
)  # fmt: skip

KNEE, BACK, ELBOW = "/conditions/knee-pain/", "/conditions/low-back-pain/", "/conditions/tennis-elbow/"
SCIATICA = "/conditions/sciatica/"
PROLO, PRP = "/treatments/prolotherapy/", "/treatments/prp/"
HUB, CONTACT, PRIVACY = "/what-we-see/", "/contact/", "/privacy/"
_NAMES = {
    KNEE: "Knee pain",
    BACK: "Low back pain",
    ELBOW: "Tennis elbow",
    SCIATICA: "Sciatica",
    PROLO: "Prolotherapy",
    PRP: "PRP",
}
PAGES: dict[str, Page] = {
    "/": Page(
        "Marlow Joint Clinic in Easton", "Marlow Joint Clinic", (("", prose(320, "home")),), (KNEE, PROLO, PRP)
    ),
    HUB: Page(
        "What we see | Marlow Joint Clinic", "What we see", (("", prose(310, "hub")),), (KNEE, BACK, ELBOW, PROLO)
    ),
    KNEE: treated("Knee pain", CONDITION, PROLO, SCIATICA),
    BACK: treated("Low back pain", CONDITION, PROLO, SCIATICA),
    ELBOW: treated("Tennis elbow", CONDITION[:3], KNEE, BACK, words=50),
    SCIATICA: replace(treated("Sciatica", CONDITION, BACK), author="Last reviewed 3 October 2026."),
    PROLO: treated("Prolotherapy", TREATMENT, KNEE, BACK),
    PRP: replace(treated("PRP", TREATMENT, KNEE), h1="Platelet-rich plasma (PRP)"),
    CONTACT: Page("Contact | Marlow Joint Clinic", "Contact", (("", prose(310, "contact")),)),
    PRIVACY: Page(
        "Privacy notice | Marlow Joint Clinic", "Privacy notice", (("", prose(310, "privacy")),), author=""
    ),
}
_LISTED = tuple(PAGES)
