"""How fast, how much at once and how long a host is asked."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from crawler.config import Speed
from crawler.failures import FEW, MANY, SILENCE, TURNED_AWAY
from crawler.pace import Pace, retry_after


def _answers(pace: Pace, latency: float, count: int) -> None:
    for _ in range(count):
        pace.answered(latency)


def test_a_fixed_delay_spaces_requests() -> None:
    pace = Pace(delay=0.5)
    assert [pace.wait(now) for now in (10.0, 10.0, 10.25, 10.5, 11.0, 11.0)] == [0.0, 0.5, 0.25, 0.0, 0.0, 0.5]


def test_no_delay_means_no_wait() -> None:
    pace = Pace(delay=0.0)
    pace.answered(latency=3.0)
    pace.refused(now=1.0, retry_after=0.0)
    assert [pace.wait(now=10.0) for _ in range(3)] == [0.0, 0.0, 0.0]


@pytest.mark.parametrize(
    ("speed", "latency", "interval"),
    [
        ("normal", 0.005, 0.005),
        ("normal", 0.3, 0.3),
        ("normal", 9.0, 0.5),
        ("polite", 0.005, 1.0),
        ("polite", 3.0, 3.0),
        ("fast", 0.3, 0.0),
    ],
)
def test_without_a_delay_speed_and_server_decide(speed: Speed, latency: float, interval: float) -> None:
    pace = Pace(speed=speed)
    _answers(pace, latency, 60)
    assert pace.interval == pytest.approx(interval)


@pytest.mark.parametrize("pace", [Pace(delay=0.0, floor=1.5), Pace(speed="fast", floor=1.5)])
def test_robots_txt_sets_a_floor(pace: Pace) -> None:
    assert pace.interval == 1.5


def test_a_refusal_pauses_all_requests() -> None:
    pace = Pace(delay=0.0)
    pace.refused(now=10.0, retry_after=7.0)
    assert [pace.wait(now) for now in (10.0, 16.0, 17.0)] == [7.0, 1.0, 0.0]
    pace.refused(now=20.0, retry_after=9999.0)
    assert pace.wait(now=20.0) == 60.0


def test_refusals_without_a_time_pause_longer_each() -> None:
    pace = Pace(delay=0.0)
    pace.refused(now=0.0, retry_after=None)
    assert pace.wait(now=0.0) == 1.0
    pace.refused(now=1.0, retry_after=None)
    assert pace.wait(now=1.0) == 2.0
    pace.answered(latency=0.1)
    pace.refused(now=10.0, retry_after=None)
    assert pace.wait(now=10.0) == 1.0


def test_a_burst_of_refusals_is_one() -> None:
    pace = Pace(speed="fast", at_once=16)
    for moment in range(8):
        pace.refused(now=10.0 + moment / 100, retry_after=None)
    assert (pace.window, pace.interval, pace.wait(now=10.0)) == (8, 0.25, 1.0)
    pace.refused(now=10.5, retry_after=5.0)
    assert pace.wait(now=10.5) == 5.0


def test_the_window_halves_and_grows_back_by_one() -> None:
    pace = Pace(at_once=16, speed="fast")
    windows = []
    for now in (0.0, 100.0, 200.0, 300.0, 400.0):
        pace.refused(now, retry_after=1.0)
        windows.append(pace.window)
    for _ in range(20):
        _answers(pace, 0.1, 10)
        windows.append(pace.window)
    assert windows == [8, 4, 2, 1, 1, *range(2, 17), 16, 16, 16, 16, 16]
    assert pace.interval < 0.1


@pytest.mark.parametrize(
    ("baseline", "later", "smallest"),
    [(0.1, 0.12, 8), (0.01, 0.2, 8), (0.1, 2.0, 2), (2.0, 2.2, 8), (2.0, 12.0, 2)],
)
def test_rising_latency_halves_the_window(baseline: float, later: float, smallest: int) -> None:
    pace = Pace(at_once=8)
    _answers(pace, baseline, 30)
    seen = set()
    for _ in range(25):
        pace.answered(later)
        seen.add(pace.window)
    assert min(seen) == smallest


def test_recovery_speeds_up_again() -> None:
    pace = Pace(at_once=8)
    _answers(pace, 0.1, 30)
    _answers(pace, 3.0, 30)
    assert pace.window < 8
    _answers(pace, 0.1, 120)
    assert pace.window == 8
    assert pace.interval == pytest.approx(0.1, rel=0.01)


def test_pages_that_are_slower_for_good_become_the_measure() -> None:
    pace = Pace(at_once=8)
    _answers(pace, 0.1, 30)
    _answers(pace, 1.0, 400)
    assert pace.window == 8


def _dead(pace: Pace) -> None:
    pace.known = True
    pace.failed(0.0, silent=True)


def _broken(pace: Pace) -> None:
    pace.failed(0.0, silent=False)


@pytest.mark.parametrize("fail", [_dead, _broken])
def test_trying_again_in_vain_makes_attempts_few(fail: Callable[[Pace], None]) -> None:
    pace = Pace()
    allowed = []
    for _ in range(5):
        allowed.append(pace.attempts)
        fail(pace)
    assert allowed == [MANY, MANY, MANY, FEW, FEW]
    pace.served(retried=True)
    assert pace.attempts == MANY


def test_pages_that_always_fail_keep_attempts_few_among_good_ones() -> None:
    pace = Pace()
    for _ in range(3):
        _broken(pace)
    pace.served(retried=False)
    assert pace.attempts == FEW


def test_a_silent_host_is_left_in_peace_then_given_up() -> None:
    pace, now, pauses = Pace(delay=0.0), 0.0, []
    pace.known = True
    while not pace.given_up:
        now += pace.wait(now)
        before = pace.wait(now)
        pace.failed(now, silent=True)
        pauses.append(pace.wait(now) - before)
    assert pauses[:19] == [0.0] * 19
    assert pauses[19:] == [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 60.0, 60.0, 60.0, 60.0, 60.0]
    assert pace.given_up == SILENCE


def test_a_host_that_wakes_up_is_asked_as_before() -> None:
    pace = Pace(delay=0.0)
    pace.known = True
    for _ in range(20):
        pace.failed(0.0, silent=True)
    assert (pace.attempts, pace.window) == (1, 1)
    pace.answered(0.1)
    pace.served(retried=False)
    assert (pace.attempts, pace.given_up) == (MANY, None)


def test_a_host_that_never_answered_is_given_up_soon() -> None:
    pace = Pace()
    for _ in range(5):
        assert pace.given_up is None
        pace.failed(0.0, silent=True)
    assert pace.given_up == SILENCE


def test_a_host_that_turns_all_away_is_given_up() -> None:
    pace, now = Pace(), 0.0
    for _ in range(10):
        assert pace.given_up is None
        pace.refused(now, retry_after=60.0)
        now += 60.0
    assert pace.given_up == TURNED_AWAY


@pytest.mark.parametrize(("then_refused", "odd"), [(False, True), (True, False)])
def test_what_is_refused_in_its_trial_stands_out_if_the_next_is_not(then_refused: bool, odd: bool) -> None:
    pace = Pace(delay=0.0, at_once=8)
    pace.refused(0.0, retry_after=8.0)
    assert pace.may_try("/a", "GET")
    with pace.trial():
        assert (pace.window, pace.may_try("/b", "GET")) == (1, False)
        pace.refused(8.0, retry_after=8.0)
        pace.suspect("/a")
    assert pace.window == 4
    if then_refused:
        pace.refused(16.0, retry_after=8.0)
    pace.answered(0.1)
    assert (pace.stands_out("/a"), pace.may_try("/a", "GET")) == (odd, not odd)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (None, None),
        ("120", 120.0),
        ("Sun, 22 Nov 2026 02:00:30 GMT", 30.0),
        ("Sun, 22 Nov 2026 01:00:00 GMT", 0.0),
        ("soon", None),
        ("²", None),
        ("9" * 5000, None),
        ("Sun, 22 Nov 99999999999999999999 02:00:30 GMT", None),
    ],
)
def test_retry_after(value: str | None, seconds: float | None) -> None:
    assert retry_after(value, datetime(2026, 11, 22, 2, 0, 0, tzinfo=UTC)) == seconds
