"""Listings of the topics of the site, their pages and phrases, and the words that set the site apart."""

from dashboard import labels, topic_labels
from dashboard.listings.fields import PAGE, Field, Listing, badge, count, flag, saved, text
from dashboard.queries import topics

_TOPIC = Field("label", "Topic", "topic", width=220)

LISTINGS = (
    Listing(
        "topics",
        "Topics of the site",
        (
            _TOPIC,
            badge("cover", "How well", labels.COVERAGE, 146),
            count("pages", "Pages", 78),
            count("pages_about", "In title or H1", 90),
            count("pages_part", "In a heading", 92),
            count("pages_mentioned", "Only in the text", 92),
            count("pages_main", "Main topic of", 96),
            count("share", "% of pages", 84),
            count("words", "Words about it", 96),
            Field("best_url", "Best page", "page", width=240, name="title"),
            saved(badge("group", "Kind", topic_labels.GROUP)),
            saved(badge("moved", "Since the last check", topic_labels.MOVED)),
        ),
        lambda asked: topics.topics(asked.get("group"), asked.get("cover"), asked.get("q")),
        ("group", "cover", "q"),
    ),
    Listing(
        "topic-changes",
        "Topics that moved",
        (
            _TOPIC,
            badge("moved", "Since the last check", topic_labels.MOVED, 164),
            count("pages_before", "Pages before", 118),
            count("pages", "Pages now", 104),
            count("pages_added", "Came", 84),
            count("pages_lost", "Went", 84),
            badge("group", "Kind", topic_labels.GROUP, 170),
        ),
        lambda asked: topics.changes(asked.get("moved")),
        ("moved",),
    ),
    Listing(
        "topic-pages",
        "Pages of a topic",
        (
            PAGE,
            badge("strength", "How much", topic_labels.STRENGTH, 150),
            flag("is_main", "Main topic", 104),
            count("uses", "Uses"),
            count("word_count", "Words"),
            badge("page_type", "Kind of page", labels.PAGE_TYPE, 160),
        ),
        lambda asked: topics.pages_of(asked.get("topic", "")),
        ("topic",),
    ),
    Listing(
        "topic-phrases",
        "Phrases of a topic",
        (
            Field("keyphrase", "Phrase", "phrase", width=240),
            count("pages", "Pages"),
            count("uses", "Uses"),
        ),
        lambda asked: topics.phrases_of(asked.get("topic", "")),
        ("topic",),
    ),
    Listing(
        "keyness",
        "Words that set the site apart",
        (
            text("word", "Word", 240),
            count("times", "Times as often", 100),
            count("uses", "Uses"),
            count("pages", "Pages"),
            count("per_million", "Here, in a million words", 130),
            count("background_per_million", "Elsewhere, in a million", 126),
            count("g2", "Certainty (G²)", 104),
            count("log_ratio", "Doublings (log ratio)", 112),
            text("language", "Language", 96),
        ),
        lambda asked: topics.words(asked.get("q")),
        ("q",),
    ),
)
