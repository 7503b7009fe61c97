"""The text pass over one page: a pure function that worker processes run in batches."""

from collections.abc import Sequence
from typing import NamedTuple

from crawler.analyse.text.dependence import page_stems
from crawler.analyse.text.entities import EntityFact, SectionFact, page_entities
from crawler.analyse.text.likeness import sketch, title_keys
from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.page import PageText, read_page
from crawler.analyse.text.phrases import Phrase, page_phrases
from crawler.analyse.text.promises import Promise, title_promises
from crawler.analyse.text.vocabularies import Vocabularies


class PageTextResult(NamedTuple):
    """`candidates`: hashes of every phrase that the page could have been about. `title_keys`, `sketch`: see `likeness`.
    `stems`: of a page in the taxonomy's own language, see `dependence`.
    """

    url: str
    language: str
    words: int
    phrases: list[Phrase]
    candidates: list[int]
    entities: list[EntityFact]
    sections: list[SectionFact]
    promises: list[Promise]
    title_keys: list[str]
    sketch: list[int]
    stems: list[int]


def analyse_page(source: PageText, vocabularies: Vocabularies) -> PageTextResult:
    """Keyphrases and entities of one page, which is read with the vocabulary of its own language."""
    page = read_page(source)
    vocabulary = vocabularies.of(page.language)
    blocks = zip(page.blocks, page.texts, strict=True)
    matches = [find_matches(tokens, vocabulary, text) for tokens, text in blocks]
    title_matches = find_matches(page.title, vocabulary, page.title_text)
    phrases, candidates = page_phrases(page, matches, title_matches)
    entities, sections = page_entities(page, matches, title_matches, vocabulary)
    return PageTextResult(
        url=source.url,
        language=page.language,
        words=page.words,
        phrases=phrases,
        candidates=candidates,
        entities=entities,
        sections=sections,
        promises=title_promises(page, matches, title_matches),
        title_keys=title_keys(page, title_matches),
        sketch=sketch(page),
        stems=page_stems(page) if page.language == vocabularies.languages[0] else [],
    )


def analyse_pages(sources: Sequence[PageText], vocabularies: Vocabularies) -> list[PageTextResult]:
    """`analyse_page` over a batch."""
    return [analyse_page(source, vocabularies) for source in sources]
