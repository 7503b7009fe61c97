"""An entry of a reference list taken apart: Vancouver and AMA style, APA, MLA, and looser ways of citing."""

import calendar
import re
from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import unquote

from crawler.extract.references.authors import authors_end, looks_authored

_DOI = re.compile(r"10\.[0-9]{4,9}/[^\s\"<>]+")
_PMID = re.compile(
    r"PMID:?\s*([0-9]{4,9})(?![0-9])|(?:pubmed\.ncbi\.nlm\.nih\.gov/|ncbi\.nlm\.nih\.gov/pubmed/)([0-9]{4,9})",
    re.IGNORECASE,
)
_PMCID = re.compile(r"\b(PMC[0-9]{4,9})(?![0-9])", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+")
_IDENTIFIERS = re.compile(
    r"(?:https?://\S+|www\.\S+|\bdoi:?\s*10\.\S+|\b10\.[0-9]{4,9}/\S+|\bPMC?ID:?\s*(?:PMC)?[0-9]+;?|\[(?:PubMed|PMC[^\]]{0,20}"
    r"|Google Scholar|CrossRef|DOI|Free[^\]]{0,20})\]|\bdoi:\s*)\.?",
    re.IGNORECASE,
)
_PREPRINT = re.compile(
    r"\b(?:pre-?print|e-?pub(?:lished)? ahead of (?:print|publication)|(?:online )?ahead of print|medrxiv|biorxiv|arxiv"
    r"|research square|ssrn|in press|published online ahead)\b",
    re.IGNORECASE,
)
_YEAR = r"(?:19|20)[0-9]{2}"
_YEARS = (
    re.compile(rf"\(({_YEAR})[a-z]?(?:,[^()]{{0,25}})?\)"),
    re.compile(
        rf"(?<![0-9:–-])\b({_YEAR})(?:\s+[A-Z][a-z]{{2,8}}\.?(?:\s*[–-]\s*[A-Z][a-z]{{2,8}})?(?:\s+[0-9]{{1,2}})?)?\s*[;(:]"
    ),
    re.compile(rf"(?<=[.,]\s)({_YEAR})[a-z]?(?=[.,])"),
    re.compile(rf"(?<![0-9:–./-])\b({_YEAR})\b(?![0-9–/-]|\.[0-9])"),
)
_ANY_YEAR = re.compile(rf"(?<![0-9:–-]){_YEAR}(?![0-9–-])")
_PAGES = r"[A-Za-z]{0,2}[0-9]+[0-9A-Za-z.]*(?:\s?[–‐‑-]\s?[A-Za-z]{0,2}[0-9]+[0-9A-Za-z.]*)?"
_IN_NUMBERS = (
    re.compile(
        rf"(?<![\w.])(?P<volume>[0-9]{{1,4}}(?:\s?Suppl\.?\s?[0-9]*)?)?\s?(?P<issue>\([^()]{{1,30}}\))?\s?:\s?"
        rf"(?:pp?\.?\s?)?(?P<pages>{_PAGES})",
        re.IGNORECASE,
    ),
    re.compile(
        r"\bvol(?:ume)?\.?\s?(?P<volume>[0-9]{1,4})(?:,?\s(?:no|issue|iss)\.?\s?(?P<number>[0-9A-Za-z–-]{1,10}))?"
        rf"(?:.{{0,30}}?\bpp?\.\s?(?P<pages>{_PAGES}))?",
        re.IGNORECASE,
    ),
    re.compile(
        r"(?:^|[\s,;])(?P<volume>[0-9]{1,4})\s?(?P<issue>\([^()]{1,30}\))?,\s?(?:pp?\.?\s?|Article\s)?"
        rf"(?P<pages>{_PAGES})"
    ),
    re.compile(r"[;\s,](?P<volume>[0-9]{1,4})\s?(?P<issue>\([0-9A-Za-z ,.–-]{1,20}\))(?P<pages>)"),
    re.compile(rf"\b(?:pp?|pages)\.?\s?(?P<volume>)(?P<pages>{_PAGES})"),
    re.compile(r"Y;\s?(?P<volume>[0-9]{1,4})(?P<pages>)(?![0-9:(])"),
)
_CITING = re.compile(
    r"\b(?:et al|Accessed|Retrieved|Available (?:at|from)|Press release|\[Internet\]|In:|\(Eds?\.\)|Publishing|Press)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.?!])[\"”’']?\s+(?=[\"“‘'(\[]?[^\W_])")
_DATED_FIRST = re.compile(rf"\s*(?:\({_YEAR}[a-z]?(?:,[^()]{{0,25}})?\)|,?\s*{_YEAR}[a-z]?(?=[.,]))[.,:]?\s*")
_QUOTED = re.compile(
    r"\s*[,.]?\s*(?:“(?P<curly>[^“”]{8,400})”|\"(?P<straight>[^\"]{8,400})\"|‘(?P<single>[^‘]{8,400}?)’(?=[\s,.]))"
)
_JOURNAL_END = re.compile(
    r"[,;.]?\s*(?:\((?:19|20)[0-9]{2}\b|\b(?:19|20)[0-9]{2}\b(?!\))|\bvol(?:ume)?\.|\b[0-9]+\s*[(:]|,\s*[0-9]|[;:]\s*[0-9]|\bpp?\.\s*[0-9])"
)
_ACCESS = re.compile(r"[(\[]?\b(?:Accessed|Retrieved|Cited|Last accessed|Viewed)\b.*$", re.IGNORECASE)
_NOTES = re.compile(
    r"[(\[]?\b(?:Available (?:at|from|online)|(?:Last )?(?:Published|Updated|Reviewed)|Epub|Doi|PMID)\b.*$",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"(?:[A-ZÀ-Þ][\w&-]{0,4}\.?\s?){1,3}")
_DOTTED = re.compile(r"(?<![^\W\d_])[A-ZÀ-Þ]\.")
_DOTTED_END = re.compile(_DOTTED.pattern + "$")
_MONTH_END = re.compile(
    rf"[\s,.;(]*\b(?:[0-9]{{1,2}}\s+)?(?:{'|'.join(calendar.month_name[1:])})(?:\s+[0-9]{{1,2}})?$"
)
_TRIM = " \t.,;:–-"
_QUOTES = "“”\"‘’'"
_LONGEST = 1500


class Work(NamedTuple):
    """What a reference cites; the fields are those of the table `references`."""

    authors: str | None
    title: str | None
    journal: str | None
    year: int | None
    volume: str | None
    pages: str | None
    doi: str | None
    pmid: str | None
    pmcid: str | None
    is_preprint: bool


def cited_work(text: str, hrefs: Sequence[str] = ()) -> Work:
    """The work that an entry (without its number) names; `hrefs`: what the entry links to."""
    text = text[:_LONGEST]
    bare = " ".join(_IDENTIFIERS.sub(" ", text).split())
    behind = authors_end(bare)
    title, journal, rest = _title_and_journal(_ACCESS.sub("", bare[behind:]))
    volume, pages = _volume_and_pages(rest)
    everything = " ".join([text, *hrefs])
    return Work(
        authors=_authors(bare[:behind]),
        title=title,
        journal=journal,
        year=_year(bare),
        volume=volume,
        pages=pages,
        doi=_doi(text, hrefs),
        pmid=_found(_PMID, everything),
        pmcid=_found(_PMCID, everything),
        is_preprint=bool(_PREPRINT.search(text)),
    )


def has_mark(text: str, hrefs: Sequence[str] = ()) -> bool:
    """`text` has something of a citation: a year, authors, an identifier, an address, a note."""
    return bool(_YEARS[-1].search(text[:_LONGEST])) or likeness(text, hrefs) > 0


def likeness(text: str, hrefs: Sequence[str] = ()) -> int:
    """How much of what a citation has `text` has, 0 to 5: authors, year, volume or pages, an identifier, a note."""
    text = text[:_LONGEST]
    identified = _DOI.search(text) or _PMID.search(text) or _PMCID.search(text) or _doi("", hrefs)
    marks = (
        looks_authored(text),
        any(pattern.search(text) for pattern in _YEARS),
        any(_volume_and_pages(text)),
        bool(identified or _URL.search(text)),
        bool(_PREPRINT.search(text) or _CITING.search(text)),
    )
    return sum(marks)


def _authors(text: str) -> str | None:
    """`text` without the stop that ends it; that of the last initial stays where initials have one."""
    authors = text.strip().rstrip(",: ")
    keeps = authors.endswith("al.") or (_DOTTED_END.search(authors) and _DOTTED.search(authors[:-1]))
    return (authors if keeps else authors.rstrip(".")) or None


def _year(bare: str) -> int | None:
    """Year of publication, not that in which somebody looked at an address."""
    cited = _ACCESS.sub("", bare)
    found = next((match for pattern in _YEARS if (match := pattern.search(cited))), None)
    return int(found[1]) if found else None


def _title_and_journal(rest: str) -> tuple[str | None, str | None, str]:
    """Title, journal or publisher, and what stands behind the title."""
    dated = _DATED_FIRST.match(rest)
    rest = rest[dated.end() :] if dated else rest
    if quoted := _QUOTED.match(rest):
        behind = rest[quoted.end() :]
        return _clean(quoted[quoted.lastgroup or 0]), _journal(behind), behind
    year = None if dated else next((match for pattern in _YEARS if (match := pattern.search(rest))), None)
    head = rest[: year.start()] if year and year.start() else rest
    sentences = [part for part in _SENTENCE_END.split(_NOTES.sub("", head)) if part.strip(_TRIM)]
    if len(sentences) < 2:
        return _clean("".join(sentences)), None, rest[len(head) :]
    at = 1 if dated else _journal_at(sentences)
    behind = rest[max(rest.find(sentences[at]), 0) :]
    return _clean(" ".join(sentences[:at])), _journal(" ".join(sentences[at:])), behind


def _journal_at(sentences: Sequence[str]) -> int:
    """Which sentence before the year the journal begins with: the last that is more than numbers, and the
    abbreviations before it; the first is the title."""
    at = len(sentences) - 1
    if _journal(sentences[at]) is None:
        at -= 1
    while at > 1 and sentences[at - 1].endswith(".") and _ABBREVIATION.fullmatch(sentences[at - 1]):
        at -= 1
    return max(at, 1)


def _journal(text: str) -> str | None:
    """Name that `text` begins with, before year, volume and pages."""
    text = _NOTES.sub("", text).lstrip(_TRIM)
    end = _JOURNAL_END.search(text)
    name = _clean(_MONTH_END.sub("", (text[: end.start()] if end else text).rstrip(_TRIM)))
    return name if name and any(letter.isalpha() for letter in name) else None


def _clean(text: str) -> str | None:
    return text.strip(_TRIM).strip(_QUOTES).strip(_TRIM) or None


def _volume_and_pages(text: str) -> tuple[str | None, str | None]:
    """Volume with issue, and pages, in the part of an entry behind its title; the year there is neither."""
    text = _ANY_YEAR.sub("Y", text)
    for pattern in _IN_NUMBERS:
        if match := pattern.search(text):
            found = match.groupdict()
            issue = found.get("issue") or (f"({found['number']})" if found.get("number") else "")
            issue = "" if _PREPRINT.search(issue) else "".join(issue.split())
            return ((found["volume"] or "") + issue) or None, (found["pages"] or "").strip(" .") or None
    return None, None


def _doi(text: str, hrefs: Sequence[str]) -> str | None:
    """DOI in the text, else in a link to doi.org, without what follows it in a sentence."""
    for place in (text, *(unquote(href) for href in hrefs if "doi.org/" in href)):
        if match := _DOI.search(place):
            found = match[0].rstrip(".,;:'”’]}")
            while found.endswith(")") and found.count(")") > found.count("("):
                found = found[:-1].rstrip(".,;:")
            return found
    return None


def _found(pattern: re.Pattern[str], text: str) -> str | None:
    match = pattern.search(text)
    return next((group.upper() for group in match.groups() if group), None) if match else None
