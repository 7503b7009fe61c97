"""What a clinic is named after is answered by its whole site."""

from dataclasses import replace

import pytest

from crawler.config import Clinic
from tests.crawler.analyse.small_site import Page, Site, analysed, rows, text

_PACKS = ("musculoskeletal", "physiotherapy")
_HOME = Page(
    "/",
    "Physio in Marlow",
    [("h1", "Physiotherapy that moves you"), ("h2", "Our physiotherapy"), ("p", "Physiotherapy " + text(400))],
    page_type="home",
)
_CRICKET = Page(
    "/cricket-physio",
    "Cricket physio for bowlers",
    [("h1", "Cricket physio"), ("h2", "Physiotherapy for bowlers"), ("p", "Physiotherapy " + text(600))],
)
_OWN = Page("/physiotherapy", "Physiotherapy in Marlow", [("h1", "What is physiotherapy?"), ("p", text(500))])
_KNEE = Page("/knee-pain", "Knee pain", [("h1", "Knee pain"), ("p", "Knee pain and physiotherapy. " + text(400))])
_NAME = ("Bridge Lane Physiotherapy",)


def _row(site: Site, clinic: Clinic | None = None) -> tuple[str | None, list[str], list[str], list[str]]:
    """Path of the best page of physiotherapy, and the keys of its questions, its cells and its gaps of links."""
    db = analysed(site, clinic, *_PACKS)
    [(best,)] = rows(db, "SELECT best_url FROM coverage WHERE kind = 'treatment' AND key = 'physical_therapy'")
    of_kind = "SELECT key FROM coverage WHERE kind = ? AND treatment = 'physical_therapy' ORDER BY key"
    asked, cells = ([key for (key,) in rows(db, of_kind, kind)] for kind in ("intent", "cell"))
    links = "SELECT key FROM gaps WHERE rule = 'mention' AND key = 'treatment:physical_therapy'"
    return best and best.removeprefix("https://clinic.example"), asked, cells, [key for (key,) in rows(db, links)]


@pytest.mark.parametrize(
    ("pages", "names", "best", "is_asked", "is_linked"),
    [
        ([_HOME, _CRICKET, _KNEE], _NAME, "/", False, False),
        ([_HOME, _CRICKET, _KNEE, _OWN], _NAME, "/physiotherapy", True, False),
        ([_HOME, _CRICKET, _KNEE], (), "/cricket-physio", True, True),
        ([_HOME, _CRICKET, _KNEE], ("Marlow Street Clinic",), "/cricket-physio", True, True),
        ([replace(_HOME, title="Welcome", blocks=[("p", text(300))]), _CRICKET, _KNEE], _NAME, "/cricket-physio", False,
         False),
        ([_HOME, _CRICKET, replace(_KNEE, title="Knee pain | Marlow Physio")], (), "/", False, False),
        ([_HOME, _CRICKET, replace(_KNEE, title="Knee pain | Marlow Physio"), _OWN], (), "/physiotherapy", True, False),
    ],
)  # fmt: skip
def test_the_page_and_the_questions_of_a_discipline(
    pages: list[Page], names: tuple[str, ...], best: str, *, is_asked: bool, is_linked: bool
) -> None:
    found, asked, cells, links = _row(Site(pages, names=names))
    assert found == best
    assert (bool(asked), bool(cells)) == (is_asked, is_asked)
    assert bool(links) == is_linked


def test_the_clinics_file_names_it_too() -> None:
    site = Site([_HOME, _CRICKET, _KNEE])
    assert _row(site, Clinic(name="Bridge Lane Physiotherapy", packs=_PACKS))[0] == "/"
    assert _row(site, Clinic(brand=("BridgePhysio", "Physio Lane"), packs=_PACKS))[0] == "/"


def test_what_most_pages_name_needs_no_link_each_time() -> None:
    prp = Page(
        "/prp", "PRP injections", [("h1", "PRP injections"), ("p", "PRP " + text(500))], page_type="treatment"
    )
    others = [
        Page(f"/{n}", f"Joint {n}", [("h1", f"Joint {n}"), ("p", "PRP helps. " + text(400))]) for n in range(5)
    ]
    bare = [replace(page, path=f"/b{page.path}", blocks=[("p", text(400))]) for page in others]
    rule = "SELECT key FROM gaps WHERE rule = 'mention'"
    assert rows(analysed(Site([_HOME, prp, *others])), rule) == []
    assert rows(analysed(Site([_HOME, prp, *others, *bare])), rule) == [("treatment:prp",)]


def test_of_pages_about_as_good_the_narrower_one_counts() -> None:
    prp = Page("/prp", "PRP", [("h1", "PRP"), ("p", "PRP " + text(500))], page_type="treatment")
    wider = Page("/prp-for-knee-pain", "PRP for knee pain", [("h1", "PRP for knee pain"), ("h2", "Why PRP"),
                 ("p", "PRP " + text(500))], page_type="treatment")  # fmt: skip
    best = "SELECT best_url FROM coverage WHERE kind = 'treatment' AND key = 'prp'"
    assert rows(analysed(Site([_HOME, prp, wider])), best) == [(wider.url,)]
    equal = replace(wider, blocks=[*wider.blocks[:1], *wider.blocks[2:]])
    assert rows(analysed(Site([_HOME, equal, prp])), best) == [(prp.url,)]
