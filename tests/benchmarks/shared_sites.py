"""Real sites, crawled and held to a second reading of them that shares no code; prints a table.

    python -m tests.benchmarks.shared_sites [SITE …]

The sites lie in ``../shared/sites`` beside the checkout; without them this says so and ends.
"""

import json
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb
import phonenumbers

from crawler.config import Clinic, Crawl
from crawler.site import crawl_site
from crawler.work import Job
from tests.benchmarks.serving import free_port, served_site, shared_sites
from tests.independent import Read, read_site

_FIELDS = ("title", "meta_description", "canonical", "robots", "lang")


def main(names: list[str]) -> None:
    """Print a row a site: pages, what differs from the second reading, seconds."""
    sites = shared_sites()
    if not sites:
        print("The shared sites are not here: nothing to measure.")
        return
    print(f"{'site':20} {'pages':>5} {'missing':>7} {'extra':>5} {'twice':>5} {'away':>4} {'headings':>8} "
          f"{'fields':>6} {'tel':>4} {'numbers':>7} {'seconds':>7}")  # fmt: skip
    for name, site in sites.items():
        if not names or name in names:
            print(_row(name, site), flush=True)


def _row(name: str, site: dict[str, Any]) -> str:
    with tempfile.TemporaryDirectory() as folder, served_site(name, free_port(), Path(folder) / "log") as origin:
        clinic = Clinic(region=site["region"], crawl=Crawl(delay=0, concurrency=8))
        started = time.monotonic()
        done = crawl_site(Job(f"{origin}{site['start']}", Path(folder), clinic))
        seconds = time.monotonic() - started
        asked = [json.loads(line) for line in (Path(folder) / "log").read_text().splitlines()]
        second = read_site(f"{origin}{site['start']}")
        found = _differences(done.path, second, site["region"])
    twice = sum(n > 1 for n in Counter(entry["path"] for entry in asked).values())
    away = sum(entry["host"] != origin.removeprefix("http://") for entry in asked)
    return (
        f"{name:20} {done.row.pages:5} {found['missing']:7} {found['extra']:5} {twice:5} {away:4} "
        f"{found['headings']:8} {found['fields']:6} {found['tel']:4} {found['numbers']:7} {seconds:7.1f}"
    )


def _differences(snapshot: Path, second: dict[str, Read], region: str) -> Counter[str]:
    def rows(table: str, columns: str, where: str = "true") -> list[tuple[Any, ...]]:
        query = f"SELECT {columns} FROM read_parquet(?) WHERE {where} ORDER BY ALL"
        return duckdb.connect().execute(query, [str(snapshot / f"{table}.parquet")]).fetchall()

    pages = {url: values for url, *values in rows("pages", ", ".join(("url", *_FIELDS)))}
    headings, tel = (
        _grouped(rows("headings", "url, position, level, text")),
        _grouped(rows("phone_ctas", "url, position, href, href_number", "channel = 'tel'")),
    )
    found: Counter[str] = Counter(missing=len(second.keys() - pages), extra=len(pages.keys() - second))
    for url in second.keys() & pages:
        page = second[url]
        found["fields"] += sum(a != getattr(page, f) for a, f in zip(pages[url], _FIELDS, strict=True))
        found["headings"] += headings.get(url, []) != page.headings
        found["tel"] += [href for href, _ in tel.get(url, [])] != page.tel
        found["numbers"] += sum(number != _e164(href, region) for href, number in tel.get(url, []))
    return found


def _grouped(rows: list[tuple[Any, ...]]) -> dict[str, list[tuple[Any, ...]]]:
    groups: dict[str, list[tuple[Any, ...]]] = {}
    for url, _, *values in rows:
        groups.setdefault(url, []).append(tuple(values))
    return groups


def _e164(href: str, region: str) -> str | None:
    """What phonenumbers makes of a tel: href by itself, where it holds a possible number."""
    try:
        number = phonenumbers.parse(urllib.parse.unquote(href.strip()[4:]), region)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


if __name__ == "__main__":
    main(sys.argv[1:])
