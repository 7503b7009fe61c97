"""Forms of a page: what each is for, what it asks for, and where that is sent."""

from collections.abc import Iterator
from typing import NamedTuple

from bs4.element import Tag

from crawler.extract.accessibility.markup import Markup
from crawler.extract.document import Document, attribute
from crawler.extract.forms.fields import field_kind, is_field, plain, short_words
from crawler.extract.forms.purpose import Words, form_purpose, form_vendor
from crawler.extract.tree import Element
from crawler.tables.tools import FormRow

_MAX_FORMS = 500
"""Forms that are read: the rest of a page with more is a list that repeats one."""

_MAX_CONTROLS = 1000
"""Controls of a page that are read: no form that people fill in has as many."""

_MAX_NAMES = 400
_TABLE_PARTS = frozenset({"table", "tbody", "thead", "tfoot", "tr"})
_NAMING = ("id", "name", "class", "aria-label", "data-name", "title")


class _Extent(NamedTuple):
    """A form and the order of the last node that is its own."""

    form: Element
    end: int


def forms(document: Document) -> list[FormRow]:
    """Every <form> in document order, positions from 1. Controls elsewhere count to the form that they name."""
    found = document.named("form")[:_MAX_FORMS]
    if not found:
        return []
    controls = _controls(document, found)
    labels = _labels(document)
    markup = Markup(document)
    return [
        _row(document, markup, labels, form, controls[id(form)], position)
        for position, form in enumerate(found, start=1)
    ]


def _row(
    document: Document,
    markup: Markup,
    labels: dict[str, Element],
    form: Element,
    controls: list[Element],
    position: int,
) -> FormRow:
    fields = list(_fields(document, markup, labels, controls))
    kinds = [kind for kind, _ in fields]
    published = (attribute(form, "action") or "").strip()
    action = document.resolve(published) if published and not published.startswith("#") else None
    vendor = form_vendor(action, _signs(form, controls))
    is_search = str(form.attrs.get("role", "")) == "search"
    words = Words(
        plain(_names(form, action)), plain(_buttons(controls)), plain(_heading(document, form, controls))
    )
    return FormRow(
        url=document.url,
        position=position,
        purpose="search" if is_search else form_purpose(kinds, words, vendor),
        method="post" if str(form.attrs.get("method", "")).strip().lower() == "post" else "get",
        action=action,
        fields=kinds,
        unlabelled=sum(not labelled for _, labelled in fields),
        vendor=vendor,
        zone=form.zone,
    )


def _controls(document: Document, found: list[Element]) -> dict[int, list[Element]]:
    """Controls of each form by `id()`: those in it, and those that name it in their form attribute."""
    owned: dict[int, list[Element]] = {id(form): [] for form in found}
    ends: dict[int, int] = {}
    for form in reversed(found):
        ends[id(form)] = _end(form, ends)
    waiting = [_Extent(form, ends[id(form)]) for form in reversed(found)]
    entered: list[_Extent] = []
    for control in document.named("input", "select", "textarea", "button")[:_MAX_CONTROLS]:
        while waiting and waiting[-1].form.order < control.order:
            entered.append(waiting.pop())
        while entered and entered[-1].end < control.order:
            entered.pop()
        named = attribute(control, "form")
        owner = document.by_id(named) if named else (entered[-1].form if entered else None)
        if owner is not None and id(owner) in owned:
            owned[id(owner)].append(control)
    return owned


def _end(form: Element, ends: dict[int, int]) -> int:
    """Order of the last element in `form`; `ends`: those of the forms after it, by `id()`.

    Between rows of a table a form is empty for the parser, and owns the rest of the table.
    """
    last: Tag = form
    while last.parent is not None and last.name in ("form", *_TABLE_PARTS) and last.parent.name in _TABLE_PARTS:
        last = last.parent
    while (
        inside := next((part for part in reversed(last.contents) if isinstance(part, Element)), None)
    ) is not None:
        if id(inside) in ends:
            return ends[id(inside)]
        last = inside
    return last.order if isinstance(last, Element) else form.order


def _fields(
    document: Document, markup: Markup, labels: dict[str, Element], controls: list[Element]
) -> Iterator[tuple[str, bool]]:
    """Kind of each field and whether it has a name; choices of one name are one field."""
    groups: dict[str, list[Element]] = {}
    for control in controls:
        if control.name != "button" and is_field(control):
            is_choice = str(control.attrs.get("type", "")).lower() in ("checkbox", "radio")
            name = attribute(control, "name") if is_choice else None
            groups.setdefault(name or f"\0{id(control)}", []).append(control)
    for group in groups.values():
        label = labels.get(attribute(group[0], "id") or "") or _label_around(group[0])
        yield field_kind(document, group[0], label), all(markup.is_labelled(control) for control in group)


def _labels(document: Document) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for tag in document.named("label"):
        if "for" in tag.attrs:
            found.setdefault(str(tag.attrs["for"]), tag)
    return found


def _label_around(control: Element) -> Element | None:
    parent = control.parent
    for _ in range(5):
        if not isinstance(parent, Element) or parent.name == "form":
            return None
        if parent.name == "label":
            return parent
        parent = parent.parent
    return None


def _signs(form: Element, controls: list[Element]) -> str:
    """Attributes of a form and names of its hidden fields, as published."""
    parts = [f"{name}={attribute(form, name)}"[:_MAX_NAMES] for name in form.attrs]
    hidden = (control for control in controls if control.attrs.get("type") == "hidden")
    parts += [f"{attribute(c, 'name')}={attribute(c, 'value')}"[:100] for c in hidden]
    return " ".join(parts)[: 10 * _MAX_NAMES]


def _names(form: Element, action: str | None) -> str:
    path = (action or "").partition("://")[2].partition("/")[2]
    return " ".join([*(attribute(form, name) or "" for name in _NAMING), path])[:_MAX_NAMES]


def _buttons(controls: list[Element]) -> str:
    """What the buttons that send a form say."""
    said: list[str] = []
    for control in controls:
        kind = str(control.attrs.get("type", "")).strip().lower()
        if control.name == "button" and kind not in ("button", "reset"):
            said.append(short_words(control) or attribute(control, "aria-label") or "")
        elif control.name == "input" and kind in ("submit", "image"):
            said.append(attribute(control, "value") or attribute(control, "alt") or "")
    return " ".join(said[:5])[:_MAX_NAMES]


def _heading(document: Document, form: Element, controls: list[Element]) -> str:
    """Heading that the form stands under, and the first one in it."""
    headings = document.heading_tags
    near = [headings[form.heading - 1]] if form.heading else []
    last = controls[-1].order if controls else form.order
    inside = headings[form.heading or 0 :][:1]
    near += [tag for tag in inside if form.order < tag.order < last]
    return " ".join(short_words(tag) for tag in near)
