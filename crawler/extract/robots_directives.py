"""Directives to search engines, each with the agent that it is for: of metas and of the X-Robots-Tag header.

https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag
"""

import re
from collections.abc import Iterator

from crawler.tables.facts import HeadTagRow, RobotsDirectiveRow

_WITH_VALUE = frozenset({"max-snippet", "max-image-preview", "max-video-preview", "unavailable_after"})
_META = re.compile(r"robots|[a-z0-9-]*bot(?:-[a-z]+)?|slurp|baiduspider|yandex|google-extended|applebot-extended")
"""Names of metas that are read by agents."""

_AGENT = re.compile(r"\s*([a-z][a-z0-9_-]*)\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
ALL = "robots"
"""Stands for every agent, as in the meta element."""


def robots_directives(url: str, tags: list[HeadTagRow], x_robots_tag: str | None) -> list[RobotsDirectiveRow]:
    """Directives of the page at `url`: of its metas among `tags`, then of the header, positions from 1."""
    rows: list[RobotsDirectiveRow] = []
    for tag in tags:
        if _META.fullmatch(tag.name):
            for directive, value in _directives(tag.value):
                rows.append(RobotsDirectiveRow(url, len(rows) + 1, tag.name, directive, value, tag.place))
    for agent, text in _by_agent(x_robots_tag or ""):
        for directive, value in _directives(text):
            rows.append(RobotsDirectiveRow(url, len(rows) + 1, agent, directive, value, "header"))
    return rows


def _by_agent(header: str) -> Iterator[tuple[str, str]]:
    """Agent and its directives; an agent's name holds until the next one."""
    agent = ALL
    for part in header.split(","):
        match = _AGENT.match(part)
        names = match is not None and match[1].lower() not in _WITH_VALUE
        agent = match[1].lower() if match and names else agent
        yield agent, match[2] if match and names else part


def _directives(text: str) -> Iterator[tuple[str, str | None]]:
    """Directives in a text, in lower case, each with its value."""
    for part in _split(text):
        name, colon, value = part.partition(":")
        if name := name.strip().lower():
            yield name, value.strip() if colon else None


def _split(text: str) -> list[str]:
    """Parts between commas; a date after unavailable_after may hold some."""
    head, mark, date = text.partition("unavailable_after")
    return [*head.split(","), *([mark + date] if mark else [])]
