"""Taxonomy packs as files: reading them, and saying in one sentence what is wrong with them."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from pydantic import ValidationError

from crawler.config import Clinic
from crawler.errors import OperatorError, SettingError
from crawler.taxonomy.languages import read_languages
from crawler.taxonomy.model import Entry, Pack, Taxonomy
from crawler.taxonomy.places import first_problem, place
from crawler.taxonomy.words import common_in, pack_in
from crawler.toml_files import did_you_mean, read_toml

COMMON = "common"


def load_taxonomy(folder: Path, packs: Sequence[str]) -> Taxonomy:
    """Read the common file and `packs` of `folder`, with the packs that they extend, and the words of other languages.

    Raises `OperatorError` that names the file, the line and the key.
    """
    common = _read(folder, COMMON)
    for entries in (common.body_area, common.intent, common.page_type):
        _check_once(folder / f"{COMMON}.toml", entries)
    chain: dict[str, Pack] = {}
    for name in packs:
        _add(folder, name, chain)
    _check_unique(folder, chain)
    areas = {area.id for area in common.body_area}
    for name, pack in chain.items():
        _check_references(folder / f"{name}.toml", pack, areas, chain)
    others = tuple(
        Taxonomy(common_in(words, common), tuple(pack_in(words, pack) for pack in chain.values()))
        for words in read_languages(folder, common, chain, pack_names(folder))
    )
    return Taxonomy(common, tuple(chain.values()), others=others)


def pack_names(folder: Path) -> list[str]:
    """Packs that `folder` offers."""
    return sorted(path.stem for path in folder.glob("*.toml") if path.stem != COMMON)


def check_names(clinic: Clinic, taxonomy: Taxonomy) -> None:
    """Raise `SettingError` when the clinic's file names an entry that the taxonomy does not hold, or contradicts itself."""
    entries: tuple[Entry, ...] = (*taxonomy.conditions, *taxonomy.treatments, *taxonomy.page_types)
    known = [entry.id for entry in (*entries, *taxonomy.body_areas, *taxonomy.intents)]
    for setting in ("offered", "not_offered", "weights"):
        for name in getattr(clinic, setting) or ():
            if name not in known:
                hint = did_you_mean(name, known)
                raise SettingError(setting, name, f"the packs in use hold no entry {name!r}.{hint}")
    for name in clinic.not_offered:
        if name in (clinic.offered or ()):
            raise SettingError("not_offered", name, f"{name!r} is in offered, too: leave it in one of them.")


def _add(folder: Path, name: str, chain: dict[str, Pack]) -> None:
    parents: list[tuple[str, Pack]] = []
    extends: str | None = name
    while extends is not None and extends not in chain:
        if extends in dict(parents):
            where = place(folder / f"{parents[-1][0]}.toml", "extends")
            raise OperatorError(f"{where}: extends: {extends!r} would extend itself.")
        if extends == COMMON:
            raise OperatorError(f"{folder / COMMON}.toml is no pack, but what all packs share: take it out.")
        pack = _read(folder, extends)
        parents.append((extends, pack))
        extends = pack.extends
    chain.update(reversed(parents))


def _read(folder: Path, name: str) -> Pack:
    path = folder / f"{name}.toml"
    if not path.is_file() or Path(name).name != name:
        hint = did_you_mean(name, pack_names(folder))
        raise OperatorError(f"There is no taxonomy pack {name!r} in {folder}.{hint}")
    values, text = read_toml(path)
    try:
        return Pack.model_validate({"id": name, **values})
    except ValidationError as error:
        raise OperatorError(first_problem(path, values, text, error)) from error


def _check_unique(folder: Path, chain: dict[str, Pack]) -> None:
    """An id stands for one condition or one treatment in all packs."""
    owners: dict[str, str] = {}
    for name, pack in chain.items():
        path = folder / f"{name}.toml"
        entries = (*pack.condition, *pack.treatment)
        _check_once(path, entries)
        for entry in entries:
            if entry.id in owners:
                raise OperatorError(
                    f"{place(path, entry.id)}: {entry.id!r} stands in {owners[entry.id]}.toml, too."
                )
        owners |= dict.fromkeys((entry.id for entry in entries), name)


def _check_once(path: Path, entries: Sequence[Entry]) -> None:
    times = Counter(entry.id for entry in entries)
    if twice := next((name for name, count in times.items() if count > 1), None):
        raise OperatorError(f"{place(path, twice)}: {twice!r} stands there twice.")


def _check_references(path: Path, pack: Pack, areas: set[str], chain: dict[str, Pack]) -> None:
    for condition in pack.condition:
        for area in condition.area:
            if area not in areas:
                hint = did_you_mean(area, areas)
                where = place(path, condition.id)
                raise OperatorError(f"{where}: {condition.id}.area: there is no body area {area!r}.{hint}")
    conditions = {entry.id for one in chain.values() for entry in one.condition}
    treatments = {entry.id for one in chain.values() for entry in one.treatment}
    for cell in sorted((*pack.cells_on, *pack.cells_off)):
        for name, kind, known in zip(cell, ("condition", "treatment"), (conditions, treatments), strict=True):
            if name not in known:
                hint = did_you_mean(name, known)
                raise OperatorError(f"{place(path, name)}: cells: there is no {kind} {name!r}.{hint}")
