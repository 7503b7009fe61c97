import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from crawler.gap_commands import gaps
from tests import sample


@pytest.fixture
def data(tmp_path: Path) -> Path:
    sample.sample(tmp_path)
    return tmp_path


def run(data: Path, *words: str) -> Result:
    return CliRunner().invoke(gaps, ["--data", str(data), *words])


def test_help_needs_no_snapshot(tmp_path: Path) -> None:
    answer = run(tmp_path, "accept", "--help")
    assert (answer.exit_code, "GAP_ID" in answer.output) == (0, True)


def test_lists_what_is_to_do(data: Path) -> None:
    listed = run(data).output.splitlines()
    assert [line.split()[0] for line in listed][:2] == ["gap-06", "gap-00"]
    assert run(data, "list").output.splitlines() == listed


@pytest.mark.parametrize(
    ("words", "state", "fields", "is_listed"),
    [
        (["accept", "gap-00", "--by", "Ann"], "accepted", {"by": "Ann"}, True),
        (["snooze", "gap-00", "--days", "3"], "snoozed", {}, False),
        (["dismiss", "gap-00", "--reason", "no room", "--note", "ask in May"], "wont_do", {"reason": "no room", "note": "ask in May"}, False),
        (["reopen", "gap-00"], "open", {}, True),
    ],
)  # fmt: skip
def test_keeps_a_decision(
    data: Path, words: list[str], state: str, fields: dict[str, str], is_listed: bool
) -> None:
    assert run(data, *words).exit_code == 0
    (file,) = (data / "decisions").glob("*.json")
    kept = json.loads(file.read_text())["decisions"]["gap-00"]
    assert kept["state"] == state
    assert kept["title"] == "No page about sciatica"
    assert {name: kept[name] for name in fields} == fields
    assert ("gap-00" in run(data, "list").output) is is_listed
    assert "gap-00" in run(data, "list", "--all").output


def test_says_what_to_do_first(data: Path) -> None:
    first = run(data, "next").output.splitlines()
    titles = [line for line in first if line[0].isdigit()]
    assert titles[:2] == ["1. Let a tap call the number on “Dr Rivera”", "2. Repair links to pages that are gone"]
    assert len(titles) == 7
    assert first[1:3] == ["   A main reason people come.", "   2 of 24 pages · up to an hour · gap-06"]
    assert run(data, "dismiss", "gap-06", "--reason", "no room").exit_code == 0
    assert run(data, "next").output.splitlines()[0] == "1. Repair links to pages that are gone"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["accept", "nope"], "has no gap 'nope'"),
        (["--site", "other.example", "list"], "Name one of the sites with --site"),
        (["dismiss", "gap-00", "--reason", " "], "wont_do needs a reason"),
    ],
)
def test_says_what_is_wrong(data: Path, words: list[str], said: str) -> None:
    result = run(data, *words)
    assert result.exit_code == 2
    assert said in result.output
    assert not (data / "decisions").exists()


def test_a_snapshot_of_another_version(data: Path) -> None:
    newest = max(data.glob("snapshots/*/*/datapackage.json"))
    newest.write_text(json.dumps({**json.loads(newest.read_text()), "schema_version": "99"}))
    for words in ([], ["next"], ["accept", "gap-00"]):
        result = run(data, *words)
        assert (result.exit_code, "was written by another version of Rounds" in result.output) == (2, True)


def test_a_snapshot_of_before_actions_were_ranked(data: Path) -> None:
    for file in data.glob("snapshots/*/*/next_actions.parquet"):
        file.unlink()
    result = run(data, "next")
    assert result.exit_code == 2
    assert "ranks no actions yet" in result.output


def test_without_a_snapshot(tmp_path: Path) -> None:
    assert "crawl a site first" in run(tmp_path, "list").output
