"""How long the analysis takes and how much memory it needs: first, unchanged, and with one page changed.

    python -m tests.benchmarks.analysis FACTS_FOLDER [WORKERS]

The folder holds fact tables: any snapshot does. CPU is that of this process and its workers.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any

import duckdb

from crawler.analyse import pipeline
from crawler.analyse.context import Context
from crawler.checks import run as checks
from crawler.config import Clinic
from crawler.site import taxonomy_for, workers

_RUNS = ("first", "unchanged", "one changed")
_TICKS = os.sysconf("SC_CLK_TCK")


def main(facts: Path, count: int) -> None:
    """Print a table of every run; each has a process of its own, so that its peak of memory is its own."""
    with tempfile.TemporaryDirectory() as work:
        copy = Path(shutil.copytree(facts, Path(work) / "facts", copy_function=os.link))
        for name in _RUNS:
            if name == "one changed":
                _change_a_page(copy)
            print(f"\n{name}", flush=True)
            command = [sys.executable, "-m", "tests.benchmarks.analysis", "--run", str(copy), work, str(count)]
            subprocess.run(command, check=True)


def _change_a_page(facts: Path) -> None:
    path = facts / "blocks.parquet"
    with duckdb.connect() as db:
        db.execute(f"CREATE TABLE rows AS FROM '{path}'")
        db.execute(
            "UPDATE rows SET text = text || ' Changed.' WHERE zone = 'main' AND tag = 'p' "
            "AND url = (SELECT max(url) FROM rows WHERE zone = 'main' AND tag = 'p')"
        )
        path.unlink()
        db.execute(f"COPY rows TO '{path}' (FORMAT parquet)")


class _Clock:
    """Times steps by patching the functions that the pipeline calls."""

    def __init__(self, executor: Any) -> None:
        self._executor = executor
        print(f"{'step':12} {'wall s':>7} {'CPU s':>7} {'peak MB':>8}")

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*args: Any, **more: Any) -> Any:
            wall, cpu = time.perf_counter(), self._cpu()
            result = work(*args, **more)
            took = time.perf_counter() - wall
            print(f"{name:12} {took:7.2f} {self._cpu() - cpu:7.2f} {_peak():8.0f}", flush=True)
            return result

        return run

    def _cpu(self) -> float:
        total = time.process_time()
        if isinstance(self._executor, ProcessPoolExecutor):
            total += sum(map(_cpu_of, list(self._executor._processes or ())))
        return total


def _peak() -> float:
    """Most memory that this process ever had, in MB; `getrusage` counts that of its parent, too."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def _cpu_of(process: int) -> float:
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def _run(facts: Path, work: Path, count: int) -> None:
    clinic = Clinic()
    with workers(count) as executor:
        clock = _Clock(executor)
        steps: tuple[ModuleType, ...] = (*pipeline._PAGE_STEPS, *pipeline._STEPS, checks)
        for step in steps:
            vars(step)["run"] = clock.timed(step.__name__.removesuffix(".run").split(".")[-1], step.run)
        pipeline._write = clock.timed("write", pipeline._write)
        taxonomy = taxonomy_for(work, clinic)
        now = datetime.now(UTC)
        context = Context(
            clinic, taxonomy, "20261122T021400Z", "clinic.example", "US", now, executor, work / "memo"
        )
        clock.timed("total", pipeline.analyse)(facts, work / "built", context, None)
    shutil.rmtree(work / "built")


if __name__ == "__main__":
    if sys.argv[1] == "--run":
        _run(Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
    else:
        main(Path(sys.argv[1]), int(sys.argv[2]) if sys.argv[2:] else os.cpu_count() or 1)
