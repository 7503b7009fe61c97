"""What every definition of a check has to say, and how it says it."""

import re
from collections import defaultdict

import duckdb
import pytest

from crawler.checks import CHECKS, FAMILIES
from crawler.checks.check import Check
from crawler.checks.populations import POPULATIONS
from crawler.checks.reference import reference

_POPULATIONS = {population.name for population in POPULATIONS}


def _named(check: Check) -> str:
    return check.id


def test_ids_are_unique() -> None:
    assert len({check.id for check in CHECKS}) == len(CHECKS)


def test_a_family_is_a_file() -> None:
    families = defaultdict(set)
    for module in FAMILIES:
        for check in module.CHECKS:
            families[check.family].add(module.__name__)
    assert all(len(modules) == 1 for modules in families.values())
    assert len(families) == len(FAMILIES)


def test_populations_have_a_name_and_a_meaning_of_their_own() -> None:
    assert len(_POPULATIONS) == len({p.meaning for p in POPULATIONS}) == len(POPULATIONS)


@pytest.mark.parametrize("check", CHECKS, ids=_named)
def test_a_check_is_well_formed(check: Check) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]*\.[a-z0-9_]+", check.id)
    assert check.severity in ("error", "warning", "notice")
    assert check.population in _POPULATIONS


@pytest.mark.parametrize("check", CHECKS, ids=_named)
def test_texts_are_written_for_a_reader(check: Check) -> None:
    assert check.title[0].isupper()
    assert check.title[-1].isalnum() or check.title[-1] == "”"
    assert len(check.title) <= 80
    for text in (check.why, check.fix):
        assert text.endswith(".")
        assert text[0].isupper() or text[0] == "“"
        assert len(text) <= 200


@pytest.mark.parametrize("check", CHECKS, ids=_named)
def test_thresholds_are_named_sourced_and_used(check: Check) -> None:
    for name, threshold in check.thresholds.items():
        assert re.fullmatch(r"[a-z][a-z0-9_]*", name)
        assert threshold.unit
        assert threshold.source
    (statement,) = duckdb.extract_statements(check.sql)
    assert statement.type == duckdb.StatementType.SELECT
    assert statement.named_parameters == check.thresholds.keys()


def test_the_reference_names_every_check() -> None:
    lines = reference().splitlines()
    assert len(lines) == len(CHECKS) + 2
    assert all(line.count(" | ") == 4 for line in lines if not line.startswith("|---"))
    assert "`max_px` = 600 px" in reference()
