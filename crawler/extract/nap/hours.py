"""Opening hours in running text and in tables that are told by line breaks."""

from functools import lru_cache
from typing import NamedTuple

from crawler.extract.nap.hour_words import HALF_DAYS, LABEL, Token, tokens
from crawler.extract.nap.spans import skipped, span_at
from crawler.opening_hours import BY_APPOINTMENT, CLOSED, DAYS, MINUTES_A_DAY, entry, in_order

_GAP = 160
_BEFORE = 60


class Schedule(NamedTuple):
    """Opening hours that stand together; `entries` in the form of `crawler.opening_hours`."""

    start: int
    end: int
    entries: tuple[str, ...]


class _Spec(NamedTuple):
    """Times of a day, up to token `end`: spans in minutes, or what is said instead of them."""

    end: int
    spans: tuple[tuple[int, int], ...]
    instead: str | None
    is_bare: bool


class _Told(NamedTuple):
    """Days and their times, tokens `first` to `last`."""

    first: Token
    last: Token
    days: tuple[int, ...]
    spec: _Spec


@lru_cache(maxsize=2048)
def hours_in(text: str) -> tuple[Schedule, ...]:
    """Opening hours in `text`, in order: those of two days or more, or that are called so."""
    found: list[list[_Told]] = []
    known: dict[int, _Spec] = {}
    for told in _told(text, tokens(text)):
        if not found or told.first.start - found[-1][-1].last.end > _GAP or any(day in known for day in told.days):
            found.append([])
            known = {}
        found[-1].append(told)
        known |= dict.fromkeys(told.days, told.spec)
    return tuple(schedule for group in found if (schedule := _schedule(text, group)) is not None)


def _schedule(text: str, group: list[_Told]) -> Schedule | None:
    start, end = group[0].first.start, group[-1].last.end
    days = {day for told in group for day in told.days}
    if not any(told.spec.spans for told in group):
        return None
    if len(days) < 2 and not LABEL.search(text, max(0, start - _BEFORE), end):
        return None
    return Schedule(start, end, tuple(in_order(one for told in group for one in _entries(told))))


def _entries(told: _Told) -> list[str]:
    if told.spec.instead:
        return [f"{DAYS[day]} {told.spec.instead}" for day in told.days]
    return [entry(day, *span) for day in told.days for span in told.spec.spans]


def _told(text: str, words: list[Token]) -> list[_Told]:
    """Every place of `words` that tells the times of days."""
    found: list[_Told] = []
    waiting: list[tuple[Token, tuple[int, ...]]] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.kind == "day" and not _is_event(words, at):
            end, days = _days(words, at)
            start = skipped(words, end, {"to", "and"})
            spec = _spec(words, start, lines=not waiting)
            if spec is None:
                waiting = [*waiting, (word, days)] if _ends_line(words, end) else []
                at = end
                continue
            told, at = (
                _columns(words, [*waiting, (word, days)], spec)
                if waiting
                else ([_Told(word, words[spec.end - 1], days, spec)], spec.end)
            )
            found += told
            waiting = []
            continue
        if word.kind in ("time", "closed", "allday"):
            behind = _days_behind(words, at)
            if behind is not None:
                found.append(behind[0])
                at = behind[1]
                continue
        if word.kind == "other":
            waiting = []
        at += 1
    return found


def _is_event(words: list[Token], at: int) -> bool:
    before = words[at - 1].text.lower() if at else ""
    return before in (
        "every",
        "each",
        "chaque",
        "jeden",
        "cada",
        "last",
        "first",
        "second",
        "third",
        "this",
        "next",
    )


def _days(words: list[Token], at: int) -> tuple[int, tuple[int, ...]]:
    """Days from token `at`: `Mon–Thu`, `Monday, Wednesday and Friday`; and the token behind them."""
    days = list(words[at].days)
    at += 1
    while at < len(words):
        after = at
        joint = set()
        while (
            after < len(words)
            and (words[after].kind in ("to", "and") or words[after].text.lower() in ("le", "el"))
            and after - at < 3
        ):
            joint.add(words[after].kind)
            after += 1
        if not joint or after >= len(words) or words[after].kind != "day":
            break
        if "to" in joint and len(words[after].days) == 1:
            first, last = days[-1], words[after].days[0]
            days += [day % 7 for day in range(first + 1, (last if last > first else last + 7) + 1)]
        else:
            days += words[after].days
        at = after + 1
    return at, tuple(dict.fromkeys(days))


def _ends_line(words: list[Token], at: int) -> bool:
    at = skipped(words, at, set())
    return at >= len(words) or words[at - 1].kind == "newline"


def _spec(words: list[Token], at: int, *, lines: bool) -> _Spec | None:
    """Times from token `at`; `lines`: they may go on in the next line."""
    if at >= len(words):
        return None
    kind = words[at].kind
    if kind == "closed":
        if words[at - 1].text.lower() in HALF_DAYS:
            return None
        return _Spec(at + 1, (), CLOSED, False)
    if kind == "appointment":
        return _Spec(at + 1, (), BY_APPOINTMENT, False)
    if kind == "allday":
        return _Spec(at + 1, ((0, MINUTES_A_DAY),), None, False)
    spans: list[tuple[int, int]] = []
    is_bare = True
    end = at
    while (span := span_at(words, at)) is not None:
        after, opens, closes, bare = span
        crossed = spans and any(word.kind == "newline" for word in words[end:at])
        if spans and ((crossed and (bare or not lines)) or opens < spans[-1][1]):
            break
        spans.append((opens, closes))
        is_bare = is_bare and bare
        end = after
        at = skipped(words, after, {"and"})
    return _Spec(end, tuple(spans), None, is_bare) if spans else None


def _columns(
    words: list[Token], days: list[tuple[Token, tuple[int, ...]]], spec: _Spec
) -> tuple[list[_Told], int]:
    """Days that stand in lines of their own before as many lines with times; else the last of them alone."""
    specs = [spec]
    at = spec.end
    while len(specs) <= len(days):
        start = skipped(words, at, {"newline"})
        following = _spec(words, start, lines=False)
        if following is None:
            break
        specs.append(following)
        at = following.end
    if len(specs) != len(days):
        word, last = days[-1]
        return [_Told(word, words[spec.end - 1], last, spec)], spec.end
    return [_Told(word, words[one.end - 1], its, one) for (word, its), one in zip(days, specs, strict=True)], at


def _days_behind(words: list[Token], at: int) -> tuple[_Told, int] | None:
    """`9am–5pm, Monday to Friday`; `Closed on Sunday`: times whose days follow, and have no times of their own."""
    spec = _spec(words, at, lines=False)
    if spec is None or spec.is_bare:
        return None
    start = spec.end
    for _ in range(3):
        if start < len(words) and (words[start].kind == "filler" or words[start].text == ","):
            start += 1
    if start >= len(words) or words[start].kind != "day":
        return None
    end, days = _days(words, start)
    if _spec(words, skipped(words, end, {"to", "and"}), lines=True) is not None:
        return None
    return _Told(words[at], words[end - 1], days, spec), end
