"""Names in phrases: a place is taken off, what names a clinic or a person is no topic."""

from collections.abc import Iterable
from typing import NamedTuple

from crawler.analyse.text.tokens import Token, tokenise
from crawler.analyse.text.wordlists import rarity, word_lists

_FEWEST_RARE = 3.5
"""A name without a word as rare, such as "Physical Therapy", is no name where it stands within a longer phrase."""

_NAME_LANGUAGE = "en"


class Topic(NamedTuple):
    """A phrase as it is compared. `key`: stems, joined by a space."""

    label: str
    key: str


class Names:
    """What is known of the names of a site. `places`: towns and regions; `names`: of clinics and people; `hosts`: the
    words of an address, written together."""

    def __init__(self, places: Iterable[str], names: Iterable[str], hosts: Iterable[str]) -> None:
        self._places = sorted({words for place in places if (words := _words(place))}, key=len, reverse=True)
        folded = {words for name in names if (words := _words(name))}
        self._names = [f" {' '.join(words)} " for words in sorted(folded)]
        rare = {words for words in folded if any(rarity(word, _NAME_LANGUAGE) > _FEWEST_RARE for word in words)}
        self._rare = [f" {' '.join(words)} " for words in sorted(rare)]
        self._hosts = frozenset(hosts)

    def topic(self, phrase: str, language: str) -> Topic | None:
        """What a phrase is about, without places; null: it is a name, or only a place."""
        tokens = tokenise(phrase, language)
        if self._is_name(tokens):
            return None
        kept = self._without_places(tokens)
        if len(kept) < len(tokens):
            kept = _trimmed(kept, language)
            if not kept or (len(kept) == 1 and kept[0].stem in word_lists(language).generic):
                return None
        label = phrase[kept[0].start : kept[-1].end] if kept else ""
        return Topic(label, " ".join(token.stem for token in kept)) if kept else None

    def _is_name(self, tokens: list[Token]) -> bool:
        said = f" {' '.join(token.word for token in tokens)} "
        if any(said in name for name in self._names) or any(name in said for name in self._rare):
            return True
        return "".join(token.word for token in tokens) in self._hosts

    def _without_places(self, tokens: list[Token]) -> list[Token]:
        """The longest run of words that name no place, the first of equals."""
        words = [token.word for token in tokens]
        held = [False] * len(words)
        for place in self._places:
            for at in range(len(words) - len(place) + 1):
                if tuple(words[at : at + len(place)]) == place:
                    held[at : at + len(place)] = [True] * len(place)
        best: list[Token] = []
        run: list[Token] = []
        for token, is_place in zip(tokens, held, strict=True):
            run = [] if is_place else [*run, token]
            best = max(best, run, key=len)
        return best


def _trimmed(tokens: list[Token], language: str) -> list[Token]:
    """Without words such as in and near at the ends."""
    lists = word_lists(language)
    open_at = [at for at, token in enumerate(tokens) if token.word not in lists.stop | lists.link]
    return tokens[open_at[0] : open_at[-1] + 1] if open_at else []


def _words(name: str) -> tuple[str, ...]:
    return tuple(token.word for token in tokenise(name))
