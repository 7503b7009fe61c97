"""Listings of keyphrases."""

from dashboard.listings.fields import PAGE, PHRASE_PLACES, Field, Listing, count
from dashboard.queries import keywords

LISTINGS = (
    Listing(
        "phrases",
        "Phrases of the site",
        (
            Field("keyphrase", "Phrase", "phrase", width=240),
            count("pages", "Pages"),
            count("uses", "Uses"),
            count("score", "Strength", 100),
            count("in_title", "In titles", 94),
            count("in_h1", "In H1s"),
            count("in_headings", "In headings", 112),
            count("in_url", "In addresses", 116),
        ),
        lambda asked: keywords.phrases(asked.get("q")),
        ("q",),
    ),
    Listing(
        "phrase-pages",
        "Pages of a phrase",
        (
            PAGE,
            count("rank", "Rank on page", 116),
            count("score", "Strength", 100),
            count("count", "Uses"),
            *PHRASE_PLACES,
        ),
        lambda asked: keywords.pages_of(asked.get("key", "")),
        ("key",),
    ),
    Listing(
        "page-phrases",
        "Phrases of a page",
        (
            count("rank", "Rank"),
            Field("keyphrase", "Phrase", "phrase", width=240),
            count("score", "Strength", 100),
            count("count", "Uses"),
            *PHRASE_PLACES,
        ),
        lambda asked: keywords.phrases_of(asked.get("url", "")),
        ("url",),
    ),
)
