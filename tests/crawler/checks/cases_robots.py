"""Cases of the checks that read robots.txt."""

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, link, page, resource, row, url

_ROBOTS = url("/robots.txt")


def _line(number: int, directive: str, value: str, problem: str | None) -> Row:
    return row("robots_rules", url=_ROBOTS, line=number, directive=directive, value=value, problem=problem)


def _agent(name: str, agent_class: str, *, allowed: bool, pages: int = 0, rule: str | None = "Disallow: /") -> Row:
    deciding = {"obeys": name, "line": 2, "rule": rule} if not allowed and rule else {}
    return row(
        "robots_agents",
        url=_ROBOTS,
        agent=name,
        operator="Someone",
        agent_class=agent_class,
        allowed=allowed,
        pages_blocked=pages,
        **deciding,
    )


_ALLOWED = (
    _agent("Googlebot", "search", allowed=True),
    _agent("Applebot", "search", allowed=True),
    _agent("ChatGPT-User", "user_fetch", allowed=True),
    _agent("GPTBot", "training", allowed=True),
)
_FILE = {"found_on": "well-known address", "kind": "other", "outcome": "client_error"}

CASES = (
    Case(
        "robots.linked_page_blocked",
        "/blocked",
        page("/a"),
        *(link("/a", path) for path in ("/blocked", "/silent", "/b")),
        resource("/b"),
        resource(
            "/blocked", status=None, outcome="blocked_robots", failure="robots.txt line 3: Disallow: /blocked"
        ),
        resource("/silent", status=None, outcome="failed", failure="no answer"),
    ),
    Case(
        "robots.missing_or_invalid",
        "/",
        _line(1, "user-agent", "*", None),
        _line(2, "", "Everything is allowed", "has no colon"),
        _line(3, "", "", "ends or stands beyond the first 500 KiB"),
    ),
    Case("robots.missing_or_invalid", "/", resource("/robots.txt", status=403, **_FILE)),
    Case(
        "robots.missing_or_invalid",
        "",
        _line(1, "user-agent", "*", None),
        _line(2, "disallow", "", None),
        resource("/robots.txt", status=404, **_FILE),
        resource("/blog/robots.txt", status=403, **_FILE),
        resource("https://other.test/robots.txt", status=403, **_FILE),
    ),
    Case("robots.search_engine_blocked", "/", *_ALLOWED, _agent("Bingbot", "search", allowed=False)),
    Case("robots.search_engine_blocked", "", *_ALLOWED, _agent("PerplexityBot", "search", allowed=False)),
    Case("robots.search_agent_blocked", "/", *_ALLOWED, _agent("PerplexityBot", "search", allowed=False)),
    Case("robots.search_agent_blocked", "/", _agent("PerplexityBot", "search", allowed=False, rule=None)),
    Case(
        "robots.search_agent_blocked",
        "",
        *_ALLOWED,
        _agent("Bingbot", "search", allowed=False),
        _agent("CCBot", "training", allowed=False),
    ),
    Case("robots.search_pages_blocked", "/", *_ALLOWED, _agent("Bingbot", "search", allowed=True, pages=2)),
    Case(
        "robots.search_pages_blocked",
        "",
        *_ALLOWED,
        _agent("Bingbot", "search", allowed=False, pages=2),
        _agent("CCBot", "training", allowed=True, pages=2),
    ),
    Case("robots.user_fetch_blocked", "/", *_ALLOWED, _agent("Claude-User", "user_fetch", allowed=False)),
    Case("robots.user_fetch_blocked", "", *_ALLOWED, _agent("CCBot", "training", allowed=False)),
    Case("robots.ai_crawlers_blocked", "/", *_ALLOWED, _agent("CCBot", "training", allowed=False)),
    Case("robots.ai_crawlers_blocked", "", *_ALLOWED, _agent("Claude-User", "user_fetch", allowed=False)),
)
