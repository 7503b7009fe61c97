"""What a listing is: a table that can be shown and saved as CSV, with the query for what an address asks."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from dashboard.dataset import Query
from dashboard.labels import Label

FieldKind = Literal["text", "page", "outside", "number", "badge", "flag", "phrase", "topic", "phone", "gap"]
Asked = Mapping[str, str]


@dataclass(frozen=True)
class Field:
    """A column. `words` are the labels of a badge; `width` is in px and grows where there is room.

    `name` is the column with the title of the page whose address this one holds; `outside` is an address of which
    the dashboard has no page. One that `is_shown` not is in the CSV only: what the screen says elsewhere.
    """

    key: str
    title: str
    kind: FieldKind = "text"
    words: dict[str, Label] | None = None
    width: int = 120
    name: str | None = None
    is_shown: bool = True


@dataclass(frozen=True)
class Listing:
    """A table: `query` reads the parameters of an address, of which only `params` count."""

    name: str
    title: str
    fields: tuple[Field, ...]
    query: Callable[[Asked], Query]
    params: tuple[str, ...] = ()

    @property
    def shown(self) -> tuple[Field, ...]:
        """The columns on the screen."""
        return tuple(field for field in self.fields if field.is_shown)

    def asked(self, params: Asked) -> dict[str, str]:
        """The parameters that this table reads."""
        return {name: params[name] for name in self.params if params.get(name)}


def text(key: str, title: str, width: int = 160) -> Field:
    """A column of words."""
    return Field(key, title, "text", width=width)


def count(key: str, title: str, width: int = 90) -> Field:
    """A column of numbers."""
    return Field(key, title, "number", width=width)


def badge(key: str, title: str, words: dict[str, Label], width: int = 130) -> Field:
    """A column of codes, shown as the words for them."""
    return Field(key, title, "badge", words, width)


def flag(key: str, title: str, width: int = 84) -> Field:
    """A column of yes and no."""
    return Field(key, title, "flag", width=width)


def saved(field: Field) -> Field:
    """A column that only the CSV has."""
    return replace(field, is_shown=False)


PAGE = Field("url", "Page", "page", width=320, name="title")
"""The page that a row is about."""
PLACES = (
    flag("in_title", "Title"),
    flag("in_h1", "H1"),
    flag("in_headings", "Headings", 100),
)
"""Where a phrase or a term may stand."""
PHRASE_PLACES = (
    *PLACES,
    flag("in_meta_description", "Description", 112),
    flag("in_url", "Address", 92),
    flag("in_first_100_words", "First 100 words", 92),
    count("inbound_anchors", "Links saying it", 92),
)
