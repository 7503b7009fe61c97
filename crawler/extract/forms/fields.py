"""What a field of a form asks for: by its type, its label, its names; English, Spanish, French and German."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice, takewhile

from bs4.element import NavigableString, Tag

from crawler.extract.document import Document, attribute
from crawler.extract.tree import Element
from crawler.text import collapse

_MAX_NODES = 60
_MAX_LABEL = 100
_NEAR = 4
"""Ancestors that may say of a field that it is hidden from people."""

_NO_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})
_TYPES = {
    "email": "email", "password": "password", "file": "file", "search": "search", "time": "time", "url": "website",
}  # fmt: skip
_AUTOCOMPLETE = {
    "given-name": "first_name", "additional-name": "name", "family-name": "last_name", "name": "name", "email": "email",
    "bday": "birth", "bday-day": "birth", "bday-month": "birth", "bday-year": "birth", "organization": "company",
    "username": "username", "current-password": "password", "new-password": "password", "url": "website",
    "sex": "gender", "street-address": "address", "postal-code": "address", "country": "address",
    "country-name": "address",
}  # fmt: skip
"""Tokens of https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill."""

_TRAP = re.compile(
    r"honey|honeypot|\bhp\b|gotcha|bot ?(?:field|check)|leave .{0,20}(?:blank|empty|unchanged)|\bb [0-9a-f]{12,}"
    r"|gform validation|\bak hp|wpa field|a password|dejar? .{0,20}vacio|laisse[rz]? .{0,20}vide|leer lassen"
)
_OFF_SCREEN = re.compile(r"(?:left|top|right|text-indent)\s*:\s*-\d{3,}", re.I)
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
"""Of a field and what is next around it; steps of a form that come later are hidden from farther out."""

_CONSENT = re.compile(
    r"consent|\bagree|\baccept|privacy|\bterms|gdpr|\bopt ?in\b|subscri|newsletter|policy|acepto|consiento|politica"
    r"|privacidad|suscri|j ?accepte|confidentialite|rgpd|consentement|stimme|einwillig|datenschutz|zustimm|einverstanden"
)
_KINDS = tuple(
    (kind, re.compile(words))
    for kind, words in (
        ("captcha", r"captcha|turnstile|security code|verification code|anti ?spam|are you human|\bquiz\b|code de securite"),
        ("other", r"hear about|find us|\breferr|how did you|time ?zone|conociste|entendu parler|aufmerksam"),
        ("birth", r"birth|\bdob\b|\bbday|naissance|nacimiento|geburt|geb datum"),
        (
            "insurance",
            r"insur|\bpayer\b|member (?:id|number)|group number|policy ?(?:holder|number)|medicare|medicaid"
            r"|seguro|aseguradora|mutuelle|assurance|securite sociale|krankenkasse|versicher",
        ),
        (
            "card",
            r"card ?(?:number|holder|name)|credit ?card|\bcc(?: number| num| exp| csc)?\b|\bcv[cv]\b|expir(?:y|ation)"
            r"|numero de tarjeta|carte bancaire|kartennummer",
        ),
        (
            "health",
            r"symptom|diagnos|\bmedical (?:history|condition|problem|concern|issue|record)|medication|\ballerg|\bpain\b"
            r"|\binjur|health (?:history|condition|concern|problem|issue|question)|your condition|\billness|surger(?:y|ies)"
            r"|pregnan|disease|chief complaint|reason for (?:your |the )?(?:visit|appointment|consult)|what brings you"
            r"|what hurts|where does it hurt|sintoma|enfermedad|alergia|medicamento|\bdolor"
            r"|motivo de (?:la |su )?(?:consulta|visita|cita)|motif de (?:la |votre )?(?:consultation|visite)|maladie"
            r"|douleur|antecedents|traitement en cours|beschwerden|krankheit|schmerz|vorerkrankung|medikament",
        ),
        ("email", r"\be ?mail|\bcorreo|courriel|\bmail\b|mailadresse"),
        (
            "phone",
            r"phone|\btel\b|telefon|telephone|\bmobile?\b|\bcell\b|\bmovil\b|celular|\bhandy|portable|whats ?app"
            r"|contact (?:number|no)\b|rufnummer|\bgsm\b",
        ),
        ("username", r"user ?(?:name|login)|\blogin\b|benutzer|identifiant|\busuario"),
        ("password", r"password|passwort|contrasena|mot de passe"),
        (
            "company",
            r"company|organi[sz]ation|business name|practice name|employer|\bempresa|entreprise|societe|\bfirma\b",
        ),
        ("first_name", r"\bfirst\b|first ?name|given ?name|\bf ?name\b|forename|prenom|nombre de pila|primer nombre|vorname"),
        ("last_name", r"\blast ?name|^last$|surname|family ?name|\bl ?name\b|apellido|nom de famille|nachname|familienname"),
        ("website", r"web ?site|\burl\b|site web|homepage|sitio web"),
        ("time", r"\btimes?\b|\bhour|\bheure|\bhora\b|horario|uhrzeit|creneau|morning|afternoon"),
        ("date", r"\bdate|\bdays?\b|\bfecha|datum|\bjours?\b|\bdias?\b|wunschtermin|\bmonth\b|\byear\b|datepicker|calendar"),
        (
            "address",
            r"address|street|\bcity\b|\bstate\b|\bzip|postal|post ?code|province|\bcountry\b|\bcounty\b|suburb|direccion"
            r"|\bcalle\b|ciudad|\bprovincia|adresse|\brue\b|\bville\b|strasse|\bort\b|\bplz\b|\bstadt\b|wohnort|postleitzahl",
        ),
        ("gender", r"gender|\bsex\b|\bsexo\b|\bsexe\b|geschlecht|pronoun|\banrede\b|civilite"),
        (
            "provider",
            r"provider|\bdoctor|\bdr\b|physician|dentist|therapist|practitioner|clinician|\bmedico|medecin|praticien"
            r"|\barzt|behandler|especialista",
        ),
        (
            "service",
            r"service|treatment|procedure|(?:appointment|visit) ?type|type of (?:visit|appointment|consult)|specialt"
            r"|department|interested|interest\b|tratamiento|servicio|traitement|\bsoins?\b|prestation|leistung|behandlung",
        ),
        ("subject", r"subject|\basunto|\bsujet|\bobjet\b|betreff"),
        (
            "message",
            r"message|\bmsg\b|comment|question|in?quir|enquir|\bnotes?\b|how (?:can|may) we help|tell us|details"
            r"|description|mensaje|consulta|comentario|commentaire|nachricht|anfrage|kommentar|bemerkung|anliegen|mitteilung",
        ),
        ("search", r"search|keyword|buscar|busqueda|recherche|suche"),
        ("name", r"\bname|name\b|nombre|\bnom\b|your ?name|full ?name"),
        ("location", r"location|\bclinic|\boffice|\bbranch|\bsede\b|clinica|\bcentre|\bcenter|cabinet|standort|praxis|filiale"),
    )
)  # fmt: skip
"""Kinds by words, the first that matches counts: an “email address” is no address."""

_OF_CHOICES = frozenset("service health insurance date time location provider gender".split())
_OF_TEXTAREAS = frozenset("health insurance address message captcha".split())
_SEARCH_NAMES = frozenset({"s", "q", "query"})


def is_field(tag: Element) -> bool:
    """`tag` is what a visitor fills in: no button, and nothing that is laid out for robots."""
    if tag.name == "input" and (attribute(tag, "type") or "").strip().lower() in _NO_FIELDS:
        return False
    attributes = tag.attrs
    if (
        attributes.get("tabindex") == "-1"
        or "hidden" in attributes
        or "recaptcha" in str(attributes.get("name", ""))
    ):
        return False
    near = list(takewhile(lambda part: part.name != "form", (tag, *islice(tag.parents, _NEAR))))
    return not any(map(_is_kept_away, near)) and not any(map(_is_not_shown, near[:3]))


def field_kind(document: Document, tag: Element, label: Element | None) -> str:
    """What a field asks for, one of the words of `FormRow.fields`; `label`: the <label> for it or around it."""
    kind = "text" if tag.name == "input" else tag.name
    if tag.name == "input" and "type" in tag.attrs:
        kind = str(tag.attrs["type"]).strip().lower() or "text"
    said = [short_words(label) if label is not None else ""]
    if kind in ("checkbox", "radio") and (legend := _legend(tag)):
        said.insert(0, legend)
    said += [attribute(tag, name) or "" for name in ("aria-label", "placeholder", "title")]
    if tag.name == "select":
        said.append(next((short_words(part) for part in tag.contents[:5] if isinstance(part, Element)), ""))
    names = f"{attribute(tag, 'name') or ''} {attribute(tag, 'id') or ''}"
    tokens = (attribute(tag, "autocomplete") or "").lower().split()
    return _kind(kind, tokens[-1] if tokens else "", tuple(text[:_MAX_LABEL] for text in said), names[:_MAX_LABEL])


def short_words(tag: Element) -> str:
    """The first words in `tag`, collapsed; it is not walked through where it is long."""
    parts: list[str] = []
    waiting = [tag]
    for _ in range(_MAX_NODES):
        if not waiting:
            break
        node = waiting.pop()
        if isinstance(node, Element):
            waiting.extend(reversed(node.contents[:_MAX_NODES]))  # type: ignore[arg-type]
        elif type(node) is NavigableString:
            parts.append(node[: 3 * _MAX_LABEL])
    return collapse(" ".join(parts))[: 3 * _MAX_LABEL]


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """`text` as words in small letters without accents: `firstName` and `first_name` are `first name`."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    if not apart.isascii():
        apart = "".join(c for c in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(c)).replace(
            "ß", "ss"
        )
    return " ".join(re.findall(r"[^\W_]+", apart.lower()))


