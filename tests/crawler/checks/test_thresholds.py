"""Thresholds in the clinic's file."""

import pytest

from crawler.checks.thresholds import check_thresholds
from crawler.config import Clinic
from crawler.errors import OperatorError


def test_known_thresholds_are_fine() -> None:
    check_thresholds(Clinic())
    check_thresholds(Clinic(thresholds={"title.too_long.max_px": 600, "cta.overload.max_per_1000": 0}))


def test_an_unknown_one_is_told_with_a_near_name() -> None:
    with pytest.raises(
        OperatorError, match=r"no threshold 'title.too_long.max_pixels'\. Did you mean 'title.too_long"
    ):
        check_thresholds(Clinic(thresholds={"title.too_long.max_pixels": 600}))


def test_an_impossible_value_is_told() -> None:
    with pytest.raises(OperatorError, match="has to be a number from 0 upwards"):
        check_thresholds(Clinic(thresholds={"title.too_long.max_px": -1}))
