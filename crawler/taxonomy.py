"""The vocabulary of a clinic: conditions, treatments, body areas, intents and page types, read from packs."""

import difflib
import hashlib
import json
import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from crawler.config import Clinic
from crawler.errors import OperatorError

Kind = Literal["condition", "treatment"]
Need = Literal["required", "recommended", "optional"]

COMMON = "common"


def _compiled(patterns: object) -> object:
    if not isinstance(patterns, list):
        return patterns
    try:
        return tuple(re.compile(str(p), re.IGNORECASE) for p in patterns)
    except re.error as error:
        raise ValueError(f"{error.pattern!r} is not a regular expression: {error}") from error


Patterns = Annotated[tuple[re.Pattern[str], ...], BeforeValidator(_compiled)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    label: str = Field(min_length=1)


class BodyArea(_Entry):
    syn: tuple[str, ...] = ()
    parent: str | None = None


class Intent(_Entry):
    """A question that readers bring; `audience` null: asked of conditions and of treatments."""

    rx: Patterns
    need: Need = "optional"
    audience: Kind | None = Field(default=None, alias="for")


class PageType(_Entry):
    """`min_words`: less main content than this is thin."""

    rx_url: Patterns = ()
    schema_types: tuple[str, ...] = Field(default=(), alias="schema")
    rx_text: Patterns = ()
    min_words: int = Field(default=0, ge=0)
    need: Need = "optional"
    tier: int = Field(default=3, ge=1, le=3)


class Condition(_Entry):
    area: tuple[str, ...] = ()
    tissue: tuple[str, ...] = ()
    tier: int = Field(default=2, ge=1, le=3)
    syn: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


class Treatment(_Entry):
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


@dataclass(frozen=True)
class Taxonomy:
    """All packs in use as one; a pack stands behind the one that it extends."""

    common: Pack
    packs: tuple[Pack, ...]

    @cached_property
    def version(self) -> str:
        """Version of the common file, the packs in use, and a hash of all that they say."""
        content = json.dumps([pack.model_dump(mode="json") for pack in (self.common, *self.packs)], sort_keys=True)
        digest = hashlib.sha256(content.encode()).hexdigest()[:8]
        return f"{self.common.version}+{'.'.join([*(pack.id for pack in self.packs), digest])}"

    @property
    def language(self) -> str:
        return self.common.language

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
        return self.common.decoys + tuple(decoy for pack in self.packs for decoy in pack.decoys)

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        return tuple(condition for pack in self.packs for condition in pack.condition)

    @cached_property
    def treatments(self) -> tuple[Treatment, ...]:
        return tuple(treatment for pack in self.packs for treatment in pack.treatment)

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
        return Taxonomy(self.common, tuple(pack for pack in self.packs if pack.id in wanted))


def load_taxonomy(folder: Path, packs: Sequence[str]) -> Taxonomy:
    """Read the common file and `packs` of `folder`, with the packs that they extend.

    Raises `OperatorError` that names the file, the line and the key.
    """
    common = _read(folder, COMMON)
    chain: dict[str, Pack] = {}
    for name in packs:
        _add(folder, name, chain)
    _check_unique(folder, "condition", chain)
    _check_unique(folder, "treatment", chain)
    areas = {area.id for area in common.body_area}
    for name, pack in chain.items():
        _check_references(folder / f"{name}.toml", pack, areas, chain)
    return Taxonomy(common, tuple(chain.values()))


def pack_names(folder: Path) -> list[str]:
    """Packs that `folder` offers."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem != COMMON)


def check_names(clinic: Clinic, taxonomy: Taxonomy) -> None:
    """Raise `OperatorError` when the clinic's file names an entry that the taxonomy does not hold."""
    entries: tuple[_Entry, ...] = (*taxonomy.conditions, *taxonomy.treatments, *taxonomy.page_types)
    known = [entry.id for entry in (*entries, *taxonomy.body_areas, *taxonomy.intents)]
    for setting in ("offered", "not_offered", "weights"):
        for name in getattr(clinic, setting) or ():
            if name not in known:
                hint = _hint(name, known)
                raise OperatorError(f"{setting}: the packs in use hold no entry {name!r}.{hint}")


def _add(folder: Path, name: str, chain: dict[str, Pack]) -> None:
    parents: list[tuple[str, Pack]] = []
    extends: str | None = name
    while extends is not None and extends not in chain and extends not in dict(parents):
        pack = _read(folder, extends)
        parents.append((extends, pack))
        extends = pack.extends
    chain.update(reversed(parents))


def _read(folder: Path, name: str) -> Pack:
    path = folder / f"{name}.toml"
    if not path.is_file():
        hint = _hint(name, pack_names(folder))
        raise OperatorError(f"There is no taxonomy pack {name!r} in {folder}.{hint}")
    try:
        text = path.read_text(encoding="utf-8")
        return Pack.model_validate({"id": name, **tomllib.loads(text)})
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError(f"{path} cannot be read: {error}.") from error
    except tomllib.TOMLDecodeError as error:
        raise OperatorError(f"{path} is not valid TOML: {error}.") from error
    except ValidationError as error:
        raise OperatorError(_first_problem(path, text, error)) from error


def _first_problem(path: Path, text: str, error: ValidationError) -> str:
    problem = error.errors()[0]
    location = problem["loc"]
    entry: Any = tomllib.loads(text)
    for part in location[:2]:
        entry = entry[int(part)] if isinstance(entry, list) else dict(entry).get(part)
    owner = str(entry["id"]) if isinstance(entry, dict) and "id" in entry else None
    key = ".".join([*([owner] if owner else []), *(p for p in location if isinstance(p, str))])
    unknown = problem["type"] == "extra_forbidden"
    message = "is not a setting" if unknown else problem["msg"].removeprefix("Value error, ")
    return f"{_place(path, owner or str(location[0]), text)}: {key}: {message}."


def _place(path: Path, name: str, text: str | None = None) -> str:
    """`path` with the line where `name` is an id or a key."""
    lines = (text or path.read_text(encoding="utf-8")).splitlines()
    wanted = re.compile(rf'\bid\s*=\s*"{re.escape(name)}"|^\s*{re.escape(name)}\s*=|"{re.escape(name)}"')
    line = next((i for i, one in enumerate(lines, 1) if wanted.search(one)), None)
    return f"{path}, line {line}" if line else str(path)


def _check_unique(folder: Path, kind: Kind, chain: dict[str, Pack]) -> None:
    owners: dict[str, str] = {}
    for name, pack in chain.items():
        for entry in _entries(pack, kind):
            if entry.id in owners:
                place = _place(folder / f"{name}.toml", entry.id)
                raise OperatorError(f"{place}: {kind} {entry.id!r} stands in {owners[entry.id]}.toml, too.")
            owners[entry.id] = name


def _check_references(path: Path, pack: Pack, areas: set[str], chain: dict[str, Pack]) -> None:
    for condition in pack.condition:
        for area in condition.area:
            if area not in areas:
                hint = _hint(area, areas)
                place = _place(path, condition.id)
                raise OperatorError(f"{place}: {condition.id}.area: there is no body area {area!r}.{hint}")
    known = {e.id for p in chain.values() for e in (*p.condition, *p.treatment)}
    for name in (n for cell in (*pack.cells_on, *pack.cells_off) for n in cell):
        if name not in known:
            raise OperatorError(f"{_place(path, name)}: cells: there is no entry {name!r}.{_hint(name, known)}")


def _hint(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""


def _entries(pack: Pack, kind: Kind) -> Sequence[Condition | Treatment]:
    return pack.condition if kind == "condition" else pack.treatment
