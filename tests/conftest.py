"""What all tests share."""

import gc
import os

from hypothesis import HealthCheck, settings

settings.register_profile("busy machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy machine")


def pytest_xdist_auto_num_workers() -> int:
    """One more than cores: browsers, servers and crawls keep a test waiting."""
    return (os.cpu_count() or 1) + 1


def pytest_unconfigure() -> None:
    """DuckDB complains at exit about connections that wait for the garbage collector."""
    gc.collect()
