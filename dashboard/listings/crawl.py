"""Listings of what a check saw and what not."""

from dashboard import crawl_labels, labels
from dashboard.listings.fields import PAGE, Field, Listing, badge, count, flag, text
from dashboard.queries import crawl

FOUND_ON = Field("found_on", "Found on", "page", width=260)

LISTINGS = (
    Listing(
        "known-addresses",
        "Addresses",
        (
            PAGE,
            badge("outcome", "What happened", labels.OUTCOME, 180),
            text("failure", "Reason", 300),
            count("status", "Status"),
            badge("found_by", "Found by", crawl_labels.FOUND_BY, 190),
            FOUND_ON,
            flag("in_sitemap", "In sitemap", 108),
        ),
        lambda asked: crawl.addresses(asked.get("outcome"), asked.get("found")),
        ("outcome", "found"),
    ),
    Listing(
        "traps",
        "Addresses without end",
        (
            badge("kind", "Kind", crawl_labels.TRAP, 160),
            count("urls", "Left out", 92),
            text("reason", "Why", 260),
            Field("example", "For example", "outside", width=280),
            FOUND_ON,
            text("pattern", "What they have in common", 240),
        ),
        lambda asked: crawl.traps(),
    ),
    Listing(
        "sitemaps",
        "Sitemaps",
        (
            Field("url", "Address", "outside", width=300),
            badge("format", "Kind", crawl_labels.SITEMAP_FORMAT, 140),
            count("entries", "Addresses", 104),
            count("bad", "No good", 92),
            count("children", "Sitemaps in it", 124),
            text("problem", "What is wrong", 280),
            count("status", "Status"),
            Field("found_on", "Found on", "outside", width=220),
        ),
        lambda asked: crawl.sitemaps(),
    ),
    Listing(
        "sitemap-problems",
        "Entries of sitemaps that are no good",
        (
            text("loc", "As published", 320),
            text("problem", "What is wrong", 280),
            Field("sitemap", "Sitemap", "outside", width=260),
            count("position", "Entry"),
        ),
        lambda asked: crawl.sitemap_problems(),
    ),
    Listing(
        "readers",
        "Who may read the site",
        (
            text("agent", "Program", 170),
            text("operator", "Of", 120),
            badge("verdict", "May read the site", crawl_labels.READER, 150),
            count("pages_blocked", "Pages kept from it", 150),
            text("decided", "What decides about the start page", 260),
            text("rules", "Rules that apply", 170),
            badge("agent_class", "What for", crawl_labels.READER_CLASS, 250),
            text("url", "robots.txt", 220),
        ),
        lambda asked: crawl.readers(asked.get("reader")),
        ("reader",),
    ),
    Listing(
        "checked-links",
        "Links to elsewhere and files",
        (
            Field("url", "Leads to", "outside", width=280),
            badge("outcome", "What happened", crawl_labels.CHECKED, 150),
            text("failure", "Reason", 200),
            count("pages", "On pages", 96),
            Field("found_on", "For example on", "page", width=240, name="title"),
            badge("kind", "Used as", crawl_labels.USE, 140),
            count("status", "Status"),
        ),
        lambda asked: crawl.checked(asked.get("checked")),
        ("checked",),
    ),
    Listing(
        "scripted-pages",
        "Pages made by scripts",
        (
            PAGE,
            badge("state", "How it was seen", crawl_labels.SCRIPTED, 180),
            count("raw_words", "Words without scripts", 176),
            count("rendered_words", "Words with scripts", 156),
            count("script_links", "Links only scripts make", 180),
            text("why", "Why we looked, or what failed", 320),
        ),
        lambda asked: crawl.scripted(),
    ),
)
