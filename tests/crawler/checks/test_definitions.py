"""What every definition of a check has to say, and how it says it."""

import re
from collections import defaultdict

import duckdb

from crawler.analyse.gaps.limits import LIMITS
from crawler.checks import CHECKS, FAMILIES
from crawler.checks.populations import POPULATIONS
from crawler.checks.reference import reference

_POPULATIONS = {population.name for population in POPULATIONS}


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


def test_checks_are_well_formed() -> None:
    assert [check.id for check in CHECKS if not re.fullmatch(r"[a-z][a-z0-9_]*\.[a-z0-9_]+", check.id)] == []
    assert [check.id for check in CHECKS if check.severity not in ("error", "warning", "notice")] == []
    assert [check.id for check in CHECKS if check.population not in _POPULATIONS] == []


def test_titles_are_written_for_a_reader() -> None:
    titles = [check.title for check in CHECKS]
    assert [title for title in titles if not title[0].isupper()] == []
    assert [title for title in titles if not (title[-1].isalnum() or title[-1] == "”")] == []
    assert [title for title in titles if len(title) > 80] == []


def test_texts_are_written_for_a_reader() -> None:
    texts = [text for check in CHECKS for text in (check.why, check.fix)]
    assert [text for text in texts if not text.endswith(".")] == []
    assert [text for text in texts if not (text[0].isupper() or text[0] == "“")] == []
    assert [text for text in texts if len(text) > 200] == []


def test_thresholds_are_named_and_sourced() -> None:
    thresholds = [(check.id, name, threshold) for check in CHECKS for name, threshold in check.thresholds.items()]
    assert [row for row in thresholds if not re.fullmatch(r"[a-z][a-z0-9_]*", row[1])] == []
    assert [row for row in thresholds if not (row[2].unit and row[2].source)] == []


def test_a_check_is_one_query_that_uses_its_thresholds() -> None:
    wrong = []
    for check in CHECKS:
        statements = duckdb.extract_statements(check.sql)
        said = [(one.type, set(one.named_parameters)) for one in statements]
        if said != [(duckdb.StatementType.SELECT, set(check.thresholds))]:
            wrong.append(check.id)
    assert wrong == []


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
