"""Target phrases: inferred from placement, fixed by the clinic, contradicted by a stronger page; promises of titles."""

from dataclasses import replace

import pytest

from crawler.config import Clinic, Target
from crawler.schema import TABLES
from tests.crawler.analyse.small_site import HOST, Link, Page, Site, analysed, rows

KNEE = Page(
    "/knee-pain",
    "Knee pain | Marlow Joint",
    [("h1", "Knee pain"), ("h2", "What eases knee pain"), ("p", "Knee pain limits walking. Bursitis is common.")],
)
BRACE = Page(
    "/unloader-brace",
    "Unloader brace | Marlow Joint",
    [("h1", "Unloader brace"), ("p", "An unloader brace helps with knee pain. The unloader brace is light.")],
)
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", "Marlow Joint moves you.")], page_type="home")
SITE = Site([HOME, KNEE, BRACE])
_FIELDS = "url, key, source, score, strongest_url, strongest_score, is_contradicted"


def _clinic(*targets: tuple[str, str]) -> Clinic:
    return Clinic(packs=("musculoskeletal",), target=tuple(Target(phrase=p, page=page) for p, page in targets))


def test_columns_are_those_of_the_schema() -> None:
    db = analysed(SITE)
    for name in ("targets", "title_promises", "cannibalisation"):
        assert [row[0] for row in rows(db, f"DESCRIBE {name}")] == [c.name for c in TABLES[name].columns]


def test_the_best_placed_phrase_is_the_target() -> None:
    found = rows(analysed(SITE), f"SELECT {_FIELDS} FROM targets WHERE url = ?", KNEE.url)
    assert found == [(KNEE.url, "knee pain", "inferred", 90, KNEE.url, 90, False)]


def test_each_page_that_links_by_the_phrase_counts_up_to_ten() -> None:
    pages = [Page(f"/{n}", f"Note {n}", [("p", "Plain words here.")]) for n in range(12)]
    for linking, score in ((3, 93), (12, 100)):
        links = [Link(page.path, "/knee-pain", "our knee pain page") for page in pages[:linking]]
        db = analysed(replace(SITE, pages=[*SITE.pages, *pages], links=links))
        assert rows(db, "SELECT score FROM targets WHERE url = ?", KNEE.url) == [(score,)]


def test_no_target_for_what_search_engines_may_not_show_and_none_is_the_brand() -> None:
    hidden = replace(BRACE, indexable=False, indexability="noindex")
    twin = replace(KNEE, path="/knee-pain/print", variant_of=KNEE.url)
    db = analysed(Site([HOME, KNEE, hidden, twin]))
    assert {url for (url,) in rows(db, "SELECT url FROM targets")} <= {KNEE.url, HOME.url}
    assert rows(db, "SELECT 1 FROM targets WHERE key LIKE 'marlow%'") == []


def test_a_manual_target_replaces_the_inferred_one() -> None:
    db = analysed(SITE, _clinic(("Knee pain", "/knee-pain")))
    assert rows(db, f"SELECT {_FIELDS} FROM targets WHERE url = ?", KNEE.url) == [
        (KNEE.url, "knee pain", "manual", 90, KNEE.url, 90, False)
    ]


@pytest.mark.parametrize("page", ["/unloader-brace", HOST + "/unloader-brace", "/old"])
def test_a_stronger_page_contradicts(page: str) -> None:
    site = replace(SITE, moved={"/old": "/unloader-brace"})
    db = analysed(site, _clinic(("Knee pains", page)))
    assert rows(db, f"SELECT {_FIELDS} FROM targets WHERE url = ?", BRACE.url) == [
        (BRACE.url, "knee pain", "manual", 5, KNEE.url, 90, True)
    ]


def test_equally_strong_is_no_contradiction() -> None:
    twin = replace(KNEE, path="/aching/knee-pain")
    db = analysed(
        replace(SITE, pages=[*SITE.pages, twin]), _clinic(("knee pain", twin.path), ("brace", "/knee-pain"))
    )
    found = rows(db, "SELECT is_contradicted, strongest_url FROM targets WHERE url = ?", twin.url)
    assert found == [(False, twin.url)]
    assert rows(db, "SELECT phrase, is_contradicted FROM targets WHERE url = ?", KNEE.url) == [("brace", True)]


def test_a_phrase_that_is_no_keyphrase_is_found_where_it_stands() -> None:
    db = analysed(SITE, _clinic(("what eases knee pain", "/unloader-brace")))
    found = rows(db, "SELECT score, strongest_url, strongest_score FROM targets WHERE url = ?", BRACE.url)
    assert found == [(0, KNEE.url, 15)]


def test_a_page_that_was_not_read_is_unknown_and_one_of_another_site_is_left_out() -> None:
    clinic = _clinic(("knee pain", "/gone"), ("knee pain", "https://other.example/knee"))
    found = rows(analysed(SITE, clinic), "SELECT url, score, is_contradicted FROM targets WHERE source = 'manual'")
    assert found == [(HOST + "/gone", None, False)]


_TEXT = "Our hands loosen a stiff shoulder. Sports injuries heal. Platelet-rich plasma is drawn from blood."


@pytest.mark.parametrize(
    ("title", "unkept"),
    [
        ("Stiff shoulders", []),
        ("Sports massage", ["Sports massage"]),
        ("Kinesiology taping for sports injury", ["Kinesiology taping"]),
        ("PRP", []),
        ("Your guide to injuries in Harbor Town", []),
        ("Contact us", []),
        ("About Rivermouth Osteopathy", []),
    ],
)
def test_what_a_title_promises(title: str, unkept: list[str]) -> None:
    pages = [HOME, Page("/a", f"{title} | Marlow Joint", [("p", _TEXT)]), KNEE]
    db = analysed(Site(pages, places=["Harbor Town"], names=["Rivermouth Osteopathy Ltd"]))
    found = rows(db, "SELECT phrase FROM title_promises WHERE url = ? AND NOT is_kept", HOST + "/a")
    assert [phrase for (phrase,) in found] == unkept
