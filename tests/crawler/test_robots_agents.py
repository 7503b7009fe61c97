"""What search and AI agents may read, by robots.txt."""

import time

import pytest

from crawler.robots import Robots
from crawler.robots_agents import AGENTS, agent_rows
from crawler.tables.crawl import RobotsAgentRow

_HOME = "https://clinic.example/"
_ADDRESS = f"{_HOME}robots.txt"
_PAGES = [_HOME, f"{_HOME}about/", f"{_HOME}blog/a", f"{_HOME}blog/b", f"{_HOME}staff/"]

_PUBLISHED = """User-agent: *
Disallow: /staff/

User-agent: GPTBot
User-agent: CCBot
Disallow: /

User-agent: googlebot
Disallow: /blog/
Allow: /blog/a
"""


def _rows(text: str, pages: list[str] = _PAGES) -> dict[str, RobotsAgentRow]:
    rows = agent_rows(Robots.from_answer(200, text.encode()), _ADDRESS, _HOME, pages)
    assert [row.agent for row in rows] == [agent.token for agent in AGENTS]
    return {row.agent: row for row in rows}


@pytest.mark.parametrize(
    ("agent", "expected"),
    [
        ("Googlebot", ("Google", "search", "googlebot", True, None, None, 1)),
        ("Bingbot", ("Microsoft", "search", "*", True, None, None, 1)),
        ("Applebot", ("Apple", "search", "googlebot", True, None, None, 1)),
        ("Applebot-Extended", ("Apple", "training", "*", True, None, None, 1)),
        ("ChatGPT-User", ("OpenAI", "user_fetch", "*", True, None, None, 1)),
        ("GPTBot", ("OpenAI", "training", "GPTBot", False, 6, "Disallow: /", 5)),
        ("CCBot", ("Common Crawl", "training", "CCBot", False, 6, "Disallow: /", 5)),
    ],
)
def test_an_agent_has_its_group_and_its_deciding_line(agent: str, expected: tuple[object, ...]) -> None:
    row = _rows(_PUBLISHED)[agent]
    assert row[0:2] == (_ADDRESS, agent)
    assert row[2:] == expected


def test_its_own_group_comes_before_the_one_it_borrows() -> None:
    row = _rows(_PUBLISHED + "User-agent: Applebot\nDisallow:\n")["Applebot"]
    assert (row.obeys, row.allowed, row.pages_blocked) == ("Applebot", True, 0)


def test_without_rules_all_is_open() -> None:
    assert {row[4:] for row in _rows("").values()} == {(None, True, None, None, 0)}


def test_a_robots_txt_that_fails_closes_all() -> None:
    rows = agent_rows(Robots.from_answer(503, None), _ADDRESS, _HOME, _PAGES)
    assert {row[4:] for row in rows} == {(None, False, None, None, len(_PAGES))}


def test_every_agent_can_be_named_in_robots_txt() -> None:
    rows = _rows("".join(f"User-agent: {agent.token}\nDisallow: /\n" for agent in AGENTS))
    assert [row.obeys for row in rows.values()] == [agent.token for agent in AGENTS]
    assert len(rows) == len(AGENTS)


def test_twenty_thousand_pages_are_counted_in_a_moment() -> None:
    pages = [f"{_HOME}conditions/knee-pain-{n}/?page={n}" for n in range(20_000)]
    rules = "".join(f"Disallow: /folder-{n}/\nDisallow: /*?print-{n}=\n" for n in range(40))
    text = "".join(f"User-agent: {agent.token}\n{rules}\n" for agent in AGENTS)
    started = time.process_time()
    assert _rows(text, pages)["GPTBot"].pages_blocked == 0
    assert time.process_time() - started < 5
