"""Listings of keyphrases, of what pages are to be found for, and of what people search for."""

from dataclasses import replace

from dashboard import keyword_labels
from dashboard.listings.fields import PAGE, PHRASE_PLACES, Field, Listing, badge, count, flag, saved, text
from dashboard.queries import competitors, demand, keywords

_MARKS = (
    *PHRASE_PLACES,
    count("title_position", "Word of the title", 92),
    saved(flag("in_h2", "H2")),
    flag("in_alt", "Picture texts", 84),
    count("per_1000_words", "Per 1,000 words", 92),
    badge("use", "Use", keyword_labels.USE, 110),
)
_SHOWN = Field("page", "Page that Google shows", "page", width=240, name="title")
_FIGURES = (
    count("clicks", "Clicks", 80),
    count("impressions", "Times shown", 88),
    count("ctr", "CTR in %", 84),
)

_IN_28_DAYS = count("in_28_days", "Shown in 28 days", 96)
_POSITION = count("position", "Position", 92)
_DAYS = text("period", "Days", 196)
_NAMED = flag("is_brand", "Your name", 84)

LISTINGS = (
    Listing(
        "phrases",
        "Phrases of the site",
        (
            Field("keyphrase", "Phrase", "phrase", width=240),
            count("pages", "Pages", 78),
            count("uses", "Uses", 74),
            count("score", "Strength", 96),
            _IN_28_DAYS,
            count("in_title", "In titles", 76),
            count("title_position", "Earliest word of a title", 116),
            count("in_h1", "In H1s", 74),
            count("in_headings", "In headings", 98),
            count("in_url", "In addresses", 108),
            count("in_alt", "In picture texts", 96),
            count("overused", "Used too often", 92),
        ),
        lambda asked: keywords.phrases(asked.get("q"), mark=asked.get("mark")),
        ("q", "mark"),
    ),
    Listing(
        "phrase-pages",
        "Pages of a phrase",
        (
            replace(PAGE, width=240),
            saved(count("rank", "Rank on page")),
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
            replace(PAGE, width=240),
            text("phrase", "To be found for", 200),
            badge("source", "Who says so", keyword_labels.SOURCE, 132),
            badge("target", "How it stands", keyword_labels.TARGET, 212),
            count("score", "Points here", 82),
            count("strongest_score", "Points there", 82),
            Field("strongest_url", "Strongest page", "page", width=240),
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
            text("query", "Search", 240),
            _SHOWN,
            _IN_28_DAYS,
            *_FIGURES,
            _POSITION,
            saved(_NAMED),
            _DAYS,
            badge("reliability", "Numbers", keyword_labels.DEMAND, 114),
            saved(text("warning", "What to know")),
        ),
        lambda asked: demand.queries(asked.get("demand"), asked.get("q")),
        ("demand", "q"),
    ),
    Listing(
        "chances",
        "Clicks to be won",
        (
            badge("chance", "Chance", keyword_labels.CHANCE, 138),
            text("query", "Search", 200),
            text("meaning", "What it means", 320),
            _SHOWN,
            count("clicks", "Clicks", 76),
            count("impressions", "Times shown", 88),
            saved(count("ctr", "CTR in %")),
            saved(count("usual", "Usual CTR in %")),
            saved(_POSITION),
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
            Field("url", "Page", "page", width=240, name="title"),
            _IN_28_DAYS,
            *_FIGURES,
            _POSITION,
            count("queries", "Searches known", 96),
            badge("told_by", "Told by", keyword_labels.TOLD, 160),
            _DAYS,
            badge("reliability", "Numbers", keyword_labels.DEMAND, 114),
            saved(text("warning", "What to know")),
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
