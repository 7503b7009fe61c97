"""Where on a page a phrase stands beyond the zones that its score reads: word of the title, H2, share of headings, alt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.tokens import Token


class Placement(NamedTuple):
    """`title_position`: word of the whole title that the phrase begins at, from 1; null: it is not there.

    `headings`: H2 to H6 that hold it; `heading_share`: of all of them, 0 to 1.
    """

    title_position: int | None
    in_h2: bool
    in_alt: bool
    headings: int
    heading_share: float


@dataclass(frozen=True)
class Places:
    """Stems of the places that are looked at, each a string with its runs parted by a bar."""

    title: str
    h2: str
    alts: str
    headings: tuple[str, ...]

    def of(self, key: str) -> Placement:
        """Where the phrase with the stems `key` stands."""
        padded = f" {key} "
        held = sum([padded in heading for heading in self.headings])
        before = self.title.partition(padded)
        return Placement(
            title_position=1 + sum(word != "|" for word in before[0].split()) if before[1] else None,
            in_h2=padded in self.h2,
            in_alt=padded in self.alts,
            headings=held,
            heading_share=held / len(self.headings) if self.headings else 0.0,
        )


def places_of(page: ReadPage) -> Places:
    """Places of `page`, ready to be asked for every phrase of it."""
    under = [(b.level, joined([t])) for b, t in zip(page.source.blocks, page.blocks, strict=True) if b.level > 1]
    return Places(
        title=joined([page.whole_title]),
        h2=" ".join(text for level, text in under if level == 2),
        alts=joined(page.alts),
        headings=tuple(text for _, text in under),
    )


def joined(parts: Iterable[Sequence[Token]]) -> str:
    """Stems of `parts` as one string, runs parted by a bar: a phrase stands there if it does between spaces."""
    words: list[str] = ["|"]
    for tokens in parts:
        run = None
        for token in tokens:
            words += [token.stem] if token.run == run else ["|", token.stem]
            run = token.run
    return f" {' '.join([*words, '|'])} "
