"""Is a crawl that is killed at a random moment, and continued, the same as one that nobody disturbed?

    python -m tests.benchmarks.kills FOLDER [TIMES]

FOLDER holds pages that the shared generator made (``html`` below it, ``manifest.json`` beside that). Each time the
crawl is killed once (SIGKILL) and then continued. Prints a row a kill.
"""

import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb

from tests.benchmarks.serving import served

_TABLES = (
    "resources pages headings blocks links images assets structured_data phone_ctas redirects sitemaps sitemap_entries "
    "robots_rules checked_urls traps probes issues gaps keywords entities coverage"
).split()
_VOLATILE = {
    "resources": "elapsed_ms, attempts, fetched_at",
    "pages": "unchanged_since",
    "checked_urls": "elapsed_ms",
    "issues": "first_seen",
    "gaps": "first_seen, last_seen",
}
_COMMAND = [sys.executable, "run.py", "crawl", "--delay", "0", "--concurrency", "4", "--render", "never"]


def main(folder: Path, times: int) -> None:
    """Crawl undisturbed, then `times` times with a kill; print what differs and what was asked for twice."""
    port = urlsplit(json.loads((folder / "manifest.json").read_text())["base"]).port or 80
    log = folder / "kills.jsonl"
    with served(folder / "html", port, log, ["--clean-urls"]) as origin, tempfile.TemporaryDirectory() as data:
        started = time.monotonic()
        whole = _tables(_crawl(origin, data))
        seconds = time.monotonic() - started
        asked = _asked(log)
        print(f"undisturbed: {len(asked)} addresses, {asked.total()} requests, {seconds:.0f} s")
        print(f"{'kill after s':>12} {'differing rows':>14} {'requests':>8} {'repeated':>8} {'of pages':>8}")
        for number in range(times):
            after = random.Random(number).uniform(0.05, 0.95) * seconds  # noqa: S311 - a moment, not a secret
            print(_one_kill(origin, log, after, whole, asked), flush=True)


def _one_kill(origin: str, log: Path, after: float, whole: dict[str, Counter[str]], asked: Counter[str]) -> str:
    before = _asked(log)
    with tempfile.TemporaryDirectory() as data:
        child = subprocess.Popen(
            [*_COMMAND, origin, "--data", data],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(after)
        if child.poll() is not None:
            return f"{after:12.1f} it had ended before"
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        tables = _tables(_crawl(origin, data, "--resume"))
    repeated = ((_asked(log) - before) - asked).total()
    differences = {t: (whole[t] - tables[t]).total() + (tables[t] - whole[t]).total() for t in _TABLES}
    where = ", ".join(f"{table} {count}" for table, count in differences.items() if count)
    requests = (_asked(log) - before).total()
    share = repeated / whole["pages"].total()
    return f"{after:12.1f} {sum(differences.values()):14} {requests:8} {repeated:8} {share:8.2%} {where}"


def _crawl(origin: str, data: str, *options: str) -> Path:
    done = subprocess.run(
        [*_COMMAND, origin, "--data", data, *options], check=True, capture_output=True, text=True
    )
    return Path(done.stdout.splitlines()[-1])


def _asked(log: Path) -> Counter[str]:
    return Counter(f"{entry['method']} {entry['path']}" for entry in map(json.loads, log.read_text().splitlines()))


def _tables(snapshot: Path) -> dict[str, Counter[Any]]:
    return {table: Counter(_rows(snapshot, table)) for table in _TABLES}


def _rows(snapshot: Path, table: str) -> list[str]:
    columns = f"* EXCLUDE ({_VOLATILE[table]})" if table in _VOLATILE else "*"
    query = f"SELECT {columns} FROM read_parquet(?)"
    return [repr(row) for row in duckdb.connect().execute(query, [str(snapshot / f"{table}.parquet")]).fetchall()]


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 30)
