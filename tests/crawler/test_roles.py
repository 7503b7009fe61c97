"""Whose site is crawled: what of the clinic's file applies, and what is refused."""

from typing import Any

import pytest

from crawler.config import Clinic, Crawl, SiteRole
from crawler.errors import OperatorError
from crawler.roles import COMPETITOR_MINUTES, COMPETITOR_PAGES, check_options, check_role, clinic_of

_CLINIC = Clinic.model_validate(
    {
        "name": "Marlow Joint",
        "sites": ["https://www.marlow.example", "not a url"],
        "competitors": ["https://larch.example"],
        "region": "US",
        "brand": ["Marlow"],
        "offered": ["prp"],
        "not_offered": ["surgery"],
        "weights": {"low_back_pain": 2},
        "off": ["frozen_shoulder"],
        "rename": {"prp": "Platelets"},
        "condition": [{"id": "sleepless", "label": "Sleepless nights"}],
        "treatment": [{"id": "salt_room", "label": "Salt room"}],
        "thresholds": {"title.too_long.max_px": 600},
        "phone": [{"number": "(212) 736-5000"}],
        "location": [{"name": "Downtown"}],
        "target": [{"phrase": "knee pain", "page": "/knee"}],
        "crawl": {"delay": 0, "ignore_robots": True, "hosts": ["blog.marlow.example"], "speed": "fast",
                  "exclude": ["/staff/*"], "contact": "a@marlow.example", "workers": 0},
    }
)  # fmt: skip


def test_nothing_that_the_clinic_says_of_itself_applies_to_a_competitor() -> None:
    theirs = clinic_of("competitor", _CLINIC)
    own = ("name", "brand", "offered", "not_offered", "weights", "phone", "location", "target")
    assert {name: getattr(theirs, name) for name in own} == {name: getattr(Clinic(), name) for name in own}
    shared = ("region", "thresholds", "off", "rename", "condition", "treatment")
    assert {name: getattr(theirs, name) for name in shared} == {name: getattr(_CLINIC, name) for name in shared}
    assert "packs" not in theirs.model_fields_set
    assert clinic_of("competitor", theirs) == theirs
    assert clinic_of("own", _CLINIC) == _CLINIC


def test_a_vocabulary_that_the_clinic_chose_stays() -> None:
    theirs = clinic_of("competitor", Clinic(packs=("dental",)))
    assert (theirs.packs, "packs" in theirs.model_fields_set) == (("dental",), True)


def test_a_competitors_server_is_somebody_elses() -> None:
    crawl = clinic_of("competitor", _CLINIC).crawl
    assert crawl == Crawl(
        max_pages=COMPETITOR_PAGES,
        max_minutes=COMPETITOR_MINUTES,
        speed="polite",
        check_links=False,
        contact="a@marlow.example",
        workers=0,
    )
    assert clinic_of("competitor", Clinic(crawl=Crawl(max_pages=3))).crawl.max_pages == 3


@pytest.mark.parametrize(
    ("options", "option"),
    [
        ({"speed": "fast"}, "--fast"),
        ({"concurrency": 2}, "--concurrency"),
        ({"delay": 0.0}, "--delay"),
        ({"delay": 0.9}, "--delay"),
        ({"check_links": True}, "--check-links"),
        ({"ignore_robots": True}, "--ignore-robots"),
        ({"speed": "polite", "concurrency": 1, "delay": 1.0, "check_links": False, "max_pages": 900}, None),
        ({"speed": None, "concurrency": None, "delay": None, "check_links": None, "ignore_robots": None}, None),
    ],
)
def test_options_that_would_press_a_competitor(options: dict[str, Any], option: str | None) -> None:
    check_options("own", options)
    if option is None:
        check_options("competitor", options)
        return
    with pytest.raises(OperatorError, match=f"^{option}: .*competitor.*[.]$"):
        check_options("competitor", options)


@pytest.mark.parametrize(
    ("role", "site", "refusal"),
    [
        ("own", "https://www.marlow.example/", None),
        ("own", "larch.example_8080", None),
        ("competitor", "https://other.example", None),
        ("competitor", "marlow.example", "marlow.example is one of your own sites in the clinic's file: leave out --role"),
        ("own", "www.larch.example", "www.larch.example is a competitor in the clinic's file: add --role competitor"),
    ],
)  # fmt: skip
def test_what_the_file_says_of_a_site(role: SiteRole, site: str, refusal: str | None) -> None:
    if refusal is None:
        check_role(role, site, _CLINIC)
        return
    with pytest.raises(OperatorError) as caught:
        check_role(role, site, _CLINIC)
    assert str(caught.value).startswith(refusal)
