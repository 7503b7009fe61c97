"""Which search and AI agents may read the site, by robots.txt."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from crawler.robots import Robots
from crawler.robots_rules import Rules, target_of
from crawler.tables.crawl import RobotsAgentRow

AgentClass = Literal["search", "user_fetch", "training"]


class Agent(NamedTuple):
    """`token`: product token in robots.txt. `instead`: agents whose group it obeys where none names it."""

    token: str
    operator: str
    agent_class: AgentClass
    instead: tuple[str, ...] = ()


AGENTS = (
    Agent("Googlebot", "Google", "search"),
    Agent("Bingbot", "Microsoft", "search"),
    Agent("DuckDuckBot", "DuckDuckGo", "search"),
    Agent("Applebot", "Apple", "search", instead=("Googlebot",)),
    Agent("OAI-SearchBot", "OpenAI", "search"),
    Agent("Claude-SearchBot", "Anthropic", "search"),
    Agent("PerplexityBot", "Perplexity", "search"),
    Agent("ChatGPT-User", "OpenAI", "user_fetch"),
    Agent("Claude-User", "Anthropic", "user_fetch"),
    Agent("Perplexity-User", "Perplexity", "user_fetch"),
    Agent("MistralAI-User", "Mistral", "user_fetch"),
    Agent("Meta-ExternalFetcher", "Meta", "user_fetch"),
    Agent("GPTBot", "OpenAI", "training"),
    Agent("ClaudeBot", "Anthropic", "training"),
    Agent("Google-Extended", "Google", "training"),
    Agent("Applebot-Extended", "Apple", "training"),
    Agent("CCBot", "Common Crawl", "training"),
    Agent("Meta-ExternalAgent", "Meta", "training"),
    Agent("Amazonbot", "Amazon", "training"),
    Agent("Bytespider", "ByteDance", "training"),
)
"""By their operators' documentation of autumn 2026. Google-Extended and Applebot-Extended send no requests: they only
say what may be done with what Googlebot and Applebot read. Apple documents that Applebot obeys Googlebot's group."""


def agent_rows(robots: Robots, address: str, seed: str, page_urls: Iterable[str]) -> list[RobotsAgentRow]:
    """A row an agent: may it fetch `seed`, and how many of `page_urls` not, by the robots.txt at `address`.

    `seed` and `page_urls` are on the host of that robots.txt. Agents whose rules are alike are counted once.
    """
    targets = [target_of(url) for url in page_urls]
    counted: dict[object, int] = {}
    rows = []
    for agent in AGENTS:
        group = robots.group_of(agent.token, *agent.instead)
        rules: Rules = robots.rules_of(group)
        if rules.key not in counted:
            counted[rules.key] = robots.count_blocked(targets, group)
        decision = robots.decide(seed, agent.token, *agent.instead)
        rows.append(
            RobotsAgentRow(
                url=address,
                agent=agent.token,
                operator=agent.operator,
                agent_class=agent.agent_class,
                obeys=decision.group,
                allowed=decision.allowed,
                line=decision.line,
                rule=decision.rule,
                pages_blocked=counted[rules.key],
            )
        )
    return rows
