"""The invented pages of `keywords/` with the phrases that a marketer would target; see README.md there."""

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import snowballstemmer

_PAGES = Path(__file__).parent / "keywords"
_HOST = "https://clinic.example"
_LANGUAGES = {"en": "english", "es": "spanish", "fr": "french", "de": "german"}


class Page(NamedTuple):
    """An invented page. `lines`: its content, `#` marks a heading, `-` an item of a list."""

    name: str
    speciality: str
    language: str
    url: str
    title: str
    description: str
    gold: tuple[str, ...]
    lines: tuple[str, ...]


def gold_pages() -> list[Page]:
    """All pages, by name."""
    return [_read(path) for path in sorted(_PAGES.glob("*.txt"))]


def long_tail_pages() -> list[Page]:
    """The pages of `long_tail`, by name."""
    return [_read(path) for path in sorted((_PAGES / "long_tail").glob("*.txt"))]


def texts(page: Page) -> list[str]:
    """Title, description and lines of the content, without marks."""
    return [page.title, page.description, *(line.lstrip("#- ") for line in page.lines)]


def stands_on(page: Page, phrase: str) -> bool:
    """Whether the stems of `phrase` stand in one of the texts of `page`, in a row."""
    wanted = f" {' '.join(stems(phrase, page.language))} "
    return any(wanted in f" {' '.join(stems(text, page.language))} " for text in texts(page))


def readers() -> dict[str, dict[str, list[str]]]:
    """What two readers would have each page target, by reader and page; see README.md there."""
    files = sorted((_PAGES / "readers").glob("*.txt"))
    return {f"reader {number}": _lists(path) for number, path in enumerate(files, 1)}


def _lists(path: Path) -> dict[str, list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return {name: phrases.split("; ") for name, phrases in (line.split(": ", 1) for line in lines)}


@cache
def stems(text: str, language: str) -> tuple[str, ...]:
    """Snowball stems of `text`, hyphens being spaces: a reading of its own, apart from the product's."""
    stemmer = snowballstemmer.stemmer(_LANGUAGES[language])
    return tuple(stemmer.stemWords(re.findall(r"[^\W_]+", text.casefold())))


def _read(path: Path) -> Page:
    head, _, body = path.read_text(encoding="utf-8").partition("\n---\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return Page(
        name=path.stem,
        speciality=fields["speciality"],
        language=fields["language"],
        url=_HOST + fields["url"],
        title=fields["title"],
        description=fields["description"],
        gold=tuple(phrase.strip() for phrase in fields["gold"].split(";")),
        lines=tuple(line for line in body.splitlines() if line),
    )
