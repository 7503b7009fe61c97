"""Names of people in running text: title, name and credentials, told from organisations and other capitals."""

import re
from typing import NamedTuple

from crawler.extract.dates.text import MONTHS, WEEKDAYS
from crawler.extract.people.credentials import credential, credentials_at

SEAM = "\x1f"
"""Stands for the space between two elements: a name does not go on behind it."""

_MAX_TOKENS = 5
_LONGEST_NAME = 80
_TITLE = re.compile(
    r"(?:(?:[Dd]r|DR|Prof|PROF|Pr|Mr|MR|Mrs|MRS|Ms|MS|Miss|Mx|Sir|Dre|Dra|DRA|Dott|Drs|Sra|Mme)\.?|(?:Sr|Hr|Fr|Mag)\."
    r"|Dott\.ssa|Priv\.-Doz\.|Doctora?|Docteure?|Professor|Professeure?)(?=\s)\s+(?:med\.\s+|dent\.\s+)?"
)
_ARTICLE = re.compile(r"(?:the|le|la|el|il|der|die|dem|den)\s+", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_](?:[\w.'’ʼ‐‑-]*[\w.'’])?")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){1,4}|[^\W\d_]")
_KEEPS_ITS_STOP = frozenset({"jr.", "sr.", "st.", "ste."})
_SUFFIX = re.compile(r",?\s+(?:Jr\.?|Sr\.?|II|III|IV)(?![\w.])")
_PARTICLES = frozenset(
    "de da do dos das del della di du den der des la le van von zu zur ter ten bin ibn al el".split()
)
_AND = re.compile(r"\s*,?\s*(?:\b(?:and|und|et|y|e|en|with)\s|&\s|\+\s)\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*[,;]\s*")
_MOST_PEOPLE = 12

_ORGANISATIONS = frozenset(
    """
    academy agency agentur associates association board bureau cabinet care center centers centre centrum
    chiropractic clinic clinics clinique clínica co college committee communications community company
    consulting corp council creative dental dentistry department design designs digital equipe equipo
    foundation gmbh group health healthcare hospital hospitals imaging inc institut institute instituto
    international journal kliniek klinik krankenhaus labs llc ltd magazine marketing media medicine network
    news newsletter organisation organization orthopaedics orthopedics partners pharmacy physio physiotherapy
    pllc podiatry practice praxis press productions redacción redaction redaktion rehab rehabilitation
    rédaction school services society software solutions spa staff studio surgery system systems team
    technologies technology therapy times university verein web wellness zentrum ziekenhuis équipe
    """.split()
)
"""Words that make the name before them one of an organisation."""

_NO_NAMES = _ORGANISATIONS | frozenset(
    """
    about accident account acute add adding administrator advanced advice age all allowing alphabetical
    alternative any appointment appointments area article articles artificial associated at author authors back
    blog body booking breaking calling card categories category certified chief chiropractor chronic city
    clicking clinical clinician code collaborative condition conditions contact content contributing
    contributor contributors copywriter country date days default demand design desk digital director disease
    doctors editor editorial editors email emergency employee entering evidence expert experts facility family
    fax filter first founder free from full general get guest guide help how injection injections injury
    insurance invitation issue join joint knee last layout lead learn location locations logging loss mail main
    manager marketing medical medically medicare member members minutes month more multiple name national nature new
    nursing office officer on online only orthopaedic orthopedic our owner pain part partner party patient
    patients phone physical physician physicians physiotherapist plan podiatrist policy popularity post posted
    practitioner president private procedure procedures product professional program provider providers
    providing publication published publisher rating read reading recently reducing referral registered
    research resource resources reviewed reviewer reviews schedule science search sources section sections see senior
    service signing specialist specialists specialties specialty spine sponsored sports state strategy stress
    study submitting subscribe super support surgeon surgeons surgical symptom symptoms syndrome tag telephone
    text that the them theme therapies therapist therapists these this time title topic topics treating
    treatment treatments trust type under unknown unspecified updated us use user users using various video videos view
    visiting visits webmaster website what when where which who why width with world write writer writers
    written year your zip
    """.split()
)
"""Words that names of people do not have, but names of organisations, jobs, menus and sentences do."""

_GERUND = re.compile(r"[a-zà-ÿ]{3,}ing")
_NAMES_IN_ING = frozenset(
    "sterling channing irving fleming harding keating golding manning downing browning cushing darling dowling fielding "
    "gehring hastings haering herring jennings billing bunting pershing schilling spalding starling styling wilding "
    "reading kissling easterling rawling stebbing behring".split()
)
_GENERIC = frozenset(
    "admin administrator editor webmaster staff team guest anonymous author root user owner".split()
)


