"""The score of a page's calls-to-action, and its parts."""

import pytest

from crawler.analyse.context import Context
from crawler.analyse.cta_score import DEDUCTIONS, POINTS
from crawler.config import Clinic, Location, OwnNumber
from crawler.schema import TABLES
from tests.crawler.analyse.phone_site import page, phone_site

_CLINIC = Clinic(phone=(OwnNumber(number="310-453-1234"), OwnNumber(number="310-453-7000", role="department")))
_RIGHT = "<a href='tel:+13104531234'>310-453-1234</a>"
_WORDS = "<p>" + "ligament " * 99 + "heals.</p>"


@pytest.mark.parametrize(
    ("body", "score"),
    [
        (f"<p>Call now {_RIGHT}</p>", 100),
        (f"<p>Call now {_RIGHT}</p>{_WORDS}", 90),
        (f"<header>{_RIGHT}</header>{_WORDS}", 75),
        ("<header><a href='tel:3104531234'><i></i></a></header>" + _WORDS, 70),
        ("<header>310-453-1234</header>" + _WORDS, 50),
        (_WORDS, 0),
        ("<a href='tel:+123456789'>Call now</a>", 0),
        (f"<header>{_RIGHT} <a href='tel:+123456789'>Call</a></header>{_WORDS}", 50),
        (f"<header>{_RIGHT} <a href='tel:+13104531234'>310-453-7000</a></header>{_WORDS}", 35),
    ],
)
def test_score(context: Context, body: str, score: int) -> None:
    assert page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")["score"] == score


def test_two_main_numbers_in_one_zone_cost_points(context: Context) -> None:
    clinic = Clinic(phone=(OwnNumber(number="310-453-1234"), OwnNumber(number="626-397-2000")))
    other = "<a href='tel:+16263972000'>626-397-2000</a>"
    pages = {
        "/one": f"<header>{_RIGHT}</header>{_WORDS}",
        "/two": f"<header>{_RIGHT} {other}</header>{_WORDS}",
        "/apart": f"<header>{_RIGHT}</header>{_WORDS}<footer>{other}</footer>",
    }
    db = phone_site(context, pages, clinic=clinic)
    assert [page(db, path)["score"] for path in pages] == [75, 60, 75]


def test_the_points_come_to_a_hundred_and_are_told_in_the_columns() -> None:
    assert sum(points for points, _ in POINTS.values()) == 100
    meanings = {column.name: column.meaning for column in TABLES["page_ctas"].columns}
    assert all(meanings[f"score_{part}"].startswith(f"{points}: ") for part, (points, _) in POINTS.items())
    assert all(f"{points} " in meanings["score_deduction"] for points in DEDUCTIONS.values())


def test_the_parts_make_the_score(context: Context) -> None:
    body = f"<header>{_RIGHT} <a href='tel:+123456789'>Call</a></header>{_WORDS}"
    row = page(phone_site(context, {"/": body}, clinic=_CLINIC), "/")
    parts = {name.removeprefix("score_"): row[name] for name in row if name.startswith("score_")}
    assert parts == {
        "number": 25,
        "linked": 20,
        "top": 15,
        "body": 0,
        "end": 0,
        "verb": 0,
        "nap": 10,
        "format": 3,
        "name": 2,
        "deduction": 25,
    }
    assert row["score"] == 50


def test_the_number_of_a_location_is_right_on_its_own_page(context: Context) -> None:
    there = "<p>Call us in Pasadena: <a href='tel:+16263972000'>626-397-2000</a></p>"
    pages = {f"/{w}": f"<p>{w}</p><footer>{_RIGHT}</footer>" for w in ("Ankles", "Backs", "Hips", "Knees")} | {
        "/pasadena": there,
        "/x": there,
    }
    clinic = Clinic(phone=_CLINIC.phone, location=(Location(name="Pasadena", number="626-397-2000"),))
    db = phone_site(context, pages, types={"/pasadena": "location"}, clinic=clinic)
    assert (page(db, "/pasadena")["score_nap"], page(db, "/pasadena")["score_deduction"]) == (10, 0)
