"""What the site as a whole speaks of: its topics, their pages and phrases, and the words that set it apart."""

from typing import Annotated, NamedTuple


class TopicRow(NamedTuple):
    topic_id: Annotated[
        str,
        "taxonomy id as kind:id, else phrase, language and stems of a phrase, parted by colons; stable over crawls",
    ]
    kind: Annotated[str, "condition, treatment (of the taxonomy) or phrase (phrases that go together)"]
    language: Annotated[str, "language of its phrases, ISO 639-1"]
    label: Annotated[str, "in plain words: of the taxonomy, or the phrase of it that most pages use"]
    phrases: Annotated[int, "keyphrases that belong to it"]
    pages: Annotated[
        int | None,
        "pages that search engines may show and that name it; 0: it is no topic any more; null: what held it was not seen",
    ]
    pages_about: Annotated[int | None, "of these, with it in title or H1; null as pages"]
    pages_part: Annotated[int | None, "of these, with it in another heading only; null as pages"]
    pages_mentioned: Annotated[int | None, "of these, with it in the text only; null as pages"]
    pages_main: Annotated[int | None, "of these, whose main topic it is; null as pages"]
    words: Annotated[int | None, "words of main content of the pages about it; null as pages", "words"]
    share: Annotated[float | None, "of the pages that search engines may show, 0 to 100; null as pages", "percent"]
    state: Annotated[
        str,
        "strong, covered, thin, mentioned, none or unknown. Of the taxonomy: as in coverage. Of phrases: thin without a "
        "page about it of 300 words, covered with one, strong with two or with one of 600 words, mentioned in text only",
    ]
    best_url: Annotated[str | None, "page that speaks of it most; null: none does"]
    pages_before: Annotated[int | None, "pages at the crawl before; null: there is none, or it did not see them"]
    pages_added: Annotated[int | None, "pages that did not name it at the crawl before; null as above"]
    pages_lost: Annotated[int | None, "pages that no longer name it, as far as they were seen; null as above"]
    change: Annotated[
        str,
        "new, grown, shrunk, gone or same against the crawl before; unknown: pages that decide it were not seen, or the "
        "vocabulary or the tool changed; first: nothing to compare with",
    ]


class TopicPageRow(NamedTuple):
    topic_id: Annotated[str, "the topic"]
    url: Annotated[str, "a page that names it, and that search engines may show"]
    strength: Annotated[str, "about (in title or H1), part (in another heading) or mentioned (in the text)"]
    is_main: Annotated[
        bool, "of the topics that the page is about, the one with its strongest keyphrase: one a page at most"
    ]
    uses: Annotated[int, "mentions, or uses of its phrases; 1 where only that it is named is known"]


class TopicPhraseRow(NamedTuple):
    topic_id: Annotated[str, "the topic"]
    key: Annotated[str, "stems, joined by a space"]
    keyphrase: Annotated[str, "most frequent form on the site"]
    pages: Annotated[int, "pages that have it among their keyphrases"]
    uses: Annotated[int, "uses on these pages"]


class KeynessRow(NamedTuple):
    language: Annotated[str, "language of the pages, ISO 639-1"]
    word: Annotated[str, "a single word, folded"]
    uses: Annotated[int, "uses in the main content of the pages that search engines may show"]
    pages: Annotated[int, "pages with it"]
    per_million: Annotated[float, "uses to a million words of the site"]
    background_per_million: Annotated[
        float, "the same in the language at large (wordfreq); half of the rarest where its list lacks the word"
    ]
    g2: Annotated[float, "log-likelihood: how sure it is that the difference is no chance; 15.13 is one in 10,000"]
    log_ratio: Annotated[float, "how large the difference is, in doublings: 3 is eight times as often"]
