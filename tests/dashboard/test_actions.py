"""What to do first: the crawl's order, without what was put off since."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from crawler.decisions import Decision, decide, decisions_file
from dashboard.app import create_app
from dashboard.pages.overview_actions import actions
from dashboard.queries import actions as queries
from dashboard.queries import gaps
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import MORNING, view_of
from tests.dashboard.tree import links, text

AT = "2026-11-22T08:00:00Z"
WONT_DO = Decision("wont_do", AT, reason="no room")
SNOOZED = Decision("snoozed", AT, until="2999-12-31")
OVER = Decision("snoozed", AT, until="2020-01-01")
ACCEPTED = Decision("accepted", AT)
Ranks = list[int]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    sample.sample(tmp_path)
    return tmp_path


def _decided(data: Path, decisions: Sequence[tuple[str, Decision]]) -> Store:
    for gap_id, decision in decisions:
        decide(decisions_file(data, sample.SITE.replace(":", "_")), gap_id, decision)
    return Store(data)


@pytest.mark.parametrize(
    ("decisions", "shown"),
    [
        ([], [1, 2, 3, 4, 5, 6, 7]),
        ([("gap-06", WONT_DO)], [2, 3, 4, 5, 6, 7, 8]),
        ([("gap-06", SNOOZED)], [2, 3, 4, 5, 6, 7, 8]),
        ([("gap-06", OVER)], [1, 2, 3, 4, 5, 6, 7]),
        ([("gap-06", ACCEPTED)], [1, 2, 3, 4, 5, 6, 7]),
        ([("gap-01", WONT_DO)], [1, 2, 3, 4, 5, 6, 7]),
        ([("gap-01", WONT_DO), ("gap-02", SNOOZED)], [1, 2, 3, 5, 6, 7, 8]),
        ([(f"gap-{n:02}", WONT_DO) for n in range(8)], [2, 9]),
    ],
)
def test_what_was_put_off_makes_room(data: Path, decisions: list[tuple[str, Decision]], shown: Ranks) -> None:
    view = view_of(_decided(data, decisions))
    assert [row["rank"] for row in view.rows(*queries.actions(queries.MOST))] == shown


def test_each_says_why_how_much_and_how_long_and_leads_to_its_evidence(data: Path) -> None:
    drawn = actions(view_of(Store(data)))
    said, leads = text(drawn), links(drawn)
    for words in (
        "Why it matters",
        "A main reason people come.",
        "2 of 24 pages",
        "Up to an hour",
        "A day or more",
        sample.SCRIPT,
    ):
        assert words in said
    for address in ("/gap?id=gap-06", "/pages?issue=link.broken", "/coverage?action=action-4#gaps"):
        assert address in leads
    briefs = [address for address in leads if "/export/brief." in address]
    assert [address.split("?")[0] for address in briefs] == ["/export/brief.docx", "/export/brief.md"]
    assert all("kind=condition&key=sciatica" in address for address in briefs)


def test_what_part_of_a_job_was_put_off_is_said(data: Path) -> None:
    assert "put off" not in text(actions(view_of(Store(data))))
    assert "1 of it put off" in text(actions(view_of(_decided(data, [("gap-01", WONT_DO)]))))


def test_what_was_accepted_says_so(data: Path) -> None:
    assert "Accepted" not in text(actions(view_of(Store(data))))
    assert "Accepted" in text(actions(view_of(_decided(data, [("gap-06", ACCEPTED)]))))


def test_the_list_behind_an_action(data: Path) -> None:
    view = view_of(Store(data))
    listed = {row["gap_id"] for row in view.rows(*gaps.gaps(action_id="action-4"))}
    assert listed == {"gap-01", "gap-02"}
    client: FlaskClient = create_app(Store(data), clock=lambda: MORNING).server.test_client()
    said = client.get("/export/gaps.csv?action=action-4").text
    assert "PRP for knee osteoarthritis" in said
    assert "sciatica" not in said


def test_the_table_to_be_saved_has_the_same_order(data: Path) -> None:
    client: FlaskClient = create_app(
        Store(_decided(data, [("gap-06", WONT_DO)]).data), clock=lambda: MORNING
    ).server.test_client()
    lines = client.get("/export/actions.csv").text.splitlines()
    assert lines[1].startswith("2,Repair links")
    assert len(lines) == 9


def test_nothing_to_do(empty_store: Store) -> None:
    assert "Nothing to do" in text(actions(view_of(empty_store)))


def test_the_command_line_loads_no_dash() -> None:
    asked = "import sys, dashboard.cli; sys.exit('dash' in sys.modules or 'plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0
