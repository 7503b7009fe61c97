"""The macros, populations and lookups of the checks, as views and tables of a database."""

from collections.abc import Collection, Iterable

import duckdb

from crawler.checks.check import Check, words
from crawler.checks.macros import MACROS
from crawler.checks.population import Population
from crawler.checks.populations import POPULATIONS
from crawler.checks.structured_populations import create_profiles
from crawler.taxonomy import PageType


def create_lookups(db: duckdb.DuckDBPyConnection, page_types: Iterable[PageType]) -> None:
    """Create the macros and the lookups: `page_types` (page_type, label, min_words) and `structured_profiles`."""
    for macro in MACROS:
        db.execute(f"CREATE OR REPLACE TEMP MACRO {macro}")
    db.execute("CREATE OR REPLACE TEMP TABLE page_types (page_type VARCHAR, label VARCHAR, min_words BIGINT)")
    for kind in page_types:
        db.execute("INSERT INTO page_types VALUES (?, ?, ?)", (kind.id, kind.label, kind.min_words))
    create_profiles(db)


def create_populations(db: duckdb.DuckDBPyConnection, checks: Iterable[Check]) -> None:
    """Create the populations that `checks` need; they read the lookups and every table."""
    for population in populations_of(checks):
        sql = population.sql
        if population.of_pages:
            _keep_members(db, population.name, sql)
            sql = f"SELECT p.* FROM pages p SEMI JOIN members_of_{population.name} USING (url)"
        what = "TABLE" if population.stored else "VIEW"
        db.execute(f"CREATE OR REPLACE TEMP {what} {population.name} AS {sql}")


def populations_of(checks: Iterable[Check]) -> list[Population]:
    """What `checks` run over or read, and what that is made of, each after what it is made of."""
    named = frozenset[str]().union(*(check.names for check in checks))
    needed: list[Population] = []
    for population in reversed(POPULATIONS):
        if population.name in named:
            named |= words(population.sql)
            needed.append(population)
    return needed[::-1]


def create_members(db: duckdb.DuckDBPyConnection, names: Collection[str]) -> dict[str, int]:
    """Create `members_of_…` (url), the members of each population in `names`; gives how many there are."""
    sizes: dict[str, int] = {}
    for population in POPULATIONS:
        if population.name in names:
            if not population.of_pages:
                _keep_members(db, population.name, f"FROM {population.name}")
            [[size]] = db.execute(f"SELECT count(*) FROM members_of_{population.name}").fetchall()
            sizes[population.name] = size
    return sizes


def _keep_members(db: duckdb.DuckDBPyConnection, name: str, sql: str) -> None:
    members = f"SELECT DISTINCT url FROM ({sql}) WHERE url IS NOT NULL"
    db.execute(f"CREATE OR REPLACE TEMP TABLE members_of_{name} AS {members}")
