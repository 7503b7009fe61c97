"""Who may ask a host now: requests stand in line, as its pace says."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from crawler.pace import Pace


class Turns:
    """The line before one host."""

    def __init__(self, pace: Pace) -> None:
        self.pace = pace
        self._under_way = 0
        self._line = asyncio.Lock()
        self._freed = asyncio.Event()

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait until a request may be sent; it is under way until this ends."""
        async with self._line:
            await self._wait()
            self._under_way += 1
        try:
            yield
        finally:
            self._under_way -= 1
            self._freed.set()

    async def _wait(self) -> None:
        """A pause or a smaller window that comes while the first in line waits holds for it, too."""
        while not self.pace.given_up:
            if self._under_way >= self.pace.window:
                self._freed.clear()
                await self._freed.wait()
            elif wait := self.pace.wait(time.monotonic()):
                await asyncio.sleep(wait)
            else:
                return
