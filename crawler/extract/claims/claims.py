"""Sentences that promise: cures, approvals, superlatives, effects on tissue, prevention, evidence, patients' stories."""

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from bs4.element import Tag

from crawler.extract.blocks import Blocks
from crawler.extract.body_text import BlockTexts
from crawler.extract.claims.rules import ENGLISH, LANGUAGES, Language, Rule
from crawler.extract.document import Document, attribute, text_of
from crawler.extract.references.markers import markers
from crawler.language import language_of
from crawler.sentences import sentences
from crawler.tables.facts import BlockRow
from crawler.tables.trust import ClaimRow

_OUTSIDE = frozenset({"header", "nav", "footer", "sticky"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LONGEST = 1000
"""Characters of a sentence; a longer one is a list or a table without stops, and no evidence that anyone reads."""

_ENTRY = re.compile(
    r"\b(?:19|20)\d\d\s*[;:,]\s*\d+\s*[(:;]|\bdoi\b|\bPMID\b|\bet al\b\.?,?\s*\(?(?:19|20)\d\d|;\s*\d+\s*(?:\(\d+\))?\s*:\s*\d+"
    r"|\bvol\.?\s*\d+.*\bpp?\.?\s*\d+|\b[A-Z][a-z]+ [A-Z]{1,2}, [A-Z][a-z]+ [A-Z]{1,2}\b"
)
"""Marks of an entry in a list of references."""

_PART = re.compile(r"\s*[:|]\s+|\s+[–—-]\s+")
_QUOTED = ("“", '"', "«", "„", "‘", "»", "'")
_CLOSING = ("”", '"', "»", "“", "’", "'")
_DENIED_IN_LISTS = frozenset({"absolute", "approval"})
_SNIFF = 600
"""Characters that tell the language of a page that declares none."""

_BEFORE = 70
_AFTER = 150
"""Characters around the letters of a rule in which its pattern is looked for."""

_IN_FRONT = 200
"""Characters in front of a phrase in which its denial is looked for."""

_LEVELS = 8
"""Elements around a text that are looked at for what it is."""

_MARKER = re.compile(
    r"\[\d{1,3}(?:\s?[,–-]\s?\d{1,3})*\]|(?<=[\w.,)”\"’]) ?\(\d{1,2}(?:\s?[,–-]\s?\d{1,2})*\)(?!\s*\d)"
)
_STUDY = re.compile(
    r"//(?:[^/?#]+\.)?(?:pubmed\.gov|doi\.org|cochranelibrary\.com|jamanetwork\.com|nejm\.org|bmj\.com|thelancet\.com"
    r"|sciencedirect\.com|springer\.com|wiley\.com|frontiersin\.org|mdpi\.com|plos\.org|nature\.com|sagepub\.com|tandfonline\.com"
    r"|biomedcentral\.com|clinicaltrials\.gov|(?:[^/?#.]+\.)*(?:nih|cdc|fda)\.gov|[^/?#]+\.edu|pubmed\.[^/?#]+)(?:[:/?#]|$)"
)


def claims(document: Document, blocks: Blocks) -> list[ClaimRow]:
    """Claims in document order, at most one of a class in a sentence. Headers, menus and footers are left out."""
    rows = [row for row in blocks.rows if row.zone not in _OUTSIDE and row.words > row.link_words]
    texts = [row.text.lower() for row in rows]
    joined = "\n".join(["", *texts])
    page = _Page(document, blocks, _rules_of(document, joined), joined)
    found: list[ClaimRow] = []
    for number, rules in sorted(_candidates(page.language, joined, texts).items()):
        row = rows[number]
        for sentence, claim_class, phrase in page.in_block(row, rules):
            found.append(
                ClaimRow(document.url, len(found) + 1, claim_class, phrase, sentence, row.position, False)
            )
    return _with_citations(document, blocks, found) if found else found


def _rules_of(document: Document, joined: str) -> Language:
    """Rules of the language that the page declares, else of the one that it is written in."""
    declared = (document.attribute_of_root("lang") or "").strip().lower()[:2]
    return LANGUAGES.get(declared or language_of(joined[:_SNIFF]) or "", ENGLISH)


def _candidates(language: Language, joined: str, texts: list[str]) -> dict[int, list[Rule]]:
    """Rules that may find something, by the number of the text. Each text stands behind a line break in `joined`."""
    borders = list(accumulate((len(text) + 1 for text in texts), initial=0))
    hits: dict[int, list[Rule]] = {}
    for stem, rules in language.by_stem.items():
        first = joined.find(stem)
        for rule in rules if first >= 0 else ():
            at = first
            while at >= 0:
                number = bisect_right(borders, at) - 1
                end = borders[number + 1]
                far = rule is language.story
                if far or rule.pattern.search(joined, max(borders[number], at - _BEFORE), min(end, at + _AFTER)):
                    _note(hits, number, rule)
                    at = joined.find(stem, end)
                else:
                    at = joined.find(stem, at + _BEFORE)
    return hits


def _note(hits: dict[int, list[Rule]], number: int, rule: Rule) -> None:
    rules = hits.setdefault(number, [])
    if rule not in rules:
        rules.append(rule)


class _Page:
    """What its blocks are judged by."""

    def __init__(self, document: Document, blocks: Blocks, language: Language, joined: str) -> None:
        self.language = language
        self._document = document
        self._blocks = blocks
        self._joined = joined

    @cached_property
    def _results_vary(self) -> bool:
        return self.language.vary.search(self._joined) is not None

    def in_block(self, row: BlockRow, rules: list[Rule]) -> list[tuple[str, str, str]]:
        """Sentence, class and phrase of each claim that `rules` find in a block."""
        language = self.language
        parts = _stated(row.text, language) if row.tag in _HEADINGS else sentences(row.text)
        if language.first_person.search(row.text.lower()) and self._is_story(row, parts):
            rules = [] if self._results_vary else [language.story]
        elif language.story in rules:
            rules = [rule for rule in rules if rule is not language.story]
        return [(part, *hit) for part in parts for hit in _in_sentence(part, rules, language)] if rules else []

    def _is_story(self, row: BlockRow, parts: list[str]) -> bool:
        """A patient's words: in quotation marks, or in a place that is named after what it holds."""
        stories = self.language.stories
        if row.tag == "blockquote" or any(part.startswith(_QUOTED) for part in parts):
            return True
        if row.heading_position:
            heading = self._document.heading_tags[row.heading_position - 1]
            if stories.search(text_of(heading).lower()):
                return True
        around: Tag | None = self._blocks.owners[row.position - 1]
        for _ in range(_LEVELS):
            if around is None or around.name in ("body", "main"):
                break
            names = f"{attribute(around, 'class') or ''} {attribute(around, 'id') or ''}".lower()
            if around.name == "blockquote" or stories.search(names):
                return True
            around = around.parent
        return stories.search(self._document.url.lower()) is not None


def _stated(heading: str, language: Language) -> list[str]:
    """Sentences of a heading; without what a part of it asks, as behind the colon of “Results: what we know”."""
    parts = _PART.split(heading)
    stated = [part for part in parts if not language.asks.match(part.lower())]
    return sentences(heading) if stated == parts else stated


def _in_sentence(sentence: str, rules: list[Rule], language: Language) -> list[tuple[str, str]]:
    """Class and phrase of the claims in a sentence, the first of each class."""
    found: dict[str, str] = {}
    if len(sentence) > _LONGEST or sentence.rstrip("\"'”’)").endswith("?"):
        return []
    low = sentence.lower()
    for rule in rules:
        match = None if rule.claim_class in found else _found(rule, low, language)
        if match:
            found[rule.claim_class] = sentence[match.start() : match.end()]
    if not found or language.disclaimer.search(low) or _ENTRY.search(sentence):
        return []
    if "testimonial" not in found and language.first_person.search(low):
        return []
    return list(found.items())


def _found(rule: Rule, low: str, language: Language) -> re.Match[str] | None:
    """Words of a sentence in lower case that make the claim of `rule`; null: it makes none."""
    match = rule.pattern.search(low)
    if match is None or (rule.needs and not rule.needs.search(low)):
        return None
    if (rule.unless and rule.unless.search(low)) or (rule.hedged and language.hedge.search(low)):
        return None
    before = low[max(0, match.start() - _IN_FRONT) : match.start()]
    if before[-1:] in _QUOTED and low[match.end() :].lstrip(",.;")[:1] in _CLOSING:
        return None
    denial = language.denied_list if rule.claim_class in _DENIED_IN_LISTS else language.negation
    return None if language.negation.search(before) or denial.search(before) else match


def _with_citations(document: Document, blocks: Blocks, found: list[ClaimRow]) -> list[ClaimRow]:
    claiming = [blocks.rows[position - 1] for position in sorted({claim.block_position for claim in found})]
    cited = _with_links_to_studies(document, blocks)
    cited.update(row.position for row in claiming if _MARKER.search(row.text))
    raised = markers(document, blocks, claiming, BlockTexts(document, blocks)).markers
    cited.update(marker.position for marker in raised if marker.style in ("raised", "named"))
    return [claim._replace(is_cited=claim.block_position in cited) for claim in found]


def _with_links_to_studies(document: Document, blocks: Blocks) -> set[int]:
    """Positions of the blocks with a link to a study."""
    found: set[int] = set()
    for tag in document.named("a"):
        href = attribute(tag, "href") or ""
        if "." in href and _STUDY.search(href.lower()):
            text = next((string for string in tag.strings if id(string) in blocks.of_text), None)
            if text is not None:
                found.add(blocks.of_text[id(text)])
    return found
