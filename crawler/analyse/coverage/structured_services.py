"""Services that structured data declare: availableService, makesOffer, medicalSpecialty and the like."""

import json
import re
from collections.abc import Iterator

import duckdb

from crawler.analyse.main_language import site_languages
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.taxonomy import Taxonomy

_KEYS = frozenset({"availableService", "makesOffer", "hasOfferCatalog", "medicalSpecialty", "serviceType"})
_NAMES = frozenset({"name", "serviceType"})
_WORDS_OF_TYPE = re.compile(r"(?<=[a-z])(?=[A-Z])")
_DECLARED = f"""
SELECT data, min(url) AS url FROM structured_data
WHERE data IS NOT NULL AND ({" OR ".join(f"contains(data, '{key}')" for key in sorted(_KEYS))})
GROUP BY data ORDER BY url, data
"""


def declared_treatments(db: duckdb.DuckDBPyConnection, taxonomy: Taxonomy) -> dict[str, tuple[str, str]]:
    """What structured data says of a treatment, and on which page, by the treatment's id."""
    vocabularies = Vocabularies(taxonomy)
    spoken = site_languages(db)
    found: dict[str, tuple[str, str]] = {}
    for data, url in db.execute(_DECLARED).fetchall():
        for text in declared_services(json.loads(data)):
            for match in vocabularies.read(text, spoken).matches:
                for ref in match.term.refs:
                    if ref.kind == "treatment" and not match.term.weak:
                        found.setdefault(ref.id, (text, str(url)))
    return found


def declared_services(item: object) -> Iterator[str]:
    """Names of the services that `item`, or an item in it, declares."""
    if isinstance(item, list):
        for one in item:
            yield from declared_services(one)
    elif isinstance(item, dict):
        for key, value in item.items():
            if key in _KEYS:
                yield from _texts(value)
            else:
                yield from declared_services(value)


def _texts(value: object) -> Iterator[str]:
    """Names inside of a declaration; a type such as schema.org/PhysicalTherapy as words."""
    if isinstance(value, str):
        yield _WORDS_OF_TYPE.sub(" ", value.rsplit("/", 1)[-1]) if "://" in value else value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key in _NAMES or isinstance(inner, dict | list):
                yield from _texts(inner)
