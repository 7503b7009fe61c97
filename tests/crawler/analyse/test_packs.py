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
        ([("es", "Clínica dental"), ("es", "Implantes dentales")], ["dental"]),
        ([("fr", "Kinésithérapie à Lyon"), ("fr", "Lombalgie")], ["musculoskeletal", "physiotherapy"]),
        (
            [("de", "Podologie am Markt"), ("de", "Eingewachsene Nägel"), ("de", "Fersensporn")],
            ["musculoskeletal", "podiatry"],
        ),
        ([("pt", "Dentist"), ("pt", "Dentes")], ["dental"]),
        (["Welcome", "Welcome"], []),
        ([], []),
        ([*["Prolotherapy"] * 20, "Dentist"], ["musculoskeletal"]),
    ],
)
def test_packs_that_fit(headlines: list[str | tuple[str, str]], packs: list[str]) -> None:
    said = [("en", one) if isinstance(one, str) else one for one in headlines]
    assert fitting_packs(said, taxonomy()) == packs


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
