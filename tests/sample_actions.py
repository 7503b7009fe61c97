"""What to do first on the sample's site: single gaps, gaps that are one job, checks; with hostile words in it."""

from typing import Any

from crawler.tables.coverage import NextActionRow


def of_site(hostile: str) -> list[tuple[Any, ...]]:
    """Rows of `next_actions` for the gaps and checks of `tests.sample`."""
    given: list[tuple[str, str, list[str], str | None, str | None, str]] = [
        ("calls", "Let a tap call the number on “Dr Rivera”", ["gap-06"], None, None, "S"),
        ("broken", "Repair links to pages that are gone", [], "link.broken", None, "M"),
        ("write", "Write a page about Sciatica", ["gap-00"], None, "condition", "L"),
        ("extend", "Explain 2 treatments", ["gap-01", "gap-02"], None, None, "M"),
        ("found", f"Link to “{hostile}”", ["gap-07"], None, None, "S"),
        ("extend", "Say more about Tennis elbow", ["gap-03"], None, None, "M"),
        ("extend", "Answer “Risks & side effects” about PRP", ["gap-04"], None, None, "S"),
        ("write", "Publish: Cost and insurance page", ["gap-05"], None, None, "M"),
        ("found", "Write the missing titles", [], "title.missing", None, "S"),
    ]
    return [
        NextActionRow(
            rank=rank, action_id=f"action-{rank}", theme=theme, title=title, action="Open the page in your editor.",
            value="A main reason people come.", size="2 of 24 pages", effort=effort, priority=10.0 - rank, gap_ids=gap_ids,
            check_id=check, pages=[], brief_kind=brief, brief_key="sciatica" if brief else None,
        )
        for rank, (theme, title, gap_ids, check, brief, effort) in enumerate(given, start=1)
    ]  # fmt: skip
