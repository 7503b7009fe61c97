"""robots.txt (RFC 9309, as Google documents it): may this URL be fetched, how fast, which sitemaps."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from crawler.robots_parser import Group, Line, RobotsFile, decoded, delay_of, parse
from crawler.robots_rules import Rule, Rules, Target, target_of
from crawler.tables.crawl import RobotsRuleRow

AGENT = "Rounds"

MAX_DELAY = 60.0
"""A longer Crawl-delay is a mistake, and would never let a crawl end."""

_EVERYONE = "*"
_MAX_AGENTS = 300
"""Characters of the names of a group's agents: every line of it repeats them."""

_OTHERS = frozenset(
    "crawl-delay host clean-param request-rate visit-time content-signal content-usage license".split()
)
"""Directives that some crawlers read, by their documentation, beside those of RFC 9309 and Sitemap."""


class Decision(NamedTuple):
    """`line` and `rule`: the deciding line of robots.txt, as published; null: none does, or all is forbidden for now.
    `group`: the user-agent line that applies; null: none does."""

    allowed: bool
    line: int | None
    rule: str | None
    group: str | None


@dataclass(frozen=True)
class Robots:
    """Rules of one host. `refusal`: why nothing may be fetched at all; null where rules decide."""

    file: RobotsFile
    refusal: str | None = None
    _rules: dict[tuple[int, ...], Rules] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def from_answer(cls, status: int | None, body: bytes | None) -> "Robots":
        """Rules of an answer: 2xx is read, 429, 5xx and silence (`None`) forbid for now, everything else allows all.

        Google takes 429 for a server error, every other 4xx and an endless redirect for no robots.txt.
        """
        if status is None:
            return cls(parse(b""), "robots.txt could not be fetched")
        if status == 429 or status >= 500:
            return cls(parse(b""), f"robots.txt answered with status {status}")
        return cls(parse(body or b"")) if 200 <= status < 300 else cls.allow_all()

    @classmethod
    def allow_all(cls) -> "Robots":
        return cls(parse(b""))

    def allows(self, url: str) -> bool:
        return self.decide(url).allowed

    def decide(self, url: str, agent: str = AGENT, *instead: str) -> Decision:
        """May `agent` fetch `url`, and which line says so. `instead`: agents whose group it obeys without its own."""
        if self.refusal is not None:
            return Decision(False, None, None, None)
        group = self.group_of(agent, *instead)
        rule = self.rules_of(group).deciding(target_of(url))
        name = self.file.names[group] if group else None
        return Decision(rule is None or rule.allow, rule and rule.line, rule and rule.text, name)

    def group_of(self, *agents: str) -> str | None:
        """Product token of the group that applies to the first of `agents` that is named, else `*`; null: none."""
        tokens = (agent.partition("/")[0].strip().lower() for agent in (*agents, _EVERYONE))
        return next((token for token in tokens if token in self.file.groups), None)

    def rules_of(self, group: str | None) -> Rules:
        """Rules of all groups of that product token together, in the order of the file."""
        groups = self.file.groups[group] if group else []
        same = tuple(map(id, groups))
        if same not in self._rules:
            self._rules[same] = Rules(_rule(line) for part in groups for line in part.rules)
        return self._rules[same]

    def count_blocked(self, targets: list[Target], group: str | None) -> int:
        """How many of `targets` the rules of `group` forbid."""
        if self.refusal is not None:
            return len(targets)
        return sum(map(self.rules_of(group).forbid, targets))

    @property
    def crawl_delay(self) -> float | None:
        """Seconds that the site asks to wait between requests; a minute where it asks for more."""
        delay = self.file.delays.get(self.group_of(AGENT) or "")
        return min(delay, MAX_DELAY) if delay is not None else None

    @property
    def sitemaps(self) -> list[str]:
        return list(self.file.sitemaps)

    def rule_rows(self, address: str) -> list[RobotsRuleRow]:
        """Every line of the robots.txt at `address` that is neither empty nor a comment, and what is wrong with it.

        Of a web page in its place the first line stands for all that say nothing.
        """
        return list(_rows(self.file, address))


def _rule(line: Line) -> Rule:
    return Rule(line.kind == "allow", line.value, line.number, line.text)


def _rows(file: RobotsFile, address: str) -> Iterator[RobotsRuleRow]:
    is_page = bool(file.lines) and file.lines[0][0].text.startswith("<")
    cut, beginning = file.rest or (0, "")
    last = 0
    for index, (line, group) in enumerate(file.lines):
        last = line.number
        problem = _problem(line, group)
        if is_page and problem:
            if index:
                continue
            problem = "a web page stands in place of robots.txt"
        if last == cut:
            problem = _BEYOND
        names = ", ".join(_shown(group)) if group else None
        yield RobotsRuleRow(address, last, names, line.directive, decoded(line.value), problem)
    if cut > last:
        yield RobotsRuleRow(address, cut, None, "", beginning, _BEYOND)


_BEYOND = "ends or stands beyond the first 500 KiB, which is all that crawlers read"
_NO_GROUP = "stands above every user-agent line, so it applies to nobody"


def _shown(group: Group) -> Iterator[str]:
    """Names of the agents of `group`, until they are too long to repeat."""
    room = _MAX_AGENTS
    for name in group.agents:
        room -= len(name) + 2
        if room < 0:
            yield "…"
            return
        yield name


def _problem(line: Line, group: Group | None) -> str | None:
    """What is wrong with `line`, in words; null: nothing."""
    if line.kind == "unreadable":
        return "names no directive before the colon" if line.colon else "has no colon"
    if line.kind == "other":
        return None if line.directive in _OTHERS else "no such directive"
    wrong = _without_effect(line, group)
    if wrong:
        return wrong
    if not line.colon:
        return "has no colon; some crawlers ignore it"
    return None if line.directive == line.kind else f"is a misspelt {line.kind} line; some crawlers ignore it"


def _without_effect(line: Line, group: Group | None) -> str | None:
    if line.kind == "user-agent":
        return None if line.value else "names no user agent"
    if line.kind == "sitemap":
        whole = line.value.lower().startswith((b"https://", b"http://"))
        return None if whole else "is no whole address, from https:// on"
    if group is None:
        return _NO_GROUP
    if line.kind == "crawl-delay":
        return "is no number of seconds" if delay_of(line.value) is None else None
    if line.value and not line.value.startswith((b"/", b"*")):
        return "begins with neither / nor *, so it matches nothing"
    return None
