"""Markup in excess, cut to what a browser would nest: the parser's time grows with the square of its depth.

Chromium nests 512 elements and no more (`kMaximumHTMLParserDOMTreeDepth`).
"""

import re

MAX_DEPTH = 512
MAX_ATTRIBUTES = 512
"""Of an element. Ours: the parser compares every attribute of a tag with every other."""

_SEEMS_DEEP = 1500
"""Tags open at once, by a count that takes empty elements for open ones."""

_LONG_TAG = 30_000
_ARROWS = 2000
"""More `>` than `<`: they may stand in quotes and hide a long tag."""

_LARGE = 500_000
"""Characters of a page that is looked through whatever it looks like."""

_ATTRIBUTES = r"(?:[^>\"']|\"[^\"]*(?:\"|\Z)|'[^']*(?:'|\Z))*"
_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    rf"|<(script|style|textarea|title|xmp|noembed|noframes)\b{_ATTRIBUTES}(?:>|\Z).*?(?:</\1(?=[\s/>])|\Z)"
    rf"|<(/?)([a-z][^\s/>]*)({_ATTRIBUTES})(?:>|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r"[\s/]+[^\s/>=][^\s/>=]*(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?")
_UNNESTED = frozenset(
    "html head body area base br col embed hr img input link meta param source track wbr p li dt dd tr td th tbody thead "
    "tfoot colgroup caption option rp rt a nobr".split()
)
"""Elements that are empty, or that another of their name ends."""

_FOREIGN = frozenset({"svg", "math"})
"""In them alone a slash ends an element."""


def within_limits(markup: str) -> str:
    """`markup` itself, or, where it is a bomb, without the tags that nest too deep and the attributes past the limit."""
    return _cut(markup) if _is_suspect(markup) else markup


def _is_suspect(markup: str) -> bool:
    opened = markup.count("<")
    if len(markup) > _LARGE or markup.count(">") > opened + _ARROWS or _has_long_tag(markup):
        return True
    return opened > _SEEMS_DEEP and _seems_deep(markup)


def _has_long_tag(markup: str) -> bool:
    step = _LONG_TAG // 2
    ends = ((at, markup.find(">", at)) for at in range(0, len(markup), step))
    if all(at <= end < at + step for at, end in ends):
        return False
    return any(len(piece) - piece.rfind("<") > _LONG_TAG for piece in markup.split(">"))


def _seems_deep(markup: str) -> bool:
    depth = 0
    for piece in markup.split("</"):
        depth += piece.count("<")
        if depth > _SEEMS_DEEP:
            return True
        depth -= 1
    return False


def _cut(markup: str) -> str:
    kept: list[str] = []
    at = 0
    nesting = _Nesting()
    for token in _TOKEN.finditer(markup):
        name = (token[3] or "").lower()
        if name:
            is_kept = nesting.admits(name, is_end=bool(token[2]), is_closed=token[4].endswith("/"))
            kept += [markup[at : token.start()], _with_fewer_attributes(token) if is_kept else ""]
            at = token.end()
    return "".join([*kept, markup[at:]])


class _Nesting:
    """How deep the tags of a page stand, one after the other."""

    def __init__(self) -> None:
        self._depth = 0
        self._left_out = 0
        self._foreign = 0

    def admits(self, name: str, *, is_end: bool, is_closed: bool) -> bool:
        """The tag does not nest too deep, or ends an element that does not."""
        if name in _FOREIGN:
            self._foreign += -1 if is_end else 1
        is_flat = is_closed if self._foreign > 0 else name in _UNNESTED
        if is_flat:
            return True
        if is_end:
            is_left_out = self._left_out > 0
            self._left_out -= is_left_out
            self._depth = max(0, self._depth - (not is_left_out))
            return not is_left_out
        is_admitted = self._depth < MAX_DEPTH
        self._depth += is_admitted
        self._left_out += not is_admitted
        return is_admitted


def _with_fewer_attributes(tag: re.Match[str]) -> str:
    attributes = tag[4]
    if len(attributes) < 2 * MAX_ATTRIBUTES:
        return tag.group()
    for number, attribute in enumerate(_ATTRIBUTE.finditer(attributes)):
        if number == MAX_ATTRIBUTES:
            return f"<{tag[3]}{attributes[: attribute.start()]}>"
    return tag.group()
