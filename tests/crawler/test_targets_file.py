"""The list of target phrases: read as spreadsheets write it, or one sentence that names file and line."""

from pathlib import Path

import pytest

from crawler.config import Target
from crawler.errors import OperatorError
from crawler.targets_file import load_targets

_KNEE = Target(phrase="knee pain", page="/knee-pain")
_HIP = Target(phrase="hip, pain", page="https://clinic.example/hip")


@pytest.mark.parametrize(
    "text",
    [
        'knee pain,/knee-pain\n"hip, pain",https://clinic.example/hip\n',
        '\ufeffphrase;page\r\nknee pain;/knee-pain\r\n\r\n"hip, pain";https://clinic.example/hip\r\n',
        "Page\tNote\tPhrase\n/knee-pain\tx\tknee pain\n https://clinic.example/hip \t\t hip, pain \n",
    ],
)
def test_targets(tmp_path: Path, text: str) -> None:
    path = tmp_path / "targets.csv"
    path.write_bytes(text.encode())
    assert load_targets(path) == (_KNEE, _HIP)


@pytest.mark.parametrize("text", [None, "", "phrase,page\n", "\n,\n"])
def test_nothing_is_no_target(tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "targets.csv"
    if text is not None:
        path.write_text(text)
    assert load_targets(path) == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("knee pain,/knee\nhip pain\n", "line 2: a phrase and a page are needed, such as: knee pain,/knee-pain."),
        ("phrase,page\n,/knee\n", "line 2: phrase: String should have at least 1 character."),
        (
            "knee pain,knee page\n",
            "line 1: page: 'knee page' is neither a path such as /knee-pain nor a web address.",
        ),
        ("phrase,page\nknee pain,\n", "line 2: page: '' is neither a path"),
    ],
)
def test_a_bad_line_is_one_sentence(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "targets.csv"
    path.write_text(text)
    with pytest.raises(OperatorError) as caught:
        load_targets(path)
    assert f"{path}, {message}" in str(caught.value)


def test_a_file_that_is_no_text_is_said(tmp_path: Path) -> None:
    path = tmp_path / "targets.csv"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(OperatorError, match="cannot be read"):
        load_targets(path)
