"""What the clinic decided about its gaps: ``<data>/decisions/<site>.json``, the file that the crawler reads, too.

An object with `version` and `decisions`; in that, by gap id: `state` (accepted, snoozed, wont_do or open), `at` (UTC,
as 2026-11-22T02:14:00Z), and where they apply `until` (last day of a snooze), `reason`, `note`, `by` and `title`.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.kept_files import KeptFileError, only_writer, read_kept, replace_kept

VERSION = 1
FIELDS = ("state", "at", "until", "reason", "note", "by", "title")
STATES = ("accepted", "snoozed", "wont_do", "open")
_AT, _DAY = "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"

Decision = Mapping[str, str]
"""Fields by name; those that do not apply are missing."""


def decisions_file(data: Path, site: str) -> Path:
    """The file of a site, which is named as its folder of snapshots is."""
    return data / "decisions" / f"{site}.json"


def read_decisions(path: Path) -> dict[str, Decision]:
    """Decisions by gap id; none where there is no file. Raises `KeptFileError` that says what is wrong with it."""
    content = read_kept(path, {"version": VERSION, "decisions": {}})
    entries = content.get("decisions") if isinstance(content, dict) and content.get("version") == VERSION else None
    if not isinstance(entries, dict):
        raise KeptFileError(f"{path} is no file of decisions. Correct it by hand, or move it away.")
    for gap_id, entry in entries.items():
        if problem := _problem(entry):
            raise KeptFileError(f"{path}: {gap_id}: {problem}. Correct it by hand, or move it away.")
    return {gap_id: _given(entry) for gap_id, entry in entries.items()}


def decide(path: Path, gap_id: str, decision: Decision) -> None:
    """Write one decision, beside those that are there. Raises `KeptFileError`, and writes nothing, where the file is
    broken or the decision is not whole."""
    if problem := _problem(decision):
        raise KeptFileError(f"This was not kept: {problem}.")
    with only_writer(path):
        decisions = {**read_decisions(path), gap_id: _given(decision)}
        replace_kept(path, {"version": VERSION, "decisions": dict(sorted(decisions.items()))})


def _problem(entry: Any) -> str | None:
    """What is wrong with an entry, in words; null: nothing."""
    if not isinstance(entry, Mapping) or not all(isinstance(value, str | None) for value in entry.values()):
        return "it has to be an object of texts"
    if unknown := entry.keys() - set(FIELDS):
        return f"there is no field {min(unknown)!r}"
    if entry.get("state") not in STATES:
        return f"state has to be one of {', '.join(STATES)}"
    if not _is(entry.get("at"), _AT):
        return "at has to be a time such as 2026-11-22T02:14:00Z"
    if entry["state"] == "snoozed" and not _is(entry.get("until"), _DAY):
        return "until has to be a day such as 2026-12-22"
    if entry["state"] == "wont_do" and not (entry.get("reason") or "").strip():
        return "say why it will not be done"
    return None


def _is(text: str | None, form: str) -> bool:
    try:
        return datetime.strptime(text or "", form).replace(tzinfo=UTC).strftime(form) == text
    except ValueError:
        return False


def _given(entry: Mapping[str, str | None]) -> dict[str, str]:
    return {name: value for name in FIELDS if (value := entry.get(name)) is not None}
