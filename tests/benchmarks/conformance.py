"""Cases that others wrote, from ``../shared/conformance`` where it is at hand; prints a table.

python -m tests.benchmarks.conformance
"""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import webencodings

from crawler.extract.encoding import decode
from crawler.urls import normalise
from tests.benchmarks.readability_cases import readability_cases
from tests.benchmarks.seo_faults import seo_faults

_CASES = Path(__file__).parents[3] / "shared" / "conformance"


def main() -> None:
    """Print how many cases of each set are right, and those that are not."""
    if not _CASES.is_dir():
        print("The conformance cases are not here: nothing to measure.")
        return
    for name, wrong, count in (
        ("encodings", *_encodings()),
        ("URLs", *_urls()),
        ("SEO faults", *seo_faults(_CASES / "lighthouse-seo")),
    ):
        print(f"{name:10} {count - len(wrong):3} of {count}")
        for case in wrong:
            print(f"           {case}")
    _print_readability()


def _print_readability() -> None:
    scored, wrong, left = readability_cases(_read("readability_values_dev.jsonl"))
    for metric, count in scored.items():
        right = count - sum(case.startswith(metric) for case in wrong)
        print(f"{metric:20} {right:3} of {count} within 2 %")
    for case in wrong:
        print(f"           {case}")
    for reason, count in left.items():
        print(f"           {count} not scored: {reason}")


def _encodings() -> tuple[list[str], int]:
    cases = list(_read("html_encoding_dev.jsonl"))
    wrong = []
    for case in cases:
        expected = webencodings.lookup(case["encoding"])
        found = decode(base64.b64decode(case["data_b64"]), None).charset
        if expected is None or expected.name != found:
            wrong.append(f"{case['file']}: {case['encoding']}, not {found}")
    return wrong, len(cases)


def _urls() -> tuple[list[str], int]:
    cases = list(_read("url_http_dev.jsonl"))
    wrong = []
    for case in cases:
        expected = (case.get("href") or "").split("#")[0] or None
        found = normalise(case["input"], case.get("base"))
        if expected != found:
            wrong.append(f"{case['input']!r}: {expected}, not {found}")
    return wrong, len(cases)


def _read(name: str) -> Iterator[dict[str, Any]]:
    for line in (_CASES / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


if __name__ == "__main__":
    main()
