"""Which names of a site are its clinic's, and which differ from the clinic's file or from each other."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from crawler.analyse.nap_evidence import TEMPLATE_MIN_PAGES, TEMPLATE_SHARE, Form
from crawler.analyse.nap_names import is_form, is_misspelt, words_of
from crawler.config import Clinic

_DATA = frozenset(("json-ld", "microdata", "rdfa"))
_OF_PERSON = re.compile(r"(?:Physician|Dentist|Person)\b[^>]*$")
_OTHER_NAME = re.compile(r" > (?:alternateName|legalName)$")
_PUBLISHER = re.compile(r" > |^(?:Organization|Corporation|WebSite|NGO|Place)$")


class Brand(NamedTuple):
    """A name, all forms of it."""

    key: str
    forms: list[Form]
    ownership: str
    verdict: str
    compared_with: str | None
    difference: str | None


def judge_names(forms: Sequence[Form], clinic: Clinic, pages: int) -> list[Brand]:
    """Names that the site publishes of businesses, and that its frame shows on many pages."""
    spelt: dict[str, list[Form]] = {}
    for form in forms:
        if form.kind == "name" and (words := words_of(form.text)) and _counts(form, pages):
            spelt.setdefault(" ".join(words), []).append(form)
    reference = clinic.name or _reference(spelt)
    known = [name for name in (clinic.name, *clinic.brand, reference) if name]
    known += [
        form.text
        for its in spelt.values()
        for form in its
        if form.data_pages and any(map(_OTHER_NAME.search, form.types))
    ]
    return [_judged(key, its, reference, known, clinic.name) for key, its in spelt.items()]


def _counts(form: Form, pages: int) -> bool:
    """Published in data or as og:site_name, or shown on many pages: titles and logos say all kinds of things."""
    if _DATA & set(form.sources) or "meta" in form.sources:
        return True
    return form.pages >= max(TEMPLATE_MIN_PAGES, TEMPLATE_SHARE * pages)


def _reference(spelt: dict[str, list[Form]]) -> str | None:
    """The name that most pages publish as the business's own, else as the site's."""
    own = [form for its in spelt.values() for form in its if form.data_pages and _is_of_clinic(form)]
    site = [form for its in spelt.values() for form in its if "meta" in form.sources]
    best = max(own or site, key=lambda form: (form.pages, -len(form.text), form.text), default=None)
    return best.text if best else None


def _is_of_clinic(form: Form) -> bool:
    return any(not _OF_PERSON.search(kind) and not _OTHER_NAME.search(kind) for kind in form.types)


def _judged(key: str, its: list[Form], reference: str | None, known: list[str], file: str | None) -> Brand:
    text = max(its, key=lambda form: (form.pages, form.text)).text
    ours = any(form.is_ours or "meta" in form.sources for form in its)
    ownership = "own" if ours else "third_party" if any(form.others_pages for form in its) else "unknown"
    if reference is None:
        return Brand(key, its, "unknown" if ownership == "own" else ownership, "unknown", None, None)
    if any(form.text == reference for form in its):
        return Brand(key, its, "own", "same" if file else "reference", reference, None)
    if any(is_form(text, name) for name in known):
        return Brand(key, its, ownership, "form", reference, None)
    if ownership == "own" and is_misspelt(text, reference):
        return Brand(key, its, "own", "differs", reference, "nearly the same name")
    if file and ownership == "own" and any(_is_claimed(form) for form in its):
        return Brand(key, its, "own", "differs", reference, "another name")
    return Brand(key, its, "unknown" if ownership == "own" else ownership, "unknown", reference, None)


def _is_claimed(form: Form) -> bool:
    """Structured data gives it as the name of a place that patients visit, not of a publisher or a person."""
    return bool(form.data_pages) and any(
        not (_OF_PERSON.search(kind) or _PUBLISHER.search(kind)) for kind in form.types
    )
