"""What every definition of a check has to say, and how it says it."""

import re
from collections import defaultdict

import duckdb
import pytest

from crawler.analyse.gaps.limits import LIMITS
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


_PHONE_ISSUES = {
    "no_phone": "warning cta.phone_missing",
    "href_mismatch": "error phone.href_mismatch, notice phone.tracked_mismatch",
    "placeholder_number": "error phone.placeholder",
    "invalid_href": "error phone.invalid_href",
    "near_duplicate": "warning phone.near_duplicate",
    "fax_as_cta": "warning phone.fax_as_cta",
    "unlinked_number": "warning phone.unlinked, notice phone.unlinked_below",
    "missing_on_page": "warning cta.missing_on_page",
    "two_own_numbers": "warning phone.two_own_numbers",
    "nap_mismatch": "warning phone.data_mismatch, warning phone.data_differs, warning phone.contact_differs",
    "tracking_in_nap": "warning phone.tracking_published, warning phone.tracking_hard_coded",
    "no_end_cta": "notice cta.end_missing",
    "long_gap": "notice cta.long_gap",
    "not_first_screen": "warning cta.top_missing",
    "no_verb": "notice cta.verb_missing",
    "not_e164": "notice phone.country_code_missing",
    "no_accessible_name": "warning phone.unnamed_link",
    "image_number": "warning image.number_only, notice image.number_suspected",
    "ext_or_vanity_only": "notice phone.letters_only",
    "format_inconsistent": "notice phone.formats",
    "messaging_mismatch": "warning phone.messaging_unregistered, notice phone.messaging_differs",
    "format_detection_off": "notice phone.format_detection_off",
    "overload": "notice cta.overload",
}
"""Severity and id of the checks for each of the field's issues of phone numbers, in its order."""


def test_every_issue_of_phone_numbers_has_its_checks() -> None:
    defined = {f"{check.severity} {check.id}": check.fix for check in CHECKS}
    named = {name for checks in _PHONE_ISSUES.values() for name in checks.split(", ")}
    assert named <= defined.keys()
    assert [name for name in named if ". " in defined[name]] == []


def test_the_reference_names_every_check() -> None:
    of_checks, of_gaps = reference().split("\n\n")
    lines = of_checks.splitlines()
    assert len(lines) == len(CHECKS) + 2
    assert len(of_gaps.splitlines()) == len(LIMITS) + 2
    assert all(line.count(" | ") == 4 for line in lines if not line.startswith("|---"))
    assert "`max_px` = 600 px" in reference()
