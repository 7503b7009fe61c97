"""Where the authors of a cited work end in an entry of a reference list."""

import re
from functools import lru_cache
from itertools import islice

from crawler.extract.people.names import is_organisation

_PARTICLE = r"(?:[Dd]e|[Dd]a|[Dd]el|[Dd]ella|[Dd]i|[Dd]u|[Dd]en|[Dd]er|[Ll]a|[Ll]e|[Vv]an|[Vv]on|[Zz]ur?|[Tt]en?|[Tt]er|[Aa]l|[Ee]l|[Bb]in)"
_SURNAME = r"[^\W\d_][\w'’ʼ‐‑-]*"
_NAME = rf"(?:{_PARTICLE}\s+){{0,3}}{_SURNAME}(?:\s+{_SURNAME}){{0,2}}"
_INITIALS = r"[A-ZÀ-Þ](?:[A-ZÀ-Þ]{0,3}|(?:\.[\s-]?[A-ZÀ-Þ]){0,3})\.?"
_SUFFIX = r"(?:,?\s+(?:Jr|Sr|II|III|IV|2nd|3rd)\.?)?"
_SURNAME_FIRST = re.compile(rf"{_NAME}\s+{_INITIALS}{_SUFFIX}")
_INITIALS_FIRST = re.compile(rf"{_INITIALS}\s+{_NAME}{_SUFFIX}")
_INITIALS_ALONE = re.compile(rf"{_INITIALS}{_SUFFIX}")
_SURNAME_ALONE = re.compile(_NAME)
_FULL_NAME = re.compile(rf"[A-ZÀ-Þ][\w'’-]+(?:\s+(?:[A-ZÀ-Þ]\.?|{_PARTICLE}))*(?:\s+[A-ZÀ-Þ][\w'’-]+){{1,2}}")
_ET_AL = re.compile(
    r",?\s*(?:(?:and|&)\s+)?(?:et\.?\s+al|and others|und andere|u\.\s?a|y col|et coll)\.?$", re.IGNORECASE
)
_JOINT = re.compile(r"\s*(?:[,;]\s*(?:\.\s?\.\s?\.|…)?\s*(?:and\s|&\s)?|\s(?:and|und|y|et)\s|&)\s*")
_ENDS = re.compile(r"[.:](?=\s|$)|(?=\s?\((?:19|20)[0-9]{2})|,(?=\s(?:19|20)[0-9]{2}[a-z]?\b)|,(?=\s[“\"‘])")
_ORGANISATION = re.compile(
    r"\b(?:administration|organi[sz]ations?|institutes?|clinic|academy|college|society|association|department|centers?|centres?"
    r"|national|university|hospital|foundation|council|ministry|library|agency|services?|board|collaboration|collaborators"
    r"|consortium|committee|federation|medicine|health|group|WHO|NIH|CDC|NHS|NICE|FDA|AAOS|ACR|APTA|Wikipedia|MedlinePlus"
    r"|StatPearls|UpToDate|WebMD|Healthline|gesellschaft|haute autorité|inserm)\b",
    re.IGNORECASE,
)
_FOLLOWS = re.compile(r"\s*[,.]?\s*(?:\((?:19|20)[0-9]{2}|[“\"‘]|(?:19|20)[0-9]{2}[a-z]?[.,)])")
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.?!](?=\s|$)")
_LONGEST = 800
_MOST_ENDS = 40
_MOST_FAILURES = 5
_MOST_AUTHORS = 20
_ORGANISATION_WORDS = 12


def authors_end(text: str) -> int:
    """Offset behind the authors that `text` begins with; 0 where it begins with none."""
    if people := _people_end(text[:_LONGEST]):
        return people
    first = next((end for end in _ends(text[:_LONGEST]) if _is_organisation(text[:end])), 0)
    return first if first < len(text.rstrip()) else 0


def looks_authored(text: str) -> bool:
    """`text` begins with people as reference lists write them."""
    return _people_end(text[:_LONGEST]) > 0


@lru_cache(maxsize=1024)
def _people_end(text: str) -> int:
    """Offset behind the people that `text` begins with, 0 for none; where they might end is tried in turn."""
    found = failures = 0
    for end in _ends(text):
        if _are_people(text, end):
            found, failures = end, 0
        else:
            failures += 1
        if failures == _MOST_FAILURES:
            break
    return found


def _ends(text: str) -> list[int]:
    return [match.end() for match in islice(_ENDS.finditer(text), _MOST_ENDS)]


def _are_people(text: str, end: int) -> bool:
    bare = text[:end].strip().rstrip(",:").strip()
    bare = bare[:-1] if bare.endswith(".") and not _INITIALS_ALONE.fullmatch(bare.rsplit(" ", 1)[-1]) else bare
    without = _ET_AL.sub("", bare)
    parts = [part.strip() for part in _JOINT.split(without) if part.strip()]
    parts = parts[:_MOST_AUTHORS] + parts[_MOST_AUTHORS:][-1:]
    if not parts:
        return False
    if all(map(_is_short_form, parts)) and not all(map(_SURNAME_ALONE.fullmatch, parts)):
        return True
    if without != bare:
        return all(_FULL_NAME.fullmatch(part) or _is_short_form(part) for part in parts)
    if _FOLLOWS.match(text, end):
        return all(_FULL_NAME.fullmatch(part) or _is_short_form(part) for part in parts) and len(bare.split()) > 1
    return all(_FULL_NAME.fullmatch(part) and not is_organisation(part) for part in parts) and (
        len(parts) > 1 or len(_SENTENCE.findall(text, end)) > 1
    )


def _is_short_form(part: str) -> bool:
    return bool(
        _SURNAME_FIRST.fullmatch(part)
        or _INITIALS_FIRST.fullmatch(part)
        or _INITIALS_ALONE.fullmatch(part)
        or (_SURNAME_ALONE.fullmatch(part) and len(part.split()) <= 3 and part[:1].isupper())
    )


def _is_organisation(text: str) -> bool:
    return len(text.split()) <= _ORGANISATION_WORDS and bool(_ORGANISATION.search(text)) and text[:1].isupper()
