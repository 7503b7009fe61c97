"""A Beautiful Soup tree as the browser builds it: bs4's objects, linked along lexbor's nodes.

Beautiful Soup's own builders go through a call per token; this one walks the finished tree of lexbor
(an HTML5 parser in C) and sets the links of `Tag` and `NavigableString` itself.
"""

from typing import Any

from bs4 import BeautifulSoup
from bs4.builder import HTMLTreeBuilder
from bs4.element import (
    AttributeValueList,
    Comment,
    NavigableString,
    PageElement,
    ProcessingInstruction,
    Tag,
)
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser, LexborNode

from crawler.extract.doctype import doctype_of
from crawler.extract.excess import within_limits

_LISTS = HTMLTreeBuilder.DEFAULT_CDATA_LIST_ATTRIBUTES
_RARE_LISTS = tuple(_LISTS["*"] - {"class"})
_LISTS_OF = {name: (*own, *_RARE_LISTS) for name, own in _LISTS.items()}
_CONTAINERS = HTMLTreeBuilder.DEFAULT_STRING_CONTAINERS
_VOID = HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or set()
_INTERESTING = {name: {container} for name, container in _CONTAINERS.items()}
_AS_WRITTEN = LexborDocumentOptions.WO_EVENTS.value  # without copies of options in <selectedcontent>
_UNUSUAL = frozenset(_VOID) | frozenset(_INTERESTING)


class Element(Tag):
    """A `Tag` whose constants live on the class, so that making one costs little.

    What the survey finds out stands on it: see `crawler.extract.survey`.
    """

    __slots__ = (
        "heading", "hidden_by", "in_link", "in_list", "in_section", "in_table", "is_foreign", "lang", "order", "owner",
        "text_size", "zone",
    )  # fmt: skip
    order: int
    zone: str
    text_size: int
    owner: "Element | None"
    in_link: bool
    in_section: bool
    heading: int | None
    in_list: int | None
    in_table: int | None
    hidden_by: str | None
    is_foreign: bool
    lang: str | None

    parser_class = BeautifulSoup
    namespace = None
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    hidden = False
    can_be_empty_element = False
    interesting_string_types = Tag.MAIN_CONTENT_STRING_TYPES
    cdata_list_attributes = _LISTS
    preserve_whitespace_tags = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
    attribute_value_list_class = AttributeValueList
    _namespaces: dict[str, str] = {}  # noqa: RUF012 - bs4 reads it and never writes


class _Builder(HTMLTreeBuilder):
    """What Beautiful Soup holds of HTML; it is fed nothing, for the tree is filled with lexbor's nodes."""

    NAME = "lexbor"
    ALTERNATE_NAMES = ()
    features = (NAME,)

    def feed(self, markup: Any) -> None:
        """Leave the soup empty."""


def parse(text: str) -> BeautifulSoup:
    """Tree of an HTML document, within the limits of `crawler.extract.excess`; never raises for any decoded text
    (lone surrogates are none)."""
    return parse_in_order(text)[0]


def parse_in_order(text: str) -> tuple[BeautifulSoup, list[PageElement]]:
    """The same, and all that stands in it in document order, made on the way."""
    soup = BeautifulSoup(builder=_Builder())
    root = LexborHTMLParser(within_limits(text), options=_AS_WRITTEN).root
    document = root.parent if root is not None else None
    return soup, _fill(soup, document.first_child, text) if document is not None else []


def untie(soup: BeautifulSoup, nodes: list[PageElement]) -> None:
    """Cut the links of a tree that lead back: what is done with is freed at once, and not when the garbage collector
    finds the time to look for knots."""
    for node in nodes:
        node.parent = node.previous_element = node.previous_sibling = None
    soup.contents = []
    soup.next_element = None


def _fill(soup: BeautifulSoup, first: LexborNode | None, markup: str) -> list[PageElement]:
    """Make bs4's objects for `first`, its siblings and all below, in document order, without recursion.

    `markup`: the page that they were read from.
    """
    order: list[PageElement] = []
    last: PageElement = soup
    above: list[tuple[LexborNode | None, Tag, Any]] = []
    node: LexborNode | None = first
    parent: Tag = soup
    container: Any = None
    while node is not None or above:
        if node is None:
            node, parent, container = above.pop()
            continue
        made: PageElement
        below: LexborNode | None = None
        if node.is_element_node:
            name = node.tag or ""
            made = opened = _element(name, node.attributes)
            below = _first_child(node, name)
        elif node.is_text_node:
            made = str.__new__(container or NavigableString, node.text_content or "")
        else:
            made = _other(node, markup)
        siblings = parent.contents
        before = siblings[-1] if siblings else None
        made.parent = parent
        made.previous_element = last
        made.previous_sibling = before
        made.next_sibling = None
        last.next_element = made
        if before is not None:
            before.next_sibling = made
        siblings.append(made)
        order.append(made)
        last = made
        if below is None:
            node = node.next
        else:
            above.append((node.next, parent, container))
            node, parent, container = below, opened, _CONTAINERS.get(name, container)
    last.next_element = None
    return order


def _first_child(node: LexborNode, name: str) -> LexborNode | None:
    if name != "template":
        return node.first_child
    fragments = node.template_fragments()
    return fragments[0].first_child if fragments else node.first_child


def _element(name: str, attributes: dict[str, str | None]) -> Element:
    tag = Element.__new__(Element)
    tag.name = name
    tag.contents = []
    tag.attrs = _values(name, attributes) if attributes else {}
    if name in _UNUSUAL:
        tag.can_be_empty_element = name in _VOID
        tag.interesting_string_types = _INTERESTING.get(name, Tag.MAIN_CONTENT_STRING_TYPES)
    return tag


def _values(name: str, attributes: dict[str, str | None]) -> dict[str, str | AttributeValueList]:
    """`attributes` as bs4 has them: empty where nothing is said, and lists where HTML says so."""
    values: dict[str, Any] = attributes
    if None in values.values():
        values = {key: "" if value is None else value for key, value in values.items()}
    if "class" in values:
        values["class"] = AttributeValueList(values["class"].split())
    for key in _LISTS_OF.get(name, _RARE_LISTS):
        if key in values:
            values[key] = AttributeValueList(values[key].split())
    return values


def _other(node: LexborNode, markup: str) -> NavigableString:
    """Comment, doctype or processing instruction."""
    if node.is_comment_node:
        return str.__new__(Comment, node.comment_content or "")
    if node.tag == "-doctype":
        return doctype_of(markup)
    return str.__new__(ProcessingInstruction, (node.html or "").removeprefix("<").removesuffix(">"))
