"""Names of the places that the clinic works in: they tell two pages apart, and are no topic."""

import duckdb

from crawler.analyse.text.tokens import tokenise
from crawler.config import Clinic

_PUBLISHED = """
SELECT DISTINCT unnest([m.locality, m.region]) AS place FROM nap_mentions m
SEMI JOIN (FROM nap WHERE kind = 'address' AND ownership <> 'third_party') n ON n.key = m.key WHERE m.kind = 'address'
"""


def create_places(db: duckdb.DuckDBPyConnection, clinic: Clinic) -> None:
    """Create `work.places` (name: folded words) and `work.place_words` (word): towns and regions of the clinic's
    file, and of the addresses that the site does not give as those of others."""
    published = [place for (place,) in db.execute(_PUBLISHED).fetchall()]
    named = [part for place in clinic.location for part in (place.city, place.region)]
    folded = {" ".join(token.word for token in tokenise(place)) for place in (*published, *named) if place}
    names = sorted(folded - {""})
    db.execute("CREATE OR REPLACE TABLE work.places AS SELECT unnest($names::VARCHAR[]) AS name", {"names": names})
    db.execute(
        "CREATE OR REPLACE TABLE work.place_words AS "
        "SELECT DISTINCT unnest(string_split(name, ' ')) AS word FROM work.places"
    )
