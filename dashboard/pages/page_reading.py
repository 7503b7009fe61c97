"""How hard a page is to read, in words."""

from typing import Any

from dash import html

from dashboard.components.parts import Children, badge, facts, fold
from dashboard.dataset import Row
from dashboard.labels import Label
from dashboard.text import clean, cut, number, plural

BANDS = ((8.0, "easy"), (10.0, "fair"), (12.0, "hard"), (float("inf"), "very_hard"))
"""Grades up to which a text is called so; AMA and NIH advise grade 6 to 8 for patients."""
READING = {
    "easy": Label("Easy to read", "good"),
    "fair": Label("Fairly easy", "plain"),
    "hard": Label("Hard to read", "warning"),
    "very_hard": Label("Very hard to read", "error"),
}


def reading(row: Row) -> Any:
    """Grade, ease, long sentences and hard words of the page `row`; null where it has no text to speak of."""
    grade = row["readability_grade"]
    if grade is None:
        return None
    shown = [
        html.P([badge(READING, band(grade)), f" {_schooling(grade)}"], className="says"),
        facts([fact for fact in _facts(row) if fact[1]]),
    ]
    if row["longest_sentence"]:
        shown.append(
            fold("The longest sentence", html.Blockquote(cut(row["longest_sentence"], 900), className="quote"))
        )
    return shown


def band(grade: float) -> str:
    """Code of the band that a grade is in."""
    return next(name for most, name in BANDS if grade <= most)


def _schooling(grade: float) -> str:
    """A formula goes on beyond any school, and below none."""
    years = min(18, max(1, round(grade)))
    more = " or more" if grade > 18 else ""
    return f"It takes about {plural(years, 'year')}{more} of school to follow. Health advice for patients should need 6 to 8."


def _facts(row: Row) -> list[tuple[str, Children]]:
    return [
        ("Grade", _grade(row)),
        ("Ease", f"{row['reading_ease']:.0f} of 100; plain English has 60 to 70" if row["reading_ease"] is not None else ""),
        ("Second opinion (SMOG)", _smog(row)),
        ("Long sentences", _long(row)),
        ("Hardest words", _hardest(row)),
        ("Built of", _parts(row)),
        ("Language", _language(row)),
    ]  # fmt: skip


def _grade(row: Row) -> str:
    plain = row["readability_grade_plain"]
    without = f"; {plain:.1f} with medical names counted as easy" if plain is not None else ""
    return f"{row['readability_grade']:.1f}{without}"


def _smog(row: Row) -> str:
    if row["smog_grade"] is None:
        return ""
    doubt = "; a rough figure, for it has few sentences" if row["smog_confidence"] == "low" else ""
    return f"Grade {row['smog_grade']:.1f}{doubt}"


def _long(row: Row) -> str:
    if not row["sentences"]:
        return ""
    return (
        f"{number(row['long_sentences'] or 0)} of {plural(row['sentences'], 'sentence')} with more than 25 words"
    )


def _hardest(row: Row) -> Children:
    words = [cut(word, 40) for word in row["hardest_words"] or [] if clean(word)]
    return html.Span([html.Span(word, className="note") for word in words], className="notes") if words else ""


def _parts(row: Row) -> str:
    counts = (("paragraphs", "paragraph"), ("lists", "list"), ("tables", "table"))
    return ", ".join(plural(row[key], word) for key, word in counts if row[key])


def _language(row: Row) -> Children:
    """Only where the text is in another language than the page says."""
    said, found = clean(row["lang"] or ""), clean(row["text_lang"] or "")
    if not found or said.lower().partition("-")[0] == found:
        return ""
    claim = f"the page says “{cut(said, 20)}”" if said else "the page does not say so"
    return html.Span(f"The text is in “{cut(found, 20)}”, {claim}", className="tone-text-error")
