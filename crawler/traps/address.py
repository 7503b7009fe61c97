"""What the rules about crawl traps see of an address, and what they say about it."""

from typing import NamedTuple


class Address(NamedTuple):
    """A normalised URL in parts. `segments`: of the path, empty ones left out; `folders` counts those, too."""

    url: str
    origin: str
    path: str
    query: str
    segments: list[str]
    folders: int

    @classmethod
    def of(cls, url: str) -> "Address":
        before, _, query = url.partition("?")
        parts = before.split("/")
        segments = [part for part in parts[3:] if part]
        return cls(url, "/".join(parts[:3]), "/" + "/".join(parts[3:]), query, segments, len(parts) - 3)

    @property
    def section(self) -> str:
        """Origin and first folder: where on the site the address belongs."""
        return f"{self.origin}/{self.segments[0][:80]}" if self.segments else self.origin


class Trap(NamedTuple):
    """Why an address is left out; `pattern` is what it has in common with others."""

    kind: str
    pattern: str
    reason: str
