"""What a request comes to: an answer, or a failure with its reason; and how Rounds introduces itself."""

import re
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

import httpx

from crawler import __version__
from crawler.body import is_html, is_pdf
from crawler.errors import OperatorError

USER_AGENT = f"Rounds/{__version__} (nightly check of a clinic's own website)"
_EMPTY = frozenset({204, 205})


class Validators(NamedTuple):
    """What an earlier answer for a URL said of itself; an answer that still holds is a 304 without body."""

    etag: str | None
    last_modified: str | None


@dataclass(frozen=True)
class Response:
    """An answer. `body` is null where it was not read because it is no page, or there is none."""

    url: str
    status: int
    headers: httpx.Headers
    body: bytes | None
    elapsed_ms: float
    attempts: int
    fetched_at: datetime
    method: str = "GET"

    @property
    def content_type(self) -> str | None:
        return self.header("content-type")

    @property
    def is_html(self) -> bool:
        return is_html(self.content_type)

    @property
    def is_page(self) -> bool:
        """A page to read: HTML that came with a good status and is not declared empty."""
        return self.is_html and 200 <= self.status < 300 and self.status not in _EMPTY and self.body is not None

    @property
    def is_pdf(self) -> bool:
        """A PDF that came with a good status; its body may not have been read."""
        return is_pdf(self.content_type) and 200 <= self.status < 300 and self.status not in _EMPTY

    @property
    def declared_size(self) -> int | None:
        """Bytes of the body by its header, where nothing is packed; null where it says nothing."""
        size = self.header("content-length") or ""
        is_plain = size.isascii() and size.isdigit() and len(size) < 16 and not self.header("content-encoding")
        return int(size) if is_plain else None

    def header(self, name: str) -> str | None:
        """Values of a header joined by a comma; null where there is none."""
        values = self.headers.get_list(name)
        return ", ".join(values) if values else None


@dataclass(frozen=True)
class FetchFailure:
    """No answer, or none that can be used; `reason` in words, `kind` as of `failures.Failure`."""

    url: str
    reason: str
    elapsed_ms: float
    attempts: int
    kind: str = "other"


def user_agent(contact: str | None) -> str:
    """How Rounds introduces itself; `contact`: e-mail or web address of who runs it.

    Raises `OperatorError` where no header can hold it.
    """
    if contact is None:
        return USER_AGENT
    if not re.fullmatch(r"[!-~]+", contact):
        raise OperatorError(f"The contact {contact!r} is neither an e-mail address nor a web address.")
    return f"Rounds/{__version__} (+{contact})"
