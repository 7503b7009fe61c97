import json
import threading
from pathlib import Path
from typing import Any

import pytest

from crawler.decisions import Decision, decide, decisions_file, in_force, read_decisions, standing
from crawler.errors import OperatorError
from dashboard import decisions as theirs
from dashboard.kept_files import KeptFileError

AT = "2026-11-22T10:00:00Z"
GOOD = [
    Decision("accepted", AT, by="Ann", note="in May", title="A “gap”"),
    Decision("snoozed", AT, until="2026-12-22"),
    Decision("wont_do", AT, reason="we do not treat it"),
    Decision("open", AT),
]
BAD: list[tuple[Any, str]] = [
    ([], "an object of texts"),
    ({"state": "done", "at": AT}, "one of accepted"),
    ({"state": "accepted"}, "at has to be a time"),
    ({"state": "accepted", "at": "yesterday"}, "at has to be a time"),
    ({"state": "snoozed", "at": AT}, "until has to be a day"),
    ({"state": "snoozed", "at": AT, "until": "2026-1-2"}, "until has to be a day"),
    ({"state": "wont_do", "at": AT, "reason": " "}, "reason|say why"),
    ({"state": "accepted", "at": AT, "who": "Ann"}, "no field 'who'"),
    ({"state": "accepted", "at": AT, "note": 3}, "an object of texts"),
]
BROKEN = [
    "",
    "{",
    "[]",
    '{"version": 2, "decisions": {}}',
    '{"version": 1}',
    '{"version": 1, "decisions": []}',
    "\udcff",
]


@pytest.mark.parametrize("decision", GOOD, ids=lambda decision: decision.state)
def test_each_side_reads_what_the_other_writes(tmp_path: Path, decision: Decision) -> None:
    ours, other = (
        decisions_file(tmp_path, "clinic.example"),
        theirs.decisions_file(tmp_path / "b", "clinic.example"),
    )
    decide(ours, "a1", decision)
    read = theirs.read_decisions(ours)
    assert Decision(**read["a1"]) == decision  # type: ignore[arg-type]
    theirs.decide(other, "a1", read["a1"])
    assert read_decisions(other) == {"a1": decision}
    assert other.read_bytes() == ours.read_bytes()
    assert other == tmp_path / "b" / "decisions" / "clinic.example.json"


@pytest.mark.parametrize(("entry", "said"), BAD)
def test_a_wrong_entry_is_named_by_both(tmp_path: Path, entry: Any, said: str) -> None:
    file = tmp_path / "s.json"
    file.write_text(json.dumps({"version": 1, "decisions": {"a1": entry}}))
    with pytest.raises(OperatorError, match=rf"s\.json: a1: .*({said})"):
        read_decisions(file)
    with pytest.raises(KeptFileError, match=rf"s\.json: a1: .*({said})"):
        theirs.read_decisions(file)


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_file_is_never_written_over(tmp_path: Path, content: str) -> None:
    file = tmp_path / "s.json"
    file.write_bytes(content.encode("utf-8", "surrogateescape"))
    before = file.read_bytes()
    with pytest.raises(OperatorError, match="Correct it by hand"):
        decide(file, "a1", GOOD[0])
    with pytest.raises(KeptFileError, match="Correct it by hand"):
        theirs.decide(file, "a1", {"state": "accepted", "at": AT})
    assert file.read_bytes() == before


def test_no_file_is_no_decision(tmp_path: Path) -> None:
    assert read_decisions(tmp_path / "s.json") == {}
    assert theirs.read_decisions(tmp_path / "s.json") == {}


def test_what_is_not_whole_is_not_kept(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="wont_do needs a reason"):
        decide(tmp_path / "s.json", "a1", Decision("wont_do", AT))
    with pytest.raises(KeptFileError, match="say why"):
        theirs.decide(tmp_path / "s.json", "a1", {"state": "wont_do", "at": AT})
    assert list(tmp_path.iterdir()) == []


def test_writers_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    file = tmp_path / "s.json"

    def write(number: int) -> None:
        if number % 2:
            decide(file, f"a{number}", GOOD[0])
        else:
            theirs.decide(file, f"a{number}", {"state": "accepted", "at": AT})

    threads = [threading.Thread(target=write, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read_decisions(file)) == 20


FIRST, BACK = "20261101T000000Z", "20261123T000000Z"


@pytest.mark.parametrize(
    ("decision", "since", "held", "shown"),
    [
        (None, FIRST, None, "open"),
        (GOOD[3], FIRST, None, "open"),
        (GOOD[0], FIRST, "accepted", "accepted"),
        (GOOD[2], None, "wont_do", "wont_do"),
        (GOOD[2], BACK, None, "open"),
        (GOOD[1], FIRST, "snoozed", "snoozed"),
        (Decision("snoozed", AT, until="2026-11-23"), FIRST, "snoozed", "snoozed"),
        (Decision("snoozed", AT, until="2026-11-22"), FIRST, None, "reopened"),
    ],
)
def test_what_is_in_force(decision: Decision | None, since: str | None, held: str | None, shown: str) -> None:
    assert in_force(decision, "2026-11-23", since, FIRST) == held
    assert standing("open", decision, "2026-11-23", since, FIRST) == shown
    assert standing("fixed", decision, "2026-11-23", since, FIRST) == "fixed"
