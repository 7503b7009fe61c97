"""Which language a text is written in: by its function words, else by what the page declares."""

import re
from collections.abc import Sequence

from crawler.analyse.text.wordlists import OWN_LISTS, word_lists

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE = 400
_FEWEST = 30
_SHARE = 0.28
"""Function words of its own language make up 35 to 55 % of running text."""

_DEFAULT = "en"


def language_of(texts: Sequence[str], declared: str | None) -> str:
    """ISO 639-1 code. `declared` is the page's lang attribute; text overrules it where it is plain."""
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    named = code if len(code) == 2 and code.isalpha() else None
    words = _sample(texts)
    if len(words) < _FEWEST:
        return named or _DEFAULT
    if named in OWN_LISTS and _share(words, named) > _SHARE:
        return named
    shares = {language: _share(words, language) for language in OWN_LISTS}
    best = max(OWN_LISTS, key=lambda language: shares[language])
    if named and named not in OWN_LISTS:
        return best if shares[best] > _SHARE and best == _DEFAULT else named
    if shares[best] > _SHARE and (named is None or shares[best] > 1.3 * shares[named]):
        return best
    return named or _DEFAULT


def _sample(texts: Sequence[str]) -> list[str]:
    words: list[str] = []
    for text in texts:
        words += _WORD.findall(text.lower())
        if len(words) > _SAMPLE:
            break
    return words[:_SAMPLE]


def _share(words: Sequence[str], language: str) -> float:
    lists = word_lists(language)
    return sum(word in lists.stop or word in lists.link for word in words) / len(words)
