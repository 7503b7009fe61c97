"""Does a crawl of a faulty server give the same facts as one of a quiet server? Prints a row a site and seed.

    python -m tests.benchmarks.faults [SEEDS] [SITE …]

The sites and the server that fails on purpose lie in ``../shared`` beside the checkout; without them this says so.
"""

import json
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any

import duckdb

from crawler.config import Clinic, Crawl
from crawler.site import crawl_site
from crawler.work import Job
from tests.benchmarks.serving import free_port, served_site, shared_sites

SITES = ("abacoa-podiatry", "suzelis-holistic", "bridgeroad-physio")
TABLES = ("pages", "headings", "links", "phone_ctas")
_FAULTS = (
    "--error-rate 0.2 --truncate-rate 0.1 --reset-rate 0.1 --hang-rate 0.01 --hang-s 30 --slow-ms 1:40 --max-rps 80 "
    "--fail-first 1 --fault-robots"
).split()


def main(seeds: int, names: tuple[str, ...]) -> None:
    """Print what differs, over `seeds` seeds a site."""
    if not shared_sites():
        print("The shared sites are not here: nothing to measure.")
        return
    print(
        f"{'site':20} {'seed':>4} {'pages':>5} {'differing rows':>14} {'requests':>8} {'faults':>6} {'seconds':>7}"
    )
    for name in names:
        port = free_port()
        clean = _rows(name, port, [])
        for seed in range(seeds):
            started = time.monotonic()
            rows = _rows(name, port, [*_FAULTS, "--seed", str(seed)])
            differing = sum((clean[t] - rows[t]).total() + (rows[t] - clean[t]).total() for t in TABLES)
            seconds = time.monotonic() - started
            print(
                f"{name:20} {seed:4} {rows['pages'].total():5} {differing:14} {rows['log'].total():8} "
                f"{rows['log']['fault']:6} {seconds:7.1f}",
                flush=True,
            )


def _rows(name: str, port: int, faults: list[str]) -> dict[str, Counter[Any]]:
    """Rows of the tables, and how many requests were answered as they should be."""
    site = shared_sites()[name]
    with (
        tempfile.TemporaryDirectory() as folder,
        served_site(name, port, Path(folder) / "log", faults) as origin,
    ):
        settings = Crawl(delay=0, concurrency=8, timeout=3, check_links=False, render="never", workers=0)
        done = crawl_site(
            Job(f"{origin}{site['start']}", Path(folder), Clinic(region=site["region"], crawl=settings))
        )
        rows: dict[str, Counter[Any]] = {table: Counter(_table(done.path, table)) for table in TABLES}
        log = [json.loads(line) for line in (Path(folder) / "log").read_text().splitlines()]
    rows["log"] = Counter("fault" if entry["fault"] not in (None, "slow") else "good" for entry in log)
    return rows


def _table(snapshot: Path, table: str) -> list[str]:
    """Every row as text, but for what names the night."""
    columns = "* EXCLUDE (unchanged_since)" if table == "pages" else "*"
    query = f"SELECT {columns} FROM read_parquet(?)"
    return [repr(row) for row in duckdb.connect().execute(query, [str(snapshot / f"{table}.parquet")]).fetchall()]


if __name__ == "__main__":
    arguments = sys.argv[1:]
    main(int(arguments[0]) if arguments else 20, tuple(arguments[1:]) or SITES)
