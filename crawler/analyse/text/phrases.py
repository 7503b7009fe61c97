"""Keyphrases of a page: candidates, scored and de-nested, with where they stand."""

import zlib
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from crawler.analyse.text.candidates import Candidate, collect_candidates
from crawler.analyse.text.denesting import denested
from crawler.analyse.text.matcher import Match
from crawler.analyse.text.names import is_person
from crawler.analyse.text.page import FIRST_WORDS, ReadPage
from crawler.analyse.text.placement import Placement, Places, joined, places_of
from crawler.analyse.text.scoring import scored


class Phrase(NamedTuple):
    """A keyphrase of a page before the site is looked at; see `keywords` in the schema."""

    keyphrase: str
    key: str
    score: float
    uses: int
    in_title: bool
    in_h1: bool
    in_headings: bool
    in_meta_description: bool
    in_url: bool
    in_first_100_words: bool
    entity: str | None
    is_person: bool
    placement: Placement


def page_phrases(
    page: ReadPage, matches: Sequence[Sequence[Match]], title_matches: Sequence[Match]
) -> tuple[list[Phrase], list[int]]:
    """Shortlist of `page`, best first, and a 32-bit hash of every candidate for site frequencies.

    `matches`: terms of the taxonomy in each block.
    """
    candidates, keys = collect_candidates(page, matches, title_matches)
    scores = scored(page, candidates)
    brands = [c for c in candidates.values() if c.ref and c.ref.kind == "brand" and c.count]
    chosen = denested([candidates[key] for key in scores], scores)
    zones, places = _zones(page), places_of(page)
    phrases = [_phrase(page, c, scores.get(c.key, 0.0), zones, places) for c in (*chosen, *brands)]
    return phrases, [key_hash(key) for key in keys]


def key_hash(key: str) -> int:
    """The same number for `key` in every process."""
    return zlib.crc32(key.encode())


def _zones(page: ReadPage) -> dict[str, str]:
    """Stems of each zone as one string per zone, runs parted by a bar."""
    blocks = [(block.level, tokens) for block, tokens in zip(page.source.blocks, page.blocks, strict=True)]
    return {
        "title": joined([page.title]),
        "h1": joined(tokens for level, tokens in blocks if level == 1),
        "headings": joined(tokens for level, tokens in blocks if level > 1),
        "meta": joined([page.meta]),
        "url": joined([page.path]),
    }


def _phrase(
    page: ReadPage, candidate: Candidate, score: float, zones: Mapping[str, str], places: Places
) -> Phrase:
    key = f" {candidate.key} "
    return Phrase(
        keyphrase=_surface(page, candidate),
        key=candidate.key,
        score=score,
        uses=candidate.count,
        in_title=key in zones["title"],
        in_h1=key in zones["h1"],
        in_headings=key in zones["headings"],
        in_meta_description=key in zones["meta"],
        in_url=key in zones["url"],
        in_first_100_words=candidate.first < FIRST_WORDS,
        entity=str(candidate.ref) if candidate.ref else None,
        is_person=is_person(page, candidate),
        placement=places.of(candidate.key),
    )


def _surface(page: ReadPage, candidate: Candidate) -> str:
    """Most frequent form whatever its case, as it is written most often, not all in capitals; of equals with fewest."""
    written = [_written(page, *place[:3]) for place in candidate.places]
    if len(set(written)) == 1:
        return written[0]
    forms = Counter(written)
    folded: Counter[str] = Counter()
    for form, count in forms.items():
        folded[form.lower()] += count
    best = folded.most_common(1)[0][0]
    variants = [form for form in forms if form.lower() == best]
    return max(variants, key=lambda form: (not _is_shouted(form), forms[form], -sum(c.isupper() for c in form)))


def _is_shouted(form: str) -> bool:
    """Words in capitals, as headings have them; a single one may be an acronym."""
    return " " in form and form.isupper()


def _written(page: ReadPage, block: int, first: int, end: int) -> str:
    tokens = page.tokens_of(block)
    return page.text_of(block)[tokens[first].start : tokens[end - 1].end]
