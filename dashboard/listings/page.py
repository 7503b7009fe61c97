"""Listings of one page: links and images."""

from dashboard import labels
from dashboard.listings.fields import PAGE, Field, Listing, badge, count, text
from dashboard.queries import page, page_machine

LISTINGS = (
    Listing(
        "links-in",
        "Pages that link here",
        (PAGE, text("anchor", "Words of the link", 280), count("links", "Links")),
        lambda asked: page.links_in(asked.get("url", "")),
        ("url",),
    ),
    Listing(
        "links-out",
        "Where the page links to",
        (
            Field("target_url", "To", "page", width=300, name="title"),
            text("anchor", "Words of the link", 240),
            badge("zone", "Where", labels.ZONE),
            badge("outcome", "What happened", labels.OUTCOME, 160),
            text("href", "As published", 240),
        ),
        lambda asked: page.links_out(asked.get("url", "")),
        ("url",),
    ),
    Listing(
        "images",
        "Images",
        (
            text("src", "Image", 320),
            text("alt", "Alt text", 260),
            badge("zone", "Where", labels.ZONE),
            text("format", "Format"),
            text("loading", "Loading"),
            text("width", "Width"),
            text("height", "Height"),
        ),
        lambda asked: page_machine.images(asked.get("url", "")),
        ("url",),
    ),
)
