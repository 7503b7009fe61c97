"""What is said of a question: answered, not answered, not known."""

import pytest

from dashboard.components.questions import questions
from dashboard.dataset import Row
from dashboard.store import Store
from tests.dashboard.conftest import view_of
from tests.dashboard.tree import text


def _row(state: str, about: str) -> Row:
    return {
        "kind": "intent", "key": f"cost:{about}", "label": f"Cost: {about}", "state": state, "score": 0, "best_url": None,
        "reasons": "", "condition": None, "treatment": about, "offered": "yes",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("states", "said"),
    [
        (["covered", "strong"], "answered for all 2"),
        (["none", "covered"], "no answer found for 1 of 2"),
        (["none", "unknown", "covered"], "no answer found for 1 of 3, 1 not known"),
        (["unknown", "covered"], "2 asked about, 1 not known"),
    ],
)
def test_what_is_not_known_is_not_answered(states: list[str], said: str, store: Store) -> None:
    rows = [_row(state, f"t{at}") for at, state in enumerate(states)]
    assert f"– {said}" in text(questions(view_of(store), rows))
