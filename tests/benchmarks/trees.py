"""The tree against html5lib's, page by page and case by case, and its speed against Beautiful Soup's builders.

    python -m tests.benchmarks.trees [--pages FOLDER] [--cases FOLDER]

Pages: HTML files below the folder; without it those of ``../shared/sites`` where it is at hand, and the fictional
clinic's. Cases: the .dat files of html5lib-tests (``html5lib/tests/testdata/tree-construction`` in html5lib's source
archive). Times are CPU, the median of the rounds, over some of the pages; lxml's builder is timed where lxml is
installed.
"""

import argparse
import importlib.util
import statistics
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup
from html5lib import html5parser

from crawler.extract.encoding import decode
from crawler.extract.page import Source, extract
from crawler.extract.tree import parse
from tests.benchmarks.tree_cases import lines, read_cases

_ROUNDS = 5
_TIMED_PAGES = 60
_CLINIC = Path(__file__).parents[1] / "site"
_SITES = Path(__file__).parents[3] / "shared" / "sites"


def main(pages: Path | None, cases: Path | None) -> None:
    """Print ms a page of every builder, the pages that differ from html5lib's, and how the cases went."""
    warnings.simplefilter("ignore")
    folders = [pages] if pages else [_SITES, _CLINIC]
    paths = [path for folder in folders for path in sorted(folder.rglob("*.htm*"))]
    texts = {str(path): decode(path.read_bytes(), None).text for path in paths}
    _print_speed(list(texts.values())[:: max(1, len(texts) // _TIMED_PAGES)])
    _print_pages(texts)
    if cases:
        _print_cases(cases)


def _print_speed(texts: list[str]) -> None:
    ways: dict[str, Callable[[str], object]] = {
        "html5lib": _html5lib,
        "html.parser": lambda text: BeautifulSoup(text, "html.parser"),
        "lexbor (ours)": parse,
        "all facts (ours)": _facts,
    }
    if importlib.util.find_spec("lxml"):
        ways["lxml"] = lambda text: BeautifulSoup(text, "lxml")
    else:
        print("lxml is not installed: its builder is left out")
    size = sum(map(len, texts)) / len(texts) / 1000
    print(f"{len(texts)} pages of {size:.0f} KB on average")
    print(f"{'what':18} {'ms a page':>9} {'ours':>6}")
    taken = {name: _milliseconds(way, texts) for name, way in ways.items()}
    for name, milliseconds in taken.items():
        print(f"{name:18} {milliseconds:9.2f} {milliseconds / taken['lexbor (ours)']:5.1f}×")


def _print_pages(texts: dict[str, str]) -> None:
    """Pages whose tree is html5lib's node for node, and the first difference of every other."""
    different = {name: found for name, text in texts.items() if (found := _difference(text))}
    print(f"\npages with html5lib's tree: {len(texts) - len(different)} of {len(texts)}")
    for name, found in different.items():
        print(f"  {name}: {found}")
    if different:
        with _mended():
            left = sum(_difference(texts[name]) is not None for name in different)
        print(f"with html5lib's white space in table cells as the standard has it: {len(texts) - left}")


def _print_cases(folder: Path) -> None:
    """Cases whose tree is right by the standard of their time, ours and html5lib's."""
    cases = read_cases(folder)
    right: Counter[str] = Counter()
    wrong = []
    for case in cases:
        ours, theirs = lines(parse(case.data)), lines(_html5lib(case.data))
        right["ours"] += ours == case.tree
        right["html5lib"] += theirs == case.tree
        right["both alike"] += ours == theirs
        if ours != case.tree:
            wrong.append(f"  {case.name:20} {case.data!r}: {_first(ours, case.tree)}")
    print(
        f"\n{len(cases)} cases; right: ours {right['ours']}, html5lib {right['html5lib']}; alike: {right['both alike']}"
    )
    print("\n".join(wrong))


def _html5lib(text: str) -> BeautifulSoup:
    return BeautifulSoup(text, "html5lib")


def _difference(text: str) -> str | None:
    """The first node in which our tree differs from html5lib's; null: in none."""
    return _first(lines(parse(text)), lines(_html5lib(text)))


def _first(ours: Sequence[str], theirs: Sequence[str]) -> str | None:
    if ours == theirs:
        return None
    pairs = zip(ours, theirs, strict=False)
    at = next((number for number, (one, other) in enumerate(pairs) if one != other), min(len(ours), len(theirs)))
    return f"{ours[at : at + 1]}, not {theirs[at : at + 1]}"


@contextmanager
def _mended() -> Iterator[None]:
    """html5lib inserts white space in a table cell without first reopening the formatting elements."""
    cell: Any = html5parser.getPhases(False)["inCell"]
    cell.processSpaceCharacters = lambda self, token: self.parser.phases["inBody"].processSpaceCharacters(token)
    try:
        yield
    finally:
        del cell.processSpaceCharacters


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
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--pages", type=Path)
    parser.add_argument("--cases", type=Path)
    arguments = parser.parse_args()
    main(arguments.pages, arguments.cases)
