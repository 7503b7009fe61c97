"""What a population is: a named view with a column `url`, over which checks run."""

from typing import NamedTuple


class Population(NamedTuple):
    """`stored`: kept as a table because many checks read it and it takes a join.

    `of_pages`: rows of `pages`, of which the addresses are kept: a pile of views takes longer to plan than to run.
    """

    name: str
    meaning: str
    sql: str
    stored: bool = False
    of_pages: bool = False
