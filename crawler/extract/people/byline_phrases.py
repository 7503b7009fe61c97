"""Words before the name in a byline, in the languages of clinics' sites, and the role that they give."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_AUTHOR = (
    "written|authored|posted|words|article|guest post|blog post"
    "|escrito|escrita|redactado|écrit|rédigé|geschrieben|verfasst|scritto|geschreven"
)
_REVIEWER = (
    "(?:peer[- ])?reviewed|review|revisado|revisada|revisión|relue?|révisé|relecture|geprüft|überprüft|revisionato|rivisto"
    "|beoordeeld|gecontroleerd"
)
_CONTRIBUTOR = "edited|updated|contributed|translated|fact[- ]?checked|editado|actualizado|mis à jour|aktualisiert"
_DOUBTFUL = {
    "author": "published|created|text|story|content|publicado|publié|veröffentlicht|pubblicato|geplaatst",
    "reviewer": "approved|verified|validated|checked|aprobado|validado|verificado|validé|vérifié|approuvé|freigegeben",
}
_ADVERB = (
    r"(?:(?:last|first|originally|medically|clinically|scientifically|expertly|professionally|médicalement|médicamente"
    r"|clínicamente|medizinisch|fachlich|médica|médicale|medical|clinical)\s+){0,2}"
)
_SUBJECT = (
    r"(?:(?:this\s+)?(?:web\s?)?(?:page|article|post|blog|content|information)(?:\s+(?:was|is|has been))?\s+)?"
)
_BY = r"(?:by|por|par|von|durch|da|door)\b\s*:?"
_SHORT = r"(?:(?<=[^0-9][0-9])|(?<=[^0-9][0-9]{2})|(?<=\b[^\W\d]{3})|(?<=\b[^\W\d]{4})|(?<=\b[^\W\d]{5}))\."
"""A stop that ends no sentence: of a day ("4. März") or of a month that is cut short ("Jan. 4", "févr.")."""

_ANY = "|".join((_AUTHOR, _REVIEWER, _CONTRIBUTOR, *_DOUBTFUL.values()))
_DAY = rf"\s+(?:[^|.!?•·;]|{_SHORT}){{0,36}}?(?<![0-9])[0-9]{{4}}"
_TIME = rf"(?:(?!\b(?:{_ANY})\b)(?:\b[ap]\.\s?m\.|[^|.!?•·;])){{0,24}}?"
_ON_A_DAY = rf"(?:{_DAY}{_TIME})?"
_EARLIER = rf"(?:{_SUBJECT}{_ADVERB}(?:{_ANY}){_DAY}\s*[,;]?\s+(?:(?:and|&|y|et|und)\s+)?)?"
"""What was done before, on its day: "Published May 4, 2026, reviewed by …"."""

_ROLES = "|".join(
    (
        f"(?P<author>{_AUTHOR})",
        f"(?P<reviewer>{_REVIEWER})",
        f"(?P<contributor>{_CONTRIBUTOR})",
        f"(?P<doubtful_author>{_DOUBTFUL['author']})",
        f"(?P<doubtful_reviewer>{_DOUBTFUL['reviewer']})",
    )
)
_AND_ALSO = (
    rf"(?:\s*(?:,|and|&|/|y|et|und)\s*{_ADVERB}"
    rf"(?:(?P<author_2>{_AUTHOR})|(?P<reviewer_2>{_REVIEWER}|{_DOUBTFUL['reviewer']})|(?P<contributor_2>{_CONTRIBUTOR})))?"
)
_LABEL = (
    r"(?P<author_label>(?:about the |post |article |blog )?author(?:\(s\)|s)?|auteure?s?|autor(?:a|es|in(?:nen)?)?|autore|writer)"
    r"|(?P<reviewer_label>(?:(?:medical|clinical|expert|peer) )?reviewer|medically reviewed|revisora?(?: médic[oa])?"
    r"|medical review|relecteur|relectrice)"
    r"|(?P<contributor_label>contributors?|(?:medical )?editor|contributing (?:author|writer))"
)
_START = r"(?:^|\b(?:and|&)\s+|[.!?|•·–—/(\[:\x1f-]\s*)"
_PHRASE = re.compile(
    rf"{_START}(?:{_EARLIER}{_SUBJECT}{_ADVERB}(?:{_ROLES}){_AND_ALSO}{_ON_A_DAY}\s+{_BY}"
    rf"|(?:{_LABEL})\s*(?:[:|–—-]|(?=\x1f)|$))",
    re.IGNORECASE,
)
_CLUES = (
    "reviewed|written by|authored by|posted by|posted on|words by|article by|post by|edited by|updated by|checked by"
    "|contributed by|translated by|published by|created by|text by|story by|content by|approved by|verified by"
    "|validated by|review by|author|reviewer|writer|contributor|editor"
)
_OTHER_CLUES = " por | por:| par | par:| von | von:| durch |scritto da|rivisto da|ionato da| door |autor|auteur|relect|revisor"
LONG_CLUES = (b"reviewed by", b"written by", b"reviewed and", b"reviewed on")
"""The same for long blocks, where bylines are rare."""

_BARE = {"de": "von", "fr": "par", "es": "por", "pt": "por", "it": "di", "nl": "door"}
_BARE_START = r"(?:^|[|•·–—/\x1f-]\s*|[0-9]{{4}}\s*,?\s*){}\b\s*:?(?=\s|$)"
_BARE_BY = {word: re.compile(_BARE_START.format(word), re.IGNORECASE) for word in ("by", *_BARE.values())}

_MAY_BE_BARE = {
    word: re.compile(rf"(?<![\w-])(?i:{word})\b\s*:?\s*(?:$|[^\w\s]?[^\W\d_a-zß-ÿ])")
    for word in ("by", *_BARE.values())
}


class Phrase(NamedTuple):
    """`end`: where the name begins. `is_doubtful`: organisations are named behind such words as well."""

    roles: tuple[str, ...]
    end: int
    is_doubtful: bool


def phrases(text: str) -> Iterator[Phrase]:
    """Phrases in `text` that a name may follow, in order."""
    for match in _PHRASE.finditer(text):
        names = [name for name, value in match.groupdict().items() if value]
        roles = dict.fromkeys(name.removeprefix("doubtful_").partition("_")[0] for name in names)
        yield Phrase(tuple(roles), match.end(), any(name.startswith("doubtful") for name in names))


def bare_phrases(text: str, lang: str | None) -> Iterator[Phrase]:
    """The same for a "by" alone, at the start or behind a separator; `lang`: language of the page."""
    for word in _bare_words(lang):
        yield from (Phrase(("author",), match.end(), False) for match in _BARE_BY[word].finditer(text))


@lru_cache(maxsize=64)
def clues(lang: str | None) -> tuple[bytes, ...]:
    """One of them stands in every byline with a phrase, in lower case; `lang`: language of the page."""
    is_english = (lang or "").lower().startswith("en")
    return tuple(clue.encode() for clue in (_CLUES if is_english else f"{_CLUES}|{_OTHER_CLUES}").split("|"))


@lru_cache(maxsize=64)
def bare_clues(lang: str | None) -> tuple[bytes, ...]:
    """The same for a "by" alone."""
    return tuple(
        clue
        for word in _bare_words(lang)
        for clue in (f"{word} ".encode(), f"{word}:".encode(), f"{word}\n".encode())
    )


def may_be_bare(text: str, lang: str | None) -> bool:
    """`text` has a "by" with a capital, or nothing, behind it."""
    return any(_MAY_BE_BARE[word].search(text) for word in _bare_words(lang))


def _bare_words(lang: str | None) -> list[str]:
    return sorted({"by", _BARE.get((lang or "").lower()[:2], "by")})
