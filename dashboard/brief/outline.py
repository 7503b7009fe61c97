"""Titles and headings of a page that is to be written: a heading a question that patients ask."""

import re
from typing import NamedTuple

WORDS = 600
"""Main content of a page about a condition or treatment; fewer are thin (see the page types of the taxonomy)."""

ANSWER_WORDS = 40
"""Fewer words below a heading answer no question; as in the coverage formula."""


class Subject(NamedTuple):
    """What the page is about: a condition, a treatment, or both; labels as the taxonomy has them."""

    condition: str | None
    treatment: str | None


_CONDITION = {
    "what": "What is {c}?",
    "symptoms": "What are the symptoms of {c}?",
    "causes": "What causes {c}?",
    "diagnosis": "How is {c} diagnosed?",
    "options": "Which treatments are there for {c}?",
    "versus": "What if the first treatment of {c} does not help?",
    "selfcare": "What can you do yourself about {c}?",
    "faq": "Questions that patients ask about {c}",
    "local": "Where can you get help with {c}?",
}
_TREATMENT = {
    "what": "What is {t}?",
    "how_works": "How does {t} work, and what happens at the visit?",
    "evidence": "Does {t} work? What studies show",
    "risks": "What are the risks of {t}, and who should not have it?",
    "recovery": "How long does recovery take after {t}?",
    "cost": "What does {t} cost, and does insurance pay for it?",
    "versus": "How does {t} compare with other treatments?",
    "faq": "Questions that patients ask about {t}",
    "local": "Where can you get {t}?",
}
"""Headings by the intent of the vocabulary that they answer, in the order in which a reader asks."""

_BOTH = (
    "What is {c}, and when is {t} an option?",
    "How does {t} work for {c}?",
    "Does {t} help with {c}? What studies show",
    "What are the risks, and who should not have it?",
    "What happens at the visit, and how long does recovery take?",
    "What does {t} for {c} cost, and does insurance pay for it?",
    "How does {t} compare with other treatments for {c}?",
    "Questions that patients ask about {t} for {c}",
)
_ABBREVIATION = re.compile(r"^.+ \(([A-Z][A-Za-z]*[A-Z])\)$")
_NAMES = frozenset({"Achilles", "Botox", "Lyme", "Pilates"})
"""Names that labels begin with, but those with an apostrophe: Morton's neuroma."""

_TITLES = {
    "condition": ("{C}: causes, symptoms and treatment", "What helps with {c}?", "Treatment of {c} at {clinic}"),
    "treatment": ("{T}: how it works, risks and cost", "Does {t} work? What to know first", "{T} at {clinic}"),
    "both": ("{T} for {c}: does it help?", "{C}: when is {t} an option?", "{T} for {c} at {clinic}"),
}


def name_of(subject: Subject) -> str:
    """`Low back pain`, `PRP`, or `PRP for low back pain`."""
    if subject.condition and subject.treatment:
        return f"{subject.treatment} for {inside(subject.condition)}"
    return subject.condition or subject.treatment or ""


def titles(subject: Subject, clinic: str) -> list[str]:
    """Ideas for the title."""
    return [_filled(pattern, subject, clinic) for pattern in _TITLES[_kind(subject)]]


def abbreviated(subject: Subject) -> Subject:
    """`PRP` for `Platelet-rich plasma (PRP)`: what stands in brackets, where it is an abbreviation."""
    return Subject(*(label and _ABBREVIATION.sub(r"\1", label) for label in subject))


def headings(subject: Subject) -> list[str]:
    """Headings in the order in which a reader asks."""
    kind = _kind(subject)
    patterns = _BOTH if kind == "both" else tuple(_questions(kind).values())
    return [_filled(pattern, subject, "") for pattern in patterns]


def question(intent: str, subject: Subject) -> str | None:
    """Heading of a condition or treatment that answers an intent; null where there is none."""
    pattern = _questions(_kind(subject)).get(intent)
    return _filled(pattern, subject, "") if pattern else None


def inside(label: str) -> str:
    """`label` within a sentence: its first letter small, unless it begins with an abbreviation or a person's name."""
    first = label.split(" ", 1)[0]
    is_name = first.endswith(("'s", "’s")) or first in _NAMES
    return label if first[1:2].isupper() or first.isupper() or is_name else label[:1].lower() + label[1:]


def _questions(kind: str) -> dict[str, str]:
    return _CONDITION if kind == "condition" else _TREATMENT


def _kind(subject: Subject) -> str:
    if subject.condition and subject.treatment:
        return "both"
    return "condition" if subject.condition else "treatment"


def _filled(pattern: str, subject: Subject, clinic: str) -> str:
    condition, treatment = subject.condition or "", subject.treatment or ""
    return pattern.format(C=condition, c=inside(condition), T=treatment, t=inside(treatment), clinic=clinic)
