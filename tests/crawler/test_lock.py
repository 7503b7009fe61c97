"""One at a time, and no lock that outlives its process."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from crawler.errors import OperatorError
from crawler.lock import only_one

_HOLD = """
import sys, time
from pathlib import Path
from crawler.lock import only_one
with only_one(Path(sys.argv[1]), "busy"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_the_second_is_refused_with_a_sentence(tmp_path: Path) -> None:
    lock = tmp_path / "new" / "lock"
    with only_one(lock, "busy"), pytest.raises(OperatorError, match="busy"), only_one(lock, "busy"):
        pass
    with only_one(lock, "busy"):
        pass


def test_a_killed_holder_frees_it(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    root = str(Path(__file__).parents[2])
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(lock)], stdout=subprocess.PIPE, cwd=root, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(OperatorError), only_one(lock, "busy"):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with only_one(lock, "busy"):
        pass
