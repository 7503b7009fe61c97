from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

import pytest

from crawler.analyse import entities, keywords
from crawler.analyse.text.titles import brand_names, own_title, shared_parts
from crawler.config import Clinic
from crawler.schema import TABLES
from tests.crawler.analyse.packs import taxonomy
from tests.crawler.analyse.small_site import Link, Page, Site, analysed, context, database, rows

KNEE = Page(
    "/knee-pain", "Knee pain | Marlow Joint", [("h1", "Knee pain"), ("p", "An unloader brace. An unloader brace.")]
)
HIP = Page(
    "/hip", "Hip pain | Marlow Joint", [("h1", "Hip pain"), ("p", "Marlow Joint treats hips. Aqua jogging helps.")]
)
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", "Marlow Joint.")], page_type="home")
SITE = Site([HOME, KNEE, HIP])


def test_columns_are_those_of_the_schema() -> None:
    db = analysed(SITE)
    for name in ("keywords", "entities", "coverage", "gaps"):
        described = {column: kind for column, kind, *_ in rows(db, f"DESCRIBE {name}")}
        assert list(described) == [column.name for column in TABLES[name].columns]


def test_ranks_run_from_one() -> None:
    found = rows(analysed(SITE), "SELECT url, rank FROM keywords ORDER BY url, rank")
    per_page = {url: [rank for u, rank in found if u == url] for url, _ in found}
    assert all(ranks == list(range(1, len(ranks) + 1)) for ranks in per_page.values())
    assert rows(analysed(SITE), "SELECT keyphrase, score FROM keywords WHERE url = ? AND rank = 1", KNEE.url) == [
        ("Knee pain", 100.0)
    ]


def test_names_of_people_are_keyphrases_where_the_page_is_about_them_only() -> None:
    text = ("p", "Karen Shaw runs a knee class. Ask Karen Shaw about the knee class.")
    pages = [
        Page("/team", "Our team", [("h1", "Our team"), text]),
        Page("/karen", "Karen Shaw", [("h1", "Karen Shaw"), text]),
    ]
    found = rows(analysed(Site(pages)), "SELECT url FROM keywords WHERE keyphrase = 'Karen Shaw'")
    assert found == [(pages[1].url,)]


def test_what_all_titles_share_is_a_brand_and_no_topic() -> None:
    db = database(SITE)
    assert shared_parts(db, taxonomy()) == {"marlow joint"}
    found = rows(
        analysed(SITE), "SELECT url, keyphrase, entity, in_title FROM keywords WHERE keyphrase ILIKE 'marlow%'"
    )
    assert sorted(found) == [
        (HOME.url, "Marlow Joint", "brand:marlow joint", True),
        (HIP.url, "Marlow Joint", "brand:marlow joint", False),
    ]


def test_a_title_that_is_nothing_but_shared_stays_whole() -> None:
    assert own_title("Knee pain – Marlow Joint", {"marlow joint"}) == "Knee pain"
    assert own_title("Marlow Joint", {"marlow joint"}) == "Marlow Joint"
    assert own_title(None, {"x"}) == ""


def test_inbound_anchors_are_distinct_pages() -> None:
    links = [
        Link("/", "/knee-pain", "Our knee pain page"),
        Link("/", "/knee-pain", "knee pains"),
        Link("/hip", "/knee-pain", "Knee pain"),
        Link("/hip", "/knee-pain", "more"),
        Link("/knee-pain", "/knee-pain", "Knee pain"),
    ]
    db = analysed(replace(SITE, links=links))
    found = rows(db, "SELECT inbound_anchors FROM keywords WHERE url = ? AND key = 'knee pain'", KNEE.url)
    assert found == [(2,)]


def test_phrases_of_every_page_weigh_less_on_a_large_site() -> None:
    blocks = ("p", "Chair yoga. Chair yoga.")
    pages = [
        Page(f"/{n}", f"Page {n}", [blocks, ("p", f"Topic{n}x surfing. Topic{n}x surfing.")]) for n in range(40)
    ]
    query = "SELECT score FROM keywords WHERE key = 'chair yoga' AND url LIKE '%/7'"
    ((large,),) = rows(analysed(Site(pages)), query)
    ((small,),) = rows(analysed(Site(pages[:20])), query)
    assert large < small


def test_a_short_page_has_few_phrases() -> None:
    names = " ".join(f"word{chr(97 + n)}q thing{chr(97 + n)}q." for n in range(20))
    (count,) = rows(
        analysed(Site([Page("/a", "A", [("p", f"{names} {names}")])])), "SELECT count(*) FROM keywords"
    )[0]
    assert count == 6  # one to every twelve of its 80 words


def test_worker_processes_give_the_same_rows() -> None:
    inline = rows(analysed(SITE), "SELECT * FROM keywords ORDER BY ALL")
    db = database(SITE)
    with ProcessPoolExecutor(1, mp_context=get_context("forkserver")) as executor:
        keywords.run(db, replace(context(), executor=executor))
    entities.run(db, context())
    assert rows(db, "SELECT * FROM keywords ORDER BY ALL") == inline


def test_a_site_without_pages() -> None:
    db = analysed(Site(), Clinic())
    assert rows(db, "SELECT count(*) FROM keywords") == [(0,)]
    assert rows(db, "SELECT count(*) FROM entities") == [(0,)]


def _three(title: str, folder: str = "/") -> Site:
    said = {"Chairs": "Chairs help.", "Lamps": "Lamps help.", "Screens": "Screens help."}
    return Site(
        [Page(f"{folder}{name.lower()}", title.format(name), [("h1", name), ("p", t)]) for name, t in said.items()]
    )


def test_a_topic_that_titles_begin_with_is_shared_by_none() -> None:
    assert shared_parts(database(_three("Back pain – {}")), taxonomy()) == frozenset()
    assert shared_parts(database(_three("{} – Back pain")), taxonomy()) == {"back pain"}
    assert shared_parts(database(_three("Marlow Joint – {}")), taxonomy()) == {"marlow joint"}


@pytest.mark.parametrize(
    ("title", "folder", "names"),
    [
        ("{} | Marlow Joint", "/", ["marlow joint"]),
        ("{} | Physical therapy", "/", []),
        ("{} | Physical therapy clinic", "/", ["physical therapy clinic"]),
        ("{} | Our services | Marlow Joint", "/", ["marlow joint"]),
        ("{} | Desk library | Marlow Joint", "/desk-library/", ["marlow joint"]),
    ],
)
def test_topics_and_sections_of_the_site_are_no_names_of_the_clinic(
    title: str, folder: str, names: list[str]
) -> None:
    db = database(_three(title, folder))
    assert brand_names(db, Clinic(), shared_parts(db, taxonomy()), taxonomy()) == names
