"""Faults that the comments of ``../shared/conformance/lighthouse-seo`` name, and how the facts show each of them."""

from collections.abc import Callable
from pathlib import Path

from crawler.extract.page import PageFacts, Source, extract
from crawler.tables.facts import HeadTagRow, LinkRow

_ORIGIN = "http://localhost:10200"
_SENT = "<https://example.com/>; rel=canonical"
"""The canonical that one page is served with, as its comment says."""

Shown = Callable[[PageFacts], bool]


def _alternates(facts: PageFacts, place: str = "head") -> list[HeadTagRow]:
    return [row for row in facts.head_tags if row.name == "link:alternate" and row.hreflang and row.place == place]


def _links(facts: PageFacts, anchor: str) -> list[LinkRow]:
    return [row for row in facts.links if row.anchor.lower() == anchor]


_FAULTS: tuple[tuple[str, str, Shown], ...] = (
    ("seo-failure-cases", "no title", lambda f: f.pages[0].title is None),
    ("seo-failure-cases", "no meta description", lambda f: f.pages[0].meta_description is None),
    ("seo-failure-cases", "noindex in any case", lambda f: "noindex" in {r.directive for r in f.robots_directives}),
    ("seo-failure-cases", "hreflang with an unknown code", lambda f: any(r.hreflang == "xx" for r in _alternates(f))),
    (
        "seo-failure-cases",
        "hreflang without href",
        lambda f: any(r.hreflang == "es" and not r.value for r in _alternates(f)),
    ),
    (
        "seo-failure-cases",
        "hreflang with a relative href",
        lambda f: any(r.hreflang == "es" and r.value == "/example.html" for r in _alternates(f)),
    ),
    ("seo-failure-cases", "a space before the code", lambda f: any(r.hreflang == " x-default" for r in _alternates(f))),
    ("seo-failure-cases", "several canonicals", lambda f: len(f.pages[0].canonicals) == 2),
    ("seo-failure-cases", "links that say nothing", lambda f: len(_links(f, "click this")) == 4),
    ("seo-failure-cases", "a link that says nothing, in German", lambda f: len(_links(f, "klicke hier")) == 1),
    (
        "seo-failure-cases",
        "links without href",
        lambda f: [r.kind for r in _links(f, "some link")] == ["missing", "script", "missing", "missing"],
    ),
    ("seo-tester", "valid codes in any case", lambda f: len(_alternates(f)) == 5),
    ("seo-tester", "hreflang in the body", lambda f: [r.hreflang for r in _alternates(f, "body")] == ["nonsense"]),
    ("seo-tester", "canonical in the body", lambda f: ("link:canonical", "body") in {(r.name, r.place) for r in f.head_tags}),
    (
        "seo-tester",
        "links that say nothing, by kind and rel",
        lambda f: [(r.kind, r.rel) for r in _links(f, "click this")]
        == [("fragment", None), ("page", "nofollow"), ("script", None)],
    ),
    ("seo-tester", "links without href", lambda f: [r.kind for r in _links(f, "some link")] == ["page", *2 * ["missing"]]),
    ("seo-mixed-language", "a link to nowhere", lambda f: [r.kind for r in _links(f, "klicke hier")] == ["page", "empty"]),
    ("seo-mixed-language", "a link that says start", lambda f: len(_links(f, "start")) == 4),
    (
        "seo-mixed-language",
        "a link of another language than its page",
        lambda f: [getattr(r, "lang", None) for r in _links(f, "start")] == ["en-US", "de-DE", "de-CH", "de-DE"],
    ),
    (
        "seo-mixed-language",
        "a title in another language than its link",
        lambda f: [getattr(r, "title", None) for r in _links(f, "deutsch")] == ["German"],
    ),
    ("seo-mixed-language", "icons with and without alt", lambda f: [r.alt for r in f.images][:6] == ["", *4 * ["click"], None]),
    (
        "seo-mixed-language",
        "text of a link with an icon",
        lambda f: {r.accessible_name for r in f.links if "icon-and-span" in (r.href or "")} == {"click here"},
    ),
    ("seo-mixed-language", "links in svg", lambda f: len([r for r in f.links if "svg" in (r.href or "")]) == 4),
)  # fmt: skip


def seo_faults(folder: Path) -> tuple[list[str], int]:
    """Faults that the facts do not show, and how many there are."""
    pages = {path.stem: _facts(path) for path in sorted(folder.glob("*.html"))}
    wrong = [f"{page}: {fault}" for page, fault, shown in _FAULTS if not shown(pages[page])]
    return wrong, len(_FAULTS)


def _facts(path: Path) -> PageFacts:
    header = _SENT if path.stem == "seo-failure-cases" else None
    url = f"{_ORIGIN}/seo/{path.name}"
    return extract(Source(url, "localhost:10200", "US", 200, path.read_bytes(), "text/html", header, None))
