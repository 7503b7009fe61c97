"""Names of clinics, people and places among phrases: a whole name, or a word that only a name has."""

from collections.abc import Collection, Iterable, Sequence

from crawler.analyse.text.matcher import terms_of
from crawler.analyse.text.tokens import stem, tokenise
from crawler.analyse.text.wordlists import rarity
from crawler.taxonomy import Taxonomy

RARE_FROM = 3.5
"""Rarity of a word that hardly stands in a text by chance: less than about five uses in a million."""

_LANGUAGE = "en"


class Names:
    """Names that no topic may have. `wholes`: none may hold such a name as a whole, however common its words: sleep diary is
    a topic of Lakeside Sleep Clinic, Lakeside Sleep Clinic is none. `others`: of these only their own words count.

    `common`: words and stems that are no name's own: those of the taxonomy, and what the site writes without a capital.
    """

    def __init__(self, wholes: Iterable[str], others: Iterable[str], common: Collection[str]) -> None:
        given = {words for name in wholes if (words := words_of(_without_titles(name)))}
        more = [words_of(_without_titles(name)) for name in others]
        every = {word for words in (*given, *more) for word in words if len(word) > 1}
        self.words = frozenset(word for word in every if not _is_common(word, common))
        self._own = frozenset(word for word in self.words if rarity(word, _LANGUAGE) > RARE_FROM)
        self._wholes = [f" {' '.join(words)} " for words in sorted(given)]

    def has_own_word(self, words: Iterable[str]) -> bool:
        """Whether one of these folded words is rare, and of a name."""
        return not self._own.isdisjoint(words)

    def named_by(self, words: Sequence[str]) -> bool:
        """Whether a phrase of these folded words holds a name."""
        said = f" {' '.join(words)} "
        return self.has_own_word(words) or any(name in said for name in self._wholes)


def words_of(name: str) -> tuple[str, ...]:
    """Folded words of a name."""
    return tuple(token.word for token in tokenise(name))


def taxonomy_words(taxonomy: Taxonomy) -> frozenset[str]:
    """Words of all conditions and treatments, folded, and their stems: chiropractic is rare, and no name."""
    terms = {term for entry in taxonomy.conditions for term in terms_of(entry)}
    terms |= {term for entry in taxonomy.treatments for term in terms_of(entry)}
    tokens = [token for term in sorted(terms) for token in tokenise(term, taxonomy.language)]
    return frozenset(form for token in tokens for form in (token.word, token.stem))


def _without_titles(name: str) -> str:
    """`name` up to the first comma: what follows are degrees, and MSc is no name."""
    return name.partition(",")[0]


def _is_common(word: str, common: Collection[str]) -> bool:
    return word in common or stem(word, _LANGUAGE) in common
