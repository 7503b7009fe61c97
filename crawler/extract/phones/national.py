"""The country whose national numbers a text shows, among those where its language is spoken."""

import re
from itertools import islice

from crawler.extract.phones.guards import is_series, is_something_else
from crawler.extract.phones.matches import matches

_SPOKEN_IN = {
    "en": "GB AU IE NZ IN ZA SG", "es": "ES MX AR CO CL PE", "fr": "FR BE CH", "de": "DE AT CH", "it": "IT CH",
    "nl": "NL BE", "pt": "PT BR", "pl": "PL", "sv": "SE", "da": "DK", "nb": "NO", "no": "NO", "fi": "FI", "cs": "CZ",
    "sk": "SK", "hu": "HU", "ro": "RO", "el": "GR", "tr": "TR", "ru": "RU", "uk": "UA", "he": "IL", "ja": "JP", "ko": "KR",
    "th": "TH", "vi": "VN", "id": "ID", "ca": "ES", "eu": "ES", "gl": "ES",
}  # fmt: skip
"""By language, the countries in order of their people; English without the United States, which are the default."""

_DEFAULT = "US"
_RUN = re.compile(r"(?<![\d.,:/#-])\(?(?:\d[-. /()–]{0,3}){7,12}\d(?![\d.,:/-]?\d)")
_ENGLISH_LEAD = re.compile(r"\(?(?:0[1-9]|1[38]00 )")
_ENGLISH_RUN = re.compile(r"[01](?<![\d.,:/#-].)(?:(?<=0)[1-9]|(?<=1)[38]00 )\d*[-. ()/–]{0,3}\d{2}")
"""Abroad, English pages write national numbers with the zero that no number of North America begins with."""

_MOST_RUNS = 40


def country_of_numbers(text: str, lang: str) -> str | None:
    """ISO country of most numbers of `text` without a plus, where no more are North America's; null where none is.

    `lang`: language of the text, BCP 47; its region is not looked at.
    """
    language = lang.strip().lower().replace("_", "-").partition("-")[0] or "en"
    countries = _SPOKEN_IN.get(language, "").split()
    if not countries or (language == "en" and not _ENGLISH_RUN.search(text)):
        return None
    found = islice((run.group().strip() for run in _RUN.finditer(text)), _MOST_RUNS)
    runs = {run for run in found if not (run.isdigit() or is_series(run) or is_something_else(run, 0, len(run)))}
    told = {run for run in runs if _ENGLISH_LEAD.match(run)} if language == "en" else runs
    if not told:
        return None
    best = max(countries, key=lambda country: _count(told, country))
    count = _count(told, best)
    return best if count > _count(runs, _DEFAULT) else None


def _count(runs: set[str], country: str) -> int:
    return sum(any(match.end - match.start == len(run) for match in matches(run, country)) for run in runs)
