"""Addresses to compare with: those of the clinic's file, and those that may be of one place with another."""

from collections.abc import Iterable
from typing import NamedTuple

from crawler.analyse.nap_places import Place, place_of
from crawler.config import Clinic, Location
from crawler.extract.nap.addresses import Address, addresses_in

_MOST_COMPARED = 50


class Known(NamedTuple):
    """A location of the clinic's file: its address as written there, and in parts."""

    location: Location
    text: str
    place: Place


def known_places(clinic: Clinic, region: str) -> list[Known]:
    """Addresses of the clinic's file."""
    found = []
    for location in clinic.location:
        address = _of_file(location)
        if address is not None:
            text = location.address or ", ".join(part for part in address[:4] if part)
            found.append(Known(location, text, place_of(address, region)))
    return found


def _of_file(location: Location) -> Address | None:
    if location.street:
        return Address(location.street, location.city, location.region, location.postal_code, location.country)
    if not location.address:
        return None
    found = addresses_in(location.address)
    if found:
        return found[0].address._replace(country=location.country or found[0].address.country)
    street, _, city = location.address.partition(",")
    return Address(street.strip(), city.strip() or None, None, None, location.country)


class Nearby:
    """Places by street and by house number: two of one place have one of them in common."""

    def __init__(self, places: Iterable[Place] = ()) -> None:
        self._by_part: dict[tuple[str, str], list[Place]] = {}
        for place in places:
            self.add(place)

    def add(self, place: Place) -> None:
        for part in (("street", place.street), ("number", place.number)):
            self._by_part.setdefault(part, []).append(place)

    def to(self, place: Place) -> list[Place]:
        """Places that may be `place`, each once, at most so many as are worth comparing."""
        found = [
            *self._by_part.get(("street", place.street), ()),
            *self._by_part.get(("number", place.number), ()),
        ]
        return list(dict.fromkeys(found[:_MOST_COMPARED]))
