"""What a brief says, gathered from a snapshot."""

from typing import NamedTuple

from dashboard.brief.outline import ANSWER_WORDS, WORDS, Subject, headings, name_of, titles
from dashboard.clinic import clinic_name
from dashboard.dataset import Row
from dashboard.queries import brief as queries
from dashboard.text import clean, day, number, safe_link
from dashboard.view import View


class Part(NamedTuple):
    """A heading of the brief, a sentence below it, and a list; each may be empty."""

    heading: str
    text: str
    items: list[str]


class Brief(NamedTuple):
    """`subject`: what the page is about; `lead`: why it is wanted. All text is cleaned, none of it is markup."""

    subject: str
    lead: str
    parts: list[Part]


def brief_of(view: View, kind: str, key: str) -> Brief | None:
    """Brief for a row of `coverage` (condition, treatment or cell); null where there is no such row."""
    rows = view.rows(*queries.subject(kind, key))
    if not rows:
        return None
    row = rows[0]
    subject = Subject(_cleaned(row["condition_label"]), _cleaned(row["treatment_label"]))
    name = name_of(subject)
    return Brief(
        name,
        f"{clean(row['reasons'])} As of the check of {day(_date(view.crawl_id))} of {view.host}.",
        [
            Part("Title ideas", "Keep it below 60 characters, what the page is about first.", titles(subject, clinic_name(view))),
            Part("Headings", f"{ANSWER_WORDS} words or more below each, {WORDS} in all. The answer comes first, the background after it.", headings(subject)),
            Part("Words that patients use", "In the title, the first paragraph and a heading, where they read well.", _phrases(view, row)),
            Part("Pages to link with it", "Link to the new page from these, and back.", _related(view, row)),
            Part("Call to action", "At the top, in the middle and at the end; on a phone, a tap has to dial.", _call(view)),
            Part("Before it goes live", "", _CHECKS),
        ],
    )  # fmt: skip


_CHECKS = [
    "Name the author with title and qualification, and who reviewed it.",
    "Show when it was published and last reviewed.",
    "Give a source for each claim about what a treatment does, with DOI or PubMed link.",
    "Say risks and limits as plainly as benefits; promise no cure.",
    "Write for a reader of 12 to 14 years: short sentences, medical words explained.",
]
"""Domain rules of medical pages: named people, dates, references, no promises, plain language."""


def _cleaned(label: object) -> str | None:
    return clean(label) if label else None


def _date(crawl_id: str) -> str:
    return f"{crawl_id[:4]}-{crawl_id[4:6]}-{crawl_id[6:8]}"


def _phrases(view: View, row: Row) -> list[str]:
    return [
        clean(found["phrase"])
        + (f" (shown {number(found['impressions'])} times in searches)" if found["impressions"] else "")
        for found in view.rows(*queries.phrases(row["condition"], row["treatment"]))
    ]


def _related(view: View, row: Row) -> list[str]:
    found = view.rows(*queries.related(row["condition"], row["treatment"]))
    return [
        f"{clean(page['title'] or '')} – {safe_link(page['url']) or clean(page['url'])}".removeprefix(" – ")
        for page in found
    ]


def _call(view: View) -> list[str]:
    found = view.rows(*queries.call_to_action())[0]
    parts: list[str] = []
    if found["number"]:
        parts.append(f"{clean(found['words'] or 'Call')}: {clean(found['number'])}")
    if found["booking_link"] and safe_link(found["booking_link"]):
        parts.append(f"Book an appointment: {safe_link(found['booking_link'])}")
    return parts or ["No number of the clinic was found: name it in the clinic's file."]