@lru_cache(maxsize=8192)
def _kind(kind: str, token: str, said: tuple[str, ...], names: str) -> str:
    texts = [plain(text) for text in (*said, names) if text]
    if kind == "checkbox" and any(_CONSENT.search(text) for text in texts):
        return "consent"
    if kind in ("checkbox", "radio"):
        return next((found for text in texts if (found := _by_words(text)) in _OF_CHOICES), "other")
    by_words = next((found for text in texts if (found := _by_words(text))), None)
    if by_words in ("birth", "card", "captcha") or kind == "password":
        return by_words if by_words and kind != "password" else "password"
    if kind == "textarea":
        return by_words if by_words in _OF_TEXTAREAS else "message"
    return _TYPES.get(kind) or _by_token(token) or _by_type(kind, by_words) or by_words or _by_name(names)


def _by_token(token: str) -> str | None:
    if token.startswith("cc-"):
        return "card"
    if token.startswith(("address-l", "street-")):
        return "address"
    return "phone" if token.startswith("tel") else _AUTOCOMPLETE.get(token)


def _by_type(kind: str, by_words: str | None) -> str | None:
    if kind == "tel":
        return by_words if by_words in ("address", "insurance") else "phone"
    if kind in ("date", "datetime-local", "month", "week"):
        return "health" if by_words == "health" else "date"
    return None


