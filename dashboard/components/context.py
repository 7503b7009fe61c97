"""A phone number in the words around it."""

from typing import Any

from dash import html

from dashboard.text import clean


def highlighted(context: object, shown: object) -> list[Any]:
    """The words around a number with the number marked; the text stays text."""
    text, found = clean(context or ""), clean(shown or "")
    at = text.find(found) if found else -1
    if at < 0:
        return [text or found or "No words around it"]
    return [text[:at], html.Mark(found), text[at + len(found) :]]
