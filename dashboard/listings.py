"""Every table that can be shown as a list and saved as CSV: its columns, and the query for what an address asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from dashboard import labels
from dashboard.dataset import Query
from dashboard.labels import Label
from dashboard.queries import about, calls, coverage, keywords, page, pages

FieldKind = Literal["text", "page", "number", "badge", "flag", "phrase", "phone"]
Asked = Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """A column. `words` are the labels of a badge; `width` is in px and grows where there is room.

    `name` is the column with the title of the page whose address this one holds.
    """

    key: str
    title: str
    kind: FieldKind = "text"
    words: dict[str, Label] | None = None
    width: int = 120
    name: str | None = None


@dataclass(frozen=True)
class Listing:
    """A table: `query` reads the parameters of an address, of which only `params` count."""

    name: str
    title: str
    fields: tuple[Field, ...]
    query: Callable[[Asked], Query]
    params: tuple[str, ...] = ()

    def asked(self, params: Asked) -> dict[str, str]:
        """The parameters that this table reads."""
        return {name: params[name] for name in self.params if params.get(name)}


def _text(key: str, title: str, width: int = 160) -> Field:
    return Field(key, title, "text", width=width)


def _number(key: str, title: str, width: int = 90) -> Field:
    return Field(key, title, "number", width=width)


def _badge(key: str, title: str, words: dict[str, Label], width: int = 130) -> Field:
    return Field(key, title, "badge", words, width)


def _flag(key: str, title: str, width: int = 84) -> Field:
    return Field(key, title, "flag", width=width)


PAGE = Field("url", "Page", "page", width=320, name="title")
PLACES = (
    _flag("in_title", "Title"),
    _flag("in_h1", "H1"),
    _flag("in_headings", "Headings", 100),
)
PHRASE_PLACES = (
    *PLACES,
    _flag("in_meta_description", "Description", 112),
    _flag("in_url", "Address", 92),
    _flag("in_first_100_words", "First 100 words", 134),
    _number("inbound_anchors", "Links saying it", 126),
)

LISTINGS: dict[str, Listing] = {
    listing.name: listing
    for listing in (
        Listing(
            "gaps",
            "What is missing",
            (
                _text("title", "What is missing", 300),
                _badge("kind", "Kind", labels.GAP_KIND, 190),
                _text("action", "What to do", 320),
                _text("why", "Why", 280),
                _badge("effort", "Effort", labels.EFFORT),
                _number("severity", "Severity (1–5)", 118),
                _number("priority", "Priority", 92),
                _badge("state", "State", labels.STATE, 110),
                Field("url", "Page to work on", "page", width=240),
            ),
            lambda asked: coverage.gaps(asked.get("gap")),
            ("gap",),
        ),
        Listing(
            "coverage",
            "Questions and treatments",
            (
                _badge("kind", "Kind", {**labels.KIND, "cell": Label("Condition and treatment")}),
                _text("label", "About"),
                _badge("state", "State", labels.COVERAGE),
                _number("score", "Score"),
                Field("best_url", "Best page", "page", width=280),
                _number("pages", "Pages that name it"),
                _text("offered", "Offered"),
                _text("reasons", "Why this state", 300),
            ),
            lambda asked: coverage.matrix_rows(asked.get("state"), asked.get("area")),
            ("state", "area"),
        ),
        Listing(
            "naming",
            "Pages that name it",
            (
                PAGE,
                _badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
                _number("score", "Score"),
                _number("mentions", "Mentions", 100),
                _number("word_count", "Words"),
                *PLACES,
            ),
            lambda asked: coverage.pages_naming(asked.get("c"), asked.get("t")),
            ("c", "t"),
        ),
        Listing(
            "calls",
            "Pages and how to call from them",
            (
                PAGE,
                _badge("state", "A visitor can …", labels.CTA, 150),
                _badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
                _number("score", "Score (0–100)", 124),
                _number("linked", "Call links", 106),
                _number("unlinked", "Text only", 100),
                _flag("has_top", "At the top", 104),
                _flag("has_body", "In the text", 106),
                _flag("has_end", "At the end", 106),
                _flag("booking_link", "Booking link", 118),
            ),
            lambda asked: calls.pages(asked.get("state"), asked.get("type")),
            ("state", "type"),
        ),
        Listing(
            "numbers",
            "Numbers found",
            (
                Field("number", "Number", "phone", width=170),
                _text("national", "As written here"),
                _badge("ownership", "Whose", labels.OWNERSHIP, 150),
                _text("label", "Name"),
                _badge("ownership_source", "How we know", labels.SOURCE, 220),
                _number("pages_linked", "Pages with a call link", 100),
                _number("pages_text", "Pages with text only", 100),
                _number("mentions", "Places", 90),
            ),
            lambda asked: calls.numbers(),
        ),
        Listing(
            "mentions",
            "Places where a number stands",
            (
                PAGE,
                _text("context", "Words around it", 300),
                _text("shown_text", "As shown", 150),
                _text("shown_number", "Number shown", 140),
                _text("href_number", "Number dialled", 140),
                _badge("channel", "How", labels.CHANNEL, 150),
                _badge("zone", "Where", labels.ZONE),
                _flag("linked", "Tap works", 102),
                _flag("differs", "Dials another", 122),
                _flag("is_template", "On many pages", 132),
                _badge("ownership", "Whose", labels.OWNERSHIP, 140),
            ),
            lambda asked: calls.mentions(asked.get("number")),
            ("number",),
        ),
        Listing(
            "phrases",
            "Phrases of the site",
            (
                Field("keyphrase", "Phrase", "phrase", width=240),
                _number("pages", "Pages"),
                _number("uses", "Uses"),
                _number("score", "Strength", 100),
                _number("in_title", "In titles", 94),
                _number("in_h1", "In H1s"),
                _number("in_headings", "In headings", 112),
                _number("in_url", "In addresses", 116),
            ),
            lambda asked: keywords.phrases(asked.get("q")),
            ("q",),
        ),
        Listing(
            "phrase-pages",
            "Pages of a phrase",
            (
                PAGE,
                _number("rank", "Rank on page", 116),
                _number("score", "Strength", 100),
                _number("count", "Uses"),
                *PHRASE_PLACES,
            ),
            lambda asked: keywords.pages_of(asked.get("key", "")),
            ("key",),
        ),
        Listing(
            "page-phrases",
            "Phrases of a page",
            (
                _number("rank", "Rank"),
                Field("keyphrase", "Phrase", "phrase", width=240),
                _number("score", "Strength", 100),
                _number("count", "Uses"),
                *PHRASE_PLACES,
            ),
            lambda asked: keywords.phrases_of(asked.get("url", "")),
            ("url",),
        ),
        Listing(
            "issue-types",
            "Kinds of issues",
            (
                _text("title", "Issue", 320),
                _badge("severity", "Severity", labels.SEVERITY),
                _number("failed", "Failed"),
                _number("checked", "Checked"),
                _text("population", "Checked over", 200),
                _text("why", "Why it matters", 300),
                _text("fix", "What to do", 300),
                _text("check_id", "Check"),
            ),
            lambda asked: pages.checks(asked.get("severity")),
            ("severity",),
        ),
        Listing(
            "pages",
            "Pages",
            (
                PAGE,
                _badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
                _number("errors", "Errors"),
                _number("warnings", "Warnings", 102),
                _number("notices", "Notices", 94),
                _number("fresh", "New", 76),
                _number("word_count", "Words"),
                _number("inlinks", "Links in", 92),
                _number("depth", "Clicks from home", 142),
                _badge("indexability", "Search engines", labels.INDEXABILITY, 230),
            ),
            lambda asked: pages.pages(asked.get("severity"), asked.get("type"), asked.get("q")),
            ("severity", "type", "q"),
        ),
        Listing(
            "issues",
            "Issues",
            (
                PAGE,
                _text("evidence", "What was found", 380),
                _text("issue", "Issue", 260),
                _badge("severity", "Severity", labels.SEVERITY, 110),
                _badge("state", "State", labels.STATE, 110),
                _badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
            ),
            lambda asked: pages.failures(
                asked.get("issue"), asked.get("severity"), asked.get("type"), asked.get("q")
            ),
            ("issue", "severity", "type", "q"),
        ),
        Listing(
            "addresses",
            "Addresses",
            (
                PAGE,
                _badge("outcome", "What happened", labels.OUTCOME, 180),
                _number("status", "Status"),
                _text("failure", "Reason", 220),
                _text("final_url", "Leads to", 260),
                Field("found_on", "Found on", "page", width=260),
                _flag("in_sitemap", "In sitemap", 108),
            ),
            lambda asked: pages.addresses(asked.get("outcome"), asked.get("q")),
            ("outcome", "q"),
        ),
        Listing(
            "links-in",
            "Pages that link here",
            (PAGE, _text("anchor", "Words of the link", 280), _number("links", "Links")),
            lambda asked: page.links_in(asked.get("url", "")),
            ("url",),
        ),
        Listing(
            "links-out",
            "Where the page links to",
            (
                Field("target_url", "To", "page", width=300, name="title"),
                _text("anchor", "Words of the link", 240),
                _badge("zone", "Where", labels.ZONE),
                _badge("outcome", "What happened", labels.OUTCOME, 160),
                _text("href", "As published", 240),
            ),
            lambda asked: page.links_out(asked.get("url", "")),
            ("url",),
        ),
        Listing(
            "images",
            "Images",
            (_text("src", "Image", 320), _text("alt", "Alt text", 260), _badge("zone", "Where", labels.ZONE)),
            lambda asked: page.images(asked.get("url", "")),
            ("url",),
        ),
        Listing(
            "checks",
            "All checks",
            (
                _text("title", "Check", 300),
                _badge("severity", "Severity", labels.SEVERITY),
                _badge("result", "Result", labels.RESULT, 140),
                _number("failed", "Failed"),
                _number("checked", "Checked"),
                _text("population", "Checked over", 200),
                _text("why", "Why it matters", 280),
                _text("fix", "What to do", 280),
                _text("check_id", "Name", 180),
            ),
            lambda asked: about.checks(),
        ),
    )
}
"""Every listing by its name, which is also that of its CSV file."""
