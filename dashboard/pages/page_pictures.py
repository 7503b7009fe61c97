"""Images and videos of a page, in numbers. None is ever loaded."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard.components.parts import facts, fold
from dashboard.dataset import Row
from dashboard.queries import page_machine as queries
from dashboard.text import clean, cut, number, plural
from dashboard.view import View


def pictures(view: View, url: str) -> Any:
    """Images and videos in numbers, then the images without a description; null where there are none."""
    images, videos = view.rows(*queries.images(url)), view.rows(*queries.videos(url))
    if not images and not videos:
        return None
    shown: list[Any] = [facts(_counts(images))] if images else []
    without = [image for image in images if image["alt"] is None]
    if without:
        names = [html.Li(html.Span(cut(image["src"] or "No address", 140), className="path")) for image in without]
        shown.append(fold(f"{plural(len(without), 'image')} without a description", html.Ul(names[:40], className="lines")))  # fmt: skip
    if videos:
        shown += [html.H3("Videos"), html.Ul([_video(video) for video in videos], className="lines")]
    return shown


def _counts(images: Sequence[Row]) -> list[tuple[str, Any]]:
    described = sum(bool(clean(image["alt"] or "")) for image in images)
    ornaments = sum(image["alt"] is not None and not clean(image["alt"]) for image in images)
    lazy = sum(image["loading"] == "lazy" or bool(image["lazy_src"]) for image in images)
    sized = sum(bool(image["width"] and image["height"]) for image in images)
    formats = Counter(clean(image["format"]).upper() for image in images if image["format"])
    return [
        ("Images", number(len(images))),
        (
            "With a description",
            number(described) + (f"; {number(ornaments)} marked as ornament" if ornaments else ""),
        ),
        ("Loaded when needed", f"{number(lazy)} of {number(len(images))}"),
        ("With width and height", f"{number(sized)} of {number(len(images))}"),
        ("Formats", ", ".join(f"{cut(name, 20)} {number(count)}" for name, count in formats.most_common()) or "–"),
    ]


def _video(video: Row) -> Component:
    provider = "File" if video["provider"] == "file" else clean(video["provider"]).capitalize()
    notes = []
    if video["captions"] is False:
        notes.append(html.Span("No captions", className="badge tone-warning"))
    if video["autoplay"]:
        notes.append(html.Span("Starts by itself", className="badge tone-notice"))
    title = cut(video["title"], 120) if clean(video["title"] or "") else "No title"
    return html.Li(
        [
            html.Span(cut(provider, 30), className="badge tone-plain"),
            html.Span([title, *[part for note in notes for part in (" ", note)]], className="grow"),
        ]
    )
