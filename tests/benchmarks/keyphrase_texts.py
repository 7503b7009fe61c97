"""Score the keyphrases of plain texts against YAKE and RAKE: ``python -m tests.benchmarks.keyphrase_texts``.

Two sets of invented texts, short abstracts and health news, are in `keywords/`; see README.md there.
"""

import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from crawler.analyse.text.plain import keyphrases
from tests.benchmarks.keyphrase_references import rake, yake
from tests.benchmarks.keyphrase_set import stems

_SETS = Path(__file__).parent / "keywords"
_TOP = 10

_RULE = f"""Match rule: a phrase is right where its Snowball stems equal those of a gold phrase, word for word, hyphens being
spaces; repeats count once. P = right / given, of the first {_TOP}; R = right / gold, also where a gold phrase does not stand in
the text; F1 = 2PR / (P + R). Means over texts."""


class Text(NamedTuple):
    """A title and paragraphs, a line each."""

    name: str
    gold: tuple[str, ...]
    lines: tuple[str, ...]


_FORMS: dict[str, Callable[[Text], str]] = {
    "title on its own line": lambda text: "\n".join(text.lines),
    "all in one line": lambda text: ". ".join((text.lines[0], " ".join(text.lines[1:]))),
    "without the title": lambda text: "\n".join(text.lines[1:]),
}


def main() -> int:
    """Print P, R and F1 per set, form of the text and method."""
    methods: dict[str, Callable[[str], list[str]]] = {
        "ours": partial(keyphrases, language="en", top=_TOP),
        "RAKE": partial(rake, language="en", top=_TOP),
    }
    extract = yake("en", _TOP)
    if extract is None:
        print("YAKE is absent: it cannot be imported.\n")
    else:
        methods["YAKE"] = extract
    print(_RULE, end="\n\n")
    print(f"{'set':10} {'form':22} {'method':6} texts  P@10   R@10   F1@10")
    for folder in ("abstracts", "news"):
        texts = [_read(path) for path in sorted((_SETS / folder).glob("*.txt"))]
        for form, written in _FORMS.items():
            for name, method in methods.items():
                scores = [_score(text, method(written(text))) for text in texts]
                p, r, f1 = (fmean(column) for column in zip(*scores, strict=True))
                print(f"{folder:10} {form:22} {name:6} {len(texts):5}  {p:.3f}  {r:.3f}  {f1:.3f}")
    return 0


def _read(path: Path) -> Text:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    gold = head.removeprefix("gold: ").split("; ")
    return Text(path.stem, tuple(gold), tuple(line for line in body.splitlines() if line))


def _score(text: Text, phrases: Sequence[str]) -> tuple[float, float, float]:
    gold = {stems(phrase, "en") for phrase in text.gold}
    keys = {stems(phrase, "en") for phrase in phrases[:_TOP]}
    right = len(gold & keys)
    precision, recall = right / max(1, len(keys)), right / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


if __name__ == "__main__":
    sys.exit(main())
