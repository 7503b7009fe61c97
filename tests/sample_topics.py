"""Topics of the sample's site, one of each change, and words that set it apart."""

from typing import Any

from crawler.tables.topics import KeynessRow, TopicPageRow, TopicPhraseRow, TopicRow

Row = tuple[Any, ...]


def of_site(root: str, hostile: str, formula: str, *, is_first: bool) -> dict[str, list[Row]]:
    """Rows by table; at the first check nothing is compared."""
    knee, faq, bad = f"{root}/conditions/knee-oa/", f"{root}/faq/", f"{root}/blog/hostile-markup/"
    return {
        "topics": _topics(knee, faq, bad, hostile, is_first=is_first),
        "topic_pages": [
            TopicPageRow("condition:knee_oa", knee, "about", True, 12),
            TopicPageRow("condition:knee_oa", faq, "mentioned", False, 1),
            TopicPageRow("treatment:prp", knee, "part", False, 3),
            TopicPageRow("phrase:en:script", bad, "about", True, 2),
        ],
        "topic_phrases": [
            TopicPhraseRow("condition:knee_oa", "knee osteoarthr", "knee osteoarthritis", 2, 9),
            TopicPhraseRow("phrase:en:script", "script", hostile, 1, 2),
        ],
        "keyness": [
            KeynessRow("en", "prolotherapy", 51, 21, 3551.3, 0.5, 797.5, 12.79),
            KeynessRow("en", formula, 9, 3, 626.7, 12.0, 61.0, 5.71),
        ],
    }


def _topics(knee: str, faq: str, bad: str, hostile: str, *, is_first: bool) -> list[Row]:
    rows = [
        _topic("condition:knee_oa", "Knee osteoarthritis", (2, 1, 0, 1), "covered", knee, (1, 1, 0), "grown"),
        _topic("treatment:prp", "PRP", (1, 0, 1, 0), "thin", knee, (3, 0, 2), "shrunk"),
        _topic("phrase:en:script", hostile, (1, 1, 0, 0), "strong", bad, (None, 1, 0), "new"),
        _topic("phrase:en:hip socket", "Hip socket", (0, 0, 0, 0), "none", None, (2, 0, 2), "gone"),
        _topic("phrase:en:night pain", "Night pain", (None, 0, 0, 0), "unknown", None, (4, 0, 0), "unknown"),
        _topic("condition:hip", "Hip pain", (1, 0, 0, 1), "mentioned", faq, (1, 0, 0), "same"),
    ]
    if not is_first:
        return list(rows)
    return [
        row._replace(pages_before=None, pages_added=None, pages_lost=None, change="first")
        for row in rows
        if row.pages
    ]


def _topic(
    topic_id: str,
    label: str,
    pages: tuple[int | None, int, int, int],
    state: str,
    best_url: str | None,
    before: tuple[int | None, int, int],
    change: str,
) -> TopicRow:
    """`pages`: all, about it, with a section, that mention it; `before`: pages before, that came, that went."""
    kind, named = topic_id.partition(":")[0], pages[0] or 0
    return TopicRow(topic_id, kind, "en", label, 1, *pages, min(named, 1), 300 * pages[1], 10.0 * named, state, best_url, *before, change)  # fmt: skip
