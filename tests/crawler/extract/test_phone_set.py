"""The labelled set of invented pages: nearly all numbers are found, and nearly nothing else is."""

import re

import phonenumbers
import pytest

from crawler.extract.phones.placeholders import is_placeholder
from tests.benchmarks.phone_set import Page, errors, figures, pages, score

_PAGES = pages()
_IS_HARD = re.compile(r"(?:\d\D*){7}|\d{3}\W*[A-Z]{4}|[X_N]{3}", re.IGNORECASE)


def _name(page: Page) -> str:
    return page.name


def test_precision_and_recall() -> None:
    scored = [score(page) for page in _PAGES]
    total = figures(scored)
    lines = "\n".join(line for one in scored if one.misses or one.false_hits for line in errors(one))
    assert total.precision >= 0.995, lines
    assert total.recall >= 0.99, lines


def test_the_set_is_large_enough() -> None:
    assert figures([score(page) for page in _PAGES]).wanted >= 500
    assert len({negative for page in _PAGES for negative in page.negatives}) >= 500


@pytest.mark.parametrize("page", _PAGES, ids=_name)
def test_the_key_fits_its_page(page: Page) -> None:
    source = " ".join(page.markup.split())
    assert [one for one in page.negatives if one not in source] == []
    assert [mention["written"] for mention in page.mentions if mention["written"] not in source] == []
    assert [one for one in page.negatives if not _IS_HARD.search(re.sub(r"<[^>]*>", "", one))] == []


@pytest.mark.parametrize("page", _PAGES, ids=_name)
def test_numbers_of_the_key_can_exist(page: Page) -> None:
    numbers = {m[name] for m in page.mentions for name in ("number", "dials", "shows") if m.get(name)}
    wrong = [
        n
        for n in sorted(numbers)
        if not (is_placeholder(n) or phonenumbers.is_valid_number(phonenumbers.parse(n)))
    ]
    assert wrong == []
