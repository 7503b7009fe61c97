"""Listings of phone numbers and calls to action."""

from dashboard import labels
from dashboard.listings.fields import PAGE, Field, Listing, badge, count, flag, text
from dashboard.queries import calls

LISTINGS = (
    Listing(
        "calls",
        "Pages and how to call from them",
        (
            PAGE,
            badge("state", "A visitor can …", labels.CTA, 150),
            badge("page_type", "Kind of page", labels.PAGE_TYPE, 150),
            count("score", "Score (0–100)", 124),
            count("linked", "Call links", 106),
            count("unlinked", "Text only", 100),
            flag("has_top", "At the top", 104),
            flag("has_body", "In the text", 106),
            flag("has_end", "At the end", 106),
            flag("booking_link", "Booking link", 118),
        ),
        lambda asked: calls.pages(asked.get("state"), asked.get("type")),
        ("state", "type"),
    ),
    Listing(
        "numbers",
        "Numbers found",
        (
            Field("number", "Number", "phone", width=170),
            text("national", "As written here"),
            badge("ownership", "Whose", labels.OWNERSHIP, 150),
            text("label", "Name", 240),
            badge("ownership_source", "How we know", labels.SOURCE, 220),
            count("pages_linked", "With call link", 128),
            count("pages_text", "Text only", 104),
            count("mentions", "Places", 90),
        ),
        lambda asked: calls.numbers(),
    ),
    Listing(
        "mentions",
        "Places where a number stands",
        (
            PAGE,
            text("context", "Words around it", 300),
            text("shown_text", "As shown", 150),
            text("shown_number", "Number shown", 140),
            text("href_number", "Number dialled", 140),
            badge("channel", "How", labels.CHANNEL, 150),
            badge("zone", "Where", labels.ZONE),
            flag("linked", "Tap works", 102),
            flag("differs", "Dials another", 122),
            flag("is_template", "On many pages", 132),
            badge("ownership", "Whose", labels.OWNERSHIP, 140),
        ),
        lambda asked: calls.mentions(asked.get("number")),
        ("number",),
    ),
)
