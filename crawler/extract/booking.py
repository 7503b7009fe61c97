"""Whether a page lets a visitor book without the telephone: by a link, a form, or a booking service in the page."""

import re
from functools import lru_cache

from crawler.extract.forms.fields import plain
from crawler.extract.trackers.vendors import use_at
from crawler.tables.facts import LinkRow
from crawler.tables.tools import FormRow, TrackerRow

_MAX_ANCHOR = 80
"""Characters of a link's words: longer ones are headlines and teasers."""

_WHAT = r"(?:appoint?ments?|appt|visits?|consult\w*|evaluation|exam|assessment|session|check ?up|tour|call)"
_WORDS = re.compile(
    rf"\b(?:book|schedule|request|reserve)\b.{{0,25}}\b{_WHAT}\b|\b(?:make|get|need) (?:an? )?(?:\w+ )?appointment\b"
    r"|^(?:book|schedule|reserve)(?: (?:it|yours?|your spot))? ?(?:now|online|today|here|with us)?$"
    r"|\b(?:book|schedule|reserve) (?:now|online|today)\b"
    r"|\b(?:online|appointment) (?:booking|request|scheduling)\b|\bbook(?:ing)? (?:an? )?online\b|^bookings?$|^appointments?$"
    r"|\b(?:pedir?|pida|reserva[rs]?|reserve|solicit\w+|agend\w+|programa[r]?)\b.{0,15}\b(?:cita|consulta|hora|turno)\b|\bcita (?:online|previa)\b"
    r"|\bpr(?:endre|enez) (?:un )?(?:rendez ?vous|rdv)\b|\b(?:prise|demande|reserver) (?:de |un |d un )?(?:rendez ?vous|rdv)\b|\b(?:rendez ?vous|rdv) en ligne\b"
    r"|\btermin\w* (?:\w+ )?(?:buchen|vereinbaren|anfragen|reservieren|online)\b|\bonline ?termin\w*|\bterminbuchung\b|\bterminvereinbarung\b"
)
_NOT = re.compile(
    r"\b(?:cancel|resched\w+|policy|policies|prepare|e ?book|(?:the|this|our|my|his|her|a|free|audio) book|reminders?|what to expect|how to|why"
    r"|before your|after your|stornieren|absagen|annuler|cancelar)\b"
)
_PATH = re.compile(
    r"/(?:book|booking|bookings|book-?(?:now|online|it|a-visit|appointments?|an-appointment|your-\w+|a-consult\w*)"
    r"|schedule|schedul(?:e|ing)-?(?:now|online|appointments?|an-appointment|a-\w+|your-\w+)|scheduling"
    r"|appointments?|(?:request|make)-?(?:an?-)?(?:appointments?|consult\w*)|appointment-(?:request|form|booking)"
    r"|online-(?:booking|scheduling|appointments?)|rdv|rendez-?vous|prendre-(?:un-)?(?:rdv|rendez-vous)|prise-de-rendez-vous"
    r"|citas?|(?:pedir|reservar|solicitar|agendar)-(?:una-)?cita|cita-(?:previa|online)|termine?|termin-?(?:buchen|buchung|vereinbaren|anfrage|vereinbarung)"
    r"|online-?termine?)(?:\.\w{2,5})?/?(?:[?#]|$)",
    re.IGNORECASE,
)
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|webp|avif|svg)(?:[?]|$)", re.IGNORECASE)
_HOST = re.compile(
    r"https?://(?:book|booking|bookings|schedule|scheduling|appointments?|rdv|termine?|citas?)\.", re.IGNORECASE
)


def booking_link(links: list[LinkRow], forms: list[FormRow], trackers: list[TrackerRow]) -> str | None:
    """Address of the first link that books an appointment; else where the first form for it is sent; else the service
    that the page shows for it. Null: none. The page's own address stands for a form without one.
    """
    for link in links:
        target = link.target_url
        says_so = target and _says_so(link.anchor[: _MAX_ANCHOR + 1]) and not _PICTURE.search(target)
        if target and (says_so or _leads_there(target, own=link.is_internal)):
            return target
    form = next((form for form in forms if form.purpose == "booking"), None)
    if form is not None:
        return form.action or form.url
    return next(
        (
            row.evidence if row.found_in == "frame" else row.url
            for row in trackers
            if row.tracker_class == "booking"
        ),
        None,
    )


@lru_cache(maxsize=8192)
def _says_so(anchor: str) -> bool:
    if len(anchor) > _MAX_ANCHOR:
        return False
    words = plain(anchor)
    return _WORDS.search(words) is not None and _NOT.search(words) is None


@lru_cache(maxsize=8192)
def _leads_there(target: str, *, own: bool) -> bool:
    """By a known service, a host of its own, or a path on the site."""
    use = None if own else use_at(target)
    if use is not None:
        return use.vendor.tracker_class == "booking"
    return _HOST.match(target) is not None or (own and _PATH.search(target[:500]) is not None)
