"""Rules about the page as a whole: its language, title, zoom, landmarks, and what moves or sounds by itself."""

import re
from collections.abc import Iterable
from itertools import islice

from crawler.extract.accessibility.languages import is_language
from crawler.extract.accessibility.markup import Markup, has_text
from crawler.extract.accessibility.names import Rule
from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element

_LONGEST_REFRESH = 20 * 60 * 60
"""Seconds; WCAG 2.2.1 leaves alone what takes longer than 20 hours."""

_LEAST_ZOOM = 2.0
"""WCAG 1.4.4: text can be enlarged to 200 %."""

_FIRST_LINKS = 5
_DELAY = re.compile(r"\s*(\d+)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)")


def _root_without_language(markup: Markup) -> Iterable[Element]:
    """WCAG 3.1.1, axe html-has-lang."""
    return (tag for tag in markup.document.named("html") if not has_text(tag, "lang"))


def _wrong_languages(markup: Markup) -> Iterable[Element]:
    """WCAG 3.1.1 and 3.1.2, axe html-lang-valid and valid-lang."""
    for tag in markup.document.with_attribute("lang"):
        value = attribute(tag, "lang") or ""
        if value.strip() and tag.hidden_by is None and not is_language(value.strip()):
            yield tag


def _no_title(markup: Markup) -> Iterable[Element]:
    """WCAG 2.4.2, axe document-title."""
    titles = (tag for tag in markup.document.named("title") if not _in_svg(tag))
    first = next(titles, None)
    return () if first is not None and markup.speaks(first) else markup.document.named("head")


def _in_svg(tag: Element) -> bool:
    return any(parent.name == "svg" for parent in islice(tag.parents, 100))


def _zoom_disabled(markup: Markup) -> Iterable[Element]:
    """WCAG 1.4.4, axe meta-viewport."""
    for tag in markup.document.named("meta"):
        if (attribute(tag, "name") or "").strip().lower() == "viewport" and _disables_zoom(
            attribute(tag, "content") or ""
        ):
            yield tag


def _disables_zoom(content: str) -> bool:
    """https://drafts.csswg.org/css-viewport/#viewport-meta: words count as 1, negative numbers not at all."""
    pairs = (part.partition("=") for part in re.split("[,;]", content.lower()[:1000]))
    given = {name.strip(): value.strip() for name, _, value in pairs}
    scalable = given.get("user-scalable", "yes")
    if scalable == "no" or (_NUMBER.match(scalable) and abs(_number(scalable)) < 1):
        return True
    return "maximum-scale" in given and 0 <= _number(given["maximum-scale"]) < _LEAST_ZOOM


def _number(value: str) -> float:
    """As browsers read it: what stands behind a number is ignored; `yes` is 1, other words 0.1."""
    found = _NUMBER.match(value)
    if found:
        return float(found[0])
    return {"yes": 1.0, "device-width": 10.0, "device-height": 10.0}.get(value, 0.1)


def _refreshes(markup: Markup) -> Iterable[Element]:
    """WCAG 2.2.1, axe meta-refresh: a page that changes while somebody reads it."""
    for tag in markup.document.named("meta"):
        if (attribute(tag, "http-equiv") or "").strip().lower() == "refresh" and tag.hidden_by is None:
            delay = _DELAY.match(attribute(tag, "content") or "")
            if delay and len(delay[1]) < 9 and 0 < int(delay[1]) <= _LONGEST_REFRESH:
                yield tag


def _no_skip_link(markup: Markup) -> Iterable[Element]:
    """WCAG 2.4.1, axe skip-link and bypass: a page with a navigation, and none of its first links leads past it."""
    navigation = [*markup.shown("nav"), *markup.shown_with_role("navigation")]
    links = (tag for tag in markup.document.named("a") if "href" in tag.attrs)
    if navigation and not any(_leads_past(markup.document, tag) for tag in islice(links, _FIRST_LINKS)):
        yield min(navigation, key=lambda tag: tag.order)


def _leads_past(document: Document, tag: Element) -> bool:
    """To a place of the page that comes later."""
    address, mark, target = (attribute(tag, "href") or "").strip().partition("#")
    if not mark or not target or (address and document.resolve(address) != document.url):
        return False
    place = document.by_id(target) or next((a for a in document.named("a") if a.attrs.get("name") == target), None)
    return place is not None and place.order > tag.order


def _no_main(markup: Markup) -> Iterable[Element]:
    """axe landmark-one-main, a best practice."""
    return () if _mains(markup) else markup.document.named("body")


def _more_mains(markup: Markup) -> Iterable[Element]:
    """axe landmark-no-duplicate-main, a best practice: those behind the first."""
    return _mains(markup)[1:]


def _mains(markup: Markup) -> list[Element]:
    found = {id(tag): tag for tag in (*markup.shown("main"), *markup.shown_with_role("main"))}
    return sorted(found.values(), key=lambda tag: tag.order)


def _hidden_body(markup: Markup) -> Iterable[Element]:
    """WCAG 1.3.1, axe aria-hidden-body."""
    return (tag for tag in markup.document.named("body") if tag.attrs.get("aria-hidden") == "true")


def _sound(markup: Markup) -> Iterable[Element]:
    """WCAG 1.4.2, axe no-autoplay-audio: it plays by itself, with sound and nothing to stop it."""
    for tag in markup.document.named("audio", "video"):
        if "autoplay" in tag.attrs and "muted" not in tag.attrs and "controls" not in tag.attrs:
            yield tag


def _no_captions(markup: Markup) -> Iterable[Element]:
    """WCAG 1.2.2, axe video-caption; what plays without sound needs none."""
    for tag in markup.shown("video"):
        if "muted" not in tag.attrs and not has_captions(tag):
            yield tag


def has_captions(video: Element) -> bool:
    """It has a track with captions or subtitles, which is what a track is by default."""
    tracks = (child for child in video.contents if isinstance(child, Element) and child.name == "track")
    return any(
        (attribute(track, "kind") or "subtitles").strip().lower() in ("captions", "subtitles") for track in tracks
    )


def _moving(markup: Markup) -> Iterable[Element]:
    """WCAG 2.2.2, axe marquee and blink."""
    return markup.shown("marquee", "blink")


RULES: dict[str, Rule] = {
    "html-without-lang": _root_without_language,
    "lang-invalid": _wrong_languages,
    "title-missing": _no_title,
    "zoom-disabled": _zoom_disabled,
    "timed-refresh": _refreshes,
    "skip-link-missing": _no_skip_link,
    "main-missing": _no_main,
    "main-several": _more_mains,
    "body-hidden": _hidden_body,
    "sound-by-itself": _sound,
    "video-without-captions": _no_captions,
    "moving-text": _moving,
}
