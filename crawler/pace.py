"""How long to wait between requests to a host: as the operator says, or as the server can bear."""

from dataclasses import dataclass

_SMOOTHING = 0.2
_MAX_INTERVAL = 2.0
_MAX_PAUSE = 60.0
_FIRST_PAUSE = 1.0


@dataclass
class Pace:
    """Without a fixed `delay` the interval follows the server's answers: one that takes 300 ms is asked
    about three times a second, one that takes 5 ms as fast as the concurrency allows.

    All times are seconds; `now` is any monotonic clock. `floor`: what robots.txt asks for.
    """

    delay: float | None = None
    floor: float = 0.0
    _latency: float = 0.0
    _next_at: float = 0.0
    _refusals: int = 0

    @property
    def interval(self) -> float:
        wanted = self.delay if self.delay is not None else min(self._latency, _MAX_INTERVAL)
        return max(wanted, self.floor)

    def reserve(self, now: float) -> float:
        """Take the next slot; gives the seconds to wait for it."""
        start = max(now, self._next_at)
        self._next_at = start + self.interval
        return start - now

    def answered(self, latency: float) -> None:
        """Note a good answer."""
        self._refusals = 0
        self._latency += _SMOOTHING * (latency - self._latency) if self._latency else latency

    def refused(self, now: float, retry_after: float | None) -> None:
        """Note an answer that asks to slow down: nobody asks again before the pause is over."""
        self._refusals += 1
        pause = retry_after if retry_after is not None else _FIRST_PAUSE * 2 ** (self._refusals - 1)
        self._next_at = max(self._next_at, now + min(pause, _MAX_PAUSE))
        self._latency = max(self._latency, 0.25)
