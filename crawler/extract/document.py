"""One page, parsed and surveyed: what every extractor is handed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from bs4 import BeautifulSoup
from bs4.element import CData, Doctype, NavigableString, PageElement, RubyTextString, Tag, TemplateString

from crawler.extract.addresses import Addresses, Target
from crawler.extract.encoding import Decoded
from crawler.extract.survey import HEADINGS, Text, survey
from crawler.extract.tree import Element, parse_in_order, untie
from crawler.scope import Hosts
from crawler.text import collapse, joined
from crawler.urls import normalise

_TEXT = frozenset({NavigableString, CData, TemplateString, RubyTextString})
_MOST_STRINGS = 2000
"""In the text of one element: links that stand in each other would tell the rest of the page over and over."""


@dataclass(frozen=True)
class Document:
    """A parsed page. `url` is its own address, normalised; `site` the host that is crawled, `hosts` all of them.

    `charset`: what its bytes were read with, `charset_source`: what decided it. `tags`: every element, `texts`: every
    string that is text of the page, both in document order.
    """

    url: str
    site: str
    soup: BeautifulSoup
    charset: str
    charset_source: str
    hosts: Hosts
    tags: list[Element]
    texts: list[Text]
    _nodes: list[PageElement]
    _by_name: dict[str, list[Element]]

    @classmethod
    def of(cls, url: str, site: str, page: Decoded, hosts: Hosts | None = None) -> "Document":
        """The page at `url`; `hosts` null: the site's own alone."""
        soup, nodes = parse_in_order(page.text)
        found = survey(nodes)
        hosts = hosts or Hosts(frozenset({site}))
        return cls(
            url, site, soup, page.charset, page.source, hosts, found.tags, found.texts, nodes, found.by_name
        )

    def discard(self) -> None:
        """Free the tree; the document is not to be asked for anything any more."""
        untie(self.soup, self._nodes)
        for tag in self.tags:
            tag.owner = None

    def named(self, *names: str) -> list[Element]:
        """Elements of these names, in document order."""
        found = [tag for name in names for tag in self._by_name.get(name, ())]
        return found if len(names) == 1 else sorted(found, key=lambda tag: tag.order)

    @property
    def doctype(self) -> str | None:
        """Name in the doctype, in lower case; null where there is none."""
        found = (node for node in self.soup.contents if isinstance(node, Doctype))
        return next((str(node).split()[0].lower() if node.split() else "" for node in found), None)

    def attribute_of_root(self, name: str) -> str | None:
        """Attribute of the <html> element; null where it has none."""
        return next((attribute(tag, name) for tag in self.named("html")), None)

    @cached_property
    def heading_tags(self) -> list[Element]:
        """Every h1 to h6, hidden or empty ones too: their positions are counted from 1."""
        return self.named(*HEADINGS)

    @cached_property
    def _ids(self) -> dict[str, Element]:
        found: dict[str, Element] = {}
        for tag in self.with_attribute("id"):
            found.setdefault(str(tag.attrs["id"]), tag)
        return found

    @cached_property
    def _by_attribute(self) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = {}
        for tag in self.tags:
            for name in tag.attrs:
                if name in found:
                    found[name].append(tag)
                else:
                    found[name] = [tag]
        return found

    def with_attribute(self, name: str) -> list[Element]:
        """Elements with this attribute, in document order; hidden ones too."""
        return self._by_attribute.get(name, [])

    @property
    def attributes(self) -> list[str]:
        """Names of all attributes on the page."""
        return list(self._by_attribute)

    @property
    def ids(self) -> list[str]:
        """Distinct ids of the page, in document order."""
        return list(self._ids)

    def by_id(self, name: str) -> Element | None:
        """First element with this id; null where there is none."""
        return self._ids.get(name)

    @cached_property
    def labels(self) -> dict[str, str]:
        """What elements that others are labelled by say, by id, as far as `accessible_name` has asked."""
        return {}

    @cached_property
    def base(self) -> str:
        """Address that relative links are resolved against: the first <base href>, else the page's own."""
        hrefs = (attribute(tag, "href") for tag in self.named("base"))
        first = next((href for href in hrefs if href is not None), None)
        return (normalise(first, self.url) if first is not None else None) or self.url

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self.base, self.hosts)

    def target(self, href: str) -> Target:
        """Where a link with this href leads."""
        return self._addresses.target(href)

    def resolve(self, href: str) -> str | None:
        """Absolute http(s) address of `href`, normalised, without fragment; null where it is none."""
        return self._addresses.resolve(href)


def strings(tag: Tag) -> Iterator[NavigableString]:
    """Strings below `tag` in document order, without scripts, styles and comments; so many as are read as its text."""
    return islice(_strings(tag), _MOST_STRINGS)


def _strings(tag: Tag) -> Iterator[NavigableString]:
    for node in tag.descendants:
        if type(node) in _TEXT and isinstance(node, NavigableString):
            parent = node.parent
            if parent is not None and parent.name not in ("script", "style"):
                yield node


def below(tag: Tag, *names: str) -> Iterator[Element]:
    """Elements in `tag` of these names, of any without them, in document order."""
    for node in tag.descendants:
        if isinstance(node, Element) and (not names or node.name in names):
            yield node


def text_of(tag: Tag) -> str:
    """Text of `tag`, white space collapsed, a space between elements."""
    contents = tag.contents
    if len(contents) == 1 and type(contents[0]) is NavigableString:
        return collapse(contents[0])
    return joined(strings(tag))


def attribute(tag: Tag, name: str) -> str | None:
    """Value of an attribute as one string; null where there is none."""
    value = tag.attrs.get(name)
    return " ".join(value) if isinstance(value, list) else value
