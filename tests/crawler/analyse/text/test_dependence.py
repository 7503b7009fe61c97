"""What of the taxonomy a page depends on: no more than its words may name, and all of that."""

from dataclasses import replace

import pytest

from crawler.analyse.text.dependence import page_stems, terms_within
from crawler.analyse.text.matcher import build_vocabulary
from crawler.analyse.text.page import Block, PageText, read_page
from crawler.taxonomy.model import Condition, Pack, Taxonomy, Treatment

_PAGE = read_page(
    PageText("https://clinic.example/knee", "en", "Stiff knees", "", (Block(0, "A brace helps stiff knees."),))
)
_KNEE = Condition(id="stiff_knee", label="Stiff knee", area=("knee",), tissue=("joint",))
_BRACE = Treatment(id="brace", label="Orthosis", weak=("brace",), family="aids", tissue=("joint",))
_HIP = Condition(id="stiff_hip", label="Stiff hip", area=("hip",), tissue=("joint",))


def _named(*entries: Condition | Treatment, brands: tuple[str, ...] = (), decoys: tuple[str, ...] = ()) -> str:
    pack = Pack(
        id="pack",
        condition=tuple(e for e in entries if isinstance(e, Condition)),
        treatment=tuple(e for e in entries if isinstance(e, Treatment)),
        decoys=decoys,
    )
    taxonomy = Taxonomy(common=Pack(id="common"), packs=(pack,))
    return terms_within(build_vocabulary(taxonomy, brands), "")(page_stems(_PAGE))


def _changed(entry: Condition, **to: object) -> Condition:
    return entry.model_copy(update=to)


@pytest.mark.parametrize(
    "named",
    [
        _named(_KNEE, _BRACE, _HIP),
        _named(_HIP, _BRACE, _KNEE),
        _named(_KNEE, _BRACE, brands=("Marlow Street",)),
        _named(_KNEE, _BRACE, decoys=("knee brace for dogs",)),
        _named(_changed(_KNEE, tier=3, syn=("locked knee",)), _BRACE),
    ],
)
def test_what_the_page_does_not_name_does_not_matter(named: str) -> None:
    assert named == _named(_KNEE, _BRACE)


@pytest.mark.parametrize(
    "named",
    [
        _named(_KNEE),
        _named(_BRACE),
        _named(_KNEE, _BRACE, brands=("Stiff",)),
        _named(_KNEE, _BRACE, decoys=("brace helps",)),
        _named(_changed(_KNEE, area=("knee", "hip")), _BRACE),
        _named(_changed(_KNEE, id="other_knee"), _BRACE),
        _named(_changed(_KNEE, tissue=("bone",)), _BRACE),
        _named(_changed(_KNEE, label="Locked knee", weak=("stiff knee",)), _BRACE),
        _named(_changed(_KNEE, syn=("helps",)), _BRACE),
    ],
)
def test_what_the_page_may_name_does(named: str) -> None:
    assert named != _named(_KNEE, _BRACE)


def test_words_of_title_text_and_address_are_looked_at() -> None:
    source = replace(_PAGE, source=_PAGE.source._replace(title="")).source
    page = read_page(
        source._replace(title="Hips", url="https://clinic.example/ankle", blocks=(Block(0, "An elbow."),))
    )
    stems = page_stems(page)
    assert len(stems) == len(set(stems)) == 4
