"""What all tests share."""

import gc


def pytest_unconfigure() -> None:
    """DuckDB complains at exit about connections that wait for the garbage collector."""
    gc.collect()
