"""One walk over a page: what every element and string inherits from where it stands."""

import re
from typing import NamedTuple

from bs4.element import CData, NavigableString, PageElement

from crawler.extract.tree import Element
from crawler.extract.zones import LANDMARKS, MAY_OPEN_ZONE, SECTIONING, Zones

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = frozenset(
    "script style template noscript head iframe object svg select datalist audio video canvas math".split()
)
"""Elements whose content is not text of the page."""

_BLOCK_LEVEL = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol "
    "optgroup option p pre section summary table tbody td tfoot th thead title tr ul".split()
)
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_COUNTED = frozenset({*HEADINGS, *_LISTS, "table"})
_TEXT = frozenset({NavigableString, CData})
_FOREIGN = frozenset({"svg", "math"})
_HTML_AGAIN = frozenset("foreignObject desc title mi mo mn ms mtext".split())
"""What stands in these is HTML: integration points of https://html.spec.whatwg.org/multipage/parsing.html"""

_NOT_DISPLAYED = re.compile(r"(?:^|;)\s*(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_CONCEALED_PARTS = frozenset({"template", "noscript"})
_KINDS = {
    name: (name in _BLOCK_LEVEL, name in UNSEEN, name in SECTIONING, name in _COUNTED, name in MAY_OPEN_ZONE)
    for name in _BLOCK_LEVEL | UNSEEN | SECTIONING | _COUNTED | MAY_OPEN_ZONE
}
_UNKNOWN = (False, False, False, False, False)


class Text(NamedTuple):
    """A string that is text of the page. `parent`, `owner`: nearest and nearest block-level element; `border`:
    block-level elements begun before it; `heading`: headings begun before it, null for none; `order`: nodes before it.
    """

    string: NavigableString
    parent: Element
    owner: Element
    border: int
    heading: int | None
    order: int


class Survey(NamedTuple):
    """Elements by name, all of them, and the texts, each in document order."""

    tags: list[Element]
    by_name: dict[str, list[Element]]
    texts: list[Text]


def survey(nodes: list[PageElement]) -> Survey:
    """Walk `nodes`, all of a page in document order, and note on every element

    `order`: nodes before it; `zone` it stands in; `owner`: its nearest block-level element, null where its text is
    none of the page; `in_link`, `in_section`: it is a link or sectioning element, or stands in one; `heading`: headings begun
    before it or by it, null for none; `in_list`, `in_table`: number of the outermost list and table that it stands in
    or is, null for none; `is_foreign`: it is of SVG or MathML; `lang`: its language, null where none is said;
    `hidden_by`: how it is kept from sight, null where it is not.
    """
    walk = _Walk(nodes)
    tags, by_name, texts = found = Survey([], {}, [])
    border, owner = -1, None
    for order, node in enumerate(nodes):
        if isinstance(node, Element):
            node.order = order
            walk.enter(node)
            tags.append(node)
            if node.name in by_name:
                by_name[node.name].append(node)
            else:
                by_name[node.name] = [node]
        elif type(node) in _TEXT and isinstance(node, NavigableString):
            parent = node.parent
            if not isinstance(parent, Element) or parent.owner is None:
                continue
            begins = border != walk.borders or owner is not parent.owner
            if not (begins and node.isspace()):  # white space at the beginning of a block says nothing
                border, owner = walk.borders, parent.owner
                texts.append(Text(node, parent, owner, border, walk.headings or None, order))
    return found


class _Walk:
    """What has been passed on the way."""

    def __init__(self, nodes: list[PageElement]) -> None:
        self._zones = Zones(nodes)
        self.borders = 0
        self.headings = 0
        self._lists = 0
        self._tables = 0

    def enter(self, tag: Element) -> None:
        """Note on `tag` what it inherits and what it changes."""
        name = tag.name
        is_block, is_unseen, is_sectioning, is_counted, may_open_zone = _KINDS.get(name, _UNKNOWN)
        if is_block:
            self.borders += 1
        parent = tag.parent
        if isinstance(parent, Element):
            zone, inside = parent.zone, parent.in_section
            tag.in_link, tag.in_list, tag.in_table = parent.in_link or name == "a", parent.in_list, parent.in_table
            tag.hidden_by, tag.lang = parent.hidden_by, parent.lang
            tag.is_foreign = name in _FOREIGN or (parent.is_foreign and parent.name not in _HTML_AGAIN)
            around = parent.owner
            tag.owner = tag if is_block and around is not None and not is_unseen else None if is_unseen else around
        else:
            zone, inside = "main", False
            tag.in_link, tag.in_list, tag.in_table, tag.hidden_by, tag.lang = False, None, None, None, None
            tag.owner = tag if name == "html" else None
            tag.is_foreign = False
        if is_counted:
            self._open(tag, name)
        tag.heading = self.headings or None
        tag.in_section = inside or is_sectioning
        attributes = tag.attrs
        if (attributes and (may_open_zone or "role" in attributes)) or name in LANDMARKS:
            zone = self._zones.of(tag, zone, inside=inside)
        tag.zone = zone
        if attributes:
            if "lang" in attributes or "xml:lang" in attributes:
                tag.lang = _language_of(tag)
            conceals = "style" in attributes or "hidden" in attributes or "aria-hidden" in attributes
        else:
            conceals = False
        if tag.hidden_by is None and (conceals or name in _CONCEALED_PARTS):
            tag.hidden_by = _concealed_by(tag)

    def _open(self, tag: Element, name: str) -> None:
        """Count `tag` where it is a heading, a list or a table."""
        if name in HEADINGS:
            self.headings += 1
        elif name in _LISTS and tag.in_list is None:
            self._lists += 1
            tag.in_list = self._lists
        elif name == "table" and tag.in_table is None:
            self._tables += 1
            tag.in_table = self._tables


def _language_of(tag: Element) -> str | None:
    """Language that `tag` names, else the one it has inherited; `xml:lang` is XML's own in SVG and MathML alone.

    https://html.spec.whatwg.org/multipage/dom.html#language
    """
    attributes = tag.attrs
    if "xml:lang" in attributes and tag.is_foreign:
        own = attributes["xml:lang"]
    elif "lang" in attributes:
        own = attributes["lang"]
    else:
        return tag.lang
    return str(own).strip() or None


def _concealed_by(tag: Element) -> str | None:
    """How `tag` itself keeps its content from sight."""
    attributes = tag.attrs
    if tag.name in _CONCEALED_PARTS:
        return str(tag.name)
    if "hidden" in attributes and str(attributes["hidden"]).lower() != "until-found":
        return "hidden"
    style = _NOT_DISPLAYED.search(str(attributes.get("style", "")))
    if style:
        return "display:none" if style[1].lower().startswith("display") else "visibility:hidden"
    return "aria-hidden" if str(attributes.get("aria-hidden", "")).lower() == "true" else None
