"""Words of opening hours in English, French, Spanish, German and Dutch, as tokens of a text."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

_NAMES = (
    "monday mon lundi lun lunes montag maandag ma",
    "tuesday tues tue mardi martes dienstag dinsdag",
    "wednesday weds wed mercredi mer miércoles miercoles mié mittwoch woensdag",
    "thursday thurs thur thu jeudi jeu jueves jue donnerstag donderdag",
    "friday fri vendredi ven viernes vie freitag vrijdag",
    "saturday sat samedi sam sábado sabado sáb samstag sonnabend zaterdag",
    "sunday sun dimanche dim domingo dom sonntag zondag",
)
HALF_DAYS = (
    "morning", "mornings", "afternoon", "afternoons", "evening", "evenings", "matin", "après-midi", "soir", "mañana", "mañanas", "tarde",
    "tardes", "vormittag", "vormittags", "nachmittag", "nachmittags",
)  # fmt: skip
_EITHER = {"mar": 1}
_SHORT = ("Mo", "Tu Di", "We Mi", "Th Do", "Fr", "Sa", "Su So")
_WORKING = (0, 1, 2, 3, 4)
_SETS: dict[str, tuple[int, ...]] = {
    "weekdays": _WORKING,
    "m-f": _WORKING,
    "m–f": _WORKING,
    "weekday": _WORKING,
    "en semaine": _WORKING,
    "werktags": _WORKING,
    "días laborables": _WORKING,
    "weekends": (5, 6),
    "weekend": (5, 6),
    "week-end": (5, 6),
    "fines de semana": (5, 6),
    "am wochenende": (5, 6),
    "daily": tuple(range(7)),
    "every day": tuple(range(7)),
    "7 days a week": tuple(range(7)),
    "seven days a week": tuple(range(7)),
    "tous les jours": tuple(range(7)),
    "täglich": tuple(range(7)),
    "todos los días": tuple(range(7)),
    "dagelijks": tuple(range(7)),
}
_DAYS: dict[str, tuple[int, ...]] = {
    name: (day,) for day, names in enumerate(_NAMES) for name in names.split() if len(name) > 2
}
_DAYS |= {name: (day,) for name, day in _EITHER.items()}
_SHORT_DAYS: dict[str, tuple[int, ...]] = {
    name: (day,) for day, names in enumerate(_SHORT) for name in names.split()
}

_LONG = "|".join(sorted(map(re.escape, _DAYS), key=len, reverse=True))
_NAMED_SETS = "|".join(sorted(map(re.escape, _SETS), key=len, reverse=True))
DAY = rf"(?:\b(?i:{_NAMED_SETS})\b|\b(?i:(?:{_LONG}))s?\b\.?|\b(?:{'|'.join(_SHORT_DAYS)})\b\.?(?=\s?[-–—,.:/&]|\s\d))"
_NOON = {
    "noon": 720,
    "midday": 720,
    "midi": 720,
    "mediodía": 720,
    "mittag": 720,
    "midnight": 1440,
    "minuit": 1440,
    "mitternacht": 1440,
}
_TIME = (
    r"(?<![\d.,:/$€£])(?P<hour>[01]?\d|2[0-4])(?:\s?[:.hH]\s?(?P<minute>[0-5]\d)(?::00)?(?![\d]))?"
    r"(?:\s?(?P<half>(?i:a\.?\s?m|p\.?\s?m))\b\.?|\s?(?P<unit>(?i:uhr|heures?|hrs?|h|u))\b)?(?:\s(?i:noon)\b)?(?![\d%/]|[.,]\d|[a-zà-ÿ])"
)
_TOKEN = re.compile(
    rf"""(?P<newline>\n+)
    |(?P<allday>\b(?i:24\s(?:hours|hrs|stunden|heures|horas)|open\s24|24h(?:/24)?)\b)
    |(?P<day>{DAY.replace(" ", r"[ ]")})
    |(?P<time>{_TIME})
    |(?P<noon>(?:\b12[ ])?\b(?i:{"|".join(_NOON)})\b)
    |(?P<closed>\b(?i:closed|ferm[ée]e?s?|cerrado|geschlossen|ruhetag|gesloten)\b)
    |(?P<appointment>\b(?i:(?:only[ ])?by[ ](?:appointment|appt)\b\.?(?:[ ]only)?|(?:uniquement[ ])?sur[ ](?:rendez-vous|rdv)|(?:sólo[ ])?con[ ]cita(?:[ ]previa)?|nach[ ](?:vereinbarung|absprache)|op[ ]afspraak)\b)
    |(?P<to>[-–—‒−~]|\b(?i:to|till|until|through|thru|bis|à|au|al?|hasta|jusqu['’]à|tot)\b)
    |(?P<and>[,&/;+·•|]|\b(?i:and|et|y|und|en|e)\b)
    |(?P<filler>[:.()*]|\b(?i:from|of|open|opens|hours|between|at|on|de|du|des|le|les|von|vom|el|los|las|ouvert|horaires?|geöffnet|abierto|um|uhr|van|{"|".join(HALF_DAYS)})\b)
    |(?P<other>\w+|[^\s\w])""",
    re.VERBOSE,
)
_MOST_TOKENS = 20_000
_MARKS = r"(?:\s?[:.hH]\s?[0-5]\d)?(?:\s?(?i:h|[ap]\.?\s?m|uhr)\b\.?)?"
RANGE_HINT = re.compile(
    rf"(?<![\d.,:/$€£])(?:[01]?\d|2[0-4])(?P<first>{_MARKS})\s?"
    r"(?:[-–—‒−~]|(?i:to|till|until|through|bis|à|au?|al|hasta|tot)\b)\s?(?:las? )?"
    rf"(?:(?:[01]?\d|2[0-4])(?P<second>{_MARKS})(?!\d)|(?i:noon|midi|midday)\b)"
)
"""A span of time, or two small numbers with a dash."""

DAY_START = re.compile(rf"\W{{0,3}}{DAY}")
ANY_DAY = re.compile(DAY)
LABEL = re.compile(
    r"\b(?i:hours|open(?:ing)?|horaires?|heures|ouvert\w*|ouverture|horarios?|abierto|öffnungszeiten|sprechzeiten|sprechstunden?|geöffnet"
    r"|openingsuren|consultations?)\b"
)


class Token(NamedTuple):
    """`kind` names the group of the pattern; `days` of a day, `minute` of the day of a time.
    `half`: am or pm, null where it is not told; `is_bare`: a number that nothing but its place shows to be a time."""

    kind: str
    start: int
    end: int
    text: str
    days: tuple[int, ...] = ()
    minute: int = 0
    half: str | None = None
    is_bare: bool = False


def tokens(text: str) -> list[Token]:
    """Words of `text` as far as they bear on opening hours."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for found in islice(_TOKEN.finditer(text), _MOST_TOKENS):
        kind = found.lastgroup if found.lastgroup in _KINDS else "time"
        token = Token(kind, found.start(), found.end(), found[0])
        if kind == "day":
            yield token._replace(days=_days(found[0]))
        elif kind == "noon":
            yield token._replace(kind="time", minute=_NOON[found[0].lower().removeprefix("12 ")], half="noon")
        elif kind == "time":
            yield _time(found, token)
        else:
            yield token


_KINDS = frozenset("newline allday day noon closed appointment to and filler other".split())


def _days(written: str) -> tuple[int, ...]:
    name = written.rstrip(".")
    if name in _SHORT_DAYS:
        return _SHORT_DAYS[name]
    name = " ".join(name.lower().split())
    return _SETS.get(name) or _DAYS.get(name) or _DAYS.get(name.rstrip("s")) or _SETS.get(name.rstrip("s")) or ()


def _time(found: re.Match[str], token: Token) -> Token:
    half = re.sub(r"[\s.]", "", found["half"] or "").lower() or None
    minute = int(found["hour"]) * 60 + int(found["minute"] or 0)
    is_bare = not (half or found["minute"] or found["unit"])
    if half and not 60 <= minute < 780:
        return token._replace(kind="other")
    return token._replace(
        kind="time", minute=minute, half=half or ("h" if found["unit"] else None), is_bare=is_bare
    )
