"""One page, parsed: what every extractor is handed."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bs4 import BeautifulSoup
from bs4.element import CData, NavigableString, RubyTextString, Tag, TemplateString

from crawler.extract.tree import parse
from crawler.extract.zones import find_zones
from crawler.scope import Hosts
from crawler.text import collapse
from crawler.urls import normalise

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
UNSEEN = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "head",
        "iframe",
        "object",
        "svg",
        "select",
        "datalist",
        "audio",
    }
    | {"video", "canvas", "math"}
)
"""Elements whose content is not text of the page."""

_TEXT = frozenset({NavigableString, CData, TemplateString, RubyTextString})


@dataclass(frozen=True)
class Document:
    """A parsed page. `url` is its own address, normalised; `site` the host that is crawled, `hosts` all of them."""

    url: str
    site: str
    soup: BeautifulSoup
    charset: str
    hosts: Hosts

    @classmethod
    def of(cls, url: str, site: str, text: str, charset: str, hosts: Hosts | None = None) -> "Document":
        return cls(url, site, parse(text), charset, hosts or Hosts(frozenset({site})))

    @cached_property
    def base(self) -> str:
        """Address that relative links are resolved against: the first <base href>, else the page's own."""
        for tag in self.soup.find_all("base", href=True):
            return normalise(str(tag["href"]), self.url) or self.url
        return self.url

    @cached_property
    def tags(self) -> list[Tag]:
        """Every element in document order."""
        return [element for element in self.soup.descendants if isinstance(element, Tag)]

    @cached_property
    def _zones(self) -> dict[int, str]:
        return dict(find_zones(self.soup))

    def zone(self, tag: Tag) -> str:
        """Zone that `tag` stands in."""
        return self._zones[id(tag)]

    def resolve(self, href: str) -> str | None:
        """Absolute http(s) address of `href`, normalised, without fragment; null where it is none."""
        return normalise(href, self.base)

    def is_internal(self, url: str) -> bool:
        """`url`, normalised, is on a host that is crawled."""
        return self.hosts.include(url)

    @cached_property
    def heading_tags(self) -> list[Tag]:
        """Every h1 to h6, hidden or empty ones too: their positions are counted from 1."""
        return [tag for tag in self.tags if tag.name in HEADINGS]


def strings(tag: Tag) -> Iterator[str]:
    """Strings below `tag` in document order, without scripts, styles and comments."""
    for element in tag.descendants:
        if type(element) in _TEXT and element.parent and element.parent.name not in ("script", "style"):
            yield str(element)


def text_of(tag: Tag) -> str:
    """Text of `tag`, white space collapsed, a space between elements."""
    return collapse(" ".join(strings(tag)))


def attribute(tag: Tag, name: str) -> str | None:
    """Value of an attribute as one string; null where there is none."""
    value = tag.attrs.get(name)
    if value is None:
        return None
    return " ".join(value) if isinstance(value, list) else str(value)