def _by_name(names: str) -> str:
    return "search" if names.split(" ", 1)[0] in _SEARCH_NAMES else "other"


def _by_words(text: str) -> str | None:
    return next((kind for kind, words in _KINDS if words.search(text)), None)


def _is_kept_away(tag: Tag) -> bool:
    """`tag` is a trap for robots or stands in one: by name, off the screen, or silent."""
    attributes = tag.attrs
    if not attributes:
        return False
    style = str(attributes.get("style", ""))[:_MAX_LABEL]
    if attributes.get("aria-hidden") == "true" or _OFF_SCREEN.search(style):
        return True
    return any(_TRAP.search(plain(text)) for text in _names(attributes))


def _is_not_shown(tag: Tag) -> bool:
    return "style" in tag.attrs and _NOT_SHOWN.search(str(tag.attrs["style"])[:_MAX_LABEL]) is not None


def _names(attributes: Mapping[str, object]) -> Iterator[str]:
    for name in ("name", "id", "class", "placeholder", "aria-label"):
        value = attributes.get(name)
        if value:
            yield (" ".join(value) if isinstance(value, list) else str(value))[:_MAX_LABEL]


def _legend(tag: Element) -> str:
    """Legend of the group that a choice stands in."""
    group = next((parent for parent in islice(tag.parents, 2 * _NEAR) if parent.name == "fieldset"), None)
    parts = group.contents[:10] if group is not None else []
    return next((short_words(part) for part in parts if isinstance(part, Element) and part.name == "legend"), "")
