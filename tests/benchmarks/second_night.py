"""What does a second crawl of an unchanged site cost beside the first? And how much memory does a crawl take?

    python -m tests.benchmarks.second_night FOLDER [NIGHTS]

FOLDER holds pages that the shared generator made (``html`` below it, ``manifest.json`` beside that). Prints a row a
night: CPU seconds of the whole process tree, peak memory of the main process, answers 304, pages parsed.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

import duckdb

from tests.benchmarks.serving import served

_TICKS = os.sysconf("SC_CLK_TCK")


def main(folder: Path, nights: int) -> None:
    """Crawl the site once a night and print what it cost."""
    port = urlsplit(json.loads((folder / "manifest.json").read_text())["base"]).port or 80
    log = folder / "nights.jsonl"
    with served(folder / "html", port, log, ["--clean-urls"]) as origin, tempfile.TemporaryDirectory() as data:
        print(
            f"{'night':>5} {'pages':>6} {'304':>6} {'parsed':>6} {'CPU s':>7} {'of first':>8} {'peak MB':>7} {'s':>6}"
        )
        first = 0.0
        for night in range(1, nights + 1):
            snapshot, cpu, peak, seconds = _night(origin, data)
            first = first or cpu
            query = "SELECT pages, not_modified, pages - carried_over FROM read_parquet(?)"
            [(pages, same, parsed)] = duckdb.connect().execute(query, [str(snapshot / "crawl.parquet")]).fetchall()
            print(
                f"{night:5} {pages:6} {same:6} {parsed:6} {cpu:7.1f} {cpu / first:8.1%} {peak:7.0f} {seconds:6.1f}",
                flush=True,
            )


def _night(origin: str, data: str) -> tuple[Path, float, float, float]:
    """The snapshot, CPU seconds of all its processes, peak memory of the main one in MB, seconds."""
    command = [sys.executable, "run.py", "crawl", origin, "--data", data, "--delay", "0", "--concurrency", "8"]
    started = time.monotonic()
    with subprocess.Popen(
        [*command, "--render", "never"], stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as child:
        cpu: dict[int, float] = {}
        peak = 0.0
        while child.poll() is None:
            peak = max(peak, _peak(child.pid))
            cpu |= _cpu_of_session(child.pid)
            time.sleep(0.05)
        out = child.stdout.read() if child.stdout else ""
    return Path(out.splitlines()[-1]), sum(cpu.values()), peak, time.monotonic() - started


def _cpu_of_session(session: int) -> dict[int, float]:
    """CPU seconds so far of every process of a session."""
    found = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(") ")[2].split()
            except OSError:
                continue
            if int(fields[3]) == session:
                found[int(entry.name)] = (int(fields[11]) + int(fields[12])) / _TICKS
    return found


def _peak(pid: int) -> float:
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")), 0.0)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 2)
