"""How fast a host is asked."""

import pytest

from crawler.pace import Pace


def test_a_fixed_delay_spaces_requests() -> None:
    pace = Pace(delay=0.5)
    assert [pace.reserve(now=10.0) for _ in range(3)] == [0.0, 0.5, 1.0]


def test_no_delay_means_no_wait() -> None:
    pace = Pace(delay=0.0)
    pace.answered(latency=3.0)
    assert [pace.reserve(now=10.0) for _ in range(3)] == [0.0, 0.0, 0.0]


def test_without_a_delay_the_server_decides() -> None:
    pace = Pace()
    for _ in range(60):
        pace.answered(latency=0.3)
    assert pace.interval == pytest.approx(0.3)
    for _ in range(60):
        pace.answered(latency=9.0)
    assert pace.interval == 2.0


def test_robots_txt_sets_a_floor() -> None:
    assert Pace(delay=0.0, floor=1.5).interval == 1.5


def test_a_refusal_pauses_all_requests() -> None:
    pace = Pace(delay=0.0)
    pace.refused(now=10.0, retry_after=7.0)
    assert pace.reserve(now=10.0) == 7.0
    pace.refused(now=20.0, retry_after=9999.0)
    assert pace.reserve(now=20.0) == 60.0


def test_refusals_without_a_time_pause_longer_each() -> None:
    pace = Pace(delay=0.0)
    pace.refused(now=0.0, retry_after=None)
    pace.refused(now=0.0, retry_after=None)
    assert pace.reserve(now=0.0) == 2.0
    pace.answered(latency=0.1)
    pace.refused(now=10.0, retry_after=None)
    assert pace.reserve(now=10.0) == 1.0
