"""A fictional clinic's snapshots: a rich one with hostile words in it, the one before, and one with nothing but tables.

`build` writes any rows as a snapshot; other tests may use it too.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from crawler.schema import SCHEMA_VERSION, TABLES, Table, arrow_table
from crawler.tables import analysis, coverage, crawl, facts, media
from crawler.tables.calls import CallTrackingRow
from crawler.tables.nap import NapRow
from tests import sample_actions, sample_changes, sample_crawl, sample_keywords, sample_page, sample_topics

SITE = "www.harbour-joint.example"
ROOT = f"https://{SITE}"
NOW = "20261122T021400Z"
BEFORE = "20261121T021400Z"
MAIN_NUMBER = "+13105550142"
FAX_NUMBER = "+13105550143"
STRANGE_NUMBER = "+13105550199"

SCRIPT = '<img src=x onerror="window.__xss=1"><script>window.__xss=1</script>'
FORMULA = '=HYPERLINK("http://evil.example","Click")'
BIDI = "Safe \u202egnp.exe\u202c \u200btext\u0007"
HOSTILE = (
    SCRIPT,
    FORMULA,
    BIDI,
    "<a href='javascript:window.__xss=1'>knee</a> <b>bold</b>",
    "[click](javascript:window.__xss=1) **not markdown** {{7*7}} 👩‍⚕️ " + "very long title " * 30,
)
Rows = Mapping[str, Sequence[tuple[Any, ...]]]

CONDITIONS = (
    ("knee_oa", "Knee osteoarthritis", "Knee", 1),
    ("meniscus", "Meniscus tear", "Knee", 1),
    ("rotator_cuff", "Rotator cuff injury", "Shoulder", 1),
    ("frozen_shoulder", "Frozen shoulder", "Shoulder", 2),
    ("low_back", "Low back pain", "Low back", 1),
    ("sciatica", "Sciatica", "Low back", 1),
    ("tennis_elbow", "Tennis elbow", "Elbow", 2),
    ("plantar", "Plantar fasciitis", "Foot, heel & toe", 1),
    ("headache", "Headache & migraine", "Head", 3),
)
TREATMENTS = (
    ("prp", "Platelet-rich plasma (PRP)", "yes"),
    ("pt", "Physical therapy", "yes"),
    ("injection", "Steroid injection", "yes"),
    ("shockwave", "Shockwave therapy", "inferred"),
    ("nerve_block", "Nerve block", "yes"),
    ("surgery", "Surgery", "no"),
)
STATES = ("none", "strong", "thin", "covered", "mentioned", "strong", "none", "unknown", "covered", "thin")
SCORES = {"unknown": 0, "none": 0, "mentioned": 18, "thin": 41, "covered": 66, "strong": 88}


def build(
    data_dir: Path,
    rows: Rows,
    *,
    site: str = SITE,
    crawl_id: str = NOW,
    title: str = "Harbour Joint Clinic",
    role: str = "own",
) -> Path:
    """Write `rows` by table as a snapshot below `data_dir`; tables without rows are empty. Gives its folder."""
    folder = data_dir / "snapshots" / site.replace(":", "_") / crawl_id
    folder.mkdir(parents=True)
    resources = [_write(folder, table, rows.get(table.name, ())) for table in TABLES.values()]
    manifest = {
        "name": f"{site}-{crawl_id}".lower(),
        "title": title,
        "created": "2026-11-22T02:31:00Z",
        "profile": "tabular-data-package",
        "tool_version": "0.1.0",
        "schema_version": SCHEMA_VERSION,
        "crawl_id": crawl_id,
        "site": site,
        "role": role,
        "resources": resources,
    }
    (folder / "datapackage.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def _write(folder: Path, table: Table, rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    path = folder / f"{table.name}.parquet"
    pq.write_table(arrow_table(table.columns, list(rows)), path, compression="zstd")
    fields = [
        {
            "name": c.name,
            "type": _kind(c.type),
            "description": c.meaning,
            "unit": c.unit,
            "constraints": {"required": not c.nullable},
        }
        for c in table.columns
    ]
    return {
        "name": table.name,
        "path": path.name,
        "format": "parquet",
        "rows": len(rows),
        "bytes": path.stat().st_size,
        "hash": "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(),
        "description": table.row,
        "schema": {"primaryKey": list(table.key), "fields": fields},
    }


def _kind(kind: pa.DataType) -> str:
    names = {pa.string(): "string", pa.int64(): "integer", pa.float64(): "number", pa.bool_(): "boolean"}
    return names.get(kind, "array" if pa.types.is_list(kind) else "datetime")


def empty(data_dir: Path, *, site: str = "empty.example", crawl_id: str = NOW) -> Path:
    """A snapshot that has all tables and no row in any."""
    return build(data_dir, {}, site=site, crawl_id=crawl_id)


def sample(data_dir: Path) -> Path:
    """Two checks of the fictional clinic; gives the folder of the newer."""
    build(data_dir, rows(BEFORE, previous=None), crawl_id=BEFORE)
    return build(data_dir, rows(NOW, previous=BEFORE), crawl_id=NOW)


@dataclass(frozen=True)
class _Page:
    """What the rows of one page are made from."""

    path: str
    title: str | None
    kind: str
    words: int
    cta: str

    @property
    def url(self) -> str:
        return ROOT + self.path


def _pages(crawl_id: str) -> list[_Page]:
    pages = [
        _Page("/", "Harbour Joint Clinic – care for joints and backs", "home", 420, "tap"),
        _Page("/contact/", "Contact and appointments", "contact", 90, "tap"),
        _Page("/about/dr-rivera/", "Dr Ana Rivera, MD", "provider", 260, "text"),
        _Page("/locations/harbour/", "Harbour Street office", "location", 210, "wrong"),
        _Page("/privacy/", "Privacy notice", "legal", 900, "missing"),
        _Page("/faq/", "Questions patients ask", "faq", 640, "tap"),
        _Page("/blog/hostile-markup/", HOSTILE[0], "article", 510, "missing"),
        _Page("/blog/hostile-formula/", HOSTILE[1], "article", 180, "text"),
        _Page("/blog/hostile-bidi/", HOSTILE[2], "article", 730, "tap"),
        _Page("/blog/hostile-link/", HOSTILE[3], "article", 950, "tap"),
        _Page("/blog/hostile-long/?q=%3Cscript%3E", HOSTILE[4], "article", 1620, "missing"),
        _Page("/blog/untitled/", None, "article", 12, "missing"),
    ]
    kinds = ("tap", "tap", "text", "tap", "missing")
    pages += [
        _Page(
            f"/conditions/{key.replace('_', '-')}/",
            f"{label}: causes, symptoms and care",
            "condition",
            240 + 130 * at,
            kinds[at % 5],
        )
        for at, (key, label, _, _) in enumerate(CONDITIONS[:7])
    ]
    pages += [
        _Page(
            f"/treatments/{key}/",
            f"{label} at Harbour Joint Clinic",
            "treatment",
            310 + 170 * at,
            kinds[(at + 2) % 5],
        )
        for at, (key, label, offered) in enumerate(TREATMENTS)
        if offered != "no"
    ]
    return (
        pages
        if crawl_id == NOW
        else [*pages[:-1], _Page("/old-offer/", "An offer that ended", "other", 130, "missing")]
    )


def rows(crawl_id: str, *, previous: str | None) -> Rows:
    pages = _pages(crawl_id)
    return {
        "crawl": [_crawl(crawl_id, previous, len(pages))],
        "analysis": [
            analysis.BuiltRow(
                _time(crawl_id) + timedelta(minutes=18), "0.1.0", "0.1.0", "1", 61.5, 118.0, previous
            )
        ],
        "resources": _resources(crawl_id, pages),
        "redirects": [crawl.RedirectRow(f"{ROOT}/old/", 1, f"{ROOT}/old/", 301, f"{ROOT}/faq/")],
        "sitemap_entries": [
            crawl.SitemapEntryRow(f"{ROOT}/sitemap.xml", at, page.url, page.url, None, None, None, None)
            for at, page in enumerate(pages, 1)
        ]
        + sample_crawl.bad_entries(ROOT, SCRIPT, len(pages)),
        "sitemaps": sample_crawl.sitemaps(ROOT, len(pages), SCRIPT),
        "robots_agents": sample_crawl.robots_agents(ROOT, len(pages), SCRIPT),
        "checked_urls": sample_crawl.checked_urls(ROOT, SCRIPT, FORMULA),
        "traps": sample_crawl.traps(ROOT, FORMULA),
        "renderings": sample_crawl.renderings(pages[2].url, pages[5].url, SCRIPT),
        "pages": [_page(at, page, crawl_id) for at, page in enumerate(pages)],
        "headings": [row for page in pages for row in _headings(page)],
        "blocks": [],
        "links": [row for page in pages for row in _links(page, pages)],
        "images": [row for page in pages for row in _images(page)],
        **sample_page.of_pages([(page.url, page.kind) for page in pages], ROOT, HOSTILE),
        "phone_ctas": [row for page in pages for row in _phone_ctas(page)],
        "phone_numbers": _phone_numbers(),
        "page_ctas": [_page_cta(page) for page in pages],
        "nap": _nap(),
        "call_tracking": [row for page in pages if page.cta == "tap" for row in _call_tracking(page)],
        "keywords": [row for at, page in enumerate(pages) for row in _keywords(at, page)],
        **sample_keywords.of_site(ROOT, SCRIPT, FORMULA),
        **sample_topics.of_site(ROOT, SCRIPT, FORMULA, is_first=previous is None),
        "entities": [row for at, page in enumerate(pages) for row in _entities(at, page)],
        "coverage": _coverage(crawl_id),
        "services": _services(),
        "gaps": _gaps(crawl_id),
        "next_actions": sample_actions.of_site(SCRIPT),
        "checks": _checks(crawl_id),
        "issues": _issues(crawl_id, pages),
        "changes": sample_changes.of_site(ROOT, SCRIPT, FORMULA, MAIN_NUMBER) if previous else [],
    }


def _time(crawl_id: str) -> datetime:
    return datetime.strptime(crawl_id, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)


def _crawl(crawl_id: str, previous: str | None, pages: int) -> tuple[Any, ...]:
    start = _time(crawl_id)
    config = json.dumps({"name": "Harbour Joint Clinic", "max_pages": 10000})
    return crawl.CrawlRow(
        crawl_id, SITE, ROOT + "/", start, start + timedelta(minutes=17), "complete", "", pages, pages + 14,
        4_812_300, 3, 2, 6, "Rounds/0.1 (+https://www.harbour-joint.example/bot)", config, previous, "0.1.0", "x1", SCHEMA_VERSION,
    )  # fmt: skip


_NOT_READ = (
    ("/old/", "redirect", 301, None),
    ("/conditions/gone/", "client_error", 404, "The server says that there is no such page (404)."),
    ("/api/broken/", "server_error", 500, "The server failed (500)."),
    ("/slow/", "failed", None, "No answer within 20 seconds."),
    ("/busy/", "rate_limited", 429, "The server asked to wait (429)."),
    ("/admin/", "blocked_robots", None, "robots.txt line 3: Disallow: /admin/"),
    ("/conditions/headache/", "blocked_robots", None, "robots.txt line 4: Disallow: /conditions/headache/"),
    ("/page/999/", "over_limit", None, None),
    ("/intern/", "excluded", None, f"excluded by the pattern /intern/{SCRIPT}"),
)


_WAYS = {0: "seed", 3: "canonical", 9: "sitemap", 10: "sitemap", 11: "redirect"}
"""How the pages were found, by their order; all others by a link."""


def _resources(crawl_id: str, pages: Sequence[_Page]) -> list[tuple[Any, ...]]:
    when = _time(crawl_id) + timedelta(minutes=2)
    read = [
        crawl.ResourceRow(
            page.url, "page", 200, "not_modified" if at % 9 == 8 else "fetched", None, page.url, 0, "text/html", "utf-8",
            18_000 + at, 83.5 + at, 1, min(at, 4), ROOT + "/" if at else None, _WAYS.get(at, "link"), True, None, None, when, None,
        )
        for at, page in enumerate(pages)
    ]  # fmt: skip
    other = [
        crawl.ResourceRow(
            ROOT + path, "page", status, outcome, failure, f"{ROOT}/faq/" if outcome == "redirect" else None,
            1 if outcome == "redirect" else 0, None, None, None, None, 1, 2, ROOT + "/", "link", False, None, None, when, None,
        )
        for path, outcome, status, failure in _NOT_READ
    ]  # fmt: skip
    unbidden = crawl.ResourceRow(*other[1])._replace(
        url=f"{ROOT}/sitemap_index.xml", kind="other", found_on="well-known address", found_by="well-known"
    )
    return [*read, *other, unbidden]


def _page(at: int, page: _Page, crawl_id: str) -> tuple[Any, ...]:
    title = page.title
    described = bool(at % 3)
    recorded = facts.PageRow(
        url=page.url, status=200, depth=min(at, 4), title=title, title_px=len(title) * 9 if title else None,
        titles=1 if title else 0, meta_description=f"About {page.path}" if described else None,
        meta_description_px=480 if described else None, meta_descriptions=int(described), h1=title, h1_count=1,
        canonical=page.url, canonicals=[page.url], robots=None, robots_all=None, x_robots_tag=None, lang="en-US",
        charset="utf-8", charset_source="meta", charset_declared="utf-8", doctype="html", base_href=None,
        body_kind="html", viewport="width=device-width", meta_refresh=None, og_title=None,
        og_image=f"{ROOT}/img/share.jpg" if described else None,
        author="Dr Ana Rivera" if page.kind == "article" else None, reviewer=None, published="2026-03-01",
        modified="2026-10-01", booking_link=f"{ROOT}/contact/" if at % 2 else None, text_words=page.words + 120,
        content_hash=f"hash-{at}-{crawl_id if at == 3 else ''}", refresh_url=None, rel_next=None, rel_prev=None,
        alternates=[], error_phrase="page not found" if page.kind == "legal" else None,
        script_clue=f"<main> is empty {SCRIPT}" if page.kind == "faq" else None, rendered=page.kind == "provider",
        icon=None, ids=[],
    )  # fmt: skip
    graded = page.words >= 100
    grade = 8.4 + at % 5
    derived = analysis.PageAnalysis(
        indexable=page.kind != "legal", indexability="noindex" if page.kind == "legal" else "indexable",
        word_count=page.words, main_text=f"Text of {page.path}", page_type=page.kind,
        readability_grade=grade if graded else None, readability_grade_plain=grade - 1.2 if graded else None,
        reading_ease=71.0 - 4 * (at % 5) if graded else None, smog_grade=grade + 1.6 if graded else None,
        smog_confidence=("high" if page.words > 400 else "low") if graded else None, sentences=page.words // 14,
        long_sentences=page.words // 140, longest_sentence=sample_page.longest_sentence(page.path, SCRIPT) if graded else None,
        hardest_words=["arthroscopically", "rehabilitation", SCRIPT] if graded else [],
        text_lang=("es" if page.kind == "location" else "en") if graded else None, paragraphs=page.words // 60,
        lists=at % 3, tables=at % 2, in_sitemap=True, inlinks=9 - min(at, 8), outlinks=6,
        link_score=max(1.0, 100 - 7 * at), unchanged_since=BEFORE, variant_of=None, variant_by=None,
    )  # fmt: skip
    return (*recorded, *derived)


def _headings(page: _Page) -> list[tuple[Any, ...]]:
    texts = [
        (1, page.title or "", "main"),
        (2, "What is it?", "main"),
        (4, "Who it is for", "main"),
        (2, SCRIPT if "hostile" in page.path else "Costs", "main"),
        (3, "Visit us", "footer"),
    ]
    rows: list[tuple[Any, ...]] = []
    for at, (level, text, zone) in enumerate(texts, 1):
        recorded = facts.HeadingRow(
            page.url, at, level, text, zone, None if text else "A joint", None, at, 1 if level == 4 else 0,
            text.endswith("?"), "display:none" if at == 4 and page.kind == "faq" else None,
        )  # fmt: skip
        rows.append((*recorded, *analysis.HeadingAnalysis(zone == "footer", page.words // 4, page.words // level)))
    return rows


def _links(page: _Page, pages: Sequence[_Page]) -> list[tuple[Any, ...]]:
    targets: list[tuple[str | None, str | None, str, bool]] = [
        (other.url, other.path, other.title or "untitled", True) for other in pages[:6]
    ]
    targets.append((f"{ROOT}/conditions/gone/", "/conditions/gone/", "Gone", True))
    targets.append(("https://journal.example/study", "https://journal.example/study", "the study", False))
    if "hostile" in page.path:
        targets.append((None, "javascript:window.__xss=1", "click here", False))
    return [
        facts.LinkRow(
            page.url,
            at,
            target,
            href,
            anchor,
            "text",
            anchor,
            None,
            "en",
            None,
            "nav" if at <= 3 else "main",
            inside,
            None,
            "page" if target else "script",
            None,
            None,
            None,
            None,
        )
        for at, (target, href, anchor, inside) in enumerate(targets, 1)
    ]


def _images(page: _Page) -> list[tuple[Any, ...]]:
    def row(at: int, name: str, alt: str | None, zone: str, loading: str | None) -> media.ImageRow:
        kind = "svg" if name.endswith("svg") else "jpeg"
        return media.ImageRow(
            page.url, at, f"{ROOT}/img/{name}", alt, "640", None if kind == "svg" else "400", zone, [], None, loading, kind,
            alt or "", kind == "svg", None,
        )  # fmt: skip

    return [
        row(1, f"{page.kind}.jpg", None if page.words % 20 else "A joint", "main", "lazy"),
        row(2, "logo.svg", "Harbour Joint Clinic", "header", None),
    ]


def _phone_ctas(page: _Page) -> list[tuple[Any, ...]]:
    def row(
        at: int,
        channel: str,
        href: str | None,
        shown: str,
        dialled: str | None,
        number: str,
        zone: str,
        owner: str,
    ) -> tuple[Any, ...]:
        recorded = facts.PhoneCtaRow(
            page.url, at, channel, href, shown, dialled, number, dialled or number, None, "555" in number, href is not None,
            zone, "Call us today" if zone == "main" else None, "call_now" if zone == "main" else "bare", shown, at, 1,
            f"Questions? Call us today at {shown} and ask for Ana. {SCRIPT if 'hostile' in page.path else ''}",
            None, None, None, None, False, None,
        )  # fmt: skip
        in_text = zone == "main"
        placed = analysis.PhoneCtaAnalysis(
            owner, not in_text, 40 if in_text else None, in_text or zone == "header", 0.1 if in_text else None
        )
        return (*recorded, *placed)

    if page.cta == "missing":
        return []
    if page.cta == "text":
        return [row(1, "text", None, "(310) 555-0142", None, MAIN_NUMBER, "main", "main")]
    if page.cta == "wrong":
        return [
            row(1, "tel", "tel:+13105550199", "(310) 555-0142", STRANGE_NUMBER, MAIN_NUMBER, "header", "unknown"),
            row(2, "text", None, "Fax (310) 555-0143", None, FAX_NUMBER, "footer", "fax"),
        ]
    return [
        row(1, "tel", "tel:+13105550142", "(310) 555-0142", MAIN_NUMBER, MAIN_NUMBER, "header", "main"),
        row(2, "tel", "tel:+13105550142", "310.555.0142", MAIN_NUMBER, MAIN_NUMBER, "main", "main"),
    ]


def _phone_numbers() -> list[tuple[Any, ...]]:
    return [
        analysis.PhoneNumberRow(
            MAIN_NUMBER, "(310) 555-0142", "US", "main", "config", "The clinic's file names it.", "Front desk", True, None, None,
            "fixed_or_mobile", 19, 14, 5, BEFORE, NOW,
        ),
        analysis.PhoneNumberRow(
            FAX_NUMBER, "(310) 555-0143", "US", "fax", "label", "The words beside it say fax.", None, False, None, None,
            "fixed_or_mobile", 1, 0, 1, BEFORE, NOW,
        ),
        analysis.PhoneNumberRow(
            STRANGE_NUMBER, "(310) 555-0199", "US", "unknown", "inferred", FORMULA, FORMULA, False, MAIN_NUMBER,
            "one digit differs", None, 1, 1, 0, NOW, NOW,
        ),
    ]  # fmt: skip


def _page_cta(page: _Page) -> tuple[Any, ...]:
    tap, shown = page.cta == "tap", page.cta in ("tap", "text")
    score = {"tap": (25, 20, 15, 10, 0, 5, 10, 3, 2, 0), "text": (25, 0, 0, 10, 0, 0, 10, 0, 0, 0),
             "wrong": (25, 0, 15, 0, 0, 0, 10, 0, 0, 40)}.get(page.cta, (0,) * 10)  # fmt: skip
    return analysis.PageCtaRow(
        url=page.url,
        is_counted=True,
        own_numbers=0 if page.cta == "missing" else 1,
        linked=2 if tap else 0,
        unlinked=1 if page.cta == "text" else 0,
        messaging=0,
        has_top=tap,
        has_header=tap,
        has_sticky=False,
        has_hero=False,
        has_modal=False,
        has_body=shown,
        has_end=False,
        has_footer=False,
        first_cta_word=40 if shown else None,
        longest_gap_words=page.words,
        per_1000_words=2.0 if shown else 0.0,
        cta_classes=["call_now"] if shown else [],
        call_tracking=None,
        booking_link=page.kind == "contact",
        state=page.cta,
        score=sum(score[:-1]) - score[-1],
        score_number=score[0],
        score_linked=score[1],
        score_top=score[2],
        score_body=score[3],
        score_end=score[4],
        score_verb=score[5],
        score_nap=score[6],
        score_format=score[7],
        score_name=score[8],
        score_deduction=score[9],
    )


def _nap() -> list[tuple[Any, ...]]:
    file, home = "1 Quay Street, Portville, CA 90401", f"{ROOT}/"
    return [
        NapRow("name", "harbour joint clinic", "Harbour Joint Clinic", None, "own", ["file"], 0, None, None, "reference", None),
        NapRow("address", "1 quay", file, "Harbour", "own", ["file", "text"], 12, home, None, "reference", None),
        NapRow("address", "1 quay st", "1 Quay St., Portville", "Harbour", "own", ["text"], 2, home, file, "form", "Street is shortened"),
        NapRow("address", "7 quay", SCRIPT, "Harbour", "own", ["json-ld"], 1, home, file, "differs", FORMULA),
        NapRow("hours", "mo", "Mon–Fri 9–5", None, "unknown", ["text"], 3, home, None, "unknown", None),
        NapRow("address", "9 elm", "9 Elm Road, Otherton", None, "third_party", ["text"], 1, home, None, "unknown", None),
    ]  # fmt: skip


def _call_tracking(page: _Page) -> list[tuple[Any, ...]]:
    swapped, spelled = "Its digits are text and its link dials it.", "Letters stand for the digits."
    return [
        CallTrackingRow(page.url, 1, "CallRail", 1, MAIN_NUMBER, "(310) 555-0142", True, None, swapped),
        CallTrackingRow(page.url, 2, "CallRail", 2, MAIN_NUMBER, SCRIPT, False, "letters", spelled),
    ]


def _keywords(at: int, page: _Page) -> list[tuple[Any, ...]]:
    phrases = [
        ("knee pain", "knee pain", "condition:knee_oa"),
        ("physical therapy", "physic therapi", "treatment:pt"),
        ("platelet rich plasma", "platelet rich plasma", "treatment:prp"),
        ("front desk", "front desk", None),
        (f"harbour {page.kind}", f"harbour {page.kind}", None),
        (
            SCRIPT if "hostile" in page.path else "joint care",
            "script" if "hostile" in page.path else "joint care",
            None,
        ),
    ]
    return [
        analysis.KeywordRow(
            page.url, rank, phrase, key, round(40.0 / rank + (at * 7) % 11, 2), 12 - rank, rank == 1, rank <= 2, rank <= 3,
            rank == 2, rank == 1, rank <= 4, (at + rank) % 4, entity,
            1 if rank == 1 else None, rank <= 2, rank == 2, int(rank <= 3), 0.25 * (rank <= 3), 14.0 - rank, rank == 6,
        )
        for rank, (phrase, key, entity) in enumerate(phrases, 1)
    ]  # fmt: skip


def _entities(at: int, page: _Page) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for kind, names in (("condition", CONDITIONS), ("treatment", TREATMENTS)):
        for step in range(3):
            key = names[(at + step) % len(names)][0]
            score = max(5, 80 - 22 * step - at)
            rows.append(
                analysis.EntityRow(
                    page.url,
                    kind,
                    key,
                    step == 0,
                    step == 0,
                    step < 2,
                    False,
                    step == 0,
                    9 - step,
                    210 - 60 * step,
                    score,
                )
            )
    rows.append(analysis.EntityRow(page.url, "intent", "cost", False, False, True, False, False, 1, 60, 20))
    return rows


def _services() -> list[tuple[Any, ...]]:
    menu, page = f"{ROOT}/", f"{ROOT}/conditions/knee-oa/"
    rows = [
        ("condition", "knee_oa", "Knee arthritis", "Knee", "inferred", "site", "Nobody said that it is not treated.", None),
        ("treatment", "prp", "PRP", "injection", "inferred", "navigation", "The menu names it.", menu),
        ("treatment", "massage", f"Massage {SCRIPT}", None, "inferred", "page", f"A title names it. {FORMULA}", page),
        ("treatment", "ozone", "Ozone", "injection", "no", "site", "Nothing offers it.", None),
        ("treatment", "surgery", "Surgery", "comparison", "no", "file", "The clinic's file names it as not offered.", None),
    ]  # fmt: skip
    return [coverage.ServiceRow(*row) for row in rows]


def _coverage(crawl_id: str) -> list[tuple[Any, ...]]:
    def row(kind: str, key: str, label: str, state: str, **more: Any) -> tuple[Any, ...]:
        best = None if state in ("none", "unknown") else f"{ROOT}/conditions/knee-oa/"
        reasons = (
            "No title or heading names it; named once in the text."
            if state != "unknown"
            else "1 page could not be read."
        )
        return coverage.CoverageRow(
            kind, more.get("condition"), more.get("treatment"), key, label, more.get("area"), more.get("tier", 1),
            more.get("offered", "yes"), state, SCORES[state], best, 0 if state in ("none", "unknown") else 1 + len(key) % 5, reasons,
        )  # fmt: skip

    shift = 0 if crawl_id == NOW else 3
    rows = [
        row("condition", key, label, STATES[(at + 1) % 10], condition=key, area=area, tier=tier)
        for at, (key, label, area, tier) in enumerate(CONDITIONS)
    ]
    rows += [
        row(
            "treatment",
            key,
            label,
            "none" if offered == "no" else STATES[(at * 3 + 1) % 10],
            treatment=key,
            offered=offered,
        )
        for at, (key, label, offered) in enumerate(TREATMENTS)
    ]
    for at, (condition, label, area, tier) in enumerate(CONDITIONS):
        for step, (treatment, name, offered) in enumerate(TREATMENTS):
            if (at + step) % 7 == 6:
                continue
            own = "no" if offered == "no" or (condition, treatment) == ("headache", "shockwave") else offered
            rows.append(
                row("cell", f"{condition}+{treatment}", f"{name} for {label.lower()}", STATES[(at * 3 + step * 5 + shift) % 10],
                    condition=condition, treatment=treatment, area=area, tier=tier, offered=own)
            )  # fmt: skip
    questions = (
        ("cost", "prp", "Cost & insurance: Platelet-rich plasma (PRP)", "thin"),
        ("cost", "pt", "Cost & insurance: Physical therapy", "none"),
        ("risks", "prp", "Risks & side effects: Platelet-rich plasma (PRP)", "mentioned"),
        ("recovery", "pt", "Recovery time & aftercare: Physical therapy", "strong"),
    )
    rows += [
        row("intent", f"{key}:{about}", label, state, treatment=about) for key, about, label, state in questions
    ]
    rows.append(row("intent", "faq", "Questions and answers", "covered"))
    rows += [
        row("page_type", key, label, state)
        for key, label, state in (
            ("contact", "Contact page", "strong"),
            ("cost", "Cost and insurance page", "none"),
            ("location", "Location page", "covered"),
        )
    ]
    return rows


GAP_EVIDENCE = json.dumps(
    {
        "rule": "unanswered",
        "check": "link.broken",
        "state": "none",
        "sentences": [{"url": ROOT, "sentence": SCRIPT}],
        "examples": [{"url": ROOT, "found": "No link"}, {"url": ROOT + "/contact", "found": "No link"}],
    }
)


def _gaps(crawl_id: str) -> list[tuple[Any, ...]]:
    given: list[tuple[str, int, str, str | None, str, str, str, float]] = [
        ("topic", 5, "sciatica", None, "No page about sciatica", "Write a page about sciatica", "L", 7.5),
        ("cell", 4, "knee_oa+prp", None, "Nobody answers: PRP for knee osteoarthritis", "Add a section on PRP to the knee page", "M", 6.0),
        ("cell", 4, "plantar+shockwave", None, "Nobody answers: shockwave for plantar fasciitis", "Write a page on shockwave for the heel", "L", 3.0),
        ("thin", 3, "tennis_elbow", f"{ROOT}/conditions/tennis-elbow/", "The page on tennis elbow says little", "Say what helps, what it costs and how long it takes", "M", 4.5),
        ("intent", 3, "risks:prp", f"{ROOT}/treatments/prp/", "Risks are not explained for PRP", "Add a heading on risks with an honest answer", "S", 5.5),
        ("page_type", 4, "cost", None, "There is no page on cost and insurance", "Publish one page on cost and insurance", "M", 5.0),
        ("cta", 4, f"{ROOT}/about/dr-rivera/", f"{ROOT}/about/dr-rivera/", "The number on Dr Rivera's page cannot be tapped", "Turn the number into a call link", "S", 8.0),
        ("internal_link", 2, f"{ROOT}/blog/hostile-markup/", f"{ROOT}/blog/hostile-markup/", f"No page links to {SCRIPT}", "Link to it from the knee page", "S", 2.0),
    ]  # fmt: skip
    rules = {"topic": "condition", "thin": "condition", "page_type": "missing"}
    return [
        coverage.GapRow(
            gap_id=f"gap-{at:02}", kind=kind, rule=rules.get(kind, kind), severity=severity, key=key, entities=[], url=url, pages=[url] if url else [],
            title=title, why="Patients ask for it and find nothing on your site.", action=action, effort=effort, confidence=0.8,
            demand=None, business_weight=1.0, priority=priority, evidence=GAP_EVIDENCE if kind == "intent" else "{}", rule_version="2",
            state="new" if at % 3 == 0 and crawl_id == NOW else "open", decision=None, first_seen=BEFORE, last_seen=crawl_id,
            since=BEFORE,
        )
        for at, (kind, severity, key, url, title, action, effort, priority) in enumerate(given)
    ]  # fmt: skip


_CHECKS = (
    (
        "phone.not_linked",
        "phone",
        "warning",
        "The number is shown, but cannot be tapped",
        "pages with an own number",
        21,
        5,
    ),
    (
        "phone.href_mismatch",
        "phone",
        "error",
        "A call link dials another number than it shows",
        "call links",
        27,
        1,
    ),
    ("title.missing", "title", "error", "Pages have no title", "pages a search engine may show", 23, 1),
    (
        "title.too_long",
        "title",
        "notice",
        "Titles are longer than results show",
        "pages a search engine may show",
        23,
        6,
    ),
    ("content.thin", "content", "warning", "Pages say very little", "condition and treatment pages", 12, 2),
    ("link.broken", "link", "error", "Links lead to pages that are gone", "internal links", 164, 24),
    ("img.missing_alt", "image", "warning", "Images have no description", "images", 48, 11),
    ("desc.missing", "title", "notice", "Pages have no description", "pages a search engine may show", 23, 8),
    ("heading.skipped", "heading", "notice", "Headings skip a level", "pages", 24, 0),
    ("index.noindex_sitewide", "index", "error", "Most pages are hidden from search engines", "pages", 24, 0),
    (
        "hreflang.no_return",
        "international",
        "warning",
        "Language versions do not name each other",
        "pages in several languages",
        0,
        0,
    ),
)


def _checks(crawl_id: str) -> list[tuple[Any, ...]]:
    return [
        analysis.CheckRow(
            check_id,
            family,
            severity,
            title,
            "A visitor loses the way, or a search engine does.",
            "Open the page in your editor and put it right.",
            population,
            checked,
            failed,
        )
        for check_id, family, severity, title, population, checked, failed in _CHECKS
    ]


def _issues(crawl_id: str, pages: Sequence[_Page]) -> list[tuple[Any, ...]]:
    rows: list[tuple[Any, ...]] = []
    for check, (check_id, _, severity, _, _, _, failed) in enumerate(_CHECKS):
        for at in range(failed if crawl_id == NOW else max(0, failed - 1)):
            page = pages[(at * 5 + check + (0 if crawl_id == NOW else 2)) % len(pages)]
            evidence = f"{SCRIPT} {FORMULA}" if at == 1 else f"Found {at + 1} × on {page.path}"
            rows.append(
                analysis.IssueRow(
                    check_id,
                    page.url,
                    severity,
                    evidence,
                    None,
                    None,
                    BEFORE,
                    "new" if at == 0 and crawl_id == NOW else "open",
                )
            )
    return rows
