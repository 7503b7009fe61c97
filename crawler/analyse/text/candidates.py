"""Candidates for keyphrases: spans of a page's lines gathered by their stems, with where they stand."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.analyse.text.matcher import Match, Ref
from crawler.analyse.text.page import ReadPage
from crawler.analyse.text.placement import joined
from crawler.analyse.text.spans import Place, spans

TITLE = -1
"""Number of the block that is the title."""

_NOWHERE = 1_000_000

IN_TITLE, IN_HEADING, IN_META = 1, 2, 4
"""Zones, as bits: title or H1, H2 to H6, description."""


@dataclass(slots=True)
class Candidate:
    """`first`: words of main content before the first use. `uses`: title and main content; `count`: main content.

    `alone`: uses that are whole; `linked`: see `Place`. `zones`: bits of the zones that it stands in. `ref`: what it names in
    the taxonomy; `is_topic`: a condition or treatment.
    """

    key: str
    size: int
    first: int
    places: list[Place]
    uses: int
    count: int
    alone: int
    linked: int
    zones: int
    ref: Ref | None
    is_topic: bool


def collect_candidates(
    page: ReadPage, matches: Sequence[Sequence[Match]], title_matches: Sequence[Match]
) -> tuple[dict[str, Candidate], list[str]]:
    """Candidates by key, and the keys of all spans.

    A single word, or a part of something longer, that stands once and in no zone is no candidate.
    """
    places: defaultdict[str, list[Place]] = defaultdict(list)
    refs: dict[str, Ref] = {}
    for block, found in (*enumerate(matches), (TITLE, title_matches)):
        tokens = page.tokens_of(block)
        for match in found:
            if match.term.refs and not match.term.weak:
                key = " ".join([token.stem for token in tokens[match.first : match.end]])
                refs.setdefault(key, match.term.refs[0])
        for key, place in spans(block, tokens, page.language, found):
            places[key].append(place)
    zones = [IN_TITLE if block.level == 1 else IN_HEADING if block.level else 0 for block in page.source.blocks]
    zones.append(IN_TITLE)
    meta = joined([page.meta])
    candidates: dict[str, Candidate] = {}
    for key, uses in places.items():
        block, first, end, whole, _ = uses[0]
        in_meta = f" {key} " in meta
        if in_meta or len(uses) > 1 or zones[block] or (whole and end > first + 1) or key in refs:
            candidates[key] = _candidate(page, key, uses, zones, refs.get(key))
            candidates[key].zones |= IN_META * in_meta
    return candidates, list(places)


def _candidate(page: ReadPage, key: str, places: list[Place], zones: Sequence[int], ref: Ref | None) -> Candidate:
    block, first, end, whole, linked = places[0]
    uses, held, alone, in_title = len(places), zones[block], int(whole), int(block == TITLE)
    if uses > 1:
        alone = sum([place[3] for place in places])
        in_title = [place[0] for place in places].count(TITLE)
        for place in places:
            held |= zones[place[0]]
    return Candidate(
        key,
        end - first,
        _NOWHERE if block == TITLE else page.offsets[block] + first,
        places,
        uses,
        uses - in_title,
        alone,
        linked,
        held,
        ref,
        ref is not None and ref.kind in ("condition", "treatment"),
    )
