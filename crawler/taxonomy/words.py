"""The words of another language for the packs: files that hold synonyms and patterns, and no entries of their own."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field

from crawler.taxonomy.model import BodyArea, Condition, Intent, Pack, PageType, Patterns, Treatment

Terms = tuple[str, ...]

_E = TypeVar("_E", BodyArea, Condition, Treatment)


class PackWords(BaseModel):
    """Words for one pack; `syn` and `weak` by the id of a condition or treatment."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    signs: Terms = ()
    decoys: Terms = ()
    syn: Mapping[str, Terms] = Field(default_factory=dict)
    weak: Mapping[str, Terms] = Field(default_factory=dict)


class PageTypeWords(BaseModel):
    """Patterns that are tried beside those of the common file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    rx_url: Patterns = ()
    rx_text: Patterns = ()


class Words(BaseModel):
    """One file. `packs`: its tables that are called like a pack; the others belong to the common file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str = Field(pattern=r"^[a-z]{2}$")
    decoys: Terms = ()
    body_area: Mapping[str, Terms] = Field(default_factory=dict)
    intent: Mapping[str, Patterns] = Field(default_factory=dict)
    page_type: Mapping[str, PageTypeWords] = Field(default_factory=dict)
    packs: Mapping[str, PackWords] = Field(default_factory=dict)


OF_COMMON = ("decoys", "body_area", "intent", "page_type")


def common_in(words: Words, common: Pack) -> Pack:
    """`common` in the language of `words`; its own patterns for addresses count there, too."""
    return common.model_copy(
        update={
            "language": words.language,
            "decoys": words.decoys,
            "body_area": tuple(_renamed(area, words.body_area.get(area.id, ())) for area in common.body_area),
            "intent": tuple(_asked(i, words.intent[i.id]) for i in common.intent if i.id in words.intent),
            "page_type": tuple(_with_patterns(kind, words.page_type.get(kind.id)) for kind in common.page_type),
        }
    )


def pack_in(words: Words, pack: Pack) -> Pack:
    """`pack` in the language of `words`."""
    said = words.packs.get(pack.id, PackWords())
    return pack.model_copy(
        update={
            "language": words.language,
            "decoys": said.decoys,
            "signs": said.signs,
            "condition": tuple(_weakened(c, said) for c in pack.condition),
            "treatment": tuple(_weakened(t, said) for t in pack.treatment),
        }
    )


def shared_terms(said: Iterable[PackWords]) -> tuple[str, str, str] | None:
    """A term that two entries of these packs have for a synonym, and their ids; null: there is none."""
    owners: dict[str, str] = {}
    for words in said:
        for owner, terms in words.syn.items():
            for term in terms:
                if (other := owners.setdefault(term.casefold(), owner)) != owner:
                    return term, other, owner
    return None


def _renamed(entry: _E, terms: Terms) -> _E:
    """`entry` with `terms`, the first of which is its label. Without any it has no label, which would be a term, too."""
    label, *syn = terms or ("",)
    return entry.model_copy(update={"label": label, "syn": tuple(syn)})


def _weakened(entry: _E, said: PackWords) -> _E:
    return _renamed(entry, said.syn.get(entry.id, ())).model_copy(update={"weak": said.weak.get(entry.id, ())})


def _asked(intent: Intent, patterns: Patterns) -> Intent:
    return intent.model_copy(update={"rx": patterns})


def _with_patterns(kind: PageType, said: PageTypeWords | None) -> PageType:
    if said is None:
        return kind
    return kind.model_copy(
        update={"rx_url": (*kind.rx_url, *said.rx_url), "rx_text": (*kind.rx_text, *said.rx_text)}
    )
