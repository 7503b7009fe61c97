"""What a clinic's own file changes of the packs."""

from pathlib import Path
from typing import Any

import pytest

from crawler.analyse.text.matcher import build_vocabulary, find_matches
from crawler.analyse.text.tokens import tokenise
from crawler.config import Clinic, load_clinic
from crawler.errors import OperatorError
from crawler.own_topics import OwnCondition, OwnTreatment
from crawler.taxonomy import Taxonomy, with_own
from tests.crawler.analyse.packs import taxonomy

FINGER = OwnCondition(
    id="climbers_finger", label="Climber's finger", syn=("pulley injury",), area=("hand",), tissue=("ligament",)
)


def own(**settings: Any) -> Taxonomy:
    return with_own(taxonomy("musculoskeletal"), Clinic(**settings))


def named(text: str, found: Taxonomy) -> set[str]:
    matches = find_matches(tokenise(text), build_vocabulary(found), text)
    return {ref.id for match in matches for ref in match.term.refs}


def test_nothing_said_changes_nothing() -> None:
    assert own() is taxonomy("musculoskeletal")


def test_a_new_condition_is_matched_and_goes_with_treatments() -> None:
    found = own(condition=(FINGER,))
    [condition] = [c for c in found.conditions if c.id == "climbers_finger"]
    [prolotherapy] = [t for t in found.treatments if t.id == "prolotherapy"]
    assert condition.tier == 1
    assert found.plausible(condition, prolotherapy)
    assert named("A pulley injury", found) == {"climbers_finger"}
    assert "climbers_finger" in {c.id for c in found.only(["musculoskeletal"]).conditions}


def test_words_are_added_to_a_topic_of_a_pack() -> None:
    found = own(treatment=(OwnTreatment(id="prolotherapy", syn=("sugar water injection",)),))
    assert named("Sugar water injections", found) == {"prolotherapy"}
    assert named("Prolo", found) == {"prolotherapy"}
    assert len(found.treatments) == len(taxonomy("musculoskeletal").treatments)


def test_a_new_name_is_shown_and_the_old_one_matched_too() -> None:
    found = own(rename={"regen_general": "Tissue repair", "cost": "Fees"})
    assert {t.id: t.label for t in found.treatments}["regen_general"] == "Tissue repair"
    assert {i.id: i.label for i in found.intents}["cost"] == "Fees"
    assert named("Tissue repair and regenerative orthopaedics", found) == {"regen_general"}


def test_what_is_off_still_uses_its_words_up() -> None:
    found = own(off=("inflammatory_arth", "selfcare"))
    assert "inflammatory_arth" not in {c.id for c in found.conditions}
    assert "selfcare" not in {i.id for i in found.intents}
    assert named("Rheumatoid arthritis", found) == set()
    assert named("Arthritis", found) == {"osteoarthritis"}


def test_the_version_tells_what_the_clinic_changed() -> None:
    versions = {own().version, own(off=("fibromyalgia",)).version, own(condition=(FINGER,)).version}
    assert len(versions) == 3


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"off": ("fibromialgia",)}, "off: the packs in use hold no entry 'fibromialgia'. Did you mean 'fibromyalgia'?"),
        ({"rename": {"prpp": "PRP"}}, "rename: the packs in use hold no entry 'prpp'. Did you mean 'prp'?"),
        ({"condition": (OwnCondition(id="knee_oaa"),)}, "condition: 'knee_oaa' is new, so it needs a label. Did you mean 'knee_oa'?"),
        ({"condition": (FINGER, FINGER)}, "condition: 'climbers_finger' stands there twice."),
        ({"condition": (OwnCondition(id="prp", label="P"),)}, "condition: 'prp' is a topic of the other kind, too."),
        (
            {"condition": (FINGER,), "treatment": (OwnTreatment(id=FINGER.id, label="F"),)},
            "treatment: 'climbers_finger' is a topic of the other kind, too.",
        ),
        (
            {"condition": (OwnCondition(id="x", label="X", area=("elbo",)),)},
            "condition.x.area: the packs in use hold no entry 'elbo'. Did you mean 'elbow'?",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_one_sentence(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(OperatorError) as caught:
        own(**settings)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('[[condition]]\nid = "x"\n[[condition]]\nid = "y"\ntier = 7\n', "line 5: condition.tier: "),
        ('[[condition]]\nid = "X Y"\n', "line 2: condition.id: "),
        (
            '[[treatment]]\nid = "x"\ntir = 1\n',
            "line 3: there is no setting 'treatment.tir'. Did you mean 'tier'?",
        ),
        ("[weights]\nprp = -1\n", "line 2: weights.prp: "),
        ('[condition]\nid = "x"\n', "write [[condition]]"),
        ('off = "x"\n', 'write a list: off = ["…"]'),
        ('[[condition]]\nid = "x"\nlabel = "  "\n', "line 3: condition.label: "),
    ],
)
def test_a_line_of_the_file_is_named(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OperatorError) as caught:
        load_clinic(path)
    assert said in str(caught.value)
