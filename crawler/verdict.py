"""What the answer to a probe says about an address: whether a visitor would find it there."""

from typing import NamedTuple

from crawler.failures import asks_to_slow_down
from crawler.fetch import FetchFailure, Response
from crawler.redirects import redirect_target
from crawler.tables.crawl import ResourceRow

_TURNED_AWAY = frozenset({401, 403, 405, 406, 407, 408, 416, 425, 451, 999})
"""Statuses that servers give to programs, or to whoever is not logged in, for pages that visitors can open."""

_WITHOUT_ANSWER = {"address": "refused", "rate_limited": "rate_limited"}
"""Outcomes of failures by their kinds, where they are not just failed."""


class Verdict(NamedTuple):
    """`outcome`, `failure` and the rest as in `checked_urls`; `target`: where a redirect leads, null: nowhere."""

    outcome: str
    failure: str | None = None
    method: str | None = None
    status: int | None = None
    target: str | None = None
    content_type: str | None = None
    bytes: int | None = None
    elapsed_ms: float | None = None


def verdict(found: Response | FetchFailure) -> Verdict:
    """What an answer, or its absence, comes to. A redirect is ok as far as it goes: its target decides."""
    if isinstance(found, FetchFailure):
        outcome = _WITHOUT_ANSWER.get(found.kind, "failed")
        return Verdict(outcome, found.reason, elapsed_ms=round(found.elapsed_ms, 1))
    target = redirect_target(found)
    judged, words = _judge(found, target)
    return Verdict(
        outcome=judged,
        failure=f"{words} (status {found.status})" if words else None,
        method=found.method,
        status=found.status,
        target=target,
        content_type=found.content_type,
        bytes=_size(found),
        elapsed_ms=round(found.elapsed_ms, 1),
    )


def verdict_of_row(row: ResourceRow, target: str | None) -> Verdict | None:
    """The same of an address that the crawl itself has asked for; null where it got no answer. `target`: as in `Verdict`."""
    if row.status is None:
        return None
    outcome = "rate_limited" if row.outcome == "rate_limited" else "ok" if row.status < 400 else "broken"
    if row.status in _TURNED_AWAY:
        outcome = "unverified"
    return Verdict(outcome, row.failure, "GET", row.status, target, row.content_type, row.bytes, row.elapsed_ms)


def _judge(answer: Response, target: str | None) -> tuple[str, str | None]:
    """Outcome of an answer, and why it is not ok."""
    status = answer.status
    if asks_to_slow_down(status, answer.headers):
        return "rate_limited", "the server asked to slow down"
    if target or 200 <= status < 300:
        return "ok", None
    if status in _TURNED_AWAY or (status >= 400 and _challenges(answer)):
        return "unverified", "the server may only turn programs away"
    if status < 400:
        return "unverified", "it redirects to no web address"
    if status in (404, 410):
        return "broken", "not there"
    return "broken", "the server failed" if status >= 500 else "the server refuses the address"


def _challenges(answer: Response) -> bool:
    """A check for robots stands before the page: Cloudflare says so in a header, older ones answer 503."""
    server = (answer.header("server") or "").lower()
    return "cf-mitigated" in answer.headers or (answer.status == 503 and server.startswith("cloudflare"))


def _size(answer: Response) -> int | None:
    """Bytes of the whole file: a part names it behind the slash of Content-Range (RFC 9110, 14.4)."""
    whole = answer.header("content-length") or ""
    if answer.status == 206:
        whole = (answer.header("content-range") or "").rpartition("/")[2]
    return int(whole) if whole.isascii() and whole.isdigit() and len(whole) < 16 else None
