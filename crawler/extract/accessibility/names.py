"""Elements without a name that a screen reader could say."""

from collections.abc import Callable, Iterable

from crawler.extract.accessibility.markup import Markup, has_alt, has_text, role_of
from crawler.extract.document import attribute
from crawler.extract.tree import Element

Rule = Callable[[Markup], Iterable[Element]]

FIELDS = ("input", "select", "textarea")
_NO_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})
_BUTTONS = frozenset({"submit", "button", "reset"})
_DECORATION = frozenset({"none", "presentation"})
_NAMED_BY_CONTENT = ("checkbox", "radio", "switch", "menuitemcheckbox", "menuitemradio")
_NAMED_BY_ATTRIBUTE = ("textbox", "searchbox", "combobox", "listbox", "slider", "spinbutton")
_GRAPHICS = ("img", "graphics-document", "graphics-symbol")


def _images(markup: Markup) -> Iterable[Element]:
    """WCAG 1.1.1, axe image-alt. An empty alt text says that the image is decoration."""
    for tag in markup.shown("img"):
        alt = attribute(tag, "alt")
        if (
            (alt is None or (alt and alt.isspace()))
            and role_of(tag) not in _DECORATION
            and not markup.is_named(tag)
        ):
            yield tag


def _image_buttons(markup: Markup) -> Iterable[Element]:
    """WCAG 1.1.1, axe input-image-alt."""
    buttons = (tag for tag in markup.shown("input") if _type(tag) == "image")
    return (tag for tag in buttons if not has_text(tag, "alt") and not markup.is_named(tag))


def _areas(markup: Markup) -> Iterable[Element]:
    """WCAG 1.1.1, axe area-alt: the links of an image map."""
    areas = (tag for tag in markup.shown("area") if "href" in tag.attrs)
    return (tag for tag in areas if not has_text(tag, "alt") and not markup.is_named(tag))


def _graphics(markup: Markup) -> Iterable[Element]:
    """WCAG 1.1.1, axe svg-img-alt and role-img-alt: what says that it is an image."""
    for tag in markup.shown_with_role(*_GRAPHICS):
        if tag.name != "img" and not markup.is_named(tag) and not _has_title(markup, tag):
            yield tag


def _has_title(markup: Markup, tag: Element) -> bool:
    titles = (child for child in tag.contents if isinstance(child, Element) and child.name == "title")
    return tag.name == "svg" and any(markup.speaks(title) for title in titles)


def _fields(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe label and select-name, and their like for roles. A placeholder is no label: it goes away."""
    for tag in markup.shown(*FIELDS):
        if (tag.name != "input" or _type(tag) not in _NO_FIELDS) and not markup.is_labelled(tag):
            yield tag
    for tag in markup.shown_with_role(*_NAMED_BY_CONTENT, *_NAMED_BY_ATTRIBUTE):
        by_content = role_of(tag) in _NAMED_BY_CONTENT
        if tag.name not in FIELDS and not (markup.is_labelled(tag) or (by_content and markup.speaks(tag))):
            yield tag


def _buttons(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe button-name, input-button-name and aria-command-name."""
    for tag in markup.shown("button"):
        if not markup.speaks(tag) and not markup.is_labelled(tag) and role_of(tag) not in _DECORATION:
            yield tag
    for tag in markup.shown("input"):
        if _type(tag) in _BUTTONS and not has_alt(tag) and not markup.is_labelled(tag):
            yield tag
    for tag in markup.shown_with_role("button", "menuitem"):
        if tag.name not in ("button", "input", "img") and not markup.has_name(tag):
            yield tag


def _links(markup: Markup) -> Iterable[Element]:
    """WCAG 2.4.4, axe link-name; a link that says it is a button is one."""
    for tag in markup.shown("a"):
        if "href" in tag.attrs and not markup.has_name(tag) and role_of(tag) in ("", "link", *_DECORATION):
            yield tag
    for tag in markup.shown_with_role("link"):
        if (
            (tag.name != "a" or "href" not in tag.attrs)
            and tag.name not in ("area", "img")
            and not markup.has_name(tag)
        ):
            yield tag


def _frames(markup: Markup) -> Iterable[Element]:
    """WCAG 4.1.2, axe frame-title. What cannot be reached with the keyboard is left out."""
    for tag in markup.shown("iframe", "frame"):
        is_reached = not (attribute(tag, "tabindex") or "").strip().startswith("-")
        if is_reached and role_of(tag) not in _DECORATION and not markup.is_named(tag):
            yield tag


def _type(tag: Element) -> str:
    return (attribute(tag, "type") or "").lower()


RULES: dict[str, Rule] = {
    "image-without-alt": _images,
    "image-button-without-alt": _image_buttons,
    "area-without-alt": _areas,
    "graphic-without-name": _graphics,
    "field-without-label": _fields,
    "button-without-name": _buttons,
    "link-without-name": _links,
    "frame-without-title": _frames,
}
