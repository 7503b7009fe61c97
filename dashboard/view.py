"""What a page is drawn from: the evidence that the address asks for, and its other parameters."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import parse_qsl, urlencode

from dashboard.dataset import Dataset, Row, SnapshotError
from dashboard.store import Store
from dashboard.theme import Scheme

MAX_VALUE = 2048
"""Characters of a parameter that are read; an address is not longer in practice."""


@dataclass(frozen=True)
class View:
    """`params` are the address's own; `site` and `crawl_id` are the evidence chosen, `keep` what links carry on."""

    store: Store
    site: str
    crawl_id: str
    dataset: Dataset
    path: str
    params: Mapping[str, str]
    keep: Mapping[str, str]
    scheme: Scheme
    now: datetime
    ignored: list[str] = field(default_factory=list)

    def href(self, path: str, **params: object) -> str:
        """Address of a page of the dashboard with the same evidence."""
        pairs = {**self.keep, **{name: str(value) for name, value in params.items() if value not in (None, "")}}
        return path + (f"?{urlencode(pairs)}" if pairs else "")

    def here(self, **changes: object) -> str:
        """This address with some parameters changed; null removes one."""
        own = {name: value for name, value in self.params.items() if name not in ("site", "snapshot")}
        return self.href(self.path, **{**own, **changes})

    def export(self, name: str, **params: object) -> str:
        """Address of a table as CSV, with the filters of this page or those given. Names its snapshot."""
        own = {key: value for key, value in self.params.items() if key not in ("site", "snapshot")}
        pairs = {**own, **params, "site": self.site, "snapshot": self.crawl_id}
        given = {key: value for key, value in pairs.items() if value not in (None, "")}
        return f"/export/{name}.csv?{urlencode(given)}"

    def brief(self, form: str, kind: str, key: str) -> str:
        """Address of the brief for a row of `coverage`; `form`: md or docx."""
        return f"/export/brief.{form}?{urlencode({'kind': kind, 'key': key, 'site': self.site, 'snapshot': self.crawl_id})}"

    def choice(self, name: str, allowed: Collection[str]) -> str | None:
        """Value of a parameter if it is one of `allowed`; any other is remembered as ignored."""
        value = self.params.get(name)
        if not value:
            return None
        if value in allowed:
            return value
        if name not in self.ignored:
            self.ignored.append(name)
        return None

    def rows(self, sql: str, params: tuple[str | int | float | bool | None, ...] = ()) -> list[Row]:
        """Rows of a query of the chosen snapshot."""
        return self.dataset.rows(sql, params)

    @property
    def host(self) -> str:
        """Host, and port where there is one, that was crawled."""
        return str(self.crawl().get("site") or self.site)

    @property
    def is_competitor(self) -> bool:
        """The snapshot is of a competitor's site, none of the clinic's own."""
        return self.crawl().get("role") == "competitor"

    def crawl(self) -> Row:
        """The row of the crawl; an empty table gives only nulls."""
        found = self.rows("SELECT * FROM crawl LIMIT 1")
        return found[0] if found else {}

    def previous(self) -> Dataset | None:
        """The snapshot that this one was compared with, if it is still there."""
        crawl_id = self.previous_id()
        if crawl_id is None:
            return None
        try:
            return self.store.dataset(self.site, crawl_id)
        except SnapshotError:
            return None

    def previous_id(self) -> str | None:
        """Crawl id of the snapshot that this one was compared with, if it is still there."""
        crawl_id = self.crawl().get("previous_crawl_id")
        return crawl_id if crawl_id in self.store.crawl_ids(self.site) else None


def read_params(search: str | None) -> dict[str, str]:
    """First value of every parameter of a query string, cut to a sane length."""
    params: dict[str, str] = {}
    for name, value in parse_qsl((search or "").removeprefix("?"), keep_blank_values=False, errors="replace"):
        readable = value.encode("utf-8", "replace").decode("utf-8").replace("\0", "")
        params.setdefault(name, readable.strip()[:MAX_VALUE])
    return params


def open_view(
    store: Store, path: str, params: Mapping[str, str], *, now: datetime, scheme: Scheme = "light"
) -> View | None:
    """The view that an address asks for; None where there is no readable snapshot at all.

    An unknown site or snapshot falls back to the first site and its newest snapshot, and is noted as ignored.
    """
    ignored: list[str] = []
    sites = store.sites()
    if not sites:
        return None
    asked = params.get("site")
    site = asked if asked in sites else sites[0]
    if asked and asked != site:
        ignored.append("site")
    crawl_id = params.get("snapshot")
    if crawl_id and (crawl_id not in store.crawl_ids(site) or "site" in ignored):
        ignored.append("snapshot")
        crawl_id = None
    opened = _open(store, site, crawl_id)
    if opened is None:
        return None
    found, dataset = opened
    if crawl_id and found != crawl_id:
        ignored.append("snapshot")
    keep = {"site": site} if site != sites[0] else {}
    if found == crawl_id:
        keep["snapshot"] = found
    return View(store, site, found, dataset, path, dict(params), keep, scheme, now, ignored)


def _open(store: Store, site: str, crawl_id: str | None) -> tuple[str, Dataset] | None:
    """The snapshot asked for, else the newest one that opens."""
    for candidate in ([crawl_id] if crawl_id else []) + store.crawl_ids(site):
        try:
            return candidate, store.dataset(site, candidate)
        except SnapshotError:
            continue
    return None
