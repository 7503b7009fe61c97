"""Listings of keyphrases, of what pages are to be found for, and of what people search for."""

from dashboard import keyword_labels
from dashboard.listings.fields import PAGE, PHRASE_PLACES, Field, Listing, badge, count, flag, text
from dashboard.queries import competitors, demand, keywords

_MARKS = (
    *PHRASE_PLACES,
    count("title_position", "Word of the title", 140),
    flag("in_h2", "H2"),
    flag("in_alt", "Picture texts", 116),
    count("per_1000_words", "Per 1,000 words", 136),
    badge("use", "Use", keyword_labels.USE, 120),
)
_SHOWN = Field("page", "Page that Google shows", "page", width=300, name="title")
_FIGURES = (
    count("clicks", "Clicks"),
    count("impressions", "Times shown", 118),
    count("ctr", "CTR in %", 96),
)

_IN_28_DAYS = count("in_28_days", "Shown in 28 days", 152)
_POSITION = count("position", "Position", 96)
_DAYS = text("period", "Days", 200)
_NAMED = flag("is_brand", "Your name", 100)

LISTINGS = (
    Listing(
        "phrases",
        "Phrases of the site",
        (
            Field("keyphrase", "Phrase", "phrase", width=240),
            count("pages", "Pages"),
            count("uses", "Uses"),
            count("score", "Strength", 100),
            _IN_28_DAYS,
            count("in_title", "In titles", 94),
            count("title_position", "Earliest word of a title", 176),
            count("in_h1", "In H1s"),
            count("in_headings", "In headings", 112),
            count("in_url", "In addresses", 116),
            count("in_alt", "In picture texts", 130),
            count("overused", "Used too often", 130),
        ),
        lambda asked: keywords.phrases(asked.get("q"), mark=asked.get("mark")),
        ("q", "mark"),
    ),
    Listing(
        "phrase-pages",
        "Pages of a phrase",
        (
            PAGE,
            count("rank", "Rank on page", 116),
            count("score", "Strength", 100),
            count("count", "Uses"),
            *_MARKS,
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
            *_MARKS,
        ),
        lambda asked: keywords.phrases_of(asked.get("url", "")),
        ("url",),
    ),
    Listing(
        "targets",
        "What each page is to be found for",
        (
            PAGE,
            text("phrase", "To be found for", 240),
            badge("source", "Who says so", keyword_labels.SOURCE, 130),
            badge("target", "How it stands", keyword_labels.TARGET, 200),
            count("score", "Here", 80),
            count("strongest_score", "Strongest", 104),
            Field("strongest_url", "Strongest page", "page", width=260),
        ),
        lambda asked: keywords.targets(asked.get("target"), asked.get("source"), asked.get("q")),
        ("target", "source", "q"),
    ),
    Listing(
        "rivals",
        "Pages that compete with each other",
        (
            text("phrase", "They compete for", 240),
            badge("grade", "How sure", keyword_labels.GRADE),
            PAGE,
            text("reason", "Why", 360),
            text("group_id", "Group", 140),
        ),
        lambda asked: keywords.rivals(asked.get("grade"), asked.get("q")),
        ("grade", "q"),
    ),
    Listing(
        "title-promises",
        "What titles promise",
        (
            PAGE,
            text("phrase", "The title says", 260),
            badge("promise", "In the text", keyword_labels.PROMISE),
            text("missing", "Words that the text lacks", 220),
        ),
        lambda asked: keywords.promises(asked.get("promise"), asked.get("q")),
        ("promise", "q"),
    ),
    Listing(
        "searches",
        "What people search for",
        (
            text("query", "Search", 260),
            _SHOWN,
            _IN_28_DAYS,
            *_FIGURES,
            _POSITION,
            _NAMED,
            _DAYS,
            badge("reliability", "Numbers", keyword_labels.DEMAND, 130),
            text("warning", "What to know", 320),
        ),
        lambda asked: demand.queries(asked.get("demand"), asked.get("q")),
        ("demand", "q"),
    ),
    Listing(
        "chances",
        "Clicks to be won",
        (
            badge("chance", "Chance", keyword_labels.CHANCE, 150),
            text("query", "Search", 240),
            text("meaning", "What it means", 420),
            _SHOWN,
            *_FIGURES,
            count("usual", "Usual CTR in %", 130),
            _POSITION,
            _DAYS,
        ),
        lambda asked: demand.chances(asked.get("chance"), asked.get("q")),
        ("chance", "q"),
    ),
    Listing(
        "phrase-searches",
        "Searches that hold a phrase",
        (
            text("query", "Search", 160),
            _IN_28_DAYS,
            count("clicks", "Clicks in 28 days", 140),
            _POSITION,
            Field("page", "Page shown most", "page", width=280, name="title"),
            count("pages", "Pages shown", 110),
            _NAMED,
            _DAYS,
        ),
        lambda asked: demand.of_phrase(asked.get("key", "")),
        ("key",),
    ),
    Listing(
        "page-searches",
        "Searches that show a page",
        (
            text("query", "Search", 160),
            _IN_28_DAYS,
            *_FIGURES,
            count("usual", "Usual CTR in %", 130),
            _POSITION,
            badge("chance", "Chance", keyword_labels.CHANCE, 150),
            _NAMED,
            _DAYS,
        ),
        lambda asked: demand.of_page(asked.get("url", "")),
        ("url",),
    ),
    Listing(
        "shown-pages",
        "Pages that Google shows",
        (
            Field("url", "Page", "page", width=160, name="title"),
            _IN_28_DAYS,
            *_FIGURES,
            _POSITION,
            count("queries", "Searches known", 126),
            badge("told_by", "Told by", keyword_labels.TOLD, 170),
            _DAYS,
            badge("reliability", "Numbers", keyword_labels.DEMAND, 130),
            text("warning", "What to know", 320),
        ),
        lambda asked: demand.pages(asked.get("q")),
        ("q",),
    ),
    Listing(
        "competitor-topics",
        "What competitors write about and you do not",
        (
            text("label", "Topic", 260),
            badge("kind", "Kind", keyword_labels.TOPIC, 170),
            count("competitors", "Competitors", 110),
            badge("our_state", "Your site", keyword_labels.OURS, 150),
            Field("our_url", "Your best page", "page", width=260),
            count("impressions", "Shown in 28 days", 152),
            text("hosts", "Who", 300),
            text("pages", "Their pages", 420),
            text("why_unknown", "Why it is not known", 300),
        ),
        lambda asked: competitors.topics(asked.get("lacking"), asked.get("rival"), asked.get("q")),
        ("lacking", "rival", "q"),
    ),
)
