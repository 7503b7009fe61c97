"""Names, addresses and opening hours of the whole site, compared with the clinic's file and with each other."""

from collections.abc import Iterable, Iterator

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.nap_addresses import Judged, judge_addresses
from crawler.analyse.nap_brands import Brand, judge_names
from crawler.analyse.nap_evidence import gather, stand_together
from crawler.analyse.nap_known import Known, known_places
from crawler.analyse.nap_places import Place
from crawler.analyse.nap_weeks import Week, hours_of_file, judge_hours
from crawler.analyse.tables import append, insert
from crawler.opening_hours import in_short
from crawler.tables.nap import NapRow

_DATA = frozenset(("json-ld", "microdata", "rdfa"))

_WRITTEN = """
SELECT count(DISTINCT url), min(url) FROM blocks
WHERE contains(lower(text), $word) AND regexp_matches(text, '(^|[^0-9])' || $number || '([^0-9]|$)')
"""

_KEYS = "nap_keys"
_PAGES = "SELECT kind, key, count(DISTINCT url), min(url) FROM nap_mentions WHERE key IS NOT NULL GROUP BY ALL"
_MENTIONS = """
CREATE OR REPLACE TABLE nap_mentions AS
SELECT m.*, k.key
FROM facts.nap_mentions m LEFT JOIN nap_forms f USING (url, position) LEFT JOIN nap_keys k ON k.form = f.form
ORDER BY m.url, m.position
"""


def run(db: duckdb.DuckDBPyConnection, context: Context) -> None:
    """Create `nap`, and `nap_mentions` with their keys in it, from the facts, `pages`, `blocks` and `phone_ctas`."""
    forms = gather(db)
    clinic, region = context.clinic, context.region

    def together(one: list[int], other: list[int]) -> bool:
        return bool(one and other) and stand_together(db, one, other)

    known = known_places(clinic, region)
    db.execute(f"CREATE OR REPLACE TEMP TABLE {_KEYS} (form BIGINT, key VARCHAR)")
    addresses = judge_addresses(forms, known, clinic, region, together)
    weeks = judge_hours(forms, addresses, known, clinic.location, region, together)
    places = {place.key: place for place in (*(one.place for one in known), *(one.place for one in addresses))}
    [[pages]] = db.execute("SELECT count(*) FROM pages").fetchall()
    names = judge_names(forms, clinic, pages)
    found: list[Judged | Week | Brand] = [*addresses, *weeks, *names]
    rows = [_row(one) for one in found]
    append(db, _KEYS, [(form.form, row.key) for row, one in zip(rows, found, strict=True) for form in one.forms])
    db.execute(_MENTIONS)
    rows = _counted(db, _merged([*_of_file(known), *rows]))
    found_places = {row.location for row in rows if row.kind == "address" and row.pages and row.location}
    insert(
        db,
        "nap",
        [row if row.location in found_places else _seen_in_text(db, row, places.get(row.key)) for row in rows],
    )
    db.execute("DROP TABLE nap_keys")
    db.execute("DROP TABLE nap_forms")


def _row(one: Judged | Week | Brand) -> NapRow:
    kind, key = (
        ("address", one.place.key)
        if isinstance(one, Judged)
        else ("hours" if isinstance(one, Week) else "name", one.key)
    )
    return NapRow(
        kind=kind,
        key=key,
        text=max(one.forms, key=lambda form: (form.pages, form.text)).text,
        location=None if isinstance(one, Brand) else one.location,
        ownership=one.ownership,
        sources=sorted({source for form in one.forms for source in form.sources}),
        pages=0,
        example_url=None,
        compared_with=one.compared_with,
        verdict=one.verdict,
        difference=one.difference,
    )


def _of_file(known: Iterable[Known]) -> Iterator[NapRow]:
    """Rows of the clinic's file: what it says is the reference."""
    for one in known:
        name = one.location.name
        yield NapRow("address", one.place.key, one.text, name, "own", ["file"], 0, None, None, "reference", None)
        if hours := hours_of_file(one.location):
            key = f"{in_short(hours)} at {one.place.key}"
            yield NapRow("hours", key, in_short(hours), name, "own", ["file"], 0, None, None, "reference", None)


def _counted(db: duckdb.DuckDBPyConnection, rows: Iterable[NapRow]) -> list[NapRow]:
    """`rows` with the pages that publish them."""
    pages = {(kind, key): (count, url) for kind, key, count, url in db.execute(_PAGES).fetchall()}
    counted = ((row, *pages.get((row.kind, row.key), (0, None))) for row in rows)
    return [row._replace(pages=count, example_url=url) for row, count, url in counted]


def _seen_in_text(db: duckdb.DuckDBPyConnection, row: NapRow, place: Place | None) -> NapRow:
    """`row` of an address; where none was read but texts have its street and house number, with their pages."""
    if (
        row.kind != "address"
        or row.ownership != "own"
        or not set(row.sources) <= _DATA | {"file"}
        or place is None
    ):
        return row
    word = max(place.street.split(), key=len, default="")
    if not (word.isascii() and place.number.isdigit()):
        return row
    [[pages, url]] = db.execute(_WRITTEN, {"word": word, "number": place.number}).fetchall()
    if not pages:
        return row
    sources = sorted({*row.sources, "text"})
    return row._replace(sources=sources, pages=max(row.pages, pages), example_url=row.example_url or url)


def _merged(rows: Iterable[NapRow]) -> list[NapRow]:
    """One row a key; that of the clinic's file comes first, and stays the reference."""
    by_key: dict[tuple[str, str], NapRow] = {}
    for row in rows:
        first = by_key.setdefault((row.kind, row.key), row)
        owned = row if row.ownership == "own" and first.ownership != "own" else first
        by_key[row.kind, row.key] = owned._replace(sources=sorted({*first.sources, *row.sources}))
    return sorted(by_key.values(), key=lambda row: (row.kind, row.key))
