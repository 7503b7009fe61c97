"""Words that say a page is not there, or that its server failed: whatever status came with it."""

import re

SHORT = 150
"""Words of a page that says nothing but that something is wrong. Ours: menu and footer included."""

_CODE = r"(?:https? )?(?:error|erreur|fehler|code|status|estado)?[ :#]*(?:code )?"
_TAIL = r"(?: (?:error|fehler|erreur))?"

_THING = r"(?:page|file|url|post|document|resource|content|address|object)"
_SOUGHT = (
    r"(?: you(?: are|re| were| have)? (?:looking for|requested|trying to (?:access|reach|view))| requested"
    r"| with that address)?"
)
_VERB = r"(?: (?:is|was|were|can|could|does|do|has|have|be|been|seems?|to))*"
_NOT = r" (?:not|no longer|cannot|isnt|cant|doesnt|couldnt|wasnt)"

_MISSING = (
    _CODE + r"404" + _TAIL,
    rf"(?:oops |sorry |uh oh |whoops |error )*(?:the |this |that |your |requested )*{_THING}{_SOUGHT}{_VERB}{_NOT}{_VERB}"
    r" (?:found|exists?|available|here|located)(?: here| anymore| on this server)?",
    r"(?:oops |sorry |error )*not found",
    r"nothing (?:was )?found(?: here)?",
    r"(?:oops |sorry |whoops )*(?:we )?(?:cant|cannot|could not|couldnt|can not) (?:seem to )?find "
    r"(?:that|the|this) page(?: you (?:are|were|re) looking for)?",
    r"(?:the )?page (?:missing|gone)",
    # Spanish
    r"(?:lo sentimos |ups |vaya )*(?:la |esta )?(?:pagina )(?:que (?:buscas|busca|has solicitado) )?"
    r"(?:no (?:se )?(?:encontrada|encontrado|ha encontrado|encontro|ha sido encontrada|existe|fue encontrada|disponible))",
    r"no se (?:encontro|ha encontrado|encuentra|pudo encontrar) (?:la|esta) pagina",
    # French
    r"(?:oups |desole )*(?:la |cette )?page (?:que vous (?:cherchez|recherchez|demandez) |demandee )?"
    r"(?:est )?(?:introuvable|inexistante|non trouvee|n ?existe (?:pas|plus)|n ?a pas (?:ete|pu etre) trouvee)",
    # German
    r"(?:hoppla |ups )*(?:die |diese )?(?:angeforderte |gesuchte |gewunschte )?(?:seite|datei)"
    r"(?: (?:wurde|konnte|kann|existiert|ist))*(?: leider)?"
    r" (?:nicht (?:gefunden|mehr|vorhanden|verfugbar)|nicht gefunden werden|existiert nicht)(?: gefunden| werden)?",
    # Italian, Portuguese, Dutch
    r"pagina nao encontrada|pagina non trovata|pagina niet gevonden",
)
"""Nobody writes about these: they count however long the page is."""

_FAILED = (
    r"(?:https? |http )?(?:error|erreur|fehler|status) (?:code )?(?:4\d\d|5\d\d)|[45]\d\d error",
    _CODE + r"(?:400 )?bad request",
    _CODE + r"(?:401 )?unauthorized|401 authorization required",
    _CODE + r"(?:403 )?(?:forbidden|access (?:is )?(?:denied|forbidden))",
    _CODE + r"410 gone",
    _CODE + r"(?:429 )?too many requests",
    _CODE + r"(?:500 )?internal server error|server error(?: in application)?",
    _CODE + r"(?:502 )?(?:bad gateway|proxy error)",
    _CODE + r"(?:503 )?service (?:temporarily )?unavailable",
    _CODE + r"(?:504 )?gateway time ?out",
    r"application error|runtime error|fatal error|database error|error",
    r"(?:error establishing a )?database connection(?: error| failed)?|could not connect to (?:the )?database",
    r"there has been a critical error on (?:this|your) website",
    r"this site (?:cant|cannot|can not) be reached|(?:this )?webpage (?:is )?not available",
    r"(?:this )?(?:account|site|website|domain)(?: has been| is)?(?: temporarily)? (?:suspended|disabled|expired|parked)",
    r"(?:parked domain|domain parking|this domain is for sale|domain for sale)",
    r"attention required|just a moment|checking your browser(?: before accessing)?|please verify you are (?:a )?human"
    r"|verify(?:ing)? you are human|one moment please|access to this page has been denied"
    r"|pardon our interruption",
    r"apache2? (?:\w+ )?default page(?: it works)?|it works|welcome to nginx|iis windows(?: server)?"
    r"|test page for the apache http server|default web site page",
    r"(?:site |website |page |this site is |this page is )?under (?:construction|maintenance)"
    r"|scheduled maintenance|maintenance mode|im aufbau|(?:en|site en) construction|en (?:construccion|mantenimiento)"
    r"|wartungsarbeiten|wartungsmodus",
    r"zugriff verweigert|acceso (?:denegado|prohibido)|acces (?:refuse|interdit)",
    r"(?:interner )?serverfehler|erreur (?:interne du )?serveur|error (?:interno )?del servidor",
    r"(?:service|dienst) (?:nicht verfugbar|indisponible)|servicio no disponible",
)
"""People do write about some of these: they count on a short page only."""

_INDEX = re.compile(r"index of /", re.IGNORECASE)
"""A server's list of files; its own words, never a title of a page."""

_SEPARATORS = re.compile(r"\s+[|\-–—·•»«:/]+\s+|\s*[|»«•]\s*")
_NO_WORD = re.compile(r"[^a-z0-9]+")
_ACCENTS = str.maketrans("áàâäãéèêëíìîïóòôöõúùûüñç", "aaaaaeeeeiiiiooooouuuunc", "'’‘´")


def _any(patterns: tuple[str, ...]) -> str:
    return "|".join(f"(?:{pattern})" for pattern in patterns)


_MISSING_WORDS = re.compile(f"{_CODE}404 (?:{_any(_MISSING)})|{_any(_MISSING)}|(?:{_any(_MISSING)}) {_CODE}404")
_FAILED_WORDS = re.compile(_any(_FAILED))
_SENTENCE = re.compile(r"[.!?](?:\s|$)|\s[|–—-]\s")


def error_phrase(title: str | None, h1: str | None, text_words: int, first_text: str) -> str | None:
    """The words of title, H1 or beginning of a short body that say the page is not there; null: none do.

    `first_text`: the first block of text. A part of the title counts as a whole: "404 reasons to smile" says nothing.
    """
    short = text_words <= SHORT
    parts = [*_parts(title), *_parts(h1)]
    if short and not h1:
        parts.append(_SENTENCE.split(first_text, maxsplit=1)[0])
    found = [part for part in parts if _INDEX.match(part) or _says(part, short=short)]
    return max(found, key=len, default=None)


def _says(part: str, *, short: bool) -> bool:
    words = _plain(part)
    return bool(_MISSING_WORDS.fullmatch(words) or (short and _FAILED_WORDS.fullmatch(words)))


def _parts(text: str | None) -> list[str]:
    """`text` itself and what stands between its separators."""
    return [text, *_SEPARATORS.split(text)] if text else []


def _plain(text: str) -> str:
    """Letters and digits of `text`, in small letters without accents, a space between words."""
    return _NO_WORD.sub(" ", text[:300].lower().translate(_ACCENTS)).strip()
