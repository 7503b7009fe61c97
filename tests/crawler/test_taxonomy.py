import pickle
from pathlib import Path

import pytest

from crawler.analyse.text.matcher import terms_of
from crawler.analyse.text.tokens import stems
from crawler.config import Clinic
from crawler.errors import OperatorError
from crawler.taxonomy import Condition, Taxonomy, Treatment, check_names, load_taxonomy, pack_names
from tests.crawler.analyse.packs import FOLDER, taxonomy

COMMON = """
version = "9"
body_area = [{ id = "knee", label = "Knee" }]
intent = [{ id = "cost", label = "Cost", rx = ['\\bcosts?\\b'], need = "required", for = "treatment" }]
"""
BASE = """
label = "Base"
condition = [
  { id = "knee_pain", label = "Knee pain", area = ["knee"], tissue = ["joint"] },
  { id = "tear", label = "Tear", tissue = ["tendon"] },
]
treatment = [
  { id = "gel", label = "Gel", family = "injection", tissue = ["joint"] },
  { id = "brace", label = "Brace", family = "device", tissue = ["skin"] },
]
cells_on = [["tear", "brace"]]
cells_off = [["knee_pain", "gel"]]
"""


def write(folder: Path, **packs: str) -> Path:
    for name, text in packs.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder


def ids(found: Taxonomy) -> set[str]:
    return {entry.id for entry in (*found.conditions, *found.treatments)}


def test_every_pack_loads_alone_and_with_all_others() -> None:
    for name in pack_names(FOLDER):
        assert taxonomy(name).conditions, name
    together = taxonomy()
    assert [pack.id for pack in together.packs][:2] == ["musculoskeletal", "chiropractic"]
    assert len(together.body_areas) == 18
    assert len(together.intents) == 14


def test_no_two_entries_of_a_pack_share_a_term() -> None:
    for pack in taxonomy().packs:
        owners: dict[tuple[str, ...], str] = {}
        entries: list[Condition | Treatment] = [*pack.condition, *pack.treatment]
        for entry in entries:
            for term in entry.syn:
                assert owners.setdefault(stems(term), entry.id) == entry.id, (pack.id, term)


def test_an_extension_takes_no_term_of_what_it_extends() -> None:
    packs = {pack.id: pack for pack in taxonomy().packs}
    for pack in packs.values():
        if pack.extends is None:
            continue
        base = packs[pack.extends]
        known: list[Condition | Treatment] = [*base.condition, *base.treatment]
        taken = {stems(term) for entry in known for term in terms_of(entry)}
        entries: list[Condition | Treatment] = [*pack.condition, *pack.treatment]
        for entry in entries:
            assert not taken & {stems(term) for term in terms_of(entry)}, (pack.id, entry.id)


def test_extends_comes_first_and_once() -> None:
    found = load_taxonomy(FOLDER, ["chiropractic", "physiotherapy"])
    assert [pack.id for pack in found.packs] == ["musculoskeletal", "chiropractic", "physiotherapy"]


def test_only_keeps_what_is_extended() -> None:
    assert [pack.id for pack in taxonomy().only(["podiatry"]).packs] == ["musculoskeletal", "podiatry"]


def test_tissues_make_a_cell_plausible_unless_overruled(tmp_path: Path) -> None:
    found = load_taxonomy(write(tmp_path, common=COMMON, base=BASE), ["base"])
    (pain, tear), (gel, brace) = found.conditions, found.treatments
    assert not found.plausible(pain, gel)  # cells_off, though they share a tissue
    assert found.plausible(tear, brace)  # cells_on, though they share none
    assert not found.plausible(tear, gel)


def test_the_version_tells_packs_and_content(tmp_path: Path) -> None:
    before = load_taxonomy(write(tmp_path, common=COMMON, base=BASE), ["base"])
    after = load_taxonomy(write(tmp_path, base=BASE.replace("Gel", "Jelly")), ["base"])
    assert before.version.startswith("9+base.")
    assert before.version != after.version
    assert pickle.loads(pickle.dumps(before)).version == before.version  # noqa: S301 - our own bytes


