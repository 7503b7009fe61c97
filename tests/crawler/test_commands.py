"""The commands that crawl nothing, called in this process."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from crawler.cli import main
from crawler.command_parts import clinic_for, one_sentence
from crawler.errors import OperatorError

DRAFT = """When physical therapy fails to relieve low back pain

Prolotherapy strengthens ligaments. Low back pain that lasts may come from a ligament injury, and regenerative
orthopedics treats a ligament injury with prolotherapy.
"""


def test_a_reader_that_has_read_enough_is_no_mistake() -> None:
    @one_sentence
    def listing() -> None:
        raise BrokenPipeError

    with pytest.raises(BrokenPipeError):
        listing()


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


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('not_offered = ["ozone"]\noffered = [\n  "prp",\n  "prpp",\n]\n', "line 4: offered: "),
        ("[weights]\nprp = 2\nprpp = 1\n", "line 3: weights: "),
        ("[rename]\n'prpp' = 'PRP'\n", "line 2: rename: "),
        ('offered = ["prp"]\nnot_offered = ["prp"]\n', "line 2: not_offered: 'prp' is in offered, too"),
        ('[[condition]]\nid = "knee_oa"\n\n[[condition]]\nid = "knee_oaa"\n', "line 5: condition: "),
        ('[[condition]]\nid = "x"\nlabel = "X"\narea = ["elbo"]\n', "line 4: condition.x.area: "),
        ('[thresholds]\n"gap.ctr.max_position" = -1\n', "line 2: thresholds: "),
    ],
)
def test_what_does_not_fit_the_vocabulary_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OperatorError) as caught:
        clinic_for(tmp_path, None)
    assert str(caught.value).startswith(f"{path}, {said}")


def test_a_language_by_its_name_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text(DRAFT)
    done = CliRunner().invoke(main, ["phrases", str(tmp_path / "draft.txt"), "--language", "spanish"])
    assert (done.exit_code, done.output) == (
        2,
        "--language spanish: name it by two letters, such as en or es.\n",
    )
