"""Score the phone matcher on cases that others wrote: ``python -m tests.benchmarks.phones``.

They stand beside the checkout, in `../shared/conformance`; without them the script says so.
"""

import json
import sys
from pathlib import Path
from typing import Any

from crawler.extract.blocks import blocks
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.phones.phones import phone_ctas
from crawler.extract.phones.text import find_numbers
from crawler.extract.structured.data import structured_data

_CONFORMANCE = Path(__file__).parents[3] / "shared" / "conformance"
_MATCHER, _MISMATCH = "phone_matcher_dev.jsonl", "tel_mismatch_dev.jsonl"
_NO_NUMBER = ("IMPOSSIBLE_CASES", "POSSIBLE_ONLY_CASES", "VALID_CASES")
"""Lists of libphonenumber whose texts a strict matcher leaves alone."""

_NUMBER_FOR_CONTEXTS = "415-666-7777"


def main() -> int:
    """Print a line per failing case and the score of every list."""
    if not _CONFORMANCE.is_dir():
        print("There is nothing to score: the folder shared/conformance does not stand beside this checkout.")
        return 0
    scores: dict[str, list[bool]] = {}
    for case in _cases(_MATCHER):
        scores.setdefault(case["list"], []).append(_matches_as_expected(case))
    scores["tel_mismatch"] = [_is_mismatch(case["html"]) == case["mismatch"] for case in _cases(_MISMATCH)]
    for name, passed in scores.items():
        print(f"{name:24} {sum(passed):3} of {len(passed):3}")
    return 0


def _cases(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_CONFORMANCE / name).read_text(encoding="utf-8").splitlines() if line]


def _matches_as_expected(case: dict[str, Any]) -> bool:
    if case["list"] == "contextPairs":
        text, region, wanted = case["leading"] + _NUMBER_FOR_CONTEXTS + case["trailing"], "US", True
    else:
        text, region, wanted = case["text"], case["region"], case["list"] not in _NO_NUMBER
    passed = bool(find_numbers(text, region, lambda _start, _end: False)) == wanted
    if not passed:
        print(f"  {case['list']}: {text!r} in {region}: {'not found' if wanted else 'found'}")
    return passed


def _is_mismatch(markup: str) -> bool:
    document = Document.of("https://clinic.example/", "clinic.example", Decoded(markup, "utf-8", "header"))
    rows = phone_ctas(document, "US", blocks(document).of_text, structured_data(document).rows)
    return any(row.href_number != row.shown_number for row in rows if row.href_number and row.shown_number)


if __name__ == "__main__":
    sys.exit(main())
