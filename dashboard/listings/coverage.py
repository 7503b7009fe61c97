"""Listings of what is covered and what is missing."""

from dashboard import labels
from dashboard.labels import Label
from dashboard.listings.fields import PAGE, PLACES, Field, Listing, badge, count, saved, text
from dashboard.queries import actions, coverage, gaps

LISTINGS = (
    Listing(
        "gaps",
        "What is missing",
        (
            Field("title", "What is missing", "gap", width=250),
            badge("kind", "Kind", labels.GAP_KIND, 194),
            text("action", "What to do", 240),
            saved(text("why", "Why")),
            badge("effort", "Effort", labels.EFFORT, 142),
            saved(count("severity", "Severity (1–5)")),
            count("priority", "Priority", 88),
            badge("state", "State", labels.STATE, 104),
            Field("url", "Page to work on", "page", width=220),
        ),
        lambda asked: gaps.gaps(asked.get("gap"), standing=asked.get("decided"), action_id=asked.get("action")),
        ("gap", "decided", "action"),
    ),
    Listing(
        "actions",
        "What to do first",
        (
            count("rank", "Rank", 70),
            text("title", "What to do", 280),
            text("action", "How", 300),
            text("value", "Why it matters", 260),
            text("size", "How much", 160),
            badge("effort", "Effort (estimate)", labels.EFFORT),
            badge("theme", "Theme", labels.THEME),
            badge("state", "State", labels.STATE, 110),
        ),
        lambda _: actions.actions(),
    ),
    Listing(
        "coverage",
        "Questions and treatments",
        (
            badge("kind", "Kind", {**labels.KIND, "cell": Label("Condition and treatment")}),
            text("label", "About"),
            badge("state", "State", labels.COVERAGE),
            count("score", "Score"),
            Field("best_url", "Best page", "page", width=280),
            count("pages", "Pages that name it"),
            text("offered", "Offered"),
            text("reasons", "Why this state", 300),
        ),
        lambda asked: coverage.matrix_rows(asked.get("state"), asked.get("area")),
        ("state", "area"),
    ),
    Listing(
        "naming",
        "Pages that name it",
        (
            PAGE,
            badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
            count("score", "Score"),
            count("mentions", "Mentions", 100),
            count("word_count", "Words"),
            *PLACES,
        ),
        lambda asked: coverage.pages_naming(asked.get("c"), asked.get("t")),
        ("c", "t"),
    ),
)
