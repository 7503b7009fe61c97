"""What a brief says, gathered from a snapshot."""

from dashboard.brief.outline import ANSWER_WORDS, WORDS, Subject, abbreviated, headings, name_of, titles
from dashboard.brief.page_brief import page_brief
from dashboard.brief.parts import Brief, Part, call_part, links_part, own_part, titles_part, words_part
from dashboard.clinic import clinic_name
from dashboard.dataset import Row
from dashboard.queries import brief as queries
from dashboard.text import clean, day
from dashboard.view import View

_TOPICS = ("condition", "treatment", "cell")


def brief_of(view: View, kind: str, key: str) -> Brief | None:
    """Brief for a row of `coverage`; null where there is no such row, or where it asks for no page of its own."""
    rows = view.rows(*queries.subject(kind, key))
    if not rows:
        return None
    brief = _topic_brief(view, rows[0]) if kind in _TOPICS else page_brief(view, rows[0])
    if brief is None:
        return None
    lead = f"{clean(rows[0]['reasons'])} As of the check of {day(_date(view.crawl_id))} of {view.host}."
    return brief._replace(lead=lead)


_CHECKS = [
    "Name the author with title and qualification, and who reviewed it.",
    "Show when it was published and last reviewed.",
    "Give a source for each claim about what a treatment does, with DOI or PubMed link.",
    "Say risks and limits as plainly as benefits; promise no cure.",
    "Write for a reader of 12 to 14 years: short sentences, medical words explained.",
]
"""Domain rules of medical pages: named people, dates, references, no promises, plain language."""


def _topic_brief(view: View, row: Row) -> Brief:
    """Brief for a condition, a treatment, or a treatment for a condition."""
    subject = Subject(_cleaned(row["condition_label"]), _cleaned(row["treatment_label"]))
    clinic = clinic_name(view)
    pair = row["condition"], row["treatment"]
    own = row["best_url"] if row["state"] == "thin" and row["kind"] != "cell" else None
    said = f"{ANSWER_WORDS} words or more below each, {WORDS} in all. The answer comes first, the background after it."
    return Brief(
        name_of(subject),
        "",
        [
            own_part(own),
            titles_part([*titles(subject, clinic), *titles(abbreviated(subject), clinic)]),
            Part("Headings", said, headings(subject)),
            words_part(view.rows(*queries.phrases(*pair))),
            links_part(view.rows(*queries.related(*pair)), own),
            call_part(view),
            Part("Before it goes live", "", _CHECKS),
        ],
    )


def _cleaned(label: object) -> str | None:
    return clean(label) if label else None


def _date(crawl_id: str) -> str:
    return f"{crawl_id[:4]}-{crawl_id[4:6]}-{crawl_id[6:8]}"
