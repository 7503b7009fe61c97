"""How fast the tree is built, against Beautiful Soup's own builders on the same pages in the same run.

    python -m tests.benchmarks.trees [FOLDER]

FOLDER holds HTML pages; without it the fictional clinic's are used. Times are CPU, the median of the rounds.
"""

import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup

from crawler.extract.page import Source, extract
from crawler.extract.tree import parse

_ROUNDS = 5


def main(folder: Path) -> None:
    """Print ms a page of every builder, and of all facts of a page; ratios are to `html5lib`."""
    warnings.simplefilter("ignore")
    texts = [page.read_bytes().decode("utf-8", "replace") for page in sorted(folder.rglob("*.html"))]
    ways: dict[str, Callable[[str], object]] = {
        "html5lib": lambda text: BeautifulSoup(text, "html5lib"),
        "html.parser": lambda text: BeautifulSoup(text, "html.parser"),
        "lexbor (ours)": parse,
        "all facts (ours)": _facts,
    }
    size = sum(map(len, texts)) / len(texts) / 1000
    print(f"{len(texts)} pages of {size:.0f} KB on average")
    print(f"{'what':18} {'ms a page':>9} {'speed':>6}")
    taken = {name: _milliseconds(way, texts) for name, way in ways.items()}
    for name, milliseconds in taken.items():
        print(f"{name:18} {milliseconds:9.2f} {taken['html5lib'] / milliseconds:5.1f}×")


def _facts(text: str) -> object:
    body = text.encode()
    return extract(
        Source("http://a.example/", "a.example", "US", 200, body, "text/html; charset=utf-8", None, None)
    )


def _milliseconds(way: Callable[[str], object], texts: list[str]) -> float:
    rounds = []
    for _ in range(_ROUNDS):
        started = time.process_time()
        for text in texts:
            way(text)
        rounds.append((time.process_time() - started) / len(texts) * 1000)
    return statistics.median(rounds)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "site")
