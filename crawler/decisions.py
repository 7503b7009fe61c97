"""What the clinic decided about its gaps: ``<data>/decisions/<site>.json``, apart from the snapshots.

An object with `version` and `decisions`; in that, by gap id: `state` (accepted, snoozed, wont_do or open), `at` (UTC,
as 2026-11-22T02:14:00Z), and where they apply `until` (last day of a snooze), `reason`, `note`, `by` and `title`.
The dashboard reads and writes the same file; `.<site>.lock` beside it keeps writers apart.
"""

import fcntl
import json
import os
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from crawler.errors import OperatorError

State = Literal["accepted", "snoozed", "wont_do", "open"]
VERSION = 1
_AT = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True)
class Decision:
    """`at`: when, UTC. `until`: last day of a snooze, ISO 8601. `title`: of the gap, for people who read the file."""

    state: State
    at: str
    until: str | None = None
    reason: str | None = None
    note: str | None = None
    by: str | None = None
    title: str | None = None


def decisions_file(data: Path, site_folder: str) -> Path:
    """The file of a site, named as its folder of snapshots is."""
    return data / "decisions" / f"{site_folder}.json"


def read_decisions(path: Path) -> dict[str, Decision]:
    """Decisions by gap id; none where there is no file. Raises `OperatorError` that says what is wrong with it."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError) as error:
        raise OperatorError(f"{path} cannot be read: {error}. Correct it by hand, or move it away.") from error
    if not isinstance(content, dict) or content.get("version") != VERSION:
        raise OperatorError(
            f"{path} is no file of decisions of version {VERSION}. Correct it by hand, or move it away."
        )
    entries = content.get("decisions")
    if not isinstance(entries, dict):
        raise OperatorError(f"{path}: decisions has to be an object. Correct it by hand, or move it away.")
    return {gap_id: _decision(path, gap_id, entry) for gap_id, entry in entries.items()}


def _decision(path: Path, gap_id: str, entry: Any) -> Decision:
    problem = _problem(entry)
    if problem:
        raise OperatorError(f"{path}: {gap_id}: {problem}. Correct it by hand, or move it away.")
    return Decision(**entry)


def _problem(entry: Any) -> str | None:
    """What is wrong with an entry, in words; null: nothing."""
    if not isinstance(entry, dict) or not all(isinstance(value, str | None) for value in entry.values()):
        return "it has to be an object of texts"
    unknown = entry.keys() - Decision.__dataclass_fields__.keys()
    if unknown:
        return f"there is no field {min(unknown)!r}"
    if entry.get("state") not in get_args(State):
        return f"state has to be one of {', '.join(get_args(State))}"
    if not _is(entry.get("at"), _AT):
        return "at has to be a time such as 2026-11-22T02:14:00Z"
    if entry["state"] == "snoozed" and not _is(entry.get("until"), "%Y-%m-%d"):
        return "until has to be a day such as 2026-12-22"
    if entry["state"] == "wont_do" and not (entry.get("reason") or "").strip():
        return "wont_do needs a reason"
    return None


def _is(text: str | None, form: str) -> bool:
    try:
        return datetime.strptime(text or "", form).replace(tzinfo=UTC).strftime(form) == text
    except ValueError:
        return False


def decide(path: Path, gap_id: str, decision: Decision) -> None:
    """Write one decision, beside those that are there. Raises `OperatorError`, and writes nothing, where the file is
    broken or the decision is not whole."""
    if problem := _problem(_written(decision)):
        raise OperatorError(f"The decision was not kept: {problem}.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with (path.parent / f".{path.stem}.lock").open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _write(path, {**read_decisions(path), gap_id: decision})


def _write(path: Path, decisions: Mapping[str, Decision]) -> None:
    content = {"version": VERSION, "decisions": {key: _written(d) for key, d in sorted(decisions.items())}}
    aside = path.with_name(f".{path.name}.new")
    with aside.open("w", encoding="utf-8", errors="replace") as file:
        json.dump(content, file, ensure_ascii=False, indent=2)
        file.write("\n")
        file.flush()
        os.fsync(file.fileno())
    aside.replace(path)


def _written(decision: Decision) -> dict[str, str]:
    return {name: value for name, value in asdict(decision).items() if value is not None}


def in_force(decision: Decision | None, today: str, since: str | None, first_seen: str) -> str | None:
    """accepted, snoozed or wont_do; null where nothing holds: nothing was decided, the snooze ran out, or the gap was
    fixed and came back after the decision. `since` and `first_seen`: crawl ids."""
    if decision is None or decision.state == "open":
        return None
    if decision.state == "snoozed" and (decision.until or "") < today:
        return None
    if since and since != first_seen and re.sub(r"[-:]", "", decision.at) < since:
        return None
    return decision.state


def standing(state: str, decision: Decision | None, today: str, since: str | None, first_seen: str) -> str:
    """A gap's state, or the decision in force about it; reopened where a snooze ran out."""
    if state == "fixed":
        return state
    if held := in_force(decision, today, since, first_seen):
        return held
    ran_out = decision is not None and decision.state == "snoozed"
    return "reopened" if ran_out and state != "unknown" else state


def stamp(now: datetime) -> str:
    """A time in UTC, as decisions have it."""
    return now.strftime(_AT)
