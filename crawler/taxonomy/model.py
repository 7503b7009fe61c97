"""What a taxonomy holds: conditions, treatments, body areas, intents and page types, in packs."""

import hashlib
import json
import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Kind = Literal["condition", "treatment"]
Need = Literal["required", "recommended", "optional"]


def _compiled(patterns: object) -> object:
    if not isinstance(patterns, list):
        return patterns
    try:
        return tuple(re.compile(str(p), re.IGNORECASE) for p in patterns)
    except re.error as error:
        raise ValueError(f"{error.pattern!r} is not a regular expression: {error}") from error


Patterns = Annotated[tuple[re.Pattern[str], ...], BeforeValidator(_compiled)]


class Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str = Field(min_length=1)


class BodyArea(Entry):
    syn: tuple[str, ...] = ()
    parent: str | None = None


class Intent(Entry):
    """A question that readers bring; `audience` null: asked of conditions and of treatments."""

    rx: Patterns
    need: Need = "optional"
    audience: Kind | None = Field(default=None, alias="for")


class PageType(Entry):
    """`min_words`: less main content than this is thin."""

    rx_url: Patterns = ()
    schema_types: tuple[str, ...] = Field(default=(), alias="schema")
    rx_text: Patterns = ()
    min_words: int = Field(default=0, ge=0)
    need: Need = "optional"
    tier: int = Field(default=3, ge=1, le=3)


class Condition(Entry):
    area: tuple[str, ...] = ()
    tissue: tuple[str, ...] = ()
    tier: int = Field(default=2, ge=1, le=3)
    syn: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Treatment(Entry):
    family: str
    tissue: tuple[str, ...] = ()
    claims: Literal["low", "medium", "high"] = "low"
    syn: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Pack(BaseModel):
    """One file. What stands above `label` belongs in the common file, what stands below in packs.

    `signs`: words of titles that tell the kind of clinic. `id`: the file's name.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    version: str = "0"
    language: str = "en"
    decoys: tuple[str, ...] = ()
    body_area: tuple[BodyArea, ...] = ()
    intent: tuple[Intent, ...] = ()
    page_type: tuple[PageType, ...] = ()
    label: str = ""
    extends: str | None = None
    signs: tuple[str, ...] = ()
    condition: tuple[Condition, ...] = ()
    treatment: tuple[Treatment, ...] = ()
    cells_on: frozenset[tuple[str, str]] = frozenset()
    cells_off: frozenset[tuple[str, str]] = frozenset()


def _content(pack: Pack) -> dict[str, object]:
    """All that `pack` says; its sets in order, which would be another one in every process."""
    content = pack.model_dump(mode="json")
    return content | {name: sorted(content[name]) for name in ("cells_on", "cells_off")}


@dataclass(frozen=True)
class Taxonomy:
    """All packs in use as one; a pack stands behind the one that it extends. `own`: entries of the clinic's own file.

    `others`: the same in other languages: their labels are terms of that language, and empty where it has no words.
    """

    common: Pack
    packs: tuple[Pack, ...]
    own: Pack | None = None
    others: tuple["Taxonomy", ...] = ()

    @cached_property
    def version(self) -> str:
        """Version of the common file, the packs in use, and a hash of all that they, the clinic's file and the words of
        other languages say."""
        said = [pack for one in (self, *self.others) for pack in (one.common, *one._topics)]
        content = json.dumps([_content(pack) for pack in said], sort_keys=True)
        digest = hashlib.sha256(content.encode()).hexdigest()[:8]
        return f"{self.common.version}+{'.'.join([*(pack.id for pack in self.packs), digest])}"

    @property
    def _topics(self) -> tuple[Pack, ...]:
        return (*self.packs, self.own) if self.own else self.packs

    @property
    def language(self) -> str:
        return self.common.language

    @cached_property
    def by_language(self) -> dict[str, "Taxonomy"]:
        """This taxonomy and `others`, this one first."""
        return {one.language: one for one in (self, *self.others)}

    @property
    def body_areas(self) -> tuple[BodyArea, ...]:
        return self.common.body_area

    @property
    def intents(self) -> tuple[Intent, ...]:
        return self.common.intent

    @property
    def page_types(self) -> tuple[PageType, ...]:
        return self.common.page_type

    @cached_property
    def decoys(self) -> tuple[str, ...]:
        return self.common.decoys + tuple(decoy for pack in self._topics for decoy in pack.decoys)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(condition for pack in self._topics for condition in pack.condition)

    @cached_property
    def treatments(self) -> tuple[Treatment, ...]:
        return tuple(treatment for pack in self._topics for treatment in pack.treatment)

    def plausible(self, condition: Condition, treatment: Treatment) -> bool:
        """Whether a page about this treatment for this condition makes sense."""
        cell = (condition.id, treatment.id)
        if any(cell in pack.cells_on for pack in self.packs):
            return True
        if any(cell in pack.cells_off for pack in self.packs):
            return False
        return not set(condition.tissue).isdisjoint(treatment.tissue)

    def required_intents(self, kind: Kind) -> list[Intent]:
        """Intents that the best page of an entity of `kind` has to answer."""
        return [i for i in self.intents if i.need == "required" and i.audience in (None, kind)]

    def only(self, names: Collection[str]) -> "Taxonomy":
        """The packs in `names`, with those that they extend."""
        wanted = set(names)
        for pack in reversed(self.packs):
            if pack.id in wanted and pack.extends:
                wanted.add(pack.extends)
        packs = tuple(pack for pack in self.packs if pack.id in wanted)
        return replace(self, packs=packs, others=tuple(other.only(wanted) for other in self.others))
