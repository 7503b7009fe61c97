import subprocess
import sys
from typing import Any

import pytest

from dashboard.pages.overview_actions import kind_of, mixed


def _action(kind: str, priority: float) -> dict[str, Any]:
    return {"kind": kind, "priority": priority}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([], []),
        (["cta 5", "cta 4", "http 1"], ["cta 5", "cta 4", "http 1"]),
        (["cta 5", "cta 5", "cta 5", "page 3"], ["cta 5", "cta 5", "page 3"]),
        (["page 9", "trust 8", "cta 7", "thin 1"], ["page 9", "cta 7", "thin 1"]),
        (["cta 5", "page 4", "trust 3", "topic 0.9"], ["cta 5", "page 4", "topic 0.9"]),
    ],
)
def test_the_first_steps_are_of_several_kinds(found: list[str], expected: list[str]) -> None:
    actions = [_action(kind, float(priority)) for kind, priority in map(str.split, found)]
    assert [f"{a['kind']} {a['priority']:g}" for a in mixed(actions, 3)] == expected


def test_the_command_line_loads_no_dash() -> None:
    asked = "import sys, dashboard.cli; sys.exit('dash' in sys.modules or 'plotly' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], check=False).returncode == 0


@pytest.mark.parametrize(
    ("check_id", "kind"),
    [
        ("http.client_error", "http"),
        ("redirect.loop", "http"),
        ("phone.placeholder", "cta"),
        ("cta.phone_missing", "cta"),
        ("content.thin", "thin"),
        ("content.duplicate", "page"),
        ("title.missing", "page"),
    ],
)
def test_checks_are_of_the_kinds_that_gaps_are_of(check_id: str, kind: str) -> None:
    assert kind_of(check_id, check_id.partition(".")[0]) == kind
