"""What the clinic offers, who says so, and what of it is only inferred from the site."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

import duckdb

from crawler.analyse.coverage.evidence import Evidence, inferred_treatments
from crawler.config import Clinic
from crawler.services_file import Services
from crawler.tables.coverage import CoverageRow, ServiceRow
from crawler.taxonomy import Taxonomy


class Offer(NamedTuple):
    """`offered`: yes, no or inferred. `source`, `evidence`, `url`: as in the table `services`."""

    offered: str
    source: str
    evidence: str
    url: str | None = None


Offers = Mapping[tuple[str, str], Offer]

_IN_FILE = Offer("yes", "file", "The clinic's file names it as offered.")
_OUT_IN_FILE = Offer("no", "file", "The clinic's file names it as not offered.")
_NOT_IN_LIST = Offer("no", "file", "The clinic's file lists what is offered, and this is not in it.")
_CONFIRMED = Offer("yes", "confirmed", "Confirmed in the dashboard.")
_STRUCK = Offer("no", "struck", "Struck in the dashboard.")
_NOWHERE = Offer("no", "site", "Neither the menu, nor a page of its own, nor structured data offers it.")
_CONDITION = Offer("inferred", "site", "Nobody said that it is not treated.")


def decide_offers(
    db: duckdb.DuckDBPyConnection,
    clinic: Clinic,
    services: Services,
    taxonomy: Taxonomy,
    own: Collection[str],
) -> dict[tuple[str, str], Offer]:
    """Whether each condition and treatment is offered, by kind and id. `own`: those that the clinic added to the packs; none
    of a competitor's site.

    What the clinic's file names is as it says; then counts what was confirmed or struck in the dashboard; then the
    file's list of what is offered, where it has one; then what the site shows.
    """
    inferred = inferred_treatments(db, taxonomy)
    offers: dict[tuple[str, str], Offer] = {}
    for condition in taxonomy.conditions:
        offers["condition", condition.id] = _said(clinic, services, own, condition.id) or _CONDITION
    for treatment in taxonomy.treatments:
        said = _said(clinic, services, own, treatment.id)
        seen = _NOT_IN_LIST if clinic.offered is not None else _shown(inferred.get(treatment.id))
        offers["treatment", treatment.id] = said or seen
    return offers


def own_topics(taxonomy: Taxonomy) -> frozenset[str]:
    """Ids of the conditions and treatments that the clinic's file adds to the packs: it offers them."""
    pack = taxonomy.own
    return frozenset(entry.id for entry in (*pack.condition, *pack.treatment)) if pack else frozenset()


def ruled_out(clinic: Clinic, services: Services, taxonomy: Taxonomy) -> frozenset[str]:
    """Ids of what people said no to, and of what the clinic's file switches off."""
    struck = services.struck - own_topics(taxonomy) - {*(clinic.offered or ())}
    return struck.union(clinic.not_offered, clinic.off)


def service_rows(
    offers: Offers, taxonomy: Taxonomy, coverage: Mapping[tuple[str, str], CoverageRow]
) -> Iterator[ServiceRow]:
    """All treatments of the packs in use, and the conditions in `coverage`, with whether they are offered."""
    areas = {area.id: area.label for area in taxonomy.body_areas}
    for condition in taxonomy.conditions:
        if ("condition", condition.id) in coverage:
            group = areas[condition.area[0]] if condition.area else None
            yield ServiceRow("condition", condition.id, condition.label, group, *offers["condition", condition.id])
    for treatment in taxonomy.treatments:
        offer = offers["treatment", treatment.id]
        yield ServiceRow("treatment", treatment.id, treatment.label, treatment.family, *offer)


def _said(clinic: Clinic, services: Services, own: Collection[str], topic: str) -> Offer | None:
    """What people said of a topic; null: nobody said anything."""
    if topic in clinic.not_offered:
        return _OUT_IN_FILE
    if topic in (clinic.offered or ()) or topic in own:
        return _IN_FILE
    if topic in services.struck:
        return _STRUCK
    return _CONFIRMED if topic in services.confirmed else None


def _shown(evidence: Evidence | None) -> Offer:
    return Offer("inferred", *evidence) if evidence else _NOWHERE
