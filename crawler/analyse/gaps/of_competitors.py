"""Gaps that competitors show: what two or more of them have a page for, and this site has not."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

import duckdb

from crawler.analyse.gaps.gap import Gap
from crawler.analyse.gaps.limits import Limits
from crawler.analyse.gaps.of_coverage import business_weight, entities_of
from crawler.config import Clinic
from crawler.tables.coverage import CoverageRow

_SHARED = """
SELECT kind, key, label, competitors, sites, urls, our_state, our_url, impressions FROM competitor_topics
WHERE kind IN ('condition', 'treatment', 'cell') AND competitors >= $fewest AND our_state IN ('none', 'mentioned')
ORDER BY kind, key
"""
"""Phrases are left out: hundreds of words that competitors share are no plan; the dashboard lists them."""

Rivals = Mapping[tuple[str, str], Mapping[str, Any]]


def rivals(db: duckdb.DuckDBPyConnection, limits: Limits) -> Rivals:
    """What competitors cover and this site does not, by kind and key."""
    cursor = db.execute(_SHARED, {"fewest": int(limits["competitor.min_competitors"])})
    names = [column[0] for column in cursor.description or ()]
    rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return {(row["kind"], row["key"]): row for row in rows}


def competitor_gaps(
    shared: Rivals, rows: Sequence[CoverageRow], clinic: Clinic, known: Collection[tuple[str, str]]
) -> list[Gap]:
    """Gaps of what is offered or not ruled out. `known`: kind and key of what a gap of coverage stands for, which
    names the competitors in its evidence."""
    ours = {(row.kind, row.key): row for row in rows}
    not_offered = {key for key, row in ours.items() if row.offered == "no"} | {
        (kind, name) for kind in ("condition", "treatment") for name in clinic.not_offered
    }
    return [
        _gap(topic, ours.get(name), clinic)
        for name, topic in shared.items()
        if name not in known and name not in not_offered
    ]


def _gap(topic: Mapping[str, Any], row: CoverageRow | None, clinic: Clinic) -> Gap:
    kind, key, label = topic["kind"], topic["key"], topic["label"]
    entities = entities_of(row) if row else (f"{kind}:{key}",) if kind != "cell" else ()
    return Gap(
        kind="competitor",
        rule=kind,
        key=key,
        url=topic["our_url"],
        severity=3 if kind != "cell" else 2,
        confidence=0.7,
        effort="M",
        title=f"{topic['competitors']} competitors have it, you do not: {label}",
        why=f"{', '.join(topic['sites'][:3])} can be found for it.",
        action=f"Write about {label}, or strike it under Our services if you do not treat it.",
        weight=business_weight(row, clinic) if row else 1.0,
        demand=topic["impressions"],
        entities=entities,
        evidence={"competitors": topic["sites"], "urls": topic["urls"], "state": topic["our_state"]},
        pages=(topic["our_url"],) if topic["our_url"] else (),
    )
