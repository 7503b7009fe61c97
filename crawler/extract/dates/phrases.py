"""Words before a date that say what happened on it, in the languages of clinics' sites."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from crawler.extract.dates.text import WEEKDAY, Written, written_in

_PUBLISHED = (
    "published|posted|written|created|publication date|date published|publish date|post date|posted date|publicado|publicada"
    "|fecha de publicación|publié|publiée|date de publication|veröffentlicht|erschienen|erstellt|pubblicato|gepubliceerd"
    "|geplaatst"
)
_MODIFIED = (
    "updated?|modified|revised|edited|amended|date modified|date updated|last update|actualizado|actualizada"
    "|última actualización|actualización|mise? à jour|dernière mise à jour|modifiée?|aktualisiert|letzte aktualisierung"
    "|geändert|letzte änderung|stand|aggiornato|ultimo aggiornamento|bijgewerkt|laatst bijgewerkt|atualizado"
)
_REVIEWED = (
    "reviewed|last (?:medical )?review|checked|verified|date reviewed|date of (?:last )?review|revisado|revisada"
    "|última revisión|relue?|révisée?|dernière révision|geprüft|überprüft|letzte prüfung|revisionato|beoordeeld|gecontroleerd"
)
_QUALIFIED = (
    r"(?P<subject>(?:this\s+)?(?:web\s?)?(?:page|article|post|blog|content|information|policy)\s+(?:(?:was|is|has been)\s+)?)?"
    r"(?P<adverb>(?:(?:last|latest|first|originally|medically|clinically|recently|zuletzt|médicalement|médicamente|clínicamente"
    r"|medizinisch|fachlich|dernière?|última|medical)\s+){1,3})?"
)
_KINDS = rf"(?:(?P<reviewed>{_REVIEWED})|(?P<modified>{_MODIFIED})|(?P<published>{_PUBLISHED}))(?![\w-])"
_AND_ALSO = (
    r"(?:\s*(?:,|and|&|/|y|et|und)\s*(?:last\s+)?"
    rf"(?:(?P<reviewed_2>{_REVIEWED})|(?P<modified_2>{_MODIFIED})|(?P<published_2>{_PUBLISHED}))(?![\w-]))?"
)
_START = r"(?:^|[.!?|•·–—/(\[,;:\x1f-]\s*|(?<=[0-9])\s+)"
_KEYWORD = re.compile(rf"{_START}{_QUALIFIED}{_KINDS}{_AND_ALSO}", re.IGNORECASE)
_FUTURE = re.compile(r"\bnext\s*$|\bdue\b|\bnächste|\bprochaine|\bpróxima", re.IGNORECASE)
_LINK_WORDS = re.compile(
    r"[\s:|,–—•·-]*(?:[0-9]{1,2}:[0-9]{2}(?:\s*[ap]\.?m\.?)?(?:\s+[a-z]{2,4})?[\s,]+)?"
    rf"(?:(?:on|at|date|am|vom|den|le|du|el|en|il|op|as of)\b\s*:?\s*)?{WEEKDAY}",
    re.IGNORECASE,
)
_BY = re.compile(r"\s*:?\s*(?:by|por|par|von|durch|da|door)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[a-zà-ÿ]{4,}[.!?]\s")
_FARTHEST = 140
_MOST_PHRASES = 8

_CLUES = re.compile(
    "updat|publish|publi[cé]|post|written|creat|review|modif|revis|révis|edited|amended|check|verif|ualiza|mise? à jour|relue?"
    "|ffentlicht|erschienen|erstellt|aktualisier|änder|stand|prüf|aggiorn|bijgewerkt|pubblicato|gepubl|geplaatst|beoord|gecontr"
)
"""One of them stands in every phrase, in lower case."""


class Dated(NamedTuple):
    """A date of the page with the kinds that the words before it give; `is_qualified`: they speak of the page."""

    kinds: tuple[str, ...]
    written: Written
    is_qualified: bool


def dated_phrases(text: str) -> Iterator[Dated]:
    """Dates in `text` that a phrase says the kind of."""
    if not _CLUES.search(text.lower()):
        return
    for match in islice(_KEYWORD.finditer(text), _MOST_PHRASES):
        behind = text[match.end() : match.end() + _FARTHEST]
        written = next(iter(written_in(behind)), None)
        if written is None or _FUTURE.search(text[: match.end()][-40:] + " " + behind[: written.start]):
            continue
        if _joins(behind[: written.start]):
            shift = match.end()
            yield Dated(
                _kinds(match),
                written._replace(start=written.start + shift, end=written.end + shift),
                bool(match["subject"] or match["adverb"]),
            )


def label_of(text: str) -> tuple[str, ...]:
    """Kinds that a text gives which is a label and nothing else: "Last updated:"."""
    match = _KEYWORD.match(text)
    is_label = match is not None and not text[match.end() :].strip(" :|–—-on\x1f")
    return _kinds(match) if match and is_label else ()


def last_kind(text: str) -> str | None:
    """Kind that the last of such words in `text` gives; null where there are none."""
    kinds = [_kinds(match)[0] for match in _KEYWORD.finditer(text)]
    return kinds[-1] if kinds else None


def _joins(between: str) -> bool:
    """What stands between the words and the date leaves them together: nothing, "on", or "by" and a name."""
    if _LINK_WORDS.fullmatch(between):
        return True
    return bool(_BY.match(between)) and not _SENTENCE_END.search(between) and not _KEYWORD.search(between)


def _kinds(match: re.Match[str]) -> tuple[str, ...]:
    found = match.groupdict()
    named = (name.partition("_")[0] for name in found if found[name] and name not in ("subject", "adverb"))
    return tuple(dict.fromkeys(named))
