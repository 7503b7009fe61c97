"""Weights of the features that keyphrases are scored by: for pages of a site, and for plain texts such as articles.

They were fitted (softmax over the candidates of a page or text, held near nought by a quadratic prior, then rounded) on
invented pages and texts: those of pages on clinic pages of 300 to 450 words, those of texts on abstracts and news. See
`tests/benchmarks/keywords`. On a page a phrase of two or three words is a target; a text is told by single words, too.
"""

from typing import NamedTuple


class Weights(NamedTuple):
    """`uses`: for the logarithm of the uses. `sizes`: for one, two, three words and more. `titled`, `described`: for
    standing in the title or the H1, in the description; the former set by hand. `topic`: for a condition or treatment of
    the taxonomy. `generic_head`: for a last word that means little alone, as in hip *pain*.

    `rare_word`, `rare_phrase`: for the mean rarity of the words above a medium one. `word_in_no_zone`: for a single word
    that neither title nor heading nor description holds. `nested`: for the share of the uses that the most frequent phrase
    around it has. `touched`: for the share of the uses of a single word whose neighbours may be of its phrase, as in *hip*
    socket. `parted`: for a phrase that stands as a part of something longer only.

    For what stands once, in the text alone, which mostly is a turn of speech: `once`; `once_topic`; `once_about`, for a
    word that the page is full of; `once_linked`, for one with a function word; `once_long`, for four words and more.
    `once_in_heading`: for what stands once, in a lower heading, which mostly is a headline.
    """

    uses: float
    sizes: tuple[float, float, float, float]
    titled: float
    described: float
    topic: float
    generic_head: float
    rare_word: float
    rare_phrase: float
    word_in_no_zone: float
    nested: float
    touched: float
    parted: float
    once: float
    once_topic: float
    once_about: float
    once_linked: float
    once_long: float
    once_in_heading: float


PAGE = Weights(
    uses=0.5,
    sizes=(-1.45, 0.25, 0.7, 0.5),
    titled=0.3,
    described=0.4,
    topic=0.3,
    generic_head=0.45,
    rare_word=1.1,
    rare_phrase=0.5,
    word_in_no_zone=-0.45,
    nested=-0.6,
    touched=-0.6,
    parted=-0.7,
    once=-1.7,
    once_topic=1.0,
    once_about=0.9,
    once_linked=-0.5,
    once_long=-0.45,
    once_in_heading=-0.5,
)

TEXT = Weights(
    uses=1.2,
    sizes=(-0.4, 0.6, 0.2, -0.4),
    titled=0.0,
    described=0.2,
    topic=0.3,
    generic_head=0.3,
    rare_word=0.7,
    rare_phrase=0.15,
    word_in_no_zone=-0.25,
    nested=-0.9,
    touched=-0.4,
    parted=-0.65,
    once=-1.0,
    once_topic=0.6,
    once_about=-0.25,
    once_linked=-0.35,
    once_long=-0.4,
    once_in_heading=-0.1,
)
