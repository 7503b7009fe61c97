"""Numbers in every way that programs write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.demand.numbers import Unreadable, count, position, share


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0", 0), ("12", 12), ("1,234", 1234), ("1.234", 1234), ("1 234", 1234), ("1\u202f234", 1234), ("1\u00a0234", 1234),
        ("1'234", 1234), ("1’234’567", 1234567), ("1,234,567", 1234567), ("1.234.567", 1234567), ("12,34,567", 1234567),
        ("1234.0", 1234), ("1.234,00", 1234), ("1,234.00", 1234), ("1,234,567.0", 1234567), ("7.", 7), ("١٢٣", 123), ("１２", 12),
        (" 5 ", 5), ("\u200e5", 5), ("1٬234", 1234),
        ("", None), ("-", None), ("–", None), ("null", None), ("N/A", None), ("<10", None), ("< 10", None), ("&lt;10", None),
    ],
)  # fmt: skip
def test_counts(cell: str, number: int | None) -> None:
    assert count(cell) == number


@pytest.mark.parametrize(
    "cell", ["abc", "12a", "1.5", "12,5", "1,23", "-5", "1.234,5", "1,234.567,8", "5%", "1e400", "9" * 50, "²"]
)
def test_what_is_no_count(cell: str) -> None:
    with pytest.raises(Unreadable):
        count(cell)


@pytest.mark.parametrize(
    ("cell", "number"),
    [("4.2", 4.2), ("4,2", 4.2), ("12", 12.0), ("1.234", 1.234), ("1,234", 1.234), ("1.234,5", 1234.5), ("1,234.5", 1234.5),
     ("4,2567123", 4.2567123), ("٤٫٢", 4.2), ("1e1", 10.0), ("0", None), ("0,0", None), ("", None), ("-", None)],
)  # fmt: skip
def test_positions(cell: str, number: float | None) -> None:
    assert position(cell) == number


@pytest.mark.parametrize(
    ("cell", "rate"),
    [("3.5%", (3.5, True)), ("3,5 %", (3.5, True)), ("3,5\u202f%", (3.5, True)), ("%3,5", (3.5, True)), ("0.035", (0.035, False)),
     ("0,035", (0.035, False)), ("100%", (100.0, True)), ("٪3", (3.0, True)), (".5", (0.5, False)), ("", None), ("<1%", None)],
)  # fmt: skip
def test_shares(cell: str, rate: tuple[float, bool] | None) -> None:
    assert share(cell) == rate


@pytest.mark.parametrize("cell", ["a", "1/2", "--", "1.2.3", "%%", "nan%", "1e", "inf"])
def test_what_is_no_share(cell: str) -> None:
    with pytest.raises(Unreadable):
        share(cell)


@given(st.integers(0, 10**12), st.sampled_from([",", ".", " ", "\u00a0", "\u202f", "'", "’", ""]))
def test_counts_are_read_however_they_are_grouped(number: int, sign: str) -> None:
    assert count(f"{number:,}".replace(",", sign)) == number


@given(st.decimals(1, 999, places=2), st.sampled_from([".", ","]))
def test_positions_are_read_with_either_sign(number: object, sign: str) -> None:
    assert position(str(number).replace(".", sign)) == float(str(number))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    for read in (count, position, share):
        try:
            read(text)
        except Unreadable:
            continue
