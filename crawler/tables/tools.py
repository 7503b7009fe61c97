"""What `crawler.extract` reads off a page of what visitors use and what watches them.
`url` is always the page's own."""

from typing import Annotated, NamedTuple


class TrackerRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    vendor: Annotated[str, "who runs it, as its vendor writes the name"]
    tracker_class: Annotated[
        str,
        "ads, replay, analytics, tag_manager, call_tracking, chat, consent, booking, reviews, form, map, video, font, "
        "captcha, overlay (of accessibility) or social",
    ]
    account: Annotated[str | None, "id that the page names: GTM-…, G-…, a pixel's number"]
    found_in: Annotated[str, "script, inline (a script's text), image, frame, link (a style sheet) or form"]
    evidence: Annotated[str, "address or piece of script that shows it, at most 200 characters"]


class FormRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    purpose: Annotated[str, "booking, contact, newsletter, search, login, payment, comment, upload or other"]
    method: Annotated[str, "get or post"]
    action: Annotated[str | None, "absolute address that it is sent to; null: the page itself, or none readable"]
    fields: Annotated[
        list[str],
        "what each field asks for, in order: name, first_name, last_name, email, phone, date, time, subject, message, address, birth, "
        "gender, insurance, health, service, provider, location, company, website, username, password, file, search, "
        "card, consent, captcha or other; fields left for machines are none",
    ]
    unlabelled: Annotated[int, "fields without an accessible name"]
    vendor: Annotated[str | None, "service that runs it; null: none known"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]


class AccessibilityRow(NamedTuple):
    url: Annotated[str, "the page"]
    rule: Annotated[
        str,
        "what is found: html-without-lang, lang-invalid, title-missing, zoom-disabled, timed-refresh, "
        "skip-link-missing, main-missing, main-several, body-hidden, sound-by-itself, video-without-captions, "
        "moving-text, image-without-alt, image-button-without-alt, area-without-alt, graphic-without-name, "
        "field-without-label, button-without-name, link-without-name, frame-without-title, heading-skipped, "
        "heading-empty, table-without-headers, list-structure, duplicate-id, duplicate-id-referenced, role-invalid, "
        "aria-attribute-invalid, tabindex-positive, focus-hidden, accesskey-duplicate or autocomplete-invalid",
    ]
    places: Annotated[int, "elements that it is true of"]
    example: Annotated[str, "opening tag of the first of them, at most 200 characters"]
