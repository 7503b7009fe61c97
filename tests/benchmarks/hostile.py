"""How long hostile pages keep the extraction: bombs of one thing each, and mangled pages.

    python -m tests.benchmarks.hostile [BOMB …]

Times are CPU, in a process prepared as the crawl's workers are. What takes long is timed twice. A bomb is measured at
100 and at 200 KB: where the second takes about four times as long, the time grows with the square. The pages mangled
are those of ``../shared/sites`` where it is at hand, and the fictional clinic's; a page of less than 100 KB counts as
100 KB.
"""

import statistics
import sys
import time
from pathlib import Path

from crawler.extract.page import Source, extract
from crawler.reading import prepare
from tests.hostile import BOMBS, mangled

_SIZE = 100_000
_ALLOWED = 50.0
"""Milliseconds per 100 KB."""

_FORMS = 5
"""In which every page is mangled."""

_CLINIC = Path(__file__).parents[1] / "site"
_SITES = Path(__file__).parents[3] / "shared" / "sites"


def main(names: list[str]) -> None:
    """Print ms per 100 KB of every bomb whose name begins with one of `names`, then those of the mangled pages."""
    prepare()
    _milliseconds(b"<p>text")
    print(f"{'bomb':34} {'ms/100 KB':>9} {'growth':>6}")
    for name, bomb in BOMBS.items():
        if not names or name.startswith(tuple(names)):
            once, twice = _milliseconds(bomb(_SIZE).encode()), _milliseconds(bomb(2 * _SIZE).encode())
            print(f"{name:34} {once:9.1f} {twice / once:5.1f}×", flush=True)
    if not names:
        _print_mangled()


def _print_mangled() -> None:
    taken: list[tuple[float, str]] = []
    for path in (*sorted(_SITES.rglob("*.htm*")), *sorted(_CLINIC.rglob("*.html"))):
        for body in mangled(path.read_bytes(), _FORMS):
            milliseconds = _milliseconds(body)
            if milliseconds > _ALLOWED:
                milliseconds = min(milliseconds, _milliseconds(body))
            taken.append((milliseconds / max(1, len(body) / _SIZE), str(path)))
    over = [(ms, name) for ms, name in sorted(taken, reverse=True) if ms > _ALLOWED]
    print(f"\n{len(taken)} mangled pages; median {statistics.median(ms for ms, _ in taken):.1f} ms per 100 KB, "
          f"longest {max(taken)[0]:.1f}; above {_ALLOWED:.0f}: {len(over)}")  # fmt: skip
    for ms, name in over[:10]:
        print(f"{ms:8.1f} {name}")


def _milliseconds(body: bytes) -> float:
    source = Source("https://clinic.example/page", "clinic.example", "US", 200, body, "text/html", None, None)
    started = time.process_time()
    extract(source)
    return (time.process_time() - started) * 1000


if __name__ == "__main__":
    main(sys.argv[1:])
