import os
import signal
from contextlib import suppress

import pytest

from crawler.site import interrupts_kept


def test_an_interrupt_that_was_swallowed_is_not_lost() -> None:
    before = signal.getsignal(signal.SIGINT)
    with pytest.raises(KeyboardInterrupt), interrupts_kept(), suppress(KeyboardInterrupt):
        os.kill(os.getpid(), signal.SIGINT)
    assert signal.getsignal(signal.SIGINT) is before


def test_nothing_is_raised_where_nobody_interrupted() -> None:
    with interrupts_kept():
        pass
