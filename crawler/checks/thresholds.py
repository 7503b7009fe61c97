"""Thresholds that the clinic's file may set: `[thresholds]`, a quoted `"family.name.threshold" = number` each."""

import difflib

from crawler.checks import CHECKS
from crawler.config import Clinic
from crawler.errors import OperatorError


def check_thresholds(clinic: Clinic) -> None:
    """Raise `OperatorError` when the clinic's file sets a threshold that no check has, or an impossible one."""
    known = [f"{check.id}.{name}" for check in CHECKS for name in check.thresholds]
    for key, value in clinic.thresholds.items():
        if key not in known:
            near = difflib.get_close_matches(key, known, n=1)
            hint = f" Did you mean {near[0]!r}?" if near else ""
            raise OperatorError(f"thresholds: there is no threshold {key!r}.{hint}")
        if value < 0:
            raise OperatorError(f"thresholds: {key!r} has to be a number from 0 upwards, not {value}.")
