"""Numbers of the clinic's file: right, or one sentence before the crawl."""

import pytest

from crawler.analyse.phone_evidence import Known
from crawler.analyse.phone_file import known_numbers
from crawler.analyse.pipeline import check_clinic
from crawler.config import Clinic, Location, OwnNumber
from crawler.errors import OperatorError
from crawler.taxonomy import Pack, Taxonomy

_NO_TOPICS = Taxonomy(common=Pack(id="common"), packs=())
_MAIN = OwnNumber(number="310-453-1234", label="Desk")


def test_numbers_by_how_they_are_dialled() -> None:
    harbour = (Location(name="Harbour", number="+1 310 453 9876"), Location(name="Hill", number="3104531234"))
    found = known_numbers(Clinic(phone=(_MAIN, OwnNumber(number="(310) 453-1234")), location=harbour), "US")
    assert found == {"+13104531234": Known("main", "Desk"), "+13104539876": Known("location", "Harbour")}


@pytest.mark.parametrize(
    ("clinic", "message"),
    [
        (Clinic(phone=(OwnNumber(number="123"),)), "phone number '123' cannot be dialled in US."),
        (
            Clinic(location=(Location(name="Hill", number="453-1234"),)),
            "phone number '453-1234' cannot be dialled in US.",
        ),
        (
            Clinic(phone=(_MAIN, OwnNumber(number="+13104531234", role="fax"))),
            "phone number '+13104531234' has two roles, main and fax.",
        ),
        (
            Clinic(
                phone=(OwnNumber(number="310-453-1234", role="fax"),),
                location=(Location(name="Hill", number="310-453-1234"),),
            ),
            "phone number '310-453-1234' has two roles, fax and location.",
        ),
    ],
)
def test_a_wrong_number_stops_the_crawl_before_it_starts(clinic: Clinic, message: str) -> None:
    filed = clinic.model_copy(update={"region": "US"})
    with pytest.raises(OperatorError) as caught:
        check_clinic(filed, _NO_TOPICS)
    assert str(caught.value) == f"The clinic's file: {message}"


def test_without_a_country_numbers_are_judged_when_it_is_known() -> None:
    clinic = Clinic(phone=(OwnNumber(number="030 12345678"),))
    check_clinic(clinic, _NO_TOPICS)
    assert list(known_numbers(clinic, "DE")) == ["+493012345678"]
    with pytest.raises(
        OperatorError, match=r"'030 12345678' cannot be dialled in US\. If that is not its country"
    ):
        known_numbers(clinic, "US")
