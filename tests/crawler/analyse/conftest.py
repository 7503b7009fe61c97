"""What every step is given."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from crawler.analyse.context import Context
from crawler.config import Clinic
from crawler.taxonomy import load_taxonomy

_TAXONOMY = Path(__file__).parents[3] / "data" / "taxonomy"


@pytest.fixture(scope="session")
def context() -> Context:
    """A clinic without a file, on the musculoskeletal pack."""
    return Context(
        clinic=Clinic(),
        taxonomy=load_taxonomy(_TAXONOMY, ["musculoskeletal"]),
        crawl_id="20261122T021400Z",
        site="clinic.example",
        region="US",
        now=datetime(2026, 11, 22, 2, 14, tzinfo=UTC),
    )
