"""How a host is asked: how often, how many requests at once, and whether still; as it can bear."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from crawler.config import Speed
from crawler.failures import FEW, MANY, SILENCE, TURNED_AWAY, Failure

_SMOOTHING = 0.2
_DRIFT = 1.01
_POLITE_INTERVAL = 1.0
_MAX_INTERVAL = 0.5
_MAX_PAUSE = 60.0
_FIRST_PAUSE = 1.0
_RUN = 10
_SLOW_FACTOR, _SLOW_SLACK = 3.0, 0.25
_FIRST_SLOWDOWN, _MAX_SLOWDOWN, _RECOVERY = 0.25, 8.0, 0.7
_FUTILE = 3
_DEAD = 20
_TRIALS = 10
_NEVER_THERE = 5


@dataclass
class Pace:
    """Of one host. Without a fixed `delay` the interval follows the answers: a server that takes 300 ms is asked
    about three times a second, one that takes 5 ms as fast as `window` allows.

    `window`, the requests under way, starts at `at_once`, halves where the server turns requests away or takes far
    longer than it did, and grows by one after a run of good answers. All times are seconds; `now` is any monotonic
    clock. `floor`: what robots.txt asks for.
    """

    delay: float | None = None
    at_once: int = 4
    speed: Speed = "normal"
    floor: float = 0.0
    window: int = field(init=False)
    known: bool = False
    on_trial: bool = False
    _latency: float = 0.0
    _baseline: float = 0.0
    _slowdown: float = 0.0
    _next_at: float = 0.0
    _paused_until: float = 0.0
    _run: int = 0
    _refusals: int = 0
    _futile: int = 0
    _silent: int = 0
    _suspect: str | None = None
    _odd: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.window = self.at_once

    @property
    def interval(self) -> float:
        own = {"polite": max(_POLITE_INTERVAL, self._latency), "normal": min(self._latency, _MAX_INTERVAL)}
        wanted = max(own.get(self.speed, 0.0), self._slowdown) if self.delay is None else self.delay
        return max(wanted, self.floor)

    @property
    def attempts(self) -> int:
        """Requests that a URL is worth: fewer while trying again has not helped, one at a host that seems dead."""
        if self._silent >= _DEAD:
            return 1
        return FEW if self._futile >= _FUTILE else MANY

    @property
    def given_up(self) -> Failure | None:
        """Why the host is not asked any more in this crawl; null: it is."""
        if self._silent >= (_DEAD + _TRIALS if self.known else _NEVER_THERE):
            return SILENCE
        return TURNED_AWAY if self._refusals >= _TRIALS else None

    def wait(self, now: float) -> float:
        """Seconds to wait before asking again whether to ask; 0: ask now, this request is counted."""
        ready = max(self._next_at, self._paused_until)
        if now < ready:
            return ready - now
        self._next_at = now + self.interval
        return 0.0

    def answered(self, latency: float) -> None:
        """Note an answer that did not ask to slow down."""
        self.known = True
        self._refusals = 0
        if self._suspect is not None:
            self._odd.add(self._suspect)
            self._suspect = None
        self.late(latency)
        if self._run >= _RUN and not self._is_slow:
            self._run = 0
            self.window = min(self.window + 1, self.at_once)
            self._slowdown = self._slowdown * _RECOVERY if self._slowdown > 0.02 else 0.0

    def late(self, latency: float) -> None:
        """Note how long an answer took, or how long was waited in vain."""
        self._run += 1
        self._latency += _SMOOTHING * (latency - self._latency) if self._latency else latency
        self._baseline = min(self._latency, self._baseline * _DRIFT) if self._baseline else latency
        if self._is_slow and self._run >= _RUN:
            self._halve()

    def refused(self, now: float, retry_after: float | None) -> None:
        """Note an answer that asks to slow down: nobody asks again before the pause is over.

        What else is refused during the pause was sent before it, and counts as the same refusal.
        """
        self.known = True
        self._suspect = None
        if now < self._paused_until:
            self._pause(now, retry_after or 0.0)
            return
        self._pause(now, _FIRST_PAUSE * 2.0**self._refusals if retry_after is None else retry_after)
        self._refusals += 1
        self._slowdown = min(max(2 * self._slowdown, _FIRST_SLOWDOWN), _MAX_SLOWDOWN)
        self._halve()

    def may_try(self, url: str, method: str) -> bool:
        """A trial may begin of `url`, which was refused; a HEAD is worth none."""
        return method != "HEAD" and not self.on_trial and url not in self._odd

    @contextmanager
    def trial(self) -> Iterator[None]:
        """Of a URL that was refused and keeps its turn: while it lasts no other turn begins, so that the URL is the
        first to be asked after the pause."""
        window, self.window, self.on_trial = self.window, 1, True
        try:
            yield
        finally:
            self.window, self.on_trial = window, False

    def suspect(self, url: str) -> None:
        """Note that `url` was refused in its trial: if the next answer of the host is a good one, it stands out."""
        self._suspect = url

    def stands_out(self, url: str) -> bool:
        """`url` is refused where others are not, so that it is not worth many pauses."""
        return url in self._odd

    def served(self, *, retried: bool) -> None:
        """A URL came to a good end; `retried`: not at once, so trying again does help here."""
        if retried or self._silent:
            self._futile = 0
        self._silent = 0

    def failed(self, now: float, *, silent: bool) -> None:
        """A URL came to a bad end after all its attempts; `silent`: with no answer.

        A host that stays silent is left in peace for longer and longer, as it may be starting again.
        """
        self._futile += 1
        if not silent:
            self._silent = 0
        elif self._silent < _DEAD or now >= self._paused_until:
            self._silent += 1
            if self._silent >= _DEAD:
                self._pause(now, _FIRST_PAUSE * 2.0 ** (self._silent - _DEAD))
                self.window = 1

    @property
    def _is_slow(self) -> bool:
        return self._latency > _SLOW_FACTOR * self._baseline + _SLOW_SLACK

    def _halve(self) -> None:
        self._run = 0
        self.window = max(1, self.window // 2)

    def _pause(self, now: float, seconds: float) -> None:
        self._paused_until = max(self._paused_until, now + min(seconds, _MAX_PAUSE))


def retry_after(value: str | None, now: datetime) -> float | None:
    """Seconds that a Retry-After header asks for, in either of its forms; null where it says nothing."""
    if value is None:
        return None
    if re.fullmatch(r"\s*[0-9]{1,9}\s*", value):
        return float(value)
    try:
        at = parsedate_to_datetime(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return max(0.0, (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp() - now.timestamp())
