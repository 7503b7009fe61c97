"""What the raw HTML gives away about text and links that only exist after its scripts ran."""

import re
from collections.abc import Iterator

from bs4.element import NavigableString, Tag

from crawler.extract.document import Document, attribute
from crawler.extract.survey import UNSEEN
from crawler.extract.tree import Element
from crawler.text import collapse, count_words, counted

_FEW = 50
"""Words of a body that may be no more than a shell around what scripts make. Ours."""

_WAITING = 3
"""Words that an element may hold and still count as empty: “Loading, please wait”. Ours."""

_MOUNT_IDS = frozenset(
    "root app __next __nuxt __layout ___gatsby gatsby-focus-wrapper svelte sapper q-app react-root react-app "
    "vue-app ember-app app-root app-mount main-app mount SITE_CONTAINER".split()
)
"""Ids of the element that React, Next, Nuxt, Gatsby, Svelte, Quasar, Ember, Wix … put a page into."""

_MOUNT_ATTRIBUTES = ("data-reactroot", "ng-app", "ng-version", "data-v-app", "data-server-rendered")
_STATE = re.compile(r"window\.(__NUXT__|__INITIAL_STATE__|__PRELOADED_STATE__|__APOLLO_STATE__|__remixContext)")
_NEEDS_SCRIPTS = re.compile(
    r"(enable|activate|turn on|allow|requires?|needs?|without) (?:\S+ ){0,3}java ?script"
    r"|java ?script (?:\S+ ){0,4}(disabled|required|enabled|turned off|to (run|work|use|view))",
    re.IGNORECASE,
)
_BUILDERS = re.compile(r"\b(Wix\.com|Squarespace|Webflow|Weebly|Duda|GoDaddy Website Builder)\b", re.IGNORECASE)
_DATA = re.compile(r"json|template|text/plain|text/x-", re.IGNORECASE)
_SHOWN = frozenset("img picture video audio iframe object embed form input".split())
_LINKED = ("http:", "https:", "/", ".", "?")
_READ = frozenset("script noscript meta main nav a html".split())


def script_clue(document: Document, text_words: int) -> str | None:
    """What says that scripts make text or links of a page whose body has `text_words` words; null: nothing does."""
    found = {name: document.named(name) for name in _READ}
    scripts = [tag for tag in found["script"] if not _DATA.search(attribute(tag, "type") or "")]
    if not scripts or any("amp" in tag.attrs or "⚡" in tag.attrs for tag in found["html"]):
        return None
    clue = None
    if text_words <= _FEW:
        mounts = [tag for tag in document.tags if tag.name not in _READ and _is_mount(tag)]
        clue = _shell(mounts, found, text_words)
    return clue or _empty_part(found)


def _shell(mounts: list[Element], found: dict[str, list[Element]], text_words: int) -> str | None:
    """Clue of a page with few words."""
    words = f"{counted(text_words, 'word')} in the body"
    for tag in mounts:
        if _is_empty(tag):
            return f"{_shown_tag(tag)} is empty, {words}"
    for tag in found["noscript"]:
        if match := _NEEDS_SCRIPTS.search(collapse(tag.get_text(" "))):
            return f"noscript says “{match[0]}”, {words}"
    for tag in found["script"]:
        if attribute(tag, "id") in ("__NEXT_DATA__", "__NUXT_DATA__"):
            return f"{attribute(tag, 'id')} holds the page's data, {words}"
        if match := _STATE.search(str(tag.string or "")):
            return f"{match[0]} holds the page's data, {words}"
    for tag in found["meta"]:
        generator = (attribute(tag, "name") or "").lower() == "generator"
        if generator and (match := _BUILDERS.search(attribute(tag, "content") or "")):
            return f"made with {match[0]}, {words}"
    return None


def _empty_part(found: dict[str, list[Element]]) -> str | None:
    """Clue of a page that may have words enough, in its header and footer."""
    if found["main"] and all(_is_empty(tag, nothing=True) for tag in found["main"]):
        return "<main> is empty"
    linked = any(_leads_somewhere(tag) for tag in found["a"])
    if found["nav"] and not linked and all(_is_empty(tag, nothing=True) for tag in found["nav"]):
        return "<nav> is empty and the page has no link"
    return None


def _is_mount(tag: Tag) -> bool:
    """`tag` is what a framework puts a page into: by id, by attribute, or as an element of its own in the body."""
    attributes = tag.attrs
    if attributes and (
        attributes.get("id") in _MOUNT_IDS or any(name in attributes for name in _MOUNT_ATTRIBUTES)
    ):
        return True
    return "-" in tag.name and tag.parent is not None and tag.parent.name == "body"


def _is_empty(tag: Tag, *, nothing: bool = False) -> bool:
    """`tag` shows no more than that something is coming; `nothing`: no picture, frame or form either."""
    words = 0
    for element in _seen(tag):
        if isinstance(element, Tag):
            if nothing and element.name in _SHOWN:
                return False
        else:
            words += count_words(str(element))
            if words > _WAITING:
                return False
    return True


def _seen(tag: Tag) -> Iterator[Tag | str]:
    """Elements and strings below `tag` that a reader may see."""
    waiting = list(tag.children)
    while waiting:
        element = waiting.pop()
        if isinstance(element, Tag):
            yield element
            if element.name not in UNSEEN:
                waiting.extend(element.children)
        elif type(element) is NavigableString:
            yield element


def _leads_somewhere(tag: Tag) -> bool:
    href = (attribute(tag, "href") or "").strip()
    return href.startswith(_LINKED) or (href[:1].isalnum() and ":" not in href)


def _shown_tag(tag: Tag) -> str:
    name = attribute(tag, "id")
    return f'<{tag.name} id="{name}">' if name in _MOUNT_IDS else f"<{tag.name[:40]}>"
