"""A part of the rows of a query, for grids that ask for them while one scrolls."""

from collections.abc import Collection

from dashboard.dataset import Query


def counted(query: Query) -> Query:
    """How many rows a query has, as `n`."""
    return Query(f"SELECT count(*) AS n FROM ({query.sql})", query.params)


def window(query: Query, *, sort: list[tuple[str, str]], allowed: Collection[str], start: int, end: int) -> Query:
    """Rows `start` to `end` of a query, sorted by (column, asc or desc); columns outside `allowed` are ignored."""
    terms = [
        f'"{column}" {"DESC" if direction == "desc" else "ASC"} NULLS LAST'
        for column, direction in sort
        if column in allowed
    ]
    return Query(
        f"""
        SELECT * EXCLUDE (row_order) FROM (SELECT *, row_number() OVER () AS row_order FROM ({query.sql}))
        ORDER BY {", ".join([*terms, "row_order"])} LIMIT ? OFFSET ?
        """,
        (*query.params, max(0, end - start), max(0, start)),
    )
