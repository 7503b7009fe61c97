"""The offices of the clinic: those of its file, else the addresses of its own that the site publishes."""

import re
from typing import NamedTuple

import duckdb

from crawler.config import Clinic, Location
from crawler.text import short_hash

_PUBLISHED = """
SELECT key, any_value(text), any_value(locality) FROM (
    SELECT n.key, n.text, m.locality, m.url, m.position FROM nap n JOIN nap_mentions m USING (kind, key)
    WHERE n.kind = 'address' AND n.ownership = 'own' AND n.location IS NULL AND m.locality IS NOT NULL
    ORDER BY n.key, m.url, m.position
) GROUP BY key ORDER BY key
"""
_EXAMPLES = "SELECT location, min(example_url) FROM nap WHERE location IS NOT NULL GROUP BY location"
_EXAMPLE = "SELECT key, example_url FROM nap WHERE kind = 'address'"
_TOWN = re.compile(r",\s*([^,\d]+?)\s*,\s*[^,]*$")
"""The part before the last of an address in one line: 1 Main Street, Springfield, IL 62701."""


class Office(NamedTuple):
    """`names`: what its page calls it by. `example_url`: a page that publishes its address; null: none."""

    key: str
    label: str
    names: tuple[str, ...]
    example_url: str | None


def offices(db: duckdb.DuckDBPyConnection, clinic: Clinic) -> list[Office]:
    """Offices in order of the clinic's file, else by address."""
    if clinic.location:
        examples = dict(db.execute(_EXAMPLES).fetchall())
        return [_of_file(location, examples.get(location.name)) for location in clinic.location]
    examples = dict(db.execute(_EXAMPLE).fetchall())
    towns = db.execute(_PUBLISHED).fetchall()
    return [Office(short_hash(key), town, (town,), examples.get(key)) for key, _, town in towns]


def _of_file(location: Location, example_url: str | None) -> Office:
    town = location.city or ((found := _TOWN.search(location.address or "")) and found[1])
    names = (location.name, town) if town else (location.name,)
    return Office(re.sub(r"\W+", "-", location.name.casefold()).strip("-"), location.name, names, example_url)
