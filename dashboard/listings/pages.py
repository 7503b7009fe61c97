"""Listings of pages, addresses, issues and checks."""

from dashboard import labels
from dashboard.listings.fields import PAGE, Field, Listing, badge, count, flag, saved, text
from dashboard.queries import about, pages

LISTINGS = (
    Listing(
        "issue-types",
        "Kinds of issues",
        (
            text("title", "Issue", 320),
            badge("severity", "Severity", labels.SEVERITY),
            count("failed", "Failed"),
            count("checked", "Checked"),
            text("population", "Checked over", 200),
            text("why", "Why it matters", 300),
            text("fix", "What to do", 300),
            text("check_id", "Check"),
        ),
        lambda asked: pages.checks(asked.get("severity")),
        ("severity",),
    ),
    Listing(
        "pages",
        "Pages",
        (
            PAGE,
            badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
            count("errors", "Errors"),
            count("warnings", "Warnings", 102),
            count("notices", "Notices", 94),
            count("fresh", "New", 76),
            count("word_count", "Words"),
            count("inlinks", "Links in", 92),
            count("depth", "Clicks from home", 156),
            badge("indexability", "Search engines", labels.INDEXABILITY, 180),
        ),
        lambda asked: pages.pages(asked.get("severity"), asked.get("type"), asked.get("q")),
        ("severity", "type", "q"),
    ),
    Listing(
        "issues",
        "Issues",
        (
            PAGE,
            text("evidence", "What was found", 380),
            text("issue", "Issue", 260),
            badge("severity", "Severity", labels.SEVERITY, 110),
            badge("state", "State", labels.STATE, 110),
            badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
        ),
        lambda asked: pages.failures(asked.get("issue"), asked.get("severity"), asked.get("type"), asked.get("q")),
        ("issue", "severity", "type", "q"),
    ),
    Listing(
        "addresses",
        "Addresses",
        (
            PAGE,
            badge("outcome", "What happened", labels.OUTCOME, 180),
            count("status", "Status"),
            text("failure", "Reason", 220),
            text("final_url", "Leads to", 260),
            Field("found_on", "Found on", "page", width=260),
            flag("in_sitemap", "In sitemap", 108),
        ),
        lambda asked: pages.addresses(asked.get("outcome"), asked.get("q")),
        ("outcome", "q"),
    ),
    Listing(
        "checks",
        "All checks",
        (
            text("title", "Check", 250),
            badge("severity", "Severity", labels.SEVERITY, 104),
            badge("result", "Result", labels.RESULT, 140),
            count("failed", "Failed", 80),
            count("checked", "Checked", 92),
            text("population", "Checked over", 150),
            text("why", "Why it matters", 240),
            saved(text("fix", "What to do")),
            text("check_id", "Name", 180),
        ),
        lambda asked: about.checks(),
    ),
)
