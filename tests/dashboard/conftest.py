"""Stores over the sample and the empty snapshot; a clock that stands still."""

from datetime import datetime
from pathlib import Path

import pytest

from dashboard.store import Store
from dashboard.view import View, open_view, read_params
from tests import sample

MORNING = datetime.fromisoformat("2026-11-22T09:00")


@pytest.fixture(scope="session")
def data_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    sample.sample(folder)
    return folder


@pytest.fixture(scope="session")
def store(data_dir: Path) -> Store:
    return Store(data_dir)


@pytest.fixture(scope="session")
def empty_store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("empty")
    sample.empty(folder)
    return Store(folder)


def view_of(store: Store, path: str = "/", search: str = "") -> View:
    """The view of an address; the snapshot must be there."""
    view = open_view(store, path, read_params(search), now=MORNING)
    assert view is not None
    return view
