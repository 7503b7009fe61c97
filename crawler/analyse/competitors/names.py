"""Names in phrases: a place is taken off, what names a clinic or a person is no topic."""

from collections.abc import Iterable
from typing import NamedTuple

from crawler.analyse.names import Names, words_of
from crawler.analyse.text.tokens import Token, tokenise
from crawler.analyse.text.wordlists import word_lists


class Topic(NamedTuple):
    """A phrase as it is compared. `key`: stems, joined by a space."""

    label: str
    key: str


class TopicsOfSite:
    """What the phrases of a site are about. `places`: towns and regions; `hosts`: the words of an address, written
    together."""

    def __init__(self, places: Iterable[str], names: Names, hosts: Iterable[str]) -> None:
        self._places = sorted({words for place in places if (words := words_of(place))}, key=len, reverse=True)
        self._names = names
        self._hosts = frozenset(hosts)

    def topic(self, phrase: str, language: str) -> Topic | None:
        """What a phrase is about, without places; null: it is a name, or only a place."""
        tokens = tokenise(phrase, language)
        if self._is_name([token.word for token in tokens]):
            return None
        kept = self._without_places(tokens)
        if len(kept) < len(tokens):
            kept = _trimmed(kept, language)
            if not kept or (len(kept) == 1 and kept[0].stem in word_lists(language).generic):
                return None
        label = phrase[kept[0].start : kept[-1].end] if kept else ""
        return Topic(label, " ".join(token.stem for token in kept)) if kept else None

    def _is_name(self, words: list[str]) -> bool:
        return self._names.named_by(words) or (len(words) == 1 and words[0] in self._hosts)

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
