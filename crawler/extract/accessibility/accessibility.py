"""Faults of accessibility that HTML alone shows: an automated subset of WCAG 2.1 AA, after the rules of axe-core.

https://github.com/dequelabs/axe-core/blob/develop/doc/rule-descriptions.md
What style sheets and scripts decide is not seen: neither colours nor what they hide.
"""

from html import escape

from crawler.extract.accessibility import (
    attributes,
    names,
    page,
    structure,
)
from crawler.extract.accessibility.markup import Markup
from crawler.extract.document import Document
from crawler.extract.tree import Element
from crawler.tables.tools import AccessibilityRow

RULES = {
    **page.RULES,
    **names.RULES,
    **structure.RULES,
    **attributes.RULES,
}
"""What each rule finds, by its name: the elements that it is true of, in document order."""

_MOST = 200
"""Characters of an example."""


def accessibility(document: Document) -> list[AccessibilityRow]:
    """Rules that elements of the page break, a row a rule."""
    markup = Markup(document)
    rows: list[AccessibilityRow] = []
    for rule, find in RULES.items():
        if found := sorted(find(markup), key=_order):
            rows.append(AccessibilityRow(document.url, rule, len(found), opening_tag(found[0])))
    return rows


def _order(tag: Element) -> int:
    return tag.order


def opening_tag(tag: Element) -> str:
    """The opening tag as HTML, its attributes escaped, at most 200 characters."""
    written = f"<{tag.name}"
    for name, value in tag.attrs.items():
        if len(written) > _MOST:
            break
        text = " ".join(value) if isinstance(value, list) else str(value)
        written += f' {name}="{escape(text[:_MOST])}"' if text else f" {name}"
    written = f"{written}>"
    return written if len(written) <= _MOST else f"{written[: _MOST - 1]}…"
