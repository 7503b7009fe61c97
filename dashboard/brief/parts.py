"""What a brief is made of, and the parts that every brief has."""

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.dataset import Row
from dashboard.queries import brief as queries
from dashboard.text import clean, cut, number, safe_link
from dashboard.view import View

TITLE_LENGTH = 60
"""Characters of a title that search results show, as a rule of thumb."""


MOST_TITLES = 3


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


def titles_part(titles: list[str]) -> Part:
    """Ideas for the title: those that fit, unless none does."""
    fitting = [title for title in titles if len(title) <= TITLE_LENGTH]
    return Part(
        "Title ideas",
        f"Keep it within {TITLE_LENGTH} characters, what the page is about first.",
        list(dict.fromkeys(fitting or titles))[:MOST_TITLES],
    )


def words_part(found: Sequence[Row]) -> Part:
    """Words that patients use: rows with a phrase and its impressions in 28 days, null where they are not known."""
    items = [
        cut(row["phrase"], TITLE_LENGTH)
        + (f" (shown {number(row['impressions'])} times in 28 days)" if row["impressions"] else "")
        for row in found
    ]
    return Part(
        "Words that patients use",
        "In the title, the first paragraph and a heading, where they read well.",
        list(dict.fromkeys(items)),
    )


def own_part(url: str | None) -> Part:
    """The page that is there, but thin; empty where there is none."""
    address = safe_link(url) if url else None
    return Part(
        "The page that you have", "Extend it rather than write a second one.", [address] if address else []
    )


def links_part(found: Sequence[Row], own: str | None = None) -> Part:
    """Pages to link with it: rows with url and title, without its own."""
    items = [
        f"{cut(page['title'] or '', TITLE_LENGTH)} – {safe_link(page['url']) or clean(page['url'])}".removeprefix(
            " – "
        )
        for page in found
        if page["url"] != own
    ]
    return Part("Pages to link with it", "Link to the page from these, and back.", items)


def call_part(view: View) -> Part:
    """How the page lets readers call and book."""
    found = view.rows(*queries.call_to_action())[0]
    items: list[str] = []
    if found["number"]:
        items.append(f"{cut(found['words'] or 'Call', TITLE_LENGTH)}: {clean(found['number'])}")
    if found["booking_link"] and safe_link(found["booking_link"]):
        items.append(f"Book an appointment: {safe_link(found['booking_link'])}")
    return Part(
        "Call to action",
        "At the top, in the middle and at the end; on a phone, a tap has to dial.",
        items or ["No number of the clinic was found: name it in the clinic's file."],
    )
