"""People whom structured data names as authors and reviewers of a page."""

import re
from collections.abc import Iterator
from typing import Any

from crawler.extract.document import Document
from crawler.extract.people.credentials import credential, credentials_at
from crawler.extract.people.names import is_organisation, people_at
from crawler.extract.structured.data import types
from crawler.extract.structured.page_items import Item, PageItems, as_list, text_value
from crawler.tables.trust import PersonRow

_ROLES = {
    "author": ("author", "creator"),
    "reviewer": ("reviewedBy", "medicalReviewer", "medicallyReviewedBy", "reviewer"),
    "contributor": ("contributor", "editor"),
}
_ORGANISATIONS = (
    "Organization",
    "Business",
    "Clinic",
    "Corporation",
    "Hospital",
    "NGO",
    "College",
    "Dentist",
    "WebSite",
    "Brand",
)
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_MOST_VALUES = 50
_ADDRESSES = ("http://", "https://", "/", "#", "www.", "mailto:")


def people_of_data(document: Document, found: PageItems) -> Iterator[PersonRow]:
    """People that the items of this page name, JSON-LD first; organisations are none."""
    for role, keys in _ROLES.items():
        for syntax, item in found.items:
            key = next((key for key in keys if item.get(key)), None)
            for value in as_list(item.get(key))[:_MOST_VALUES] if key else ():
                yield from _people(document, found, syntax, role, value)


def _people(document: Document, found: PageItems, syntax: str, role: str, value: Any) -> Iterator[PersonRow]:
    if isinstance(value, str):
        yield from _of_text(document, syntax, role, value)
    elif isinstance(value, dict):
        whole = found.by_id.get(value["@id"], value) if isinstance(value.get("@id"), str) else value
        yield from _of_object(document, syntax, role, {**whole, **value})


def _of_text(document: Document, syntax: str, role: str, value: str) -> Iterator[PersonRow]:
    """People named by a plain text, one or several."""
    text = text_value(value)
    if text is None or text.lower().startswith(_ADDRESSES) or "@" in text:
        return
    for person in people_at(_BY.sub("", text)):
        yield PersonRow(document.url, 0, role, person.name, person.published_as, person.credentials, None, syntax)


def _of_object(document: Document, syntax: str, role: str, value: Item) -> Iterator[PersonRow]:
    kinds = types(dict(value))
    published = _published_name(value)
    is_company = any(kind.endswith(_ORGANISATIONS) for kind in kinds) and "Person" not in kinds
    if is_company or published is None or published.lower().startswith(_ADDRESSES):
        return
    people = people_at(published)
    if len(people) > 1:
        yield from _of_text(document, syntax, role, published)
        return
    name = people[0].name if people else published
    if is_organisation(name):
        return
    named = (people[0].credentials or "").split(", ") if people else []
    held = ", ".join(dict.fromkeys(filter(None, [*named, *_credentials(value)])))
    yield PersonRow(document.url, 0, role, name, published, held or None, _profile(document, value), syntax)


def _published_name(value: Item) -> str | None:
    names = (text for one in as_list(value.get("name")) if (text := text_value(one)))
    name = next((_BY.sub("", text) for text in names), None)
    if name is None:
        parts = (text_value(value.get(key)) for key in ("givenName", "additionalName", "familyName"))
        name = " ".join(part for part in parts if part) or None
    prefix = text_value(value.get("honorificPrefix"))
    return f"{prefix} {name}" if name and prefix and not name.startswith(prefix) else name


def _credentials(value: Item) -> Iterator[str]:
    """What honorificSuffix, hasCredential and a job title of letters alone give."""
    for suffix in as_list(value.get("honorificSuffix")):
        if text := text_value(suffix):
            yield from credentials_at(", " + text, 0, loose=True)[0]
    for held in as_list(value.get("hasCredential"))[:_MOST_VALUES]:
        names = (
            [held.get("name"), held.get("credentialCategory"), held.get("alternateName")]
            if isinstance(held, dict)
            else [held]
        )
        names = [name.get("name") if isinstance(name, dict) else name for name in names]
        if text := next((text for name in names if (text := text_value(name))), None):
            yield credential(text) or text
    job = text_value(value.get("jobTitle"))
    if job and (named := credential(job)):
        yield named


def _profile(document: Document, value: Item) -> str | None:
    """Address of the page about a person: url, else the first of sameAs."""
    for key in ("url", "sameAs"):
        for one in as_list(value.get(key)):
            address = one.get("@id") if isinstance(one, dict) else one
            if isinstance(address, str) and address.strip():
                target = document.resolve(address)
                if target and target != document.url:
                    return target
    return None
