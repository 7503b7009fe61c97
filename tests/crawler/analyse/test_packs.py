import pytest

from crawler.analyse.packs import fitting_packs, fitting_taxonomy
from crawler.config import Clinic
from tests.crawler.analyse.packs import taxonomy
from tests.crawler.analyse.small_site import Page, Site, context, database


@pytest.mark.parametrize(
    ("headlines", "packs"),
    [
        (["Dental implants", "Family dentist", "Teeth whitening"], ["dental"]),
        (["Podiatrist", "Bunion care by a podiatrist", "Plantar fasciitis"], ["musculoskeletal", "podiatry"]),
        (["Prolotherapy", "PRP for knees", "Physical therapy fails"], ["musculoskeletal"]),
        (["Chiropractor", "Chiropractic care", "Our chiropractor"], ["chiropractic"]),
        (["Family medicine", "Diabetes", "Flu shot"], ["primary_care"]),
        (["Welcome", "Welcome"], []),
        ([], []),
        ([*["Prolotherapy"] * 20, "Dentist"], ["musculoskeletal"]),
    ],
)
def test_packs_that_fit(headlines: list[str], packs: list[str]) -> None:
    assert fitting_packs(headlines, taxonomy()) == packs


@pytest.mark.parametrize(
    ("clinic", "packs"),
    [
        (Clinic(), ["dental"]),
        (Clinic(packs=tuple(pack.id for pack in taxonomy().packs)), [pack.id for pack in taxonomy().packs]),
    ],
)
def test_the_clinics_file_overrules(clinic: Clinic, packs: list[str]) -> None:
    db = database(Site([Page("/", "Dentist and dental implants")]))
    assert [pack.id for pack in fitting_taxonomy(db, context(clinic)).packs] == packs


def test_nothing_fits() -> None:
    db = database(Site([Page("/", "Welcome")]))
    assert [pack.id for pack in fitting_taxonomy(db, context(Clinic())).packs] == ["musculoskeletal"]
