"""Which conditions, treatments, body areas and intents a page names, where, and how much it says of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from crawler.analyse.text.matcher import Match, Ref, Vocabulary, find_matches, intent_text
from crawler.analyse.text.page import FIRST_WORDS, ReadPage, Section, path_text

ANSWER_WORDS = 40
"""Fewer words below a heading answer no question (coverage formula)."""


class EntityFact(NamedTuple):
    """An entity on a page; see `entities` in the schema.

    `level`: of its highest heading below the H1, 0 where none names it. `body`: mentions outside title
    and headings.
    """

    kind: str
    entity: str
    in_title: bool
    in_h1: bool
    in_headings: bool
    in_url: bool
    in_first_100_words: bool
    mentions: int
    words: int
    level: int
    body: int


class SectionFact(NamedTuple):
    """A condition or treatment that a section is about, or an intent that it answers; `words`: of that section."""

    section: int
    kind: str
    entity: str
    words: int


class _Mention(NamedTuple):
    """`block` −1: the title, −2: the path."""

    ref: Ref
    block: int
    word: int


_TITLE, _PATH = -1, -2

_MANY_AREAS = 3
"""A condition of as many body areas, such as osteoarthritis, belongs to none: that one is named says little."""


def page_entities(
    page: ReadPage, matches: Sequence[Sequence[Match]], title: Sequence[Match], vocabulary: Vocabulary
) -> tuple[list[EntityFact], list[SectionFact]]:
    """Entities of `page` and the sections about them. `matches`: terms of each block, `title`: of the title."""
    path = find_matches(page.path, vocabulary, path_text(page.source.url))
    mentions = _mentions([(_TITLE, title), (_PATH, path), *enumerate(matches)], vocabulary)
    sections = _sections_about(page, mentions)
    words = Counter[Ref]()
    for fact in sections:
        words[Ref(fact.kind, fact.entity)] += fact.words
    by_ref: defaultdict[Ref, list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_ref[mention.ref].append(mention)
    facts = [_fact(page, ref, found, words[ref]) for ref, found in by_ref.items()]
    asked = [_asked(page, section, vocabulary.intents) for section in page.sections]
    facts += _intent_facts(page, asked, vocabulary.intents)
    about = [fact for fact in sections if fact.kind != "body_area"]
    return facts, [*about, *_answering_sections(page, asked)]


def _mentions(places: Iterable[tuple[int, Sequence[Match]]], vocabulary: Vocabulary) -> list[_Mention]:
    found = [(block, match) for block, matches in places for match in matches if match.term.refs]
    strong = {ref for _, match in found if not match.term.weak for ref in match.term.refs}
    company = _company(strong, vocabulary)
    mentions: list[_Mention] = []
    for block, match in found:
        for ref in match.term.refs:
            if ref.kind == "brand" or (match.term.weak and ref not in strong and not company(ref)):
                continue
            mentions += (_Mention(r, block, match.first) for r in _with_area(ref, vocabulary.areas))
    return mentions


def _company(strong: Collection[Ref], vocabulary: Vocabulary) -> Callable[[Ref], bool]:
    """Whether a weak term may stand for an entity: a condition beside one of its body areas, unless it has many; a
    treatment beside a condition that it goes with."""
    areas = vocabulary.areas
    named = {ref.id for ref in strong if ref.kind == "body_area"}
    conditions = {ref.id for ref in strong if ref.kind == "condition"}
    named |= {area for condition in conditions for area in areas[condition]}

    def near(ref: Ref) -> bool:
        if ref.kind == "condition":
            return len(areas[ref.id]) < _MANY_AREAS and not named.isdisjoint(areas[ref.id])
        return not conditions.isdisjoint(vocabulary.treated.get(ref.id, ()))

    return near


def _with_area(ref: Ref, areas: Mapping[str, tuple[str, ...]]) -> Iterator[Ref]:
    """`ref`, and the body area of a condition that has just one."""
    yield ref
    if ref.kind == "condition" and len(areas[ref.id]) == 1:
        yield Ref("body_area", areas[ref.id][0])


def _fact(page: ReadPage, ref: Ref, mentions: Sequence[_Mention], words: int) -> EntityFact:
    blocks = page.source.blocks
    placed = {mention.block for mention in mentions}
    levels = {blocks[block].level for block in placed if block >= 0} - {0}
    inside = [m for m in mentions if m.block >= 0]
    return EntityFact(
        kind=ref.kind,
        entity=ref.id,
        in_title=_TITLE in placed,
        in_h1=1 in levels,
        in_headings=max(levels, default=0) > 1,
        in_url=_PATH in placed,
        in_first_100_words=any(page.offsets[m.block] + m.word < FIRST_WORDS for m in inside),
        mentions=len(inside) + sum(m.block == _TITLE for m in mentions),
        words=words,
        level=min(levels - {1}, default=0),
        body=sum(blocks[m.block].level == 0 for m in inside),
    )


def _sections_about(page: ReadPage, mentions: Sequence[_Mention]) -> list[SectionFact]:
    """A section is about what its heading, a heading above it, or its own text names; all are about what the title
    and the H1 name."""
    section_of = [n for n, s in enumerate(page.sections) for _ in range(s.first, s.last)]
    named: defaultdict[int, dict[Ref, None]] = defaultdict(dict)
    in_heading: defaultdict[int, dict[Ref, None]] = defaultdict(dict)
    in_title = {mention.ref for mention in mentions if mention.block == _TITLE}
    topics: dict[Ref, None] = {}
    for mention in mentions:
        if mention.block >= 0:
            number = section_of[mention.block]
            named[number][mention.ref] = None
            level = page.source.blocks[mention.block].level
            if level:
                in_heading[number][mention.ref] = None
            if level == 1 and mention.ref in in_title:
                topics[mention.ref] = None
    facts: list[SectionFact] = []
    for number, section in enumerate(page.sections):
        about = named[number] | topics
        for above in section.above:
            about |= in_heading[above]
        facts += (SectionFact(number, ref.kind, ref.id, section.words) for ref in about if section.words)
    return facts


def _asked(page: ReadPage, section: Section, intents: Mapping[str, re.Pattern[str]]) -> set[str]:
    """Intents of the heading of `section`."""
    if section.heading is None:
        return set()
    text = intent_text(page.texts[section.heading])
    return {intent for intent, pattern in intents.items() if pattern.search(text)}


def _intent_facts(
    page: ReadPage, asked: Sequence[set[str]], intents: Mapping[str, re.Pattern[str]]
) -> list[EntityFact]:
    title = intent_text(page.title_text)
    path = intent_text(" ".join(token.word for token in page.path))
    facts: list[EntityFact] = []
    for intent, pattern in intents.items():
        matching = [section for section, found in zip(page.sections, asked, strict=True) if intent in found]
        in_title = pattern.search(title) is not None
        in_url = pattern.search(path) is not None
        if not (matching or in_title or in_url):
            continue
        levels = {section.level for section in matching}
        facts.append(
            EntityFact(
                kind="intent",
                entity=intent,
                in_title=in_title,
                in_h1=1 in levels,
                in_headings=max(levels, default=0) > 1,
                in_url=in_url,
                in_first_100_words=any(page.offsets[s.first] < FIRST_WORDS for s in matching),
                mentions=len(matching) + in_title,
                words=page.words if in_title or in_url else max((s.all_words for s in matching), default=0),
                level=min(levels - {1}, default=0),
                body=0,
            )
        )
    return facts


def _answering_sections(page: ReadPage, asked: Sequence[set[str]]) -> Iterator[SectionFact]:
    """A section answers what its heading, or a heading between it and the H1, asks."""
    for number, section in enumerate(page.sections):
        own: set[str] = asked[number] if section.level > 1 else set()
        answered = own.union(*(asked[above] for above in section.above))
        yield from (
            SectionFact(number, "intent", intent, section.words) for intent in sorted(answered) if section.words
        )
