"""A span of time in a text, in minutes of the day."""

from crawler.extract.nap.hour_words import Token
from crawler.opening_hours import MINUTES_A_DAY

_SHORTEST = 60
_NOON = 720
_SOFT = frozenset({"filler", "newline"})


def skipped(words: list[Token], at: int, also: set[str]) -> int:
    """The token behind up to four that say nothing."""
    for _ in range(4):
        if at < len(words) and (words[at].kind in _SOFT or words[at].kind in also):
            at += 1
    return at


def span_at(words: list[Token], at: int) -> tuple[int, int, int, bool] | None:
    """The token behind `9am – 5pm`, its times in minutes, and whether they are bare numbers."""
    after = skipped(words, at + 1, set())
    if after + 1 >= len(words) or words[at].kind != "time" or words[after].kind != "to":
        return None
    last = skipped(words, after + 1, {"to"})
    if last >= len(words) or words[last].kind != "time":
        return None
    times = _in_minutes(words[at], words[last])
    if times is None:
        return None
    return last + 1, *times, words[at].is_bare and words[last].is_bare


def _in_minutes(first: Token, last: Token) -> tuple[int, int] | None:
    """Opening and closing time; where am or pm is left out, the day of a business tells it."""
    opens, closes = _at(first.minute, first.half), _at(last.minute, last.half)
    told = {first.half, last.half} & {"am", "pm", "noon"}
    if first.half is None and last.half in ("am", "pm"):
        opens = _at(first.minute, last.half)
        opens = opens if opens < closes else _at(first.minute, "am")
    elif last.half is None and first.half in ("am", "pm"):
        closes = closes if closes > opens else closes + _NOON
    elif not told and "h" not in (first.half, last.half) and first.minute < 780 and last.minute < 780:
        if opens < 420 and closes <= 480 and opens < closes and not _is_padded(first):
            opens, closes = opens + _NOON, closes + _NOON
        closes = closes if closes > opens else closes + _NOON
    return (opens, closes) if opens >= 0 and opens + _SHORTEST <= closes <= MINUTES_A_DAY else None


def _is_padded(time: Token) -> bool:
    return time.text.startswith("0")


def _at(minute: int, half: str | None) -> int:
    if half == "am":
        return minute - _NOON if minute >= _NOON else minute
    if half == "pm":
        return minute if minute >= _NOON else minute + _NOON
    return minute
