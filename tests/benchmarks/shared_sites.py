"""Real sites, crawled and held to a second reading of them that shares no code; prints a table.

    python -m tests.benchmarks.shared_sites [SITE …]

The sites lie in ``../shared/sites`` beside the checkout; without them this says so and ends.
"""

import json
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import phonenumbers

from crawler.config import Clinic, Crawl
from crawler.site import crawl_site
from crawler.work import Job
from tests.independent import Read, read_site

_SHARED = Path(__file__).parents[3] / "shared"
_FIELDS = ("title", "meta_description", "canonical", "robots", "lang")
_PORT = 8961


def main(names: list[str]) -> None:
    """Print a row a site: pages, what differs from the second reading, seconds."""
    if not (_SHARED / "sites").is_dir():
        print("The shared sites are not here: nothing to measure.")
        return
    sites = json.loads((_SHARED / "sites" / "sites.json").read_text())
    print(f"{'site':20} {'pages':>5} {'missing':>7} {'extra':>5} {'twice':>5} {'away':>4} {'headings':>8} "
          f"{'fields':>6} {'tel':>4} {'numbers':>7} {'seconds':>7}")  # fmt: skip
    for number, (name, site) in enumerate(sites.items()):
        if not names or name in names:
            print(_row(name, site, _PORT + number), flush=True)


def _row(name: str, site: dict[str, Any], port: int) -> str:
    with tempfile.TemporaryDirectory() as folder, _served(name, site, port, Path(folder) / "log") as origin:
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


@contextmanager
def _served(name: str, site: dict[str, Any], port: int, log: Path) -> Iterator[str]:
    command = [sys.executable, str(_SHARED / "tools" / "serve_site.py"), "--port", str(port), "--log", str(log)]
    command += ["--root", str(_SHARED / "sites" / name), *(["--clean-urls"] if site["clean"] else [])]
    command += [word for host in site["hosts"] for word in ("--rewrite-host", host)]
    origin = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        _wait_for(origin)
        log.write_text("")
        yield origin
    finally:
        server.terminate()
        server.wait()


def _wait_for(origin: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(origin, timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"{origin} did not start")


if __name__ == "__main__":
    main(sys.argv[1:])
