from pathlib import Path

import pytest

from crawler.errors import OperatorError
from crawler.services_file import NO_SERVICES, Services, load_services


def written(data: Path, text: str) -> Path:
    (data / "services").mkdir()
    (data / "services" / "clinic.example.json").write_text(text, encoding="utf-8")
    return data


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert load_services(tmp_path, "clinic.example") == NO_SERVICES


@pytest.mark.parametrize(
    ("text", "confirmed", "struck"),
    [
        ("{}", set(), set()),
        ('{"confirmed": ["prp"], "struck": ["ozone"], "changed_by": "front desk"}', {"prp"}, {"ozone"}),
        ('{"confirmed": ["prp"]}', {"prp"}, set()),
        ('{"confirmed": ["prp"], "struck": ["prp"]}', set(), {"prp"}),
    ],
)
def test_what_was_confirmed_and_struck(tmp_path: Path, text: str, confirmed: set[str], struck: set[str]) -> None:
    found = load_services(written(tmp_path, text), "clinic.example")
    assert found == Services(frozenset(confirmed), frozenset(struck))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"confirmed": "prp"}', '{"struck": [1]}', "[" * 100_000])
def test_a_broken_file_is_said_in_one_sentence(tmp_path: Path, text: str) -> None:
    with pytest.raises(OperatorError, match=r"clinic\.example\.json") as caught:
        load_services(written(tmp_path, text), "clinic.example")
    assert "\n" not in str(caught.value)
