"""What two competitors own and this site does not; which of their snapshots are used, and why one is not."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import duckdb
import pytest

from crawler.analyse import competitors
from crawler.analyse.competitor_snapshots import find_competitors
from crawler.config import Clinic
from crawler.services_file import Services
from crawler.taxonomy import with_own
from tests.crawler.analyse.rival_snapshots import NIGHT, keyword, rival, snapshot
from tests.crawler.analyse.small_site import HOST, Page, Site, analysed_anew, context, rows

ONE, TWO, THREE = "one.example", "two.example", "www.three.example"
LATER = "20261122T021400Z"
_TEXT = "Stretching eases a stiff back. Stretching daily keeps a back supple, and it costs nothing but time."
OURS = Site(
    pages=[
        Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", "We help.")]),
        Page("/stretching", "Daily stretching", [("h1", "Daily stretching"), ("p", _TEXT)]),
    ]
)


def _compared(
    store: Path, ours: Site = OURS, clinic: Clinic | None = None, **more: Any
) -> duckdb.DuckDBPyConnection:
    clinic = clinic or Clinic(packs=("musculoskeletal",))
    found = find_competitors(store, clinic, "clinic.example")
    db = analysed_anew(ours, clinic)
    competitors.run(db, replace(context(clinic), competitors=found, **more))
    return db


def _topics(db: duckdb.DuckDBPyConnection, columns: str = "label, our_state") -> list[tuple[Any, ...]]:
    return rows(db, f"SELECT {columns} FROM competitor_topics ORDER BY label")


def test_without_competitors_both_are_empty(tmp_path: Path) -> None:
    db = _compared(tmp_path)
    assert rows(db, "SELECT * FROM competitors") == _topics(db) == []


def test_what_two_own(tmp_path: Path) -> None:
    snapshot(tmp_path, ONE, rival(ONE, "desk ergonomics", "daily stretching", "one alone"))
    snapshot(tmp_path, TWO, rival(TWO, "desk ergonomics", "daily stretching"))
    db = _compared(tmp_path)
    assert _topics(db) == [("daily stretching", "owned"), ("desk ergonomics", "none")]
    found = _topics(db, "competitors, sites, urls, titles, our_url, our_pages")
    urls = [f"https://{site}/desk-ergonomics" for site in (ONE, TWO)]
    assert found[1] == (2, [ONE, TWO], urls, ["desk ergonomics"] * 2, None, 0)
    assert found[0][4:] == (HOST + "/stretching", 1)


@pytest.mark.parametrize(
    ("h1", "state"),
    [("Desk-ergonomics: what helps", "owned"), ("Your desk", "none"), ("Predesk ergonomics", "none")],
)
def test_a_heading_of_ours_that_holds_it(tmp_path: Path, h1: str, state: str) -> None:
    for site in (ONE, TWO):
        snapshot(tmp_path, site, rival(site, "desk ergonomics"))
    page = Page("/sitting", "Sitting well", [("h1", h1), ("p", _TEXT)])
    assert _topics(_compared(tmp_path, Site(pages=[*OURS.pages, page])), "our_state") == [(state,)]


def test_a_third_counts_and_its_twin_does_not(tmp_path: Path) -> None:
    for site in (ONE, THREE, THREE.removeprefix("www.")):
        snapshot(tmp_path, site, rival(site, "desk ergonomics"))
    assert _topics(_compared(tmp_path), "competitors, len(sites)") == [(2, 2)]
    snapshot(tmp_path, TWO, rival(TWO, "desk ergonomics"))
    assert _topics(_compared(tmp_path), "competitors") == [(3,)]


def test_what_is_no_topic(tmp_path: Path) -> None:
    name = {"kind": "name", "key": "peak", "text": "Zyloro Peak", "ownership": "own"}
    town = {"kind": "address", "key": "a", "text": "a", "ownership": "own"}
    told = {"url": "u", "kind": "address", "key": "a", "locality": "Alder Falls", "region": "OR"}
    weak = [keyword(f"https://{{}}/gait-check{end}", said, **columns) for end, said, columns in (
        ("", "weak words", {"score": 10.0}), ("", "text words", {"in_title": False, "in_h1": False}),
        ("", "ours", {"in_h1": False}), ("", "brand words", {"entity": "brand:x"}))]  # fmt: skip
    for site in (ONE, TWO):
        extra = [{**row, "url": row["url"].format(site)} for row in weak]
        more = rival(site, "gait check", "zyloro peak", "gait check oregon", nap=[name, town], nap_mentions=[told])
        more["keywords"] += extra
        snapshot(tmp_path, site, more)
    assert _topics(_compared(tmp_path), "label, key") == [("gait check", "gait check")]


def test_pages_about_people_places_and_law_own_nothing(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        snapshot(tmp_path, site, rival(site, "desk ergonomics", page_type="location"))
    assert _topics(_compared(tmp_path)) == []


def test_the_target_of_a_page_is_its_own(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        more = rival(site, "gait check")
        url = f"https://{site}/gait-check"
        more["keywords"] += [keyword(url, "ergonomics", in_h1=False), keyword(url, "posture", in_title=False)]
        more["targets"] = [{"url": url, "key": "ergonom", "score": 40}, {"url": url, "key": "postur", "score": 15}]
        snapshot(tmp_path, site, more)
    assert _topics(_compared(tmp_path), "label") == [("ergonomics",), ("gait check",)]


def test_a_part_of_a_longer_phrase_of_the_same_pages(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        more = rival(site, "gait check")
        more["keywords"] += [keyword(f"https://{site}/gait-check", "running gait check")]
        snapshot(tmp_path, site, more)
    assert _topics(_compared(tmp_path), "label") == [("running gait check",)]


def test_conditions_by_their_state_here(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        about = [{"url": f"https://{site}/p", "kind": kind, "entity": entity, "score": score, "in_title": True, "in_h1": False}
                 for kind, entity, score in (("condition", "tennis_elbow", 60), ("treatment", "prp", 70),
                                             ("treatment", "surgery", 60), ("condition", "sciatica", 0))]  # fmt: skip
        label = {"kind": "condition", "key": "tennis_elbow", "label": "Tennis elbow", "score": 0}
        more = rival(site, "p")
        snapshot(tmp_path, site, {**more, "entities": about, "coverage": [label]})
    page = Page("/prp", "PRP", [("h1", "PRP"), ("p", "PRP helps a sore tennis elbow.")])
    clinic = Clinic(packs=("musculoskeletal",), not_offered=("surgery",))
    db = _compared(tmp_path, Site(pages=[*OURS.pages, page]), clinic)
    found = rows(
        db, "SELECT kind, key, our_state, our_url FROM competitor_topics WHERE kind <> 'phrase' ORDER BY key"
    )
    assert found == [
        ("treatment", "prp", "owned", HOST + "/prp"),
        ("condition", "tennis_elbow", "mentioned", HOST + "/prp"),
    ]


def _with_entities(store: Path, *entities: tuple[str, str]) -> None:
    """Snapshots of two competitors that have a page about each of these kinds and ids."""
    for site in (ONE, TWO):
        about = [
            {
                "url": f"https://{site}/p",
                "kind": kind,
                "entity": entity,
                "score": 70,
                "in_title": True,
                "in_h1": True,
            }
            for kind, entity in entities
        ]
        snapshot(store, site, {**rival(site, "p"), "entities": about})


@pytest.mark.parametrize(
    ("clinic", "struck", "left"),
    [
        ({}, [], {"prp", "tennis_elbow"}),
        ({"not_offered": ["prp"]}, [], {"tennis_elbow"}),
        ({"off": ["tennis_elbow"]}, [], {"prp"}),
        ({}, ["prp", "tennis_elbow"], set()),
        ({"offered": ["prp"]}, ["prp"], {"prp", "tennis_elbow"}),
        ({"condition": [{"id": "tennis_elbow", "syn": ["sore elbow"]}]}, ["tennis_elbow"], {"prp"}),
    ],
)
def test_what_people_said_no_to_is_no_opportunity(
    tmp_path: Path, clinic: dict[str, Any], struck: list[str], left: set[str]
) -> None:
    _with_entities(tmp_path, ("condition", "tennis_elbow"), ("treatment", "prp"))
    known = Clinic.model_validate({"packs": ["musculoskeletal"], **clinic})
    more: dict[str, Any] = {
        "taxonomy": with_own(context().taxonomy, known),
        "services": Services(struck=frozenset(struck)),
    }
    assert {
        key for kind, key in _topics(_compared(tmp_path, clinic=known, **more), "kind, key") if kind != "phrase"
    } == left


def test_words_of_what_is_switched_off_are_no_phrase(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        snapshot(
            tmp_path, site, rival(site, "tennis elbow", "tennis elbow exercises", "tennis court", "elbow room")
        )
    clinic = Clinic(packs=("musculoskeletal",), off=("tennis_elbow",))
    db = _compared(tmp_path, clinic=clinic, taxonomy=with_own(context().taxonomy, clinic))
    assert _topics(db, "label") == [("elbow room",), ("tennis court",)]


def test_a_term_of_packs_that_are_not_in_use_is_unknown(tmp_path: Path) -> None:
    _with_entities(tmp_path, ("condition", "diabetes"), ("condition", "tennis_elbow"))
    clinic = Clinic(packs=("musculoskeletal",))
    db = analysed_anew(OURS, clinic, *clinic.packs)
    theirs = find_competitors(tmp_path, clinic, "clinic.example")
    competitors.run(db, replace(context(clinic, *clinic.packs), competitors=theirs))
    found = rows(
        db, "SELECT key, our_state, why_unknown LIKE '%packs%' FROM competitor_topics WHERE kind = 'condition'"
    )
    assert sorted(found) == [("diabetes", "unknown", True), ("tennis_elbow", "none", None)]


@pytest.mark.parametrize("phrase", ["range of motion", "type 2 diabetes", "price per session"])
def test_a_phrase_with_function_words_in_a_title_of_ours(tmp_path: Path, phrase: str) -> None:
    for site in (ONE, TWO):
        snapshot(tmp_path, site, rival(site, phrase))
    page = Page("/a", f"Swimming: {phrase.title()} explained", [("h1", "Welcome"), ("p", "Swimmers swim here.")])
    assert _topics(_compared(tmp_path, Site(pages=[page])), "our_state, our_url") == [("owned", HOST + "/a")]


def test_an_address_that_failed_in_another_language(tmp_path: Path) -> None:
    phrase = "Übungen für Schwangere"
    for site in (ONE, TWO):
        theirs = rival(site, phrase)
        theirs["pages"] = [{**row, "text_lang": "de"} for row in theirs["pages"]]
        snapshot(tmp_path, site, theirs)
    ours = replace(OURS, unread={"/übungen-für-schwangere": "failed"})
    assert _topics(_compared(tmp_path, ours), "our_state") == [("unknown",)]


def test_a_page_that_only_a_failed_page_may_lead_to(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        snapshot(tmp_path, site, rival(site, "desk ergonomics"))
    ours, clinic = replace(OURS, unread={"/blog": "failed"}), Clinic(packs=("musculoskeletal",))
    db = analysed_anew(ours, clinic)
    before = "INSERT INTO previous.pages (url, title) VALUES (?, 'Desk ergonomics'), (?, 'Blog')"
    db.execute(before, [f"{HOST}/p7", f"{HOST}/blog"])
    theirs = find_competitors(tmp_path, clinic, "clinic.example")
    competitors.run(db, replace(context(clinic), competitors=theirs))
    assert _topics(db, "our_state, why_unknown") == [("unknown", f"The page {HOST}/p7 could not be read.")]


def test_a_name_does_not_swallow_what_the_clinic_does(tmp_path: Path) -> None:
    for site, name in ((ONE, "Austin Sports Medicine"), (TWO, "Zyloro Halotherapy")):
        own = {"kind": "name", "key": name, "text": name, "ownership": "own"}
        more = rival(site, "sports medicine", "halotherapy rooms", "zyloro method", nap=[own])
        more["pages"] = [{**row, "main_text": "We are happy with halotherapy."} for row in more["pages"]]
        snapshot(tmp_path, site, more)
    assert _topics(_compared(tmp_path), "label") == [("halotherapy rooms",), ("sports medicine",)]


def test_want_of_memory_is_no_fault_of_a_competitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (duckdb.OutOfMemoryException("full"), duckdb.BinderException("no column")):
        monkeypatch.setattr("crawler.analyse.competitors.step.places_of", _raising(error))
        for site in (ONE, TWO):
            if not (tmp_path / site).exists():
                snapshot(tmp_path, site)
        with pytest.raises(type(error)):
            _compared(tmp_path)


def _raising(error: Exception) -> Callable[..., set[str]]:
    def places_of(*_: object) -> set[str]:
        raise error

    return places_of


@pytest.mark.parametrize(
    ("ours", "why"),
    [
        (replace(OURS, outcome="limited"), "The crawl did not see the whole site (limited)."),
        (
            replace(OURS, unread={"/desk-ergonomics": "failed"}),
            f"The page {HOST}/desk-ergonomics could not be read.",
        ),
    ],
)
def test_what_this_crawl_did_not_see_is_unknown(tmp_path: Path, ours: Site, why: str) -> None:
    for site in (ONE, TWO):
        snapshot(tmp_path, site, rival(site, "desk ergonomics", "daily stretching"))
    found = _topics(_compared(tmp_path, ours), "our_state, why_unknown")
    assert found == [("owned", None), ("unknown", why)]


def test_searches_by_key(tmp_path: Path) -> None:
    for site in (ONE, TWO):
        snapshot(tmp_path, site, rival(site, "desk ergonomics", "gait"))
    usual = {"key": "desk ergonom", "is_reliable": True, "is_brand": False, "source": "a", "page": None}
    demand = [
        {**usual, "query": "desk ergonomics", "impressions": 40, "period_end": "2026-10-31"},
        {**usual, "query": "desk ergonomics", "impressions": 90, "period_end": "2026-07-31"},
        {**usual, "query": "desk ergonomics", "impressions": 30, "period_end": "2026-10-31", "page": f"{HOST}/b"},
        {**usual, "query": "desk ergonomics", "impressions": 80, "period_end": "2026-07-31", "page": f"{HOST}/c"},
        {**usual, "query": "ergonomic desk", "impressions": 2, "period_end": None},
        {**usual, "query": "x", "impressions": 500, "is_reliable": False},
    ]
    db = _compared(tmp_path, replace(OURS, demand=demand))
    assert _topics(db, "label, impressions") == [("desk ergonomics", 42), ("gait", None)]


def test_the_same_of_the_same(tmp_path: Path) -> None:
    for site in (ONE, TWO, THREE):
        snapshot(tmp_path, site, rival(site, "desk ergonomics", "gait check", "posture at work"))
    everything = [rows(_compared(tmp_path), "SELECT * FROM competitor_topics ORDER BY ALL") for _ in range(2)]
    assert everything[0] == everything[1]


def _known(store: Path, *named: str, sites: tuple[str, ...] = ()) -> list[tuple[str, str | None, str]]:
    found = find_competitors(store, Clinic(competitors=named, sites=sites), "clinic.example")
    return [(one.site, one.folder.name if one.folder else None, one.problem) for one in found]


def test_of_each_the_newest_that_can_be_used(tmp_path: Path) -> None:
    snapshot(tmp_path, ONE)
    snapshot(tmp_path, ONE, crawl_id=LATER)
    snapshot(tmp_path, TWO)
    snapshot(tmp_path, TWO, crawl_id=LATER, version="0")
    (snapshot(tmp_path, THREE) / "keywords.parquet").unlink()
    snapshot(tmp_path, "four.example", pages=0)
    snapshot(tmp_path, "clinic.example")
    snapshot(tmp_path, "mine.example", role="own")
    (snapshot(tmp_path, "six.example") / "crawl.parquet").write_bytes(b"no table")
    other = f"{LATER} was made by another version of Rounds (tables 0): crawl it again."
    assert _known(tmp_path) == [
        ("four.example", None, f"In {NIGHT} no page was read."),
        (ONE, LATER, ""),
        ("six.example", None, f"{NIGHT} cannot be read: crawl it again."),
        (THREE, None, f"{NIGHT} cannot be read: crawl it again."),
        (TWO, NIGHT, other),
    ]


def test_those_that_the_file_names(tmp_path: Path) -> None:
    snapshot(tmp_path, ONE)
    snapshot(tmp_path, TWO)
    snapshot(tmp_path, "led.example", config='{"asked": "https://old.example/"}')
    snapshot(tmp_path, "mine.example", role="own")
    never = "https://never.example"
    assert _known(tmp_path, "https://www.one.example", "old.example", never, "https://mine.example") == [
        ("led.example", NIGHT, ""),
        ("mine.example", None, "It was crawled as one of your own sites: crawl it with --role competitor."),
        (
            "never.example",
            None,
            f"It was not crawled yet: python run.py crawl --role competitor {never}",
        ),
        (ONE, NIGHT, ""),
    ]


def test_a_snapshot_that_goes_meanwhile(tmp_path: Path) -> None:
    for site in (ONE, TWO, THREE):
        snapshot(tmp_path, site, rival(site, "desk ergonomics"))
    found = find_competitors(tmp_path, Clinic(), "clinic.example")
    shutil.rmtree(tmp_path / ONE)
    (tmp_path / TWO / NIGHT / "targets.parquet").write_bytes(b"no table")
    db = analysed_anew(OURS)
    competitors.run(db, replace(context(), competitors=found))
    gone = f"Its check {NIGHT} was removed, or is damaged: crawl it again."
    assert rows(db, "SELECT site, is_used, problem FROM competitors ORDER BY site") == [
        (ONE, False, gone),
        (TWO, False, gone),
        (THREE, True, ""),
    ]
    assert _topics(db) == []
