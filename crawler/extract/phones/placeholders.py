"""Numbers that come with templates and reach nobody: 123-456-7890, 555-555-5555, 310-555-0142, 07700 900123."""

import re

_RUN = 8
"""Digits in a row: real numbers such as 345-6789 and 1-800-222-2222 have seven."""

_UP, _DOWN = "01234567890123456789", "98765432109876543210"
_RUNS = frozenset(row[start : start + _RUN] for row in (_UP, _DOWN) for start in range(len(row) - _RUN + 1)) | {
    digit * _RUN for digit in "0123456789"
}
_NORTH_AMERICA = r"1?(?:555\d{7}|\d{3}555(?:01\d\d|1234|5555)|(\d)\1\1(\d)\2\2(\d)\3\3\3)"
"""Area 555, 555-0100 to 555-0199 and their kind, and 111-222-3333."""

_BRITAIN = (
    r"(?:44|0)(?:1632960|7700900|8081570|3069990|9098790|1(?:1[3-8]|21|31|41|51|61)4960|1914980|2079460|2896496"
    r"|2890180|2920180)\d{3}"
)
"""Ofcom, *Telephone numbers for use in TV and radio drama programmes*: a thousand numbers of each block."""

_AUSTRALIA = (
    r"(?:61|0)(?:[2378](?:5550|7010)\d{4}|491(?:570(?:006|110|15[6-9]|313|737)|571(?:266|491|804)|572(?:549|665|983)"
    r"|573(?:087|770)|574(?:118|632)|575(?:254|789)|576(?:398|801)|577(?:426|644)|578(?:148|888|957)"
    r"|579(?:212|455|760)))|(?:61)?1(?:800160401|800975(?:70[7-9]|71[01])|300975(?:70[7-9]|71[01]))"
)
"""ACMA, *Phone numbers for use in TV shows, films and creative works*."""

_FRANCE = r"(?:33|0)(?:19900|26191|35301|46571|53649|63998)\d{4}"
"""ARCEP, numbering plan of 2018, article 2.5.12: numbers for works of fiction."""

_GERMANY = r"(?:49|0)(?:3023125|6990009|4066969|2214710|8999998)\d{3}|(?:49|0)(?:17139200|176040690)\d\d"
"""Bundesnetzagentur, *Drama numbers*."""

_FICTION = re.compile("|".join((_NORTH_AMERICA, _BRITAIN, _AUSTRALIA, _FRANCE, _GERMANY)))


def is_placeholder(number: str) -> bool:
    """Whether the digits of `number` count up or down, repeat, or are set aside for fiction."""
    digits = re.sub(r"\D", "", number)
    if any(digits[start : start + _RUN] in _RUNS for start in range(len(digits) - _RUN + 1)):
        return True
    return _FICTION.fullmatch(digits) is not None
