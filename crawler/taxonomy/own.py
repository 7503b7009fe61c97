"""What a clinic's own file changes of the packs: entries added, widened, renamed and switched off."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from crawler.config import Clinic
from crawler.errors import SettingError
from crawler.own_topics import OwnCondition, OwnTopic, OwnTreatment
from crawler.taxonomy.model import Condition, Entry, Pack, Taxonomy, Treatment
from crawler.toml_files import did_you_mean

_E = TypeVar("_E", bound=Entry)
_T = TypeVar("_T", Condition, Treatment)

_OWN_PACK = "clinic"
_OWN_FAMILY = "own"
_OWN_TIER = 1


def with_own(taxonomy: Taxonomy, clinic: Clinic) -> Taxonomy:
    """`taxonomy` as the clinic's file wants it, in every language; unchanged where that says nothing of it.

    What is switched off still uses its words up: rheumatoid arthritis does not become arthritis. Raises
    `SettingError`.
    """
    if not (clinic.condition or clinic.treatment or clinic.rename or clinic.off):
        return taxonomy
    _check(taxonomy, clinic)
    return replace(_changed_in(taxonomy, clinic), others=tuple(_changed_in(o, clinic) for o in taxonomy.others))


def _changed_in(taxonomy: Taxonomy, clinic: Clinic) -> Taxonomy:
    """`taxonomy` of one language: the clinic's own words count in all of them."""
    added: dict[str, OwnTopic] = {entry.id: entry for entry in (*clinic.condition, *clinic.treatment)}
    known = {entry.id for entry in _topics(taxonomy)}
    own = Pack(
        id=_OWN_PACK,
        decoys=tuple(word for entry in _topics(taxonomy) if entry.id in clinic.off for word in _words(entry)),
        condition=tuple(_condition(one, clinic.rename) for one in clinic.condition if one.id not in known),
        treatment=tuple(_treatment(one, clinic.rename) for one in clinic.treatment if one.id not in known),
    )
    packs = tuple(_changed(pack, clinic, added) for pack in taxonomy.packs)
    return replace(taxonomy, common=_changed(taxonomy.common, clinic, added), packs=packs, own=own)


def _topics(taxonomy: Taxonomy) -> tuple[Condition | Treatment, ...]:
    return (*taxonomy.conditions, *taxonomy.treatments)


def _words(entry: Condition | Treatment) -> tuple[str, ...]:
    return (entry.label, *entry.syn, *entry.weak)


def _check(taxonomy: Taxonomy, clinic: Clinic) -> None:
    _check_kind("condition", clinic.condition, taxonomy.conditions, taxonomy.treatments)
    _check_kind("treatment", clinic.treatment, taxonomy.treatments, (*taxonomy.conditions, *clinic.condition))
    own = {entry.id for entry in (*clinic.condition, *clinic.treatment)}
    topics = {entry.id for entry in _topics(taxonomy)} | {intent.id for intent in taxonomy.intents}
    named = {entry.id for entry in (*taxonomy.body_areas, *taxonomy.page_types)} | topics | own
    _check_known("off", clinic.off, topics)
    _check_known("rename", clinic.rename, named)
    areas = {area.id for area in taxonomy.body_areas}
    for condition in clinic.condition:
        _check_known(f"condition.{condition.id}.area", condition.area, areas)


def _check_kind(
    setting: str, own: Iterable[OwnTopic], same: Iterable[Entry], other: Iterable[Entry | OwnTopic]
) -> None:
    known, taken = {entry.id for entry in same}, {entry.id for entry in other}
    seen: set[str] = set()
    for topic in own:
        if topic.id in seen:
            raise SettingError(setting, topic.id, f"{topic.id!r} stands there twice.")
        if topic.id in taken:
            raise SettingError(setting, topic.id, f"{topic.id!r} is a topic of the other kind, too.")
        if topic.label is None and topic.id not in known:
            hint = did_you_mean(topic.id, known)
            raise SettingError(setting, topic.id, f"{topic.id!r} is new, so it needs a label.{hint}")
        seen.add(topic.id)


def _check_known(setting: str, names: Iterable[str], known: Iterable[str]) -> None:
    for name in names:
        if name not in known:
            raise SettingError(
                setting, name, f"the packs in use hold no entry {name!r}.{did_you_mean(name, known)}"
            )


def _changed(pack: Pack, clinic: Clinic, added: Mapping[str, OwnTopic]) -> Pack:
    topics = {
        "condition": tuple(
            _widened(c, added.get(c.id, OwnTopic(id=c.id))) for c in pack.condition if c.id not in clinic.off
        ),
        "treatment": tuple(
            _widened(t, added.get(t.id, OwnTopic(id=t.id))) for t in pack.treatment if t.id not in clinic.off
        ),
        "intent": tuple(intent for intent in pack.intent if intent.id not in clinic.off),
        "body_area": pack.body_area,
        "page_type": pack.page_type,
    }
    return pack.model_copy(update={key: _renamed(entries, clinic.rename) for key, entries in topics.items()})


def _renamed(entries: tuple[_E, ...], names: Mapping[str, str]) -> tuple[_E, ...]:
    """`entries` with their new labels. The old label of a topic goes on to stand for it in texts."""
    return tuple(_with_label(entry, names[entry.id]) if entry.id in names else entry for entry in entries)


def _with_label(entry: _E, label: str) -> _E:
    old = {"syn": (*entry.syn, entry.label)} if isinstance(entry, Condition | Treatment) else {}
    return entry.model_copy(update={"label": label, **old})


def _widened(entry: _T, own: OwnTopic) -> _T:
    said = own.model_dump(exclude={"id"}, exclude_unset=True)
    said["syn"] = tuple(dict.fromkeys((*entry.syn, *own.syn)))
    said["weak"] = tuple(dict.fromkeys((*entry.weak, *own.weak)))
    wider = entry.model_copy(update=said)
    return _with_label(wider.model_copy(update={"label": entry.label}), wider.label) if own.label else wider


def _condition(own: OwnCondition, names: Mapping[str, str]) -> Condition:
    said = own.model_dump(exclude_none=True)
    return Condition.model_validate({"tier": _OWN_TIER, **said, "label": names.get(own.id, own.label)})


def _treatment(own: OwnTreatment, names: Mapping[str, str]) -> Treatment:
    said = own.model_dump(exclude_none=True)
    return Treatment.model_validate({"family": _OWN_FAMILY, **said, "label": names.get(own.id, own.label)})
