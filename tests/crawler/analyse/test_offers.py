"""What is offered: who says so, and what goes before what."""

import json
from dataclasses import replace
from typing import Any

import pytest

from crawler.analyse.coverage.structured_services import declared_services
from crawler.config import Clinic, SiteRole
from crawler.own_topics import OwnTreatment
from crawler.services_file import Services
from crawler.taxonomy import with_own
from tests.crawler.analyse.packs import taxonomy
from tests.crawler.analyse.small_site import HOST, Link, Page, Site, context, database, rows, run_steps, text

MSK = ("musculoskeletal",)
HOME = Page("/", "Marlow Joint", [("h1", "Welcome"), ("p", text(300))], page_type="home")
PRP = Page("/prp", "PRP", [("h1", "PRP"), ("p", text(300))], page_type="treatment")


def services(
    site: Site, clinic: Clinic, said: Services | None = None, role: SiteRole = "own"
) -> dict[str, tuple[str, str, str | None]]:
    given = replace(
        context(clinic), taxonomy=with_own(taxonomy(*MSK), clinic), services=said or Services(), role=role
    )
    db = database(site)
    run_steps(db, given)
    found = rows(db, "SELECT key, offered, source, url FROM services WHERE kind = 'treatment'")
    return {key: (offered, source, url) for key, offered, source, url in found}


def said(*ids: str, struck: tuple[str, ...] = ()) -> Services:
    return Services(frozenset(ids), frozenset(struck))


@pytest.mark.parametrize(
    ("clinic", "given", "offered", "source"),
    [
        ({}, said(), "inferred", "page"),
        ({}, said("prp"), "yes", "confirmed"),
        ({}, said(struck=("prp",)), "no", "struck"),
        ({"offered": ("prp",)}, said(struck=("prp",)), "yes", "file"),
        ({"not_offered": ("prp",)}, said("prp"), "no", "file"),
        ({"offered": ("ozone",)}, said(), "no", "file"),
        ({"offered": ("ozone",)}, said("prp"), "yes", "confirmed"),
        ({}, said("no_longer_in_a_pack"), "inferred", "page"),
    ],
)
def test_what_a_person_wrote_goes_before_what_one_clicked(
    clinic: dict[str, Any], given: Services, offered: str, source: str
) -> None:
    found = services(Site([HOME, PRP]), Clinic(packs=MSK, **clinic), given)
    assert found["prp"][:2] == (offered, source)


def test_a_treatment_of_the_clinics_own_is_offered() -> None:
    own = Clinic(
        packs=MSK, treatment=(OwnTreatment(id="sauna", label="Sauna"), OwnTreatment(id="ozone", syn=("o3",)))
    )
    found = services(Site([HOME]), own)
    assert found["sauna"][0] == "yes"
    assert found["ozone"][0] == "no"


def test_what_the_clinic_adds_is_not_what_a_competitor_offers() -> None:
    own = Clinic(packs=MSK, treatment=(OwnTreatment(id="sauna", label="Sauna"),))
    assert services(Site([HOME]), own, role="competitor")["sauna"][:2] == ("no", "site")


def test_a_site_shows_what_it_offers_in_three_ways() -> None:
    data = json.dumps(
        {"@type": "MedicalClinic", "availableService": [{"name": "Shockwave therapy"}, "TENS therapy"]}
    )
    site = Site(
        [HOME, PRP, Page("/m", "Relax", [("p", text(50))])],
        [Link("/", "/m", "Massage", "nav")],
        structured_data=[{"url": HOST + "/", "position": 1, "syntax": "json-ld", "data": data}],
    )
    found = services(site, Clinic(packs=MSK))
    assert {key: one[1] for key, one in found.items() if one[0] == "inferred"} == {
        "prp": "page", "massage": "navigation", "shockwave": "structured_data", "tens": "structured_data",
    }  # fmt: skip
    assert found["massage"][2] == HOST + "/m"
    assert found["surgery"] == ("no", "site", None)


@pytest.mark.parametrize(
    ("item", "names"),
    [
        ({"medicalSpecialty": "https://schema.org/PhysicalTherapy"}, ["Physical Therapy"]),
        ({"makesOffer": {"@type": "Offer", "itemOffered": {"@type": "Service", "name": "PRP"}}}, ["PRP"]),
        ({"hasOfferCatalog": {"itemListElement": [{"itemOffered": {"name": "A"}}, {"name": "B"}]}}, ["A", "B"]),
        ({"@graph": [{"department": {"availableService": "Dry needling"}}]}, ["Dry needling"]),
        ({"review": {"name": "PRP was great"}, "description": "Massage"}, []),
        ([], []),
    ],
)
def test_services_that_structured_data_declares(item: object, names: list[str]) -> None:
    assert list(declared_services(item)) == names


def test_what_is_struck_is_in_no_sum() -> None:
    given = replace(context(Clinic(packs=MSK)), services=said(struck=("prp", "knee_pain")))
    db = database(Site([HOME, PRP, Page("/knee", "Knee pain", [("h1", "Knee pain"), ("p", text(60))])]))
    run_steps(db, given)
    found = rows(db, "SELECT kind, key, offered FROM coverage WHERE treatment = 'prp' OR condition = 'knee_pain'")
    assert set(found) == {("treatment", "prp", "no"), ("condition", "knee_pain", "no")}
