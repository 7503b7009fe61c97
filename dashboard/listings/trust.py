"""Listings of what makes pages trusted, what they promise, and what watches their visitors."""

from dashboard import labels, trust_labels
from dashboard.listings.fields import PAGE, Field, Listing, badge, count, flag, text
from dashboard.queries import trust

LISTINGS = (
    Listing(
        "trust",
        "Pages and what makes them trusted",
        (
            PAGE,
            badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
            text("names", "Named, with credentials", 220),
            text("day", "Last dated", 120),
            count("sources", "References", 112),
            count("claims", "Promises", 100),
            text("watchers", "Ad pixels and recorders", 220),
        ),
        lambda asked: trust.pages(asked.get("need"), asked.get("vendor")),
        ("need", "vendor"),
    ),
    Listing(
        "claims",
        "Promises to review",
        (
            text("sentence", "Sentence", 420),
            badge("claim_class", "Kind", trust_labels.CLAIM, 180),
            text("phrase", "Words", 150),
            flag("is_cited", "With source", 112),
            count("pages", "On pages", 96),
            PAGE,
        ),
        lambda asked: trust.claims(asked.get("claim")),
        ("claim",),
    ),
    Listing(
        "references",
        "References",
        (
            text("text", "Reference", 420),
            badge("problem", "What is wrong", trust_labels.REFERENCE, 190),
            Field("year", "Year", "text", width=80),
            text("doi", "DOI", 180),
            text("pmid", "PubMed", 110),
            PAGE,
        ),
        lambda asked: trust.references(asked.get("problem")),
        ("problem",),
    ),
    Listing(
        "people",
        "Authors and reviewers",
        (
            text("name", "Name", 260),
            badge("role", "Role", trust_labels.ROLE, 160),
            text("credentials", "Credentials", 160),
            count("pages", "Pages"),
            Field("profile_url", "Profile", "page", width=260),
            Field("url", "For example on", "page", width=260),
        ),
        lambda asked: trust.people(),
    ),
    Listing(
        "trackers",
        "Services of others",
        (
            text("vendor", "Vendor", 240),
            badge("tracker_class", "Kind", trust_labels.TRACKER, 160),
            text("account", "Account", 180),
            count("pages", "Pages"),
            count("delicate", "Delicate pages", 140),
            Field("url", "For example on", "page", width=260),
        ),
        lambda asked: trust.trackers(asked.get("tracker")),
        ("tracker",),
    ),
)
