"""What a row of the table of vendors says."""

from typing import NamedTuple


class Vendor(NamedTuple):
    """A service that a page may load.

    `hosts`, by spaces: `host` stands for it and all below it; `host/piece` for addresses there whose path and query
    hold `/piece`; `/piece` for such paths on any host. `example`: markup, an address or a script that shows it and
    no other vendor. `signs`, by spaces: pieces of its snippet. `account`: pattern whose first group that matches is
    the account. `strict`: a sign counts only with an account.
    """

    tracker_class: str
    name: str
    hosts: str
    example: str
    signs: str = ""
    account: str = ""
    strict: bool = False