def test_required_intents_by_kind(tmp_path: Path) -> None:
    found = load_taxonomy(write(tmp_path, common=COMMON, base=BASE), ["base"])
    assert [intent.id for intent in found.required_intents("treatment")] == ["cost"]
    assert found.required_intents("condition") == []


@pytest.mark.parametrize(
    ("pack", "said"),
    [
        ("label = ", "is not valid TOML"),
        ('label = "x"\nlable = "y"', "line 2: lable: is not a setting"),
        ('condition = [\n  { id = "a_b", label = "A", tier = 7 },\n]', "line 2: a_b.condition.tier: "),
        ('condition = [\n  { id = "A B", label = "A" },\n]', "condition.id: "),
        (
            'condition = [{ id = "a", label = "A", area = ["kneee"] }]',
            "no body area 'kneee'. Did you mean 'knee'?",
        ),
        ('condition = [{ id = "a", label = "A" },\n { id = "a", label = "B" }]', "'a' stands there twice"),
        (
            'condition = [{ id = "a", label = "A" }]\ntreatment = [{ id = "a", label = "A", family = "f" }]',
            "twice",
        ),
        ('condition = [{ id = "a", labl = "A" }]', "line 1: a.condition.labl: is not a setting"),
        ('condition = "a"', "line 1: condition: write a list, in [ ]"),
        ('condition = ["a"]', "line 1: condition: write a table, in { }"),
        ('cells_on = [["x", "y"]]', "no condition 'x'"),
        ('condition = [{ id = "a", label = "A" }]\ncells_on = [["a", "a"]]', "no treatment 'a'"),
        ('extends = "base"', "line 1: extends: 'base' would extend itself"),
        ('extends = "common"', "common.toml is no pack"),
        ('extends = "bsae"', "no taxonomy pack 'bsae'"),
        ('intent = [{ id = "a", label = "A", rx = [\'(\'] }]', "is not a regular expression"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, pack: str, said: str) -> None:
    write(tmp_path, common=COMMON, base=pack)
    with pytest.raises(OperatorError) as caught:
        load_taxonomy(tmp_path, ["base"])
    assert said in str(caught.value)
    assert str(tmp_path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_an_id_stands_once_in_all_packs(tmp_path: Path) -> None:
    again = 'label = "Again"\ntreatment = [{ id = "tear", label = "Tear", family = "f" }]'
    write(tmp_path, common=COMMON, base=BASE, again=again)
    with pytest.raises(OperatorError, match=r"again\.toml, line 2: 'tear' stands in base\.toml, too"):
        load_taxonomy(tmp_path, ["base", "again"])
    write(tmp_path, common=COMMON + 'page_type = [{ id = "a", label = "A" }, { id = "a", label = "B" }]')
    with pytest.raises(OperatorError, match=r"common\.toml, line 5: 'a' stands there twice"):
        load_taxonomy(tmp_path, ["base"])


def test_an_unknown_pack_brings_a_hint() -> None:
    with pytest.raises(OperatorError, match="Did you mean 'dental'"):
        load_taxonomy(FOLDER, ["dentall"])


def test_unknown_names_in_the_clinics_file() -> None:
    check_names(Clinic(offered=("prp",), weights={"knee_oa": 2, "home": 1}), taxonomy("musculoskeletal"))
    with pytest.raises(OperatorError, match=r"offered: .* 'prpp'\. Did you mean 'prp'"):
        check_names(Clinic(offered=("prpp",)), taxonomy("musculoskeletal"))
    with pytest.raises(OperatorError, match="'prp' is in offered, too"):
        check_names(Clinic(offered=("prp",), not_offered=("prp",)), taxonomy("musculoskeletal"))
