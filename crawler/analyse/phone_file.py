"""The numbers that the clinic's file names, as they are dialled in the country of the site."""

from crawler.analyse.phone_evidence import Known
from crawler.analyse.phone_ownership import VOICE
from crawler.config import Clinic
from crawler.errors import OperatorError
from crawler.extract.phones.numbers import number_of


def known_numbers(clinic: Clinic, region: str) -> dict[str, Known]:
    """Numbers of the clinic's file by E.164; of one listed twice, the first label.

    Raises `OperatorError` for one that cannot be dialled in `region`, or that has two roles. The number of a
    location may be listed as any line that patients call.
    """
    known: dict[str, Known] = {}
    for entry in clinic.phone:
        number = _dialled(entry.number, clinic, region)
        role = known.setdefault(number, Known(entry.role, entry.label)).ownership
        if role != entry.role:
            raise _two_roles(entry.number, role, entry.role)
    for place in clinic.location:
        if place.number:
            number = _dialled(place.number, clinic, region)
            role = known.setdefault(number, Known("location", place.name)).ownership
            if role not in VOICE:
                raise _two_roles(place.number, role, "location")
    return known


def _dialled(written: str, clinic: Clinic, region: str) -> str:
    number = number_of(written, region)
    if number is None:
        hint = "" if clinic.region else " If that is not its country, say which in region."
        raise OperatorError(f"The clinic's file: phone number {written!r} cannot be dialled in {region}.{hint}")
    return number.e164


def _two_roles(written: str, first: str, second: str) -> OperatorError:
    return OperatorError(f"The clinic's file: phone number {written!r} has two roles, {first} and {second}.")
