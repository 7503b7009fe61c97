"""Values of properties that stand in the markup itself, as microdata and RDFa read them."""

import re

from bs4.element import CData, NavigableString, RubyTextString, Tag, TemplateString

from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element
from crawler.text import collapse

_TEXT = frozenset({NavigableString, CData, TemplateString, RubyTextString})
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")
_COST_OF_A_NODE = 50
_ALLOWANCE = 4_000_000
"""Characters and visited nodes, a page: properties may overlap, and without a limit so would the work for them."""


class MarkupValues:
    """Reads values off the elements of one page; raises ValueError when they overlap so that there is no end."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._left = _ALLOWANCE

    def visit(self, characters: int = 0) -> None:
        """Note that a node was visited and so much of its text read."""
        self._left -= _COST_OF_A_NODE + characters
        if self._left < 0:
            raise ValueError("its properties overlap too much to be read")

    def text(self, tag: Element) -> str:
        """Text of `tag`, white space collapsed, a space between blocks but none within words."""
        pieces: list[str] = []
        last: Element | None = None
        waiting = [*reversed(tag.contents)]
        while waiting:
            node = waiting.pop()
            if type(node) in _TEXT:
                words = str(node)
                self.visit(len(words))
                owner = node.parent.owner if isinstance(node.parent, Element) else None
                pieces += (" ", words) if owner is not last else (words,)
                last = owner
            else:
                self.visit()
                if isinstance(node, Tag):
                    waiting += reversed(node.contents)
                    pieces += (" ",) if node.name == "br" else ()
        return collapse("".join(pieces))

    def address(self, tag: Element, name: str) -> str:
        """Address in an attribute of `tag`: as written where it is absolute, else made so; empty where there is none."""
        written = (attribute(tag, name) or "").strip()
        self.visit(len(written))
        if not written or _SCHEME.match(written):
            return written
        before, mark, fragment = written.partition("#")
        resolved = self._document.resolve(before) if before else self._document.base
        return resolved + mark + fragment if resolved else written
