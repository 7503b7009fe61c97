"""robots.txt (RFC 9309, as Google documents it): may this URL be fetched, how fast, which sitemaps."""

from dataclasses import dataclass

from protego import Protego

AGENT = "Rounds"
MAX_BYTES = 500 * 1024
"""Google reads the first 500 KiB; what follows is ignored."""

MAX_DELAY = 60.0
"""A longer Crawl-delay is a mistake, and would never let a crawl end."""


@dataclass(frozen=True)
class Robots:
    """Rules of one host. `refusal`: why nothing may be fetched at all; null where rules decide."""

    rules: Protego
    refusal: str | None = None

    @classmethod
    def from_answer(cls, status: int | None, body: bytes | None) -> "Robots":
        """Rules of an answer: 2xx is read, 4xx allows all, 5xx and silence (`None`) forbid for now."""
        if status is None:
            return cls(Protego.parse(""), "robots.txt could not be fetched")
        if status >= 500:
            return cls(Protego.parse(""), f"robots.txt answered with status {status}")
        text = (body or b"")[:MAX_BYTES].decode("utf-8", "replace") if 200 <= status < 300 else ""
        return cls(Protego.parse(text.lstrip("\ufeff")))

    def allows(self, url: str) -> bool:
        return self.refusal is None and bool(self.rules.can_fetch(url, AGENT))

    @property
    def crawl_delay(self) -> float | None:
        """Seconds that the site asks to wait between requests; a minute where it asks for more."""
        delay = self.rules.crawl_delay(AGENT)
        return min(float(delay), MAX_DELAY) if delay is not None else None

    @property
    def sitemaps(self) -> list[str]:
        return list(self.rules.sitemaps)
