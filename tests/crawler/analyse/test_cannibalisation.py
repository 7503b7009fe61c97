"""Pages that compete with each other, in three grades, and those that only look like it."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.crawler.analyse.small_site import HOST, Link, Page, Site, analysed, rows

_PROSE = " ".join(f"Step {a}{b} of the plan moves joint {b}{a} gently" for a in "abcdefg" for b in "hijk")


def _page(path: str, title: str, *text: str, kind: str = "other", lang: str = "en") -> Page:
    blocks = [("h1", title), *(("p", said) for said in text or (f"Page {path} tells of it.",))]
    return Page(path, title, blocks, page_type=kind, lang=lang)


PRP = _page("/prp", "PRP for knee pain")
PRP_TOO = _page("/blog/prp-again", "Knee pain: PRP")
FILLER = [_page(f"/{word}", word) for word in ("Parking", "Garden", "Orchestra", "Library")]


def _grades(site: Site) -> list[tuple[str, set[str]]]:
    db = analysed(site)
    groups = rows(
        db, "SELECT grade, list(url) FROM cannibalisation GROUP BY group_id, grade ORDER BY grade, group_id"
    )
    assert rows(db, "SELECT 1 FROM cannibalisation WHERE reason = '' OR group_id = ''") == []
    return [(grade, {url.removeprefix(HOST) for url in urls}) for grade, urls in groups]


def _site(*pages: Page, links: Sequence[Link] = (), places: Sequence[str] = ()) -> Site:
    return Site([*pages, *FILLER], links=links, places=places)


def test_the_same_subject_with_titles_alike_is_likely() -> None:
    assert _grades(_site(PRP, PRP_TOO)) == [("likely", {"/prp", "/blog/prp-again"})]


def test_texts_alike_are_likely_whatever_their_titles() -> None:
    one = _page("/a", "PRP for knee pain, a notebook", _PROSE)
    other = _page("/b", "Knee pain and PRP, told by golfers and gardeners", _PROSE)
    assert ("likely", {"/a", "/b"}) in _grades(_site(one, other))


def test_never_from_the_subject_alone() -> None:
    pages = [
        _page(f"/prp-{n}", f"PRP for knee pain and {word}", f"{word} is told here, and nothing else of {word}.")
        for n, word in enumerate(("cyclists golfers", "smokers drinkers", "sleepless nights", "heavy lifting"))
    ]
    assert [grade for grade, _ in _grades(_site(*pages)) if grade == "likely"] == []


def test_another_question_is_another_search() -> None:
    cost = _page("/prp-cost", "What does PRP for knee pain cost?")
    assert [grade for grade, _ in _grades(_site(PRP, cost)) if grade == "likely"] == []


def test_years_and_places_tell_no_titles_apart() -> None:
    dated = _page("/news/prp", "PRP for knee pain 2024 in Harbor Town")
    assert ("likely", {"/prp", "/news/prp"}) in _grades(_site(PRP, dated, places=["Harbor Town"]))


@pytest.mark.parametrize(
    ("one", "other", "links"),
    [
        (PRP, replace(PRP_TOO, path="/prp/again"), [Link("/prp/again", "/prp", "PRP")]),
        (
            _page("/prp-leeds", "PRP for knee pain in Leeds"),
            _page("/prp-york", "PRP for knee pain in York"),
            [],
        ),
        (
            _page("/prp-leeds", "PRP for knee pain - Fort Myers, FL"),
            _page("/prp-york", "PRP for knee pain - Tampa, FL"),
            [],
        ),
        (replace(PRP, page_type="location"), replace(PRP_TOO, page_type="location"), []),
        (PRP, replace(PRP_TOO, variant_of=PRP.url), []),
        (PRP, replace(PRP_TOO, indexable=False, indexability="canonicalised"), []),
        (PRP, replace(PRP_TOO, page_type="listing"), []),
        (PRP, replace(PRP_TOO, path="/es/prp", lang="es"), []),
        (PRP, replace(PRP_TOO, page_type="contact"), []),
    ],
    ids=[
        "hub and child",
        "towns",
        "towns and states",
        "locations",
        "variant",
        "canonicalised",
        "listing",
        "translation",
        "contact",
    ],
)
def test_exempt(one: Page, other: Page, links: list[Link]) -> None:
    assert _grades(_site(one, other, links=links)) == []


def test_a_child_without_a_link_to_its_parent_competes() -> None:
    assert _grades(_site(PRP, replace(PRP_TOO, path="/prp/again")))


DANCING = _page("/chair-dancing", "Chair dancing", "Chair dancing steadies you.")


def test_the_same_target_placed_as_well_is_possible() -> None:
    twin = _page(
        "/older/chair-dancing", "Chair dancing: postcards of Lisbon, Porto and Faro", "Chair dancing helps."
    )
    db = analysed(_site(DANCING, replace(twin, blocks=[("h1", "Chair dancing"), *twin.blocks[1:]])))
    assert rows(db, "SELECT grade, url, key, score FROM cannibalisation ORDER BY url") == [
        ("possible", DANCING.url, "chair danc", 80.0),
        ("possible", twin.url, "chair danc", 80.0),
    ]


def test_a_much_weaker_page_does_not_compete() -> None:
    weaker = _page("/wobble", "Wobble boards", "Chair dancing, chair dancing and chair dancing.")
    assert _grades(_site(DANCING, weaker)) == []


def _shown(
    page: Page, impressions: int, query: str = "steady feet", *, brand: bool = False, known: bool = True
) -> dict[str, object]:
    return {"query": query, "key": "steadi feet", "page": page.url, "clicks": 1, "impressions": impressions,
            "is_brand": brand, "is_reliable": known}  # fmt: skip


_OTHER = _page("/wobble", "Wobble boards", "Boards that tip.")


@pytest.mark.parametrize(
    ("demand", "certain"),
    [
        ([_shown(DANCING, 70), _shown(_OTHER, 30)], True),
        ([_shown(DANCING, 85), _shown(_OTHER, 15)], False),
        ([_shown(DANCING, 12), _shown(_OTHER, 9)], False),
        ([_shown(DANCING, 70, brand=True), _shown(_OTHER, 30, brand=True)], False),
        ([_shown(DANCING, 70, known=False), _shown(_OTHER, 30, known=False)], False),
        ([_shown(DANCING, 70), _shown(_OTHER, 30, "wobble board")], False),
    ],
)
def test_certain_where_one_query_shows_several_pages(demand: list[dict[str, object]], certain: bool) -> None:
    found = _grades(replace(_site(DANCING, _OTHER), demand=demand))
    assert found == ([("certain", {"/chair-dancing", "/wobble"})] if certain else [])


def test_the_score_of_a_certain_page_is_its_share() -> None:
    db = analysed(replace(_site(DANCING, _OTHER), demand=[_shown(DANCING, 70), _shown(_OTHER, 30)]))
    assert rows(db, "SELECT phrase, url, score FROM cannibalisation ORDER BY score DESC") == [
        ("steady feet", DANCING.url, 70.0),
        ("steady feet", _OTHER.url, 30.0),
    ]
