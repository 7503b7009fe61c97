"""The commands that crawl nothing, called in this process."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli import main

DRAFT = """When physical therapy fails to relieve low back pain

Prolotherapy strengthens ligaments. Low back pain that lasts may come from a ligament injury, and regenerative
orthopedics treats a ligament injury with prolotherapy.
"""


def test_the_phrases_of_a_draft(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    done = CliRunner().invoke(
        main, ["phrases", str(tmp_path / "draft.txt"), "--top", "4", "--data", str(tmp_path)]
    )
    assert done.exit_code == 0, done.output
    assert {"low back pain", "ligament injury"} < set(done.output.lower().splitlines())
    assert len(done.output.splitlines()) == 4


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"\xff\xfe\x00", "is no text in UTF-8: save it as plain text."),
        (b" \n", "holds no words to find phrases in."),
    ],
)
def test_a_draft_that_is_none_is_one_sentence(tmp_path: Path, body: bytes, sentence: str) -> None:
    (tmp_path / "draft.txt").write_bytes(body)
    done = CliRunner().invoke(main, ["phrases", str(tmp_path / "draft.txt")])
    assert (done.exit_code, done.output.strip()) == (2, f"{tmp_path / 'draft.txt'} {sentence}")


def test_a_language_by_its_name_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    done = CliRunner().invoke(main, ["phrases", str(tmp_path / "draft.txt"), "--language", "spanish"])
    assert (done.exit_code, done.output) == (
        2,
        "--language spanish: name it by two letters, such as en or es.\n",
    )
