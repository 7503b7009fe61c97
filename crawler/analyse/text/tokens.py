"""Words of a text: folded, stemmed, with their place, and cut into runs at punctuation."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate, repeat
from typing import NamedTuple

import snowballstemmer

from crawler.analyse.text.remembered import Remembered

_HIDDEN = r"\u00ad\u200b\u2060\ufeff"
"""Soft hyphens, and other marks that nobody sees."""

_MARKS = (
    rf"[{_HIDDEN}\u200c\u200d\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0966-\u0dff\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ece\u1000-\u1049\u1050-\u109f\u1780-\u17d3]"
)
"""What belongs to a word beside letters: these; accents; vowels of Hebrew, Arabic and the scripts of India and its east."""

_APOSTROPHES = "'’ʼ´‘‛"
_WORD = re.compile(rf"([^\W_]+(?:{_MARKS}+[^\W_]*|[{_APOSTROPHES}][^\W_]+)*)")
_WORD_NO_APOSTROPHE = re.compile(rf"([^\W_]+(?:{_MARKS}+[^\W_]*)*)")
_JOINING = re.compile(r"['’ʼ®™©]*(?:\s*|[-‐‑])")
"""What may stand between two words of a phrase: white space or one hyphen. Anything else ends the run."""

_UNSEEN = re.compile(f"[{_HIDDEN}]")
_AS_APOSTROPHE = str.maketrans(dict.fromkeys(_APOSTROPHES, "'"))

_ADDRESS = re.compile(r"[^\s@]{1,64}@\S+|https?://\S+|\bwww\.\S+")
_MARKS_OF_ADDRESSES = ("@", "://", "www.")

_HYPHENS = frozenset("-‐‑")

_ELISION = frozenset({"fr", "it", "ca"})
"""Languages whose apostrophe parts two words: l'épaule."""

_PREFIXES = frozenset({"non", "anti", "pre", "post", "re", "un", "co", "e", "x", "t", "multi", "semi", "sub"})
"""Written with a hyphen they are one word with what follows: non-surgical, x-ray."""

_ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fi": "finnish", "fr": "french", "hu": "hungarian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "nl": "dutch", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip

_SAME = {
    "en": {
        "teeth": "tooth", "feet": "foot", "disk": "disc", "disks": "disc", "orthopaedic": "orthopedic",
        "orthopaedics": "orthopedic", "anaesthesia": "anesthesia", "oedema": "edema", "paediatric": "pediatric",
        "centre": "center", "colour": "color", "diarrhoea": "diarrhea", "haemorrhoids": "hemorrhoids",
        "tens": "tens", "news": "news",
        "medication": "medication", "medications": "medication",
    }
}  # fmt: skip
"""Spellings and plurals that a stemmer does not bring together, and words it would harm."""

_WHOLE = ("itis", "osis")
"""Names of diseases: a stemmer makes tendon of tendonitis."""


class Token(NamedTuple):
    """A word. `start` and `end`: its place in the text; `run`: words of one run may form a phrase.

    `joined`: a hyphen ties it to the word before.
    """

    word: str
    stem: str
    start: int
    end: int
    run: int
    joined: bool


_new = tuple.__new__
"""A token of a tuple: twice as fast as by the class, which packs its arguments first."""


def tokenise(text: str, language: str = "en") -> list[Token]:
    """Words of `text` in order, without e-mail and web addresses. Hyphens part words, save behind a prefix such as non-."""
    if any(map(text.__contains__, _MARKS_OF_ADDRESSES)):
        text = _ADDRESS.sub(lambda found: "/" * len(found[0]), text)
    parts = (_WORD_NO_APOSTROPHE if language in _ELISION else _WORD).split(text)
    if len(parts) == 1:
        return []
    gaps = parts[:-1:2]
    words, stemmed = zip(*map(_forms_of(language).__getitem__, parts[1::2]), strict=True)
    borders = list(accumulate(map(len, parts)))
    runs, joined = accumulate(map(_ends_run, gaps)), map(_HYPHENS.__contains__, gaps)
    rows = zip(words, stemmed, borders[::2], borders[1::2], runs, joined, strict=False)
    tokens = list(map(_new, repeat(Token), rows))
    return tokens if _HYPHENS.isdisjoint(gaps) else _with_prefixes(tokens, language)


def as_read(text: str) -> str:
    """`text` with its accents composed, and without soft hyphens and the like."""
    return text if text.isascii() else unicodedata.normalize("NFC", _UNSEEN.sub("", text))


def _with_prefixes(tokens: Sequence[Token], language: str) -> list[Token]:
    """`tokens`, where a prefix is one word with what follows; nothing is tied to the first word."""
    read: list[Token] = []
    for token in tokens:
        if not (token.joined and read):
            read.append(token._replace(joined=False) if token.joined else token)
        elif read[-1].word in _PREFIXES:
            before = read.pop()
            whole = before.word + token.word
            read.append(Token(whole, stem(whole, language), before.start, token.end, token.run, before.joined))
        else:
            read.append(token)
    return read


@lru_cache(maxsize=10_000)
def _ends_run(gap: str) -> bool:
    return _JOINING.fullmatch(gap) is None


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """Stems of `text`, for comparison with other text of that language."""
    return tuple(token.stem for token in tokenise(text, language))


@lru_cache(maxsize=100_000)
def stem(word: str, language: str) -> str:
    """Stem of a folded word; numbers and languages without an algorithm stay as they are."""
    same = _SAME.get(language, {}).get(word)
    if same is not None:
        return same if same in _SAME[language] else stem(same, language)
    if language not in _ALGORITHMS or not word.isalpha():
        return word
    if language == "en" and word.endswith(_WHOLE):
        return word
    return str(_stemmer(language).stemWord(word))


@cache
def _forms_of(language: str) -> Remembered[tuple[str, str]]:
    return Remembered(partial(_forms, language=language))


def _forms(word: str, language: str) -> tuple[str, str]:
    """Folded form and stem of a word as written."""
    plain = _UNSEEN.sub("", word).translate(_AS_APOSTROPHE)
    folded = unicodedata.normalize("NFKC", plain).casefold()
    folded = folded.removesuffix("'s") or folded
    return folded, stem(folded, language)


@cache
def _stemmer(language: str) -> snowballstemmer.stemmer:
    return snowballstemmer.stemmer(_ALGORITHMS[language])
