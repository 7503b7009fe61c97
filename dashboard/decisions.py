"""What the clinic decided about its gaps: ``<data>/decisions/<site>.json``, the file that the crawler reads, too.

An object with `version` and `decisions`; in that, by gap id: `state` (accepted, snoozed, wont_do or open), `at` (UTC,
as 2026-11-22T02:14:00Z), and where they apply `until` (last day of a snooze), `reason`, `note`, `by` and `title`.
"""

import fcntl
import json
import os
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

VERSION = 1
FIELDS = ("state", "at", "until", "reason", "note", "by", "title")
STATES = ("accepted", "snoozed", "wont_do", "open")
_AT, _DAY = "%Y-%m-%dT%H:%M:%SZ", "%Y-%m-%d"

Decision = Mapping[str, str]
"""Fields by name; those that do not apply are missing."""


class DecisionError(Exception):
    """The file cannot be used, or a decision is not whole; the message is a sentence for the reader."""


def decisions_file(data: Path, site: str) -> Path:
    """The file of a site, which is named as its folder of snapshots is."""
    return data / "decisions" / f"{site}.json"


def read_decisions(path: Path) -> dict[str, Decision]:
    """Decisions by gap id; none where there is no file. Raises `DecisionError` that says what is wrong with it."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        raise DecisionError(f"{path} cannot be read. Correct it by hand, or move it away.") from None
    entries = content.get("decisions") if isinstance(content, dict) and content.get("version") == VERSION else None
    if not isinstance(entries, dict):
        raise DecisionError(f"{path} is no file of decisions. Correct it by hand, or move it away.")
    for gap_id, entry in entries.items():
        if problem := _problem(entry):
            raise DecisionError(f"{path}: {gap_id}: {problem}. Correct it by hand, or move it away.")
    return {gap_id: _given(entry) for gap_id, entry in entries.items()}


def decide(path: Path, gap_id: str, decision: Decision) -> None:
    """Write one decision, beside those that are there. Raises `DecisionError`, and writes nothing, where the file is
    broken or the decision is not whole."""
    if problem := _problem(decision):
        raise DecisionError(f"This was not kept: {problem}.")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with (path.parent / f".{path.stem}.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            _write(path, {**read_decisions(path), gap_id: _given(decision)})
    except OSError as error:
        raise DecisionError(f"{path} cannot be written: {error.strerror}.") from error


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


def _write(path: Path, decisions: Mapping[str, Decision]) -> None:
    aside = path.with_name(f".{path.name}.new")
    with aside.open("w", encoding="utf-8", errors="replace") as file:
        json.dump(
            {"version": VERSION, "decisions": dict(sorted(decisions.items()))}, file, ensure_ascii=False, indent=2
        )
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)
