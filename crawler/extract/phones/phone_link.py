"""What a link, script or attribute says of the phone number that it dials."""

from typing import NamedTuple

from crawler.extract.phones.numbers import Number


class PhoneLink(NamedTuple):
    """Its channel, the part that names the number, and that number.

    `dials`: false where it is meant to dial, in a form that no device follows or that only a script may.
    """

    channel: str
    address: str
    number: Number | None
    dials: bool = True
