"""Thresholds that the clinic's file may set: `[thresholds]`, a quoted `"family.name.threshold" = number`
each, or `"gap.kind.name" = number`."""

from crawler.analyse.gaps.limits import LIMITS
from crawler.checks import CHECKS
from crawler.config import Clinic
from crawler.errors import SettingError
from crawler.toml_files import did_you_mean


def check_thresholds(clinic: Clinic) -> None:
    """Raise `SettingError` when the clinic's file sets a threshold that no check and no gap has, or an impossible one."""
    known = [*(f"{check.id}.{name}" for check in CHECKS for name in check.thresholds), *LIMITS]
    for key, value in clinic.thresholds.items():
        if key not in known:
            raise SettingError("thresholds", key, f"there is no threshold {key!r}.{did_you_mean(key, known)}")
        if value < 0:
            raise SettingError("thresholds", key, f"{key!r} has to be a number from 0 upwards, not {value}.")
