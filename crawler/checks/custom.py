"""Checks that a clinic adds: a TOML file each, with the fields of a `Check`.

Their queries run in a database of their own that holds copies of the tables they name and can reach neither
files nor network nor other databases, so that a check from elsewhere can do nothing but read the crawl.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any

import duckdb
import pyarrow as pa
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from crawler.checks import CHECKS
from crawler.checks.check import Check, Severity
from crawler.checks.macros import MACROS
from crawler.checks.populations import POPULATIONS
from crawler.errors import OperatorError
from crawler.schema import TABLES
from crawler.toml_files import read_toml

_SANDBOX: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "python_enable_replacements": "false",
    "allow_community_extensions": "false",
}
_POPULATIONS = frozenset(population.name for population in POPULATIONS)
_READABLE = _POPULATIONS | (TABLES.keys() - {"analysis", "checks", "issues", "gaps", "next_actions"})


def _one_select(sql: str) -> str:
    if problem := _problem_of(sql):
        raise ValueError(problem)
    return sql.strip().removesuffix(";")


def _problem_of(sql: str) -> str:
    """Why `sql` is not one SELECT; empty where it is.

    Apart from its caller, because an exception that keeps objects of DuckDB alive makes it complain at exit.
    """
    try:
        kinds = [statement.type for statement in duckdb.extract_statements(sql)]
    except duckdb.Error as error:
        return f"is not SQL: {_first_line(error).rstrip('.')}"
    return "" if kinds == [duckdb.StatementType.SELECT] else "has to be one SELECT"


def _known_population(name: str) -> str:
    if name not in _POPULATIONS:
        raise ValueError(f"{name!r} is not a population")
    return name


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")
    severity: Severity
    population: Annotated[str, AfterValidator(_known_population)]
    title: str = Field(min_length=1)
    why: str = Field(min_length=1)
    fix: str = Field(min_length=1)
    sql: Annotated[str, AfterValidator(_one_select)]


def load_custom_checks(folder: Path) -> tuple[Check, ...]:
    """Checks of the `*.toml` files in `folder`, by file name; none where there is no such folder.

    Raises `OperatorError` that names the file and the key.
    """
    checks: list[Check] = []
    taken = {check.id for check in CHECKS}
    for path in sorted(folder.glob("*.toml")):
        check = _load(path)
        if check.id in taken:
            raise OperatorError(f"{path}: id: there is a check {check.id!r} already.")
        taken.add(check.id)
        checks.append(check)
    return tuple(checks)


def _load(path: Path) -> Check:
    values, _ = read_toml(path)
    check = _check_or_problem(values)
    if isinstance(check, str):
        raise OperatorError(f"{path}: {check}.")
    return check


def _check_or_problem(values: dict[str, Any]) -> Check | str:
    """The check that `values` make, or what is wrong with them; apart for the reason of `_problem_of`."""
    try:
        return Check(**_File.model_validate(values).model_dump())
    except ValidationError as error:
        problem = error.errors()[0]
        key = ".".join(map(str, problem["loc"]))
        return f"{key}: {problem['msg'].removeprefix('Value error, ').rstrip('.')}"


def run_custom(db: duckdb.DuckDBPyConnection, checks: Sequence[Check]) -> None:
    """Add what fails the clinic's own `checks` to `findings` of `db`.

    A query may give `mention` and `number` too, as those of any check may. Raises `OperatorError` where a query
    fails, or does not give `url` and `evidence`.
    """
    for check in checks:
        found = _findings(db, check)
        db.register("arriving", found)
        db.execute(
            "INSERT INTO findings BY NAME SELECT $id AS check_id, $severity AS severity, * FROM arriving",
            {"id": check.id, "severity": check.severity},
        )
        db.unregister("arriving")


def _findings(db: duckdb.DuckDBPyConnection, check: Check) -> pa.Table:
    with duckdb.connect(config=_SANDBOX) as sandbox:
        for name in sorted(check.names & _READABLE):
            sandbox.register(name, db.table(name).to_arrow_table())
        for macro in MACROS:
            sandbox.execute(f"CREATE TEMP MACRO {macro}")
        sandbox.execute("SET lock_configuration = true")
        query = f"""
            SELECT CAST(url AS VARCHAR) AS url, coalesce(CAST(evidence AS VARCHAR), '') AS evidence,
                   CAST(mention AS BIGINT) AS mention, CAST(number AS VARCHAR) AS number
            FROM (SELECT NULL AS mention, NULL AS number WHERE false UNION ALL BY NAME FROM ({check.sql}))
            WHERE url IN (SELECT url FROM {check.population})
        """
        try:
            return sandbox.sql(query).to_arrow_table()
        except duckdb.Error as error:
            problem = _first_line(error)
    raise OperatorError(f"The check {check.id!r} cannot run: {problem}")  # not inside: see _problem_of


def _first_line(error: duckdb.Error) -> str:
    return str(error).partition("\n")[0].rstrip(".") + "."
