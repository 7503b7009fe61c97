"""Numbers of public bodies."""

import phonenumbers

from crawler.analyse.phone_agencies import AGENCIES


def test_every_number_can_exist() -> None:
    parsed = {number: phonenumbers.parse(number, None) for number in AGENCIES}
    assert [number for number, found in parsed.items() if not phonenumbers.is_valid_number(found)] == []
    e164 = phonenumbers.PhoneNumberFormat.E164
    assert [number for number, found in parsed.items() if phonenumbers.format_number(found, e164) != number] == []