class Named(NamedTuple):
    """A person as named at `start` to `end` of a text; `name` is without title and credentials."""

    name: str
    credentials: str | None
    published_as: str
    start: int
    end: int


def person_at(text: str, at: int = 0) -> Named | None:
    """The person whose name begins at `at`, white space and colons skipped; null where no name does."""
    while at < len(text) and (text[at].isspace() or text[at] in ":,-–—"):
        at += 1
    article = _ARTICLE.match(text, at)
    if article and _TITLE.match(text, article.end()):
        at = article.end()
    start, titled = at, False
    while title := _TITLE.match(text, at):
        at, titled = title.end(), True
    name, end = _name_at(text, at, 1 if titled else 2)
    if not name or len(name) > _LONGEST_NAME or _is_of_organisation(text, end):
        return None
    found, behind = credentials_at(text, end, loose=not name.isupper())
    tokens = name.split()
    if len(tokens) < 2 and not titled and not found:
        return None
    if all(len(token.strip(".")) < 2 for token in tokens):
        return None
    end = behind if found else end
    as_published = " ".join(text[start:end].split()).replace(" ,", ",")
    return Named(name, ", ".join(found) or None, as_published, start, end)


def people_at(text: str, at: int = 0) -> list[Named]:
    """People named one behind the other from `at`: "Ann Poe, DPT, and Bo Lee, MD"."""
    found: list[Named] = []
    person = person_at(text, at)
    while person is not None and len(found) < _MOST_PEOPLE:
        found.append(person)
        joined = _AND.match(text, person.end)
        comma = None if joined else _COMMA.match(text, person.end)
        if joined:
            person = person_at(text, joined.end())
        elif comma and (following := person_at(text, comma.end())) and _is_listed(text, person, following):
            person = following
        else:
            person = None
    return found


def _is_listed(text: str, before: Named, person: Named) -> bool:
    """A name behind a comma is one more person where both have credentials, or where an "and" follows."""
    return bool(before.credentials and person.credentials) or (
        (joined := _AND.match(text, person.end)) is not None and person_at(text, joined.end()) is not None
    )


def is_organisation(name: str) -> bool:
    """`name` is that of an organisation, a role or an account, not of a person."""
    words = name.casefold().replace(",", " ").split()
    return (len(words) == 1 and words[0] in _GENERIC) or any(word.strip(".:") in _NO_NAMES for word in words)


def _is_of_organisation(text: str, end: int) -> bool:
    """The word behind a name, no comma or seam between, is one of an organisation: "Harbor Point Clinic"."""
    following = _TOKEN.match(text, end + 1) if text[end : end + 1] == " " else None
    return following is not None and following[0].casefold().strip(".") in _ORGANISATIONS


def _name_at(text: str, at: int, wanted: int) -> tuple[str, int]:
    """Name at `at` and the offset behind it; `wanted`: tokens that it must have before a seam ends it."""
    tokens: list[str] = []
    end = at
    while len(tokens) < _MAX_TOKENS:
        match = _TOKEN.match(text, at)
        if match is None or (tokens and credential(match[0])):
            break
        token, is_last = _token(match[0])
        if not _belongs(token, text, match.end(), is_first=not tokens):
            break
        tokens.append(token)
        end = at + len(token)
        at = match.end()
        if is_last or at >= len(text) or not text[at].isspace() or (text[at] == SEAM and len(tokens) >= wanted):
            break
        at += 1
    while tokens and tokens[-1].casefold() in _PARTICLES and tokens[-1].islower():
        end -= len(tokens.pop()) + 1
    if tokens and (suffix := _SUFFIX.match(text, end)):
        return " ".join(tokens) + " " + suffix[0].lstrip(", \x1f"), suffix.end()
    return " ".join(tokens), end


def _token(word: str) -> tuple[str, bool]:
    """`word` without the stop of its sentence, and whether it had one."""
    if not word.endswith(".") or _INITIALS.fullmatch(word) or word.casefold() in _KEEPS_ITS_STOP:
        return word, False
    return word.rstrip("."), True


def _belongs(token: str, text: str, end: int, *, is_first: bool) -> bool:
    """`token`, which ends at `end`, can be a part of a name."""
    folded = token.casefold().strip(".")
    if token[0] != token[0].upper():
        return not is_first and folded in _PARTICLES
    if (
        folded in _NO_NAMES
        or folded in WEEKDAYS
        or (folded in MONTHS and text[end : end + 2].strip()[:1].isdigit())
    ):
        return False
    return not (is_first and _GERUND.fullmatch(folded) and folded not in _NAMES_IN_ING)
