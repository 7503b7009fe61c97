"""Whose turn it is: addresses that wait to be asked for, a few at a time of each host."""

from collections import deque
from dataclasses import dataclass, field
from typing import NamedTuple

from crawler.fetch import FetchFailure, Response
from crawler.urls import host

_PER_HOST = 2
_WHOLE_HOST = frozenset({"dns", "refused", "tls", "address"})
"""Kinds of failure that one address suffers for all of its host."""

_LATE = frozenset({"timeout", "reset"})
_MAX_LATE = 3


class Wanted(NamedTuple):
    """An address to ask for, on behalf of the `origin` whose redirects led there."""

    address: str
    origin: str


@dataclass
class _Line:
    """Addresses of one host that wait. `turns`: how many of them are asked, or are the next to be."""

    waiting: deque[Wanted] = field(default_factory=deque)
    turns: int = 0
    late: int = 0
    silent: FetchFailure | None = None

    def learn(self, found: Response | FetchFailure) -> None:
        """See whether asking this host any further is of use."""
        failure = found if isinstance(found, FetchFailure) else None
        self.late = self.late + 1 if failure and failure.kind in _LATE else 0
        if failure and (failure.kind in _WHOLE_HOST or self.late == _MAX_LATE):
            self.silent = failure


class HostQueue:
    """Hosts take turns. One has a second turn once its first was answered: many hosts are gone altogether."""

    def __init__(self) -> None:
        self._lines: dict[str, _Line] = {}
        self._turns: deque[_Line] = deque()

    def silent(self, address: str) -> FetchFailure | None:
        """The failure after which the host of `address` is asked no more; null: there was none."""
        line = self._lines.get(host(address))
        return line.silent if line else None

    def add(self, wanted: Wanted) -> None:
        line = self._lines.setdefault(host(wanted.address), _Line())
        line.waiting.append(wanted)
        if line.turns == 0:
            self._give_turn(line)

    def next(self) -> Wanted | None:
        """The address to ask for now; null: none may be. Each is followed by `done`."""
        while self._turns:
            line = self._turns.popleft()
            if line.waiting:
                return line.waiting.popleft()
            line.turns -= 1
        return None

    def done(self, wanted: Wanted, found: Response | FetchFailure) -> list[Wanted]:
        """Note what came; gives those that are not to be asked for because their host has fallen silent."""
        line = self._lines[host(wanted.address)]
        line.learn(found)
        line.turns -= 1
        given_up = list(line.waiting) if line.silent else []
        if line.silent:
            line.waiting.clear()
        while line.turns < _PER_HOST and line.waiting:
            self._give_turn(line)
        return given_up

    def _give_turn(self, line: _Line) -> None:
        line.turns += 1
        self._turns.append(line)
