"""What `crawler.extract` reads off a page of what visitors use and what watches them.
`url` is always the page's own."""

from typing import Annotated, NamedTuple


class TrackerRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    vendor: Annotated[str, "who runs it, as its vendor writes the name"]
    tracker_class: Annotated[
        str,
        "ads, replay, analytics, tag_manager, call_tracking, chat, consent, booking, reviews, form, map, video, font "
        "or captcha",
    ]
    account: Annotated[str | None, "id that the page names: GTM-…, G-…, a pixel's number"]
    found_in: Annotated[str, "script, inline (a script's text), image, frame or link"]
    evidence: Annotated[str, "address or piece of script that shows it, at most 200 characters"]


class FormRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    purpose: Annotated[str, "booking, contact, newsletter, search, login, payment, comment, upload or other"]
    method: Annotated[str, "get or post"]
    action: Annotated[str | None, "absolute address that it is sent to; null: the page itself, or none readable"]
    fields: Annotated[
        list[str], "what it asks for, in order: name, email, phone, date, message, insurance, birth, …"
    ]
    unlabelled: Annotated[int, "fields without an accessible name"]
    vendor: Annotated[str | None, "service that runs it; null: none known"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside or footer"]


class AccessibilityRow(NamedTuple):
    url: Annotated[str, "the page"]
    rule: Annotated[
        str,
        "what is found: field-without-label, link-without-name, button-without-name, duplicate-id, "
        "frame-without-title, table-without-headers, zoom-disabled, skip-link-missing, …",
    ]
    places: Annotated[int, "elements that it is true of"]
    example: Annotated[str, "opening tag of the first of them, at most 200 characters"]
