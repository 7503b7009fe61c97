"""What came of every URL that a crawl knew: the rows of `resources` and `redirects`."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from crawler.before import Earlier
from crawler.body import is_html, media_type
from crawler.failures import asks_to_slow_down
from crawler.fetch import FetchFailure, Response
from crawler.frontier import WELL_KNOWN, Frontier, Known
from crawler.tables.crawl import RedirectRow, ResourceRow

_MAX_HOPS = 20
_FAILED = frozenset({"client_error", "server_error", "failed", "rate_limited"})


@dataclass
class ResourceLog:
    """One entry a URL, noted once."""

    counts: Counter[str] = field(default_factory=Counter)
    """URLs by outcome."""

    failures: int = 0
    """URLs with no answer or none that can be used, those that nobody names left out."""

    _rows: dict[str, ResourceRow] = field(default_factory=dict)
    _targets: dict[str, tuple[int, str]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, url: str) -> ResourceRow:
        return self._rows[url]

    def __contains__(self, url: str) -> bool:
        return url in self._rows

    def target(self, url: str) -> str | None:
        """Where `url` redirects to."""
        return self._targets[url][1] if url in self._targets else None

    def restore(self, row: ResourceRow, target: str | None) -> None:
        """Note again what was noted before an interruption."""
        self._put(row)
        if target is not None and row.status is not None:
            self._targets[row.url] = (row.status, target)

    def answered(self, known: Known, answer: Response, charset: str | None, body_hash: str | None = None) -> None:
        """An answer with a status of its own; `charset`: what a page was read with."""
        self._put(answer_row(known, answer)._replace(charset=charset, body_hash=body_hash))

    def unchanged(self, known: Known, answer: Response, earlier: Earlier) -> None:
        """An answer that says, or whose bytes say, that a page is as it was; `bytes` are those of that time."""
        row = _answered(known, answer, "not_modified" if answer.status == 304 else "fetched", None)
        self._put(
            row._replace(
                kind="pdf" if earlier.is_pdf else "page",
                content_type=answer.content_type or earlier.content_type,
                charset=earlier.charset,
                bytes=earlier.bytes,
                etag=answer.header("etag") or earlier.etag,
                last_modified=answer.header("last-modified") or earlier.last_modified,
                body_hash=earlier.body_hash,
            )
        )

    def redirected(self, known: Known, answer: Response, target: str | None) -> None:
        """An answer that sends its reader to `target`; null: to no address that can be fetched."""
        if target is not None:
            self._targets[answer.url] = (answer.status, target)
        failure = None if target else "redirects to no http(s) address"
        self._put(_answered(known, answer, "redirect", failure))

    def failed(self, known: Known, failure: FetchFailure) -> None:
        row = _row(known, "rate_limited" if failure.kind == "rate_limited" else "failed", failure.reason)
        self._put(row._replace(attempts=failure.attempts, elapsed_ms=round(failure.elapsed_ms, 1)))

    def left_out(self, known: Known, outcome: str, reason: str) -> None:
        """A URL that was not asked for: blocked_robots, excluded or over_limit."""
        self._put(_row(known, outcome, reason))

    def rows(self, frontier: Frontier) -> list[ResourceRow]:
        """All rows by URL, with the ends of redirects and what was found out meanwhile."""
        return [self._finished(self._rows[url], frontier[url]) for url in sorted(self._rows)]

    def redirect_rows(self) -> list[RedirectRow]:
        """Every hop of every chain, from each URL that redirects."""
        return [
            RedirectRow(url, hop, source, status, target)
            for url in self._targets
            for hop, (source, status, target) in enumerate(self._chain(url), start=1)
        ]

    def _put(self, row: ResourceRow) -> None:
        self._rows[row.url] = row
        self.counts[row.outcome] += 1
        self.failures += row.outcome in _FAILED and row.found_on != WELL_KNOWN

    def _finished(self, row: ResourceRow, known: Known) -> ResourceRow:
        chain = list(self._chain(row.url))
        return row._replace(
            final_url=chain[-1][2] if chain else row.url,
            redirect_hops=len(chain),
            found_on=known.found_on,
            found_by=known.way,
            in_sitemap=known.in_sitemap,
        )

    def _chain(self, url: str) -> Iterator[tuple[str, int, str]]:
        """Hops from `url`; a loop ends where it closes."""
        seen: set[str] = set()
        while url in self._targets and url not in seen and len(seen) < _MAX_HOPS:
            seen.add(url)
            status, target = self._targets[url]
            yield url, status, target
            url = target


def answer_row(known: Known, answer: Response) -> ResourceRow:
    """The row of an answer with a status of its own."""
    outcome, failure = _outcome(answer)
    size = len(answer.body) if answer.body is not None else None
    return _answered(known, answer, outcome, failure)._replace(bytes=size)


def _answered(known: Known, answer: Response, outcome: str, failure: str | None) -> ResourceRow:
    return _row(known, outcome, failure)._replace(
        url=answer.url,
        kind=_kind(answer),
        status=answer.status,
        content_type=answer.content_type,
        elapsed_ms=round(answer.elapsed_ms, 1),
        attempts=answer.attempts,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        fetched_at=answer.fetched_at,
    )


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
        found_by=known.way,
        in_sitemap=known.in_sitemap,
        etag=None,
        last_modified=None,
        fetched_at=None,
        body_hash=None,
    )


def _outcome(answer: Response) -> tuple[str, str | None]:
    """Outcome of a status that is no redirect, and why it is no good answer; null where it is one."""
    status = answer.status
    if asks_to_slow_down(status, answer.headers):
        return "rate_limited", f"the server asked to slow down (status {status})"
    if status >= 500:
        return "server_error", f"the server failed (status {status})"
    if status >= 400:
        return "client_error", f"not there or not allowed (status {status})"
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
