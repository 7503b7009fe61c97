"""The end of a crawl: the journal becomes Parquet, and what was known in memory is written beside it."""

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from crawler.batches import unpack, write
from crawler.before import PAGE_FACTS, Before
from crawler.journal import Journal
from crawler.robots_agents import agent_rows
from crawler.rules import Rules
from crawler.schema import TABLES, arrow_table
from crawler.state import State
from crawler.tables.crawl import CheckedUrlRow, RobotsAgentRow
from crawler.urls import host, normalise

_KEPT = ("sitemaps", "sitemap_entries", "renderings")


def write_facts(state: State, before: Before, rules: Rules, checked: Sequence[CheckedUrlRow]) -> None:
    """Write every fact table but `crawl` into the journal's folder."""
    folder = state.journal.folder
    all_carried = state.carried >= state.read
    for table in PAGE_FACTS:
        batches = itertools.chain(_kept(state.journal, table), before.carried(table, state.carried))
        write(table, batches, folder, in_order=all_carried)
    write("pdfs", itertools.chain(_kept(state.journal, "pdfs"), before.carried("pdfs", state.carried)), folder)
    for table in _KEPT:
        write(table, _kept(state.journal, table), folder)
    rows: dict[str, Sequence[tuple[Any, ...]]] = {
        "resources": state.log.rows(state.frontier),
        "redirects": state.log.redirect_rows(),
        "traps": state.traps.rows(),
        "probes": state.probes,
        "checked_urls": checked,
        "robots_rules": [row for known in rules.known() for row in known.robots.rule_rows(known.address)],
        "robots_agents": list(_agents(state, rules)),
    }
    for table, table_rows in rows.items():
        write_rows(folder, table, table_rows)


def write_rows(folder: Path, table: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Write the rows of a small fact table."""
    write(table, arrow_table(TABLES[table].facts, rows).to_batches(), folder)


def leave_out_the_rest(state: State, rules: Rules, why: str) -> None:
    """Note every URL that is known and was never asked for; `why`: the limit that was reached."""
    for known in list(state.frontier.waiting()):
        if why_blocked := rules.why_not(known.url):
            state.log.left_out(known, "blocked_robots", why_blocked)
        elif state.frontier.too_deep(known):
            state.log.left_out(known, "over_limit", f"more than {state.settings.max_depth} clicks from the start")
        else:
            state.log.left_out(known, "over_limit", why)


def _agents(state: State, rules: Rules) -> Iterator[RobotsAgentRow]:
    """What search and AI agents may fetch of each host that has a robots.txt of its own."""
    pages: dict[str, list[str]] = {}
    for url in sorted(state.read):
        pages.setdefault(host(url), []).append(url)
    for name, known in rules.by_host().items():
        seed = (
            state.start.seed if host(state.start.seed) == name else normalise("/", known.address) or known.address
        )
        yield from agent_rows(known.robots, known.address, seed, pages.get(name, ()))


def _kept(journal: Journal, table: str) -> Iterator[pa.RecordBatch]:
    return (unpack(table, packed) for packed in journal.batches(table))
