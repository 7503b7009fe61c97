"""What came of every URL that a crawl knew: the rows of `resources` and `redirects`."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from crawler.fetch import FetchFailure, Response, is_html, media_type
from crawler.frontier import WELL_KNOWN, Frontier, Known
from crawler.tables.crawl import RedirectRow, ResourceRow

_MAX_HOPS = 20


@dataclass
class ResourceLog:
    """One entry a URL, noted once."""

    bytes: int = 0
    failures: int = 0
    blocked_count: int = 0
    over_limit_count: int = 0
    _rows: dict[str, ResourceRow] = field(default_factory=dict)
    _targets: dict[str, tuple[int, str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._rows)

    def answered(self, known: Known, answer: Response, charset: str | None) -> None:
        """An answer with a status of its own; `charset`: what a page was read with."""
        outcome, failure = _outcome(answer)
        self.failures += failure is not None and known.found_on != WELL_KNOWN
        size = len(answer.body) if answer.body is not None else None
        self.bytes += size or 0
        self._note(known, answer, outcome, failure, charset=charset, size=size)

    def redirected(self, known: Known, answer: Response, target: str | None) -> None:
        """An answer that sends its reader to `target`; null: to no address that can be fetched."""
        if target is not None:
            self._targets[answer.url] = (answer.status, target)
        failure = None if target else "redirects to no http(s) address"
        self._note(known, answer, "redirect", failure)

    def failed(self, known: Known, failure: FetchFailure) -> None:
        self.failures += 1
        row = _row(known, "failed", failure.reason)
        self._rows[known.url] = row._replace(attempts=failure.attempts, elapsed_ms=round(failure.elapsed_ms, 1))

    def blocked(self, known: Known, reason: str) -> None:
        self.blocked_count += 1
        self._rows[known.url] = _row(known, "blocked_robots", reason)

    def over_limit(self, known: Known, reason: str) -> None:
        self.over_limit_count += 1
        self._rows[known.url] = _row(known, "over_limit", reason)

    def rows(self, frontier: Frontier) -> list[ResourceRow]:
        """All rows, with the ends of redirects and what sitemaps said meanwhile."""
        return [self._finished(row, frontier) for row in self._rows.values()]

    def redirect_rows(self) -> list[RedirectRow]:
        """Every hop of every chain, from each URL that redirects."""
        return [
            RedirectRow(url, hop, source, status, target)
            for url in self._targets
            for hop, (source, status, target) in enumerate(self._chain(url), start=1)
        ]

    def _note(
        self,
        known: Known,
        answer: Response,
        outcome: str,
        failure: str | None,
        *,
        charset: str | None = None,
        size: int | None = None,
    ) -> None:
        self._rows[answer.url] = _row(known, outcome, failure)._replace(
            url=answer.url,
            kind=_kind(answer),
            status=answer.status,
            content_type=answer.content_type,
            charset=charset,
            bytes=size,
            elapsed_ms=round(answer.elapsed_ms, 1),
            attempts=answer.attempts,
            etag=answer.header("etag"),
            last_modified=answer.header("last-modified"),
            fetched_at=answer.fetched_at,
        )

    def _finished(self, row: ResourceRow, frontier: Frontier) -> ResourceRow:
        chain = list(self._chain(row.url))
        in_sitemap = frontier.in_sitemap(row.url)
        final = chain[-1][2] if chain else row.url
        return row._replace(final_url=final, redirect_hops=len(chain), in_sitemap=in_sitemap)

    def _chain(self, url: str) -> Iterator[tuple[str, int, str]]:
        """Hops from `url`; a loop ends where it closes."""
        seen: set[str] = set()
        while url in self._targets and url not in seen and len(seen) < _MAX_HOPS:
            seen.add(url)
            status, target = self._targets[url]
            yield url, status, target
            url = target


def _row(known: Known, outcome: str, failure: str | None) -> ResourceRow:
    """A row of a URL that gave no answer (yet)."""
    return ResourceRow(
        url=known.url,
        kind=_kind_by_name(known.url),
        status=None,
        outcome=outcome,
        failure=failure,
        final_url=known.url,
        redirect_hops=0,
        content_type=None,
        charset=None,
        bytes=None,
        elapsed_ms=None,
        attempts=0,
        depth=None,
        found_on=known.found_on,
        in_sitemap=known.in_sitemap,
        etag=None,
        last_modified=None,
        fetched_at=None,
    )


def _outcome(answer: Response) -> tuple[str, str | None]:
    """Outcome of a status that is no redirect, and why it is no good answer; null where it is one."""
    status = answer.status
    if status in (429, 430) or (status == 503 and "retry-after" in answer.headers):
        return "rate_limited", f"the server asked to slow down (status {status})"
    if status >= 500:
        return "server_error", f"the server failed (status {status})"
    if status >= 400:
        return "client_error", f"not there or not allowed (status {status})"
    if status == 304:
        return "not_modified", None
    return "fetched", None


def _kind(answer: Response) -> str:
    kind = media_type(answer.content_type)
    if not kind:
        return _kind_by_name(answer.url)
    if is_html(kind):
        return "page"
    if kind == "application/pdf":
        return "pdf"
    return "image" if kind.startswith("image/") else "other"


def _kind_by_name(url: str) -> str:
    path = url.split("?", maxsplit=1)[0].lower()
    if path.endswith(".pdf"):
        return "pdf"
    if path.endswith((".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".ico")):
        return "image"
    return "other" if path.endswith((".xml", ".txt", ".zip", ".css", ".js", ".mp4", ".docx")) else "page"
