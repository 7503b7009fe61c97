"""Session ids in addresses: the same page under ever new names."""

import re
from collections import Counter
from dataclasses import dataclass, field

from crawler.traps.address import Address, Trap

MOST_IDS = 5
"""Ids of one page that are let through, and pages with two. Ours: enough to be sure; then a page has one."""

MOST_PAGES = 10_000
"""Pages remembered: as many as a crawl reads by default."""

_ID = re.compile(
    r"""(?:[;?&](?P<name>(?:jsessionid|phpsessid|aspsessionid\w*|cfid|cftoken|oscsid|zenid)(?==[\w.!~-]{4})
        |(?:sid|sessid|session|sessionid|session_id|sess_id)(?==[\w.!~-]*\d)(?==[\w.!~-]{16}))=(?P<value>[\w.!~-]+)
        |(?P<folder>/\((?:[a-z]\([0-9a-z]{24}\))+\)(?=/)))""",
    re.IGNORECASE | re.VERBOSE,
)
"""Names by Java, PHP, ASP, ColdFusion, osCommerce and Zen Cart; others count where the value is long. The last is
ASP.NET's cookieless session."""


@dataclass
class _Page:
    ids: set[str] = field(default_factory=set)
    found_on: str | None = None
    listed: bool = False
    """One page names several ids of it: they name things, not visits."""


class Sessions:
    """Remembers under which ids each page was found."""

    def __init__(self) -> None:
        self._pages: dict[str, _Page] = {}
        self._pages_with_two: Counter[str] = Counter()

    def caught(self, address: Address, found_on: str | None) -> Trap | None:
        """The trap, where `address` is a page that is known under other ids."""
        if not address.query and ";" not in address.path and "(" not in address.path:
            return None
        found = _ID.search(address.url)
        if found is None:
            return None
        name = (found["name"] or "(session)").lower()
        page = self._page(_ID.sub("", address.url))
        if page is None or self._is_list(page, found_on):
            return None
        allowed = 1 if self._pages_with_two[name] >= MOST_IDS else MOST_IDS
        if len(page.ids) < allowed:
            page.ids.add(found["value"] or found["folder"])
            self._pages_with_two[name] += len(page.ids) == 2
            return None
        self._pages_with_two[name] = MOST_IDS
        return Trap("session_id", f"{address.origin}/*{name}={{id}}", "the same page under ever new session ids")

    def _page(self, key: str) -> _Page | None:
        if key not in self._pages and len(self._pages) >= MOST_PAGES:
            return None
        return self._pages.setdefault(key, _Page())

    def _is_list(self, page: _Page, found_on: str | None) -> bool:
        again = bool(page.ids) and found_on is not None and page.found_on == found_on
        page.listed = page.listed or again
        page.found_on = found_on
        return page.listed
