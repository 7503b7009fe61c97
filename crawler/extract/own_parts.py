"""Which parts of a page are about other pages: cards and lists of articles, comments, testimonials."""

import re

from crawler.extract.document import Document, attribute, text_of
from crawler.extract.tree import Element

_OTHERS = re.compile(
    r"(?:^|[-_])(?:comments?|respond|testimonials?|reviews|quotes?|related|recent|latest|popular|trending|teasers?|more-posts"
    r"|read-next|post-list|posts-list|blog-list|article-list|news-list|post-grid|blog-grid)(?:$|[-_])",
    re.IGNORECASE,
)
_QUOTED = frozenset({"blockquote", "q"})
_WHOLE_PAGE = frozenset({"body", "html", "main"})
_MAX_ANCESTORS = 40
_MOST_NAMES = 20


class OwnParts:
    """Tells whether an element speaks of this page or of another."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._article = _own_article(document)
        self._several = len(document.named("article")) > 1
        self._cards: dict[int, bool] = {}

    def holds(self, tag: Element) -> bool:
        """`tag` speaks of this page: it stands in no quotation, list of articles, or card that links to another."""
        return not self._is_under_link(tag) and not self._is_in_other_part(tag)

    def _is_under_link(self, tag: Element) -> bool:
        """The heading above `tag` is that of a card."""
        tags = self._document.heading_tags
        if tag.heading is None or not 0 < tag.heading <= len(tags):
            return False
        if tag.heading not in self._cards:
            self._cards[tag.heading] = self._is_card(tags[tag.heading - 1])
        return self._cards[tag.heading]

    def _is_card(self, heading: Element) -> bool:
        """All of a heading leads to another page."""
        if heading.name == "h1":
            return False
        if heading.in_link:
            return True
        link = next((node for node in heading.descendants if isinstance(node, Element) and node.name == "a"), None)
        if link is None or text_of(link) != text_of(heading):
            return False
        return self._document.resolve(attribute(link, "href") or "") not in (None, self._document.url)

    def _is_in_other_part(self, tag: Element) -> bool:
        current: object = tag
        for _ in range(_MAX_ANCESTORS):
            if not isinstance(current, Element) or current.name in _WHOLE_PAGE:
                return False
            if current.name == "article" and self._several:
                return current is not self._article and not _is_inside(current, self._article)
            if current.name in _QUOTED or ("class" in current.attrs and _is_named_for_others(current)):
                return True
            current = current.parent
        return False


def _own_article(document: Document) -> Element | None:
    """The <article> that the page is: the one that holds the H1, else the longest where it is longer than the others together."""
    articles = document.named("article")
    if len(articles) < 2:
        return articles[0] if articles else None
    for heading in document.named("h1"):
        for parent in heading.parents:
            if isinstance(parent, Element) and parent.name == "article":
                return parent
    sizes = dict.fromkeys(map(id, articles), 0)
    for text in document.texts:
        parent = text.owner
        for _ in range(_MAX_ANCESTORS):
            if id(parent) in sizes:
                sizes[id(parent)] += len(text.string)
                break
            if not isinstance(parent.parent, Element):
                break
            parent = parent.parent
    longest = max(articles, key=lambda article: sizes[id(article)])
    return longest if 2 * sizes[id(longest)] > sum(sizes.values()) else None


def _is_inside(tag: Element, outer: Element | None) -> bool:
    return outer is not None and any(parent is outer for parent in tag.parents)


def _is_named_for_others(tag: Element) -> bool:
    value = tag.attrs["class"]
    names = value if isinstance(value, list) else [str(value)]
    return any(_OTHERS.search(name) for name in names[:_MOST_NAMES])
