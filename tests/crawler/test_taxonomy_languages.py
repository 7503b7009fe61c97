"""Files of words in other languages, and what of them goes wrong."""

from pathlib import Path

import pytest

from crawler.analyse.text.matcher import build_vocabulary, find_matches
from crawler.analyse.text.tokens import stems, tokenise
from crawler.config import Clinic
from crawler.errors import OperatorError
from crawler.own_topics import OwnCondition
from crawler.taxonomy import Condition, Taxonomy, Treatment, load_taxonomy, with_own
from tests.crawler.analyse.packs import taxonomy
from tests.crawler.test_taxonomy import BASE, COMMON, write

LANGUAGES = ["de", "es", "fr"]
WORDS = """
decoys = ["de rodillas"]
[body_area]
knee = ["rodilla"]
[intent]
cost = ['\\bprecio\\b']
[base.syn]
knee_pain = ["dolor de rodilla", "gonalgia"]
gel = ["gel"]
[base.weak]
tear = ["rotura"]
"""


def written(folder: Path, words: str, language: str = "es") -> Path:
    (folder / "languages").mkdir()
    (folder / "languages" / f"{language}.toml").write_text(words, encoding="utf-8")
    return write(folder, common=COMMON, base=BASE)


def named(text: str, language: str, found: Taxonomy) -> set[str]:
    matches = find_matches(tokenise(text, language), build_vocabulary(found.by_language[language]), text)
    return {ref.id for match in matches for ref in match.term.refs}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_words_and_every_question_patterns(language: str) -> None:
    whole, found = taxonomy(), taxonomy().by_language[language]
    assert [e.id for e in (*found.conditions, *found.treatments, *found.body_areas) if not e.label] == []
    assert [i.id for i in found.intents] == [i.id for i in whole.intents]
    assert all(pack.signs for pack in found.packs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_entries_of_a_pack_share_the_stems_of_a_term(language: str) -> None:
    for pack in taxonomy().by_language[language].packs:
        owners: dict[tuple[str, ...], str] = {}
        entries: list[Condition | Treatment] = [*pack.condition, *pack.treatment]
        for entry in entries:
            for term in (entry.label, *entry.syn):
                assert owners.setdefault(stems(term, language), entry.id) == entry.id, (pack.id, term)


def test_ids_and_labels_stay_those_of_the_packs(tmp_path: Path) -> None:
    found = load_taxonomy(written(tmp_path, WORDS), ["base"])
    assert found.conditions == load_taxonomy(tmp_path, ["base"]).conditions
    assert [c.label for c in found.conditions] == ["Knee pain", "Tear"]
    assert named("Dolor en la rodilla", "es", found) == {"knee_pain"}
    assert named("Knee pain and tears", "es", found) == set()
    assert named("de rodillas", "es", found) == set()
    assert [i.need for i in found.by_language["es"].intents] == ["required"]


def test_a_pack_that_is_not_in_use_brings_no_words(tmp_path: Path) -> None:
    other = (
        BASE.replace('id = "tear"', 'id = "split"')
        .replace('["tear", ', '["split", ')
        .replace("knee_pain", "sore_knee")
    )
    write(written(tmp_path, WORDS), other=other.replace('"gel"', '"jelly"').replace('"brace"', '"splint"'))
    found = load_taxonomy(tmp_path, ["other"])
    assert named("Dolor de rodilla", "es", found) == set()
    assert named("La rodilla", "es", found) == {"knee"}


def test_only_keeps_the_words_of_its_packs() -> None:
    found = taxonomy().only(["dental"])
    assert {pack.id for pack in found.by_language["fr"].packs} == {"dental"}
    assert named("Caries et lombalgie", "fr", found) == {"tooth_decay"}


def test_the_version_tells_the_words(tmp_path: Path) -> None:
    before = load_taxonomy(written(tmp_path, WORDS), ["base"]).version
    (tmp_path / "languages" / "es.toml").write_text(WORDS.replace("gonalgia", "rodilla mala"), encoding="utf-8")
    assert load_taxonomy(tmp_path, ["base"]).version != before


def test_the_clinics_own_words_count_in_every_language() -> None:
    own = Clinic(condition=(OwnCondition(id="knee_pain", syn=("rodilla de escalador",)),), off=("meniscus",))
    found = with_own(taxonomy("musculoskeletal"), own)
    for language in ("en", "es"):
        assert named("La rodilla de escalador", language, found) == {"knee_pain"}
    assert named("Rotura de menisco", "es", found) == set()
    assert "knee_pain" in named("Dolor de rodilla", "es", found)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            WORDS + '[bas.syn]\ngel = ["x"]',
            "es.toml, line 12: there is no taxonomy pack 'bas'. Did you mean 'base'?",
        ),
        ('decoy = ["x"]', "es.toml, line 1: there is no taxonomy pack 'decoy'. Did you mean 'decoys'?"),
        (
            '[base.syn]\nknee_pane = ["x"]',
            "line 2: base.syn: there is no entry 'knee_pane'. Did you mean 'knee_pain'?",
        ),
        ('[base.weak]\nbrase = ["x"]', "line 2: base.weak: there is no entry 'brase'. Did you mean 'brace'?"),
        ('[body_area]\nnee = ["x"]', "line 2: body_area: there is no entry 'nee'. Did you mean 'knee'?"),
        ("[intent]\nprice = ['x']", "line 2: intent: there is no entry 'price'."),
        ("[intent]\ncost = ['(x']", "line 2: intent.cost: '(x' is not a regular expression"),
        ('[base.syn]\ngel = "x"', "line 2: base.syn.gel: write a list, in [ ]."),
        ('[base]\nsines = ["x"]', "line 2: base.sines: is not a setting."),
        (
            '[base.syn]\ngel = ["Infiltración"]\nbrace = ["infiltración"]',
            "line 3: base: 'infiltración' stands for 'gel' and for 'brace': leave it to one of them.",
        ),
        ("decoys = [", "es.toml is not valid TOML"),
    ],
)
def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path, words: str, said: str) -> None:
    with pytest.raises(OperatorError) as error:
        load_taxonomy(written(tmp_path, words), ["base"])
    assert said in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "languages"))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "the packs themselves are in this language"), ("Spanish", "language: String should match")],
)
def test_the_name_of_a_file_is_a_language(tmp_path: Path, language: str, said: str) -> None:
    with pytest.raises(OperatorError, match=said):
        load_taxonomy(written(tmp_path, WORDS, language), ["base"])
