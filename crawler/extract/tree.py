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
    Doctype,
    HTMLAttributeDict,
    NavigableString,
    PageElement,
    ProcessingInstruction,
    Tag,
)
from selectolax.lexbor import LexborHTMLParser, LexborNode

_LISTS = HTMLTreeBuilder.DEFAULT_CDATA_LIST_ATTRIBUTES
_LISTS_ANYWHERE = _LISTS["*"]
_CONTAINERS = HTMLTreeBuilder.DEFAULT_STRING_CONTAINERS
_VOID = HTMLTreeBuilder.DEFAULT_EMPTY_ELEMENT_TAGS or set()
_INTERESTING = {name: {container} for name, container in _CONTAINERS.items()}


class Element(Tag):
    """A `Tag` whose constants live on the class, so that making one costs little.

    What the survey finds out stands on it: see `crawler.extract.survey`.
    """

    order = 0
    zone = "main"
    owner: "Element | None" = None
    in_link = False
    heading: int | None = None
    in_list: int | None = None
    in_table: int | None = None
    hidden_by: str | None = None

    parser_class = BeautifulSoup
    namespace = None
    prefix = None
    sourceline = None
    sourcepos = None
    known_xml = False
    hidden = False
    cdata_list_attributes = _LISTS
    preserve_whitespace_tags = HTMLTreeBuilder.DEFAULT_PRESERVE_WHITESPACE_TAGS
    attribute_value_list_class = AttributeValueList
    _namespaces: dict[str, str] = {}  # noqa: RUF012 - bs4 reads it and never writes


class LexborTreeBuilder(HTMLTreeBuilder):
    """Beautiful Soup tree builder fed by lexbor: ``BeautifulSoup(text, builder=LexborTreeBuilder())``."""

    NAME = "lexbor"
    ALTERNATE_NAMES = ()
    features = (NAME,)
    made: list[PageElement]

    def feed(self, markup: Any) -> None:
        self.made = []
        root = LexborHTMLParser(markup).root
        document = root.parent if root is not None else None
        if self.soup is not None and document is not None:
            self.made = _fill(self.soup, document.first_child)


def parse(text: str) -> BeautifulSoup:
    """Tree of an HTML document; never raises for any decoded text (lone surrogates are none)."""
    return parse_in_order(text)[0]


def parse_in_order(text: str) -> tuple[BeautifulSoup, list[PageElement]]:
    """The same, and all that stands in it in document order, made on the way."""
    builder = LexborTreeBuilder()
    # Beautiful Soup warns of a lone line without tags that it might be the address of a page.
    soup = BeautifulSoup(text if "<" in text else text + "\n", builder=builder)
    return soup, builder.made


def _fill(soup: BeautifulSoup, first: LexborNode | None) -> list[PageElement]:
    """Make bs4's objects for `first`, its siblings and all below, in document order, without recursion."""
    order: list[PageElement] = []
    last: PageElement = soup
    waiting: list[tuple[LexborNode | None, Tag, Any]] = [(first, soup, None)]
    while waiting:
        node, parent, container = waiting.pop()
        if node is None:
            continue
        waiting.append((node.next, parent, container))
        made: PageElement
        name = node.tag or ""
        if node.is_text_node:
            text = node.text_content
            if not text:
                continue
            made = _string(container or NavigableString, text)
        elif node.is_element_node:
            made = _element(name, node.attributes)
            inside = _CONTAINERS.get(name, container)
            waiting.append((_first_child(node, name), made, inside))
        else:
            made = _other(node, name)
        _link(made, parent, last)
        order.append(made)
        last = made
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
    attrs: dict[str, Any] = HTMLAttributeDict()
    own_lists = _LISTS.get(name)
    for key, value in attributes.items():
        text = value or ""
        if key in _LISTS_ANYWHERE or (own_lists and key in own_lists):
            attrs[key] = AttributeValueList(text.split())
        else:
            dict.__setitem__(attrs, key, text)
    tag.attrs = attrs
    tag.can_be_empty_element = name in _VOID
    tag.interesting_string_types = _INTERESTING.get(name, Tag.MAIN_CONTENT_STRING_TYPES)
    return tag


def _string(container: type[NavigableString], text: str) -> NavigableString:
    made = str.__new__(container, text)
    made.hidden = False
    return made


def _other(node: LexborNode, name: str) -> NavigableString:
    """Comment, doctype or processing instruction."""
    if node.is_comment_node:
        return _string(Comment, node.comment_content or "")
    if name == "-doctype":
        return _string(Doctype, (node.html or "").removeprefix("<!DOCTYPE ").removesuffix(">"))
    return _string(ProcessingInstruction, (node.html or "").removeprefix("<").removesuffix(">"))


def _link(made: PageElement, parent: Tag, last: PageElement) -> None:
    siblings = parent.contents
    made.parent = parent
    made.previous_element = last
    last.next_element = made
    made.next_sibling = None
    if siblings:
        before = siblings[-1]
        made.previous_sibling = before
        before.next_sibling = made
    else:
        made.previous_sibling = None
    siblings.append(made)
