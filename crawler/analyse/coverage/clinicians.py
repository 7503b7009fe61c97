"""The clinicians that a site names: in bylines with credentials, and as people of the clinic in structured data."""

import re
from typing import NamedTuple

import duckdb

MOST = 60
"""More people than anyone reads of; a hospital's own list of them is another site."""

_NAMED = r"""
WITH named AS (
    SELECT name, published_as, url, 1 AS rank FROM people WHERE credentials IS NOT NULL
    UNION ALL
    SELECT name, name, url, 2 FROM structured_items
    WHERE name IS NOT NULL AND (
        (regexp_matches(type, '\bPerson\b') AND regexp_matches(path, '(^|\.)(employees?|members?|founders?|reviewedBy|physician)$'))
        OR (regexp_matches(type, '\bPhysician\b|\bDentist\b') AND regexp_matches(name, $doctor, 'i'))
        OR (regexp_matches(type, '\bPerson\b') AND path IN ('', 'mainEntity') AND regexp_matches(name, $doctor, 'i'))
    )
)
SELECT name, min(url) FROM named GROUP BY name ORDER BY count(*) DESC, name
"""
_CREDENTIALS = (
    r"M\.?D|D\.?O|D\.?C|D\.?P\.?T|D\.?P\.?M|D\.?D\.?S|D\.?M\.?D|PhD|P\.?T|N\.?P|PA-?C|RN|L\.?Ac|FNP|MPT|OD"
)
_DOCTOR = rf"^dr\.? |,? \(?({_CREDENTIALS})\b"
_TITLES = re.compile(rf"^(?:(?:dr|prof|mr|mrs|ms)\.? )+|,.*$| \(?(?:{_CREDENTIALS})\b.*$", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 2, 5


class Clinician(NamedTuple):
    """`names`: as a page about this person writes the name. `example_url`: a page that names it."""

    key: str
    label: str
    names: tuple[str, ...]
    example_url: str


def clinician_names(db: duckdb.DuckDBPyConnection) -> list[Clinician]:
    """Clinicians by name, each once."""
    found: dict[str, Clinician] = {}
    for published, url in db.execute(_NAMED, {"doctor": _DOCTOR}).fetchall():
        name = _TITLES.sub("", published).strip()
        words = name.split()
        if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
            continue
        ends = f"{words[0]} {words[-1]}"
        key = re.sub(r"\W+", "-", ends.casefold()).strip("-")
        found.setdefault(key, Clinician(key, name, tuple(dict.fromkeys((name, ends))), url))
    return [found[key] for key in sorted(found)][:MOST]
