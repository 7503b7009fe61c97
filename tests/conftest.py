"""What all tests share."""

import gc
import os
import sys

from hypothesis import HealthCheck, settings

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")

# Each process of the tests, and each command that they start, would compile all modules anew.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Eleven thousand collected tests are no garbage: they need not be looked through, again and again, for the whole run.
gc.disable()


def pytest_collection_finish() -> None:
    gc.freeze()
    gc.enable()


def pytest_xdist_auto_num_workers() -> int:
    """One more than cores: browsers, servers and crawls keep a test waiting."""
    return (os.cpu_count() or 1) + 1


def pytest_unconfigure() -> None:
    """DuckDB complains at exit about connections that wait for the garbage collector."""
    gc.unfreeze()
    gc.collect()
