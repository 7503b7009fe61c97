"""Score the phone extractor on a labelled set of invented pages: ``python -m tests.benchmarks.phone_set``.

`phone_set/` holds the pages and the answer key of each; its README says how a key is written. Printed are precision
and recall of mentions, how often link, zone, class and extension of a mention are right, every error, and then what
whole invented sites give (`phone_sites`).
"""

import json
import re
import sys
from collections import defaultdict, deque
from pathlib import Path
from typing import Any, NamedTuple

from crawler.extract.page import Source, extract
from crawler.tables.facts import PhoneCtaRow
from tests.benchmarks.phone_analysis import wrong_numbers
from tests.benchmarks.phone_sites import sites

FOLDER = Path(__file__).with_suffix("")

_LINKS = ("tel", "callto", "sms", "whatsapp")
"""Channels of which both numbers count, the one dialled and the one shown."""

_ASPECTS = {"linked": "linked", "zone": "zone", "class": "cta_class", "extension": "extension"}
"""What else a key may say of a mention, and the column that says so."""

_TAG = re.compile(r"<[^>]*>")

Mention = dict[str, Any]


class Page(NamedTuple):
    """A page of the set and its key: mentions in document order, and what looks like a number and is none."""

    name: str
    markup: str
    region: str
    mentions: list[Mention]
    negatives: list[str]


class Scored(NamedTuple):
    """What the extractor made of one page."""

    page: Page
    hits: list[tuple[Mention, PhoneCtaRow]]
    misses: list[Mention]
    false_hits: list[PhoneCtaRow]


class Figures(NamedTuple):
    """Counts over the whole set. `wanted` leaves out mentions that a page may give or not."""

    wanted: int
    missed: int
    found: int
    wrong: int

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong)

    @property
    def recall(self) -> float:
        return 1 - self.missed / self.wanted


def pages() -> list[Page]:
    """All pages of the set."""
    return [_page(path) for path in sorted(FOLDER.glob("*.html"))]


def score(page: Page) -> Scored:
    """Pair what the extractor finds on `page` with what its key names."""
    waiting: dict[tuple[str | None, ...], deque[Mention]] = defaultdict(deque)
    for mention in sorted(page.mentions, key=lambda mention: "optional" in mention):
        waiting[_of_mention(mention)].append(mention)
    source = Source(
        f"https://clinic.example/{page.name}", "clinic.example", page.region, 200, page.markup.encode(), "text/html", None, None
    )  # fmt: skip
    hits, false_hits = [], []
    for row in extract(source).phone_ctas:
        found = waiting[_of_row(row)]
        if found:
            hits.append((found.popleft(), row))
        else:
            false_hits.append(row)
    left = {id(mention) for found in waiting.values() for mention in found if "optional" not in mention}
    return Scored(page, hits, [mention for mention in page.mentions if id(mention) in left], false_hits)


def figures(scored: list[Scored]) -> Figures:
    """Counts of `scored`."""
    return Figures(
        wanted=sum("optional" not in mention for one in scored for mention in one.page.mentions),
        missed=sum(len(one.misses) for one in scored),
        found=sum(len(one.hits) for one in scored),
        wrong=sum(len(one.false_hits) for one in scored),
    )


def errors(scored: Scored) -> list[str]:
    """A line for every mention of a page that is missing, wrong, or no mention at all."""
    name = scored.page.name
    lines = [f"{name}: missing {_described(mention)}" for mention in scored.misses]
    lines += [f"{name}: false {_seen(row)}{_place(row, scored.page)}" for row in scored.false_hits]
    for mention, row in scored.hits:
        wrong = [f"{key} {getattr(row, _ASPECTS[key])!r} for {mention[key]!r}" for key in _judged(mention)
                 if getattr(row, _ASPECTS[key]) != mention[key]]  # fmt: skip
        lines += [f"{name}: {', '.join(wrong)}: {mention['written']} in {row.context!r}"] if wrong else []
    return lines


def main() -> int:
    """Print the figures of the set, then those of whole sites."""
    scored = [score(page) for page in pages()]
    for line in (line for one in scored for line in errors(one)):
        print(line)
    total = figures(scored)
    negatives = sum(len(one.page.negatives) for one in scored)
    print(f"\n{total.wanted} mentions and {negatives} that are none, on {len(scored)} pages")
    print(f"precision {total.precision:.4f}  recall {total.recall:.4f}")
    for key, column in _ASPECTS.items():
        judged = [(mention, row) for one in scored for mention, row in one.hits if key in mention]
        right = sum(getattr(row, column) == mention[key] for mention, row in judged)
        print(f"{key:10} {right:4} of {len(judged):4}  {right / len(judged):.4f}")
    print("\nwhole sites: numbers and issues that are wrong")
    for site in sites():
        count, lines = wrong_numbers(site)
        print(f"{len(lines):4} of {count:4}  {site.name}")
        print("".join(f"    {line}\n" for line in lines), end="")
    return 0


def _page(path: Path) -> Page:
    key = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return Page(path.stem, path.read_text(encoding="utf-8"), key["region"], key["mentions"], key["negatives"])


def _of_mention(mention: Mention) -> tuple[str | None, ...]:
    both = (mention["dials"], mention["shows"]) if mention["channel"] in _LINKS else ()
    return (mention["channel"], mention["number"], *both)


def _of_row(row: PhoneCtaRow) -> tuple[str | None, ...]:
    both = (row.href_number, row.shown_number) if row.channel in _LINKS else ()
    return (row.channel, row.number, *both)


def _judged(mention: Mention) -> list[str]:
    return [key for key in _ASPECTS if key in mention]


def _described(mention: Mention) -> str:
    both = f" dials {mention['dials']} shows {mention['shows']}" if mention["channel"] in _LINKS else ""
    return f"{mention['channel']} {mention['number']}{both}: {mention['written']}"


def _seen(row: PhoneCtaRow) -> str:
    both = f" dials {row.href_number} shows {row.shown_number}" if row.channel in _LINKS else ""
    return f"{row.channel} {row.number}{both}: {row.shown_text!r} in {row.context!r}"


def _place(row: PhoneCtaRow, page: Page) -> str:
    """The negative of the key that a false hit stands in, where it can be told."""
    shown = row.shown_text
    inside = next((one for one in page.negatives if shown and shown in " ".join(_TAG.sub(" ", one).split())), None)
    return f" (of {inside!r})" if inside else ""


if __name__ == "__main__":
    sys.exit(main())
