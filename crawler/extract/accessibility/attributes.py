"""Rules about attributes: ids, ARIA, the order of focus, autofill."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from crawler.extract.accessibility.aria import ARIA_ATTRIBUTES, ROLES, is_autofill
from crawler.extract.accessibility.markup import Markup
from crawler.extract.accessibility.names import FIELDS, Rule
from crawler.extract.document import attribute
from crawler.extract.tree import Element

_REFERRING = (
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-activedescendant",
    "aria-details",
    "aria-errormessage",
    "aria-flowto",
)
_FOCUSABLE = frozenset({"button", "input", "select", "textarea", "summary", "iframe"})
_INTEGER = re.compile(r"\s*([+-]?\d{1,9})")


def _duplicates(markup: Markup) -> Iterator[Element]:
    """axe duplicate-id, which WCAG 2.2 no longer asks for: elements whose id another one has before them."""
    seen: set[str] = set()
    for tag in markup.document.with_attribute("id"):
        name = str(tag.attrs["id"])
        if name and name in seen:
            yield tag
        seen.add(name)


def _referenced_duplicates(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe duplicate-id-aria: the same, where labels, ARIA or links name the id."""
    twice = list(_duplicates(markup))
    if not twice:
        return []
    named = {
        name for key in _REFERRING for tag in markup.document.with_attribute(key) for name in _words(tag, key)
    }
    named |= {attribute(tag, "for") or "" for tag in markup.document.with_attribute("for")}
    named |= {href[1:] for tag in markup.document.named("a") if (href := attribute(tag, "href") or "")[:1] == "#"}
    return (tag for tag in twice if str(tag.attrs["id"]) in named)


def _roles(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe aria-roles: none of the roles is one."""
    for tag in markup.document.with_attribute("role"):
        words = _words(tag, "role")
        if tag.hidden_by is None and words and ROLES.isdisjoint(map(str.lower, words)):
            yield tag


def _aria_attributes(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe aria-valid-attr."""
    wrong = [
        name for name in markup.document.attributes if name.startswith("aria-") and name not in ARIA_ATTRIBUTES
    ]
    return {
        id(tag): tag for name in wrong for tag in markup.document.with_attribute(name) if tag.hidden_by is None
    }.values()


def _tab_order(markup: Markup) -> Iterable[Element]:
    """axe tabindex, a best practice: the keyboard goes there first, wherever it stands."""
    return (
        tag
        for tag in markup.document.with_attribute("tabindex")
        if tag.hidden_by is None and (_tabindex(tag) or 0) > 0
    )


def _hidden_focus(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe aria-hidden-focus: what the keyboard reaches and a screen reader does not say.

    Only what is marked itself: around it, a style sheet may hide the whole part, which HTML does not tell.
    """
    return (
        tag
        for tag in markup.document.with_attribute("aria-hidden")
        if tag.hidden_by == "aria-hidden" and _takes_focus(tag)
    )


def _takes_focus(tag: Element) -> bool:
    index = _tabindex(tag)
    if index is not None:
        return index >= 0
    if "disabled" in tag.attrs or tag.attrs.get("type") == "hidden":
        return False
    return tag.name in _FOCUSABLE or (tag.name in ("a", "area") and "href" in tag.attrs)


def _tabindex(tag: Element) -> int | None:
    found = _INTEGER.match(attribute(tag, "tabindex") or "")
    return int(found[1]) if found else None


def _access_keys(markup: Markup) -> Iterable[Element]:
    """axe accesskeys, a best practice: several elements listen to one key."""
    tags = [tag for tag in markup.document.with_attribute("accesskey") if tag.hidden_by is None]
    keys = Counter(key for tag in tags for key in _words(tag, "accesskey"))
    return (tag for tag in tags if any(keys[key] > 1 for key in _words(tag, "accesskey")))


def _autofill(markup: Markup) -> Iterable[Element]:
    """WCAG 1.3.5, axe autocomplete-valid."""
    fields = (
        tag
        for tag in markup.document.with_attribute("autocomplete")
        if tag.name in FIELDS and tag.hidden_by is None
    )
    for tag in fields:
        words = (attribute(tag, "autocomplete") or "").lower().split()
        if tag.attrs.get("type") != "hidden" and not is_autofill(words):
            yield tag


def _words(tag: Element, name: str) -> list[str]:
    return (attribute(tag, name) or "").split()


RULES: dict[str, Rule] = {
    "duplicate-id": _duplicates,
    "duplicate-id-referenced": _referenced_duplicates,
    "role-invalid": _roles,
    "aria-attribute-invalid": _aria_attributes,
    "tabindex-positive": _tab_order,
    "focus-hidden": _hidden_focus,
    "accesskey-duplicate": _access_keys,
    "autocomplete-invalid": _autofill,
}
