"""What the facts of a page cost, extractor by extractor.

    python -m tests.benchmarks.extraction [FOLDER]

FOLDER holds HTML pages, such as the shared generator's; without it the fictional clinic's are used. Prints the median of
CPU ms a page over the rounds, in a process prepared as the crawl's workers are, for the whole, for the whole but phone calls-to-action, and for each step.
"""

import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from crawler.extract import page
from crawler.extract.page import Source, extract
from crawler.reading import prepare

_ROUNDS = 5
_PAGES = 120
_STEPS = (
    "parse_source head_tags head headings blocks with_content links structured_data people dates images videos assets "
    "references claims trackers forms booking_link accessibility nap_mentions error_phrase script_clue phone_ctas"
).split()


def main(folder: Path) -> None:
    """Print a row a step, dearest first."""
    prepare()
    files = sorted(folder.rglob("*.html"))
    sources = [_source(number, file) for number, file in enumerate(files[:: max(1, len(files) // _PAGES)])]
    size = sum(len(source.body) for source in sources) / len(sources) / 1000
    taken: defaultdict[str, list[float]] = defaultdict(list)
    whole = _milliseconds(sources)
    _watch(taken)
    _milliseconds(sources)
    spent = {name: statistics.median(values) for name, values in taken.items()}
    print(f"{len(sources)} pages of {size:.0f} KB on average")
    print(f"{'all facts':20} {whole:6.2f} ms")
    print(f"{'… without phones':20} {whole - spent.get('phone_ctas', 0.0):6.2f} ms")
    for name, milliseconds in sorted(spent.items(), key=lambda item: -item[1]):
        print(f"  {name:18} {milliseconds:6.2f} ms {milliseconds / whole:6.1%}")


def _source(number: int, file: Path) -> Source:
    url = f"https://clinic.example/page-{number}/"
    return Source(url, "clinic.example", "US", 200, file.read_bytes(), "text/html; charset=utf-8", None, None)


def _milliseconds(sources: list[Source]) -> float:
    taken = []
    for _ in range(_ROUNDS):
        for source in sources:
            started = time.process_time_ns()
            extract(source)
            taken.append((time.process_time_ns() - started) / 1e6)
    return statistics.median(taken)


def _watch(taken: defaultdict[str, list[float]]) -> None:
    """Note what each step of `extract` takes from now on."""
    for name in _STEPS:
        setattr(page, name, _timed(name, getattr(page, name), taken))


def _timed(name: str, step: Callable[..., Any], taken: defaultdict[str, list[float]]) -> Callable[..., Any]:
    def timed(*given: Any) -> Any:
        started = time.process_time_ns()
        result = step(*given)
        taken[name].append((time.process_time_ns() - started) / 1e6)
        return result

    return timed


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "site")
