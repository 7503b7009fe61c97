"""Whether a page lets a visitor book without the telephone."""

import re

from crawler.tables.facts import LinkRow

_WORDS = re.compile(
    r"\b(?:book|schedule|request|make)\b.{0,25}\b(?:appointment|visit|consult\w*|online|now|today)\b"
    r"|\b(?:online|appointment) (?:booking|request)\b|\bbook (?:now|online)\b"
    r"|\b(?:pedir|reservar|solicitar) (?:una )?cita\b|\bprendre rendez-vous\b|\btermin (?:buchen|vereinbaren)\b",
    re.IGNORECASE,
)
_HOSTS = re.compile(
    r"(?:calendly\.com|zocdoc\.com|acuityscheduling\.com|janeapp\.com|nexhealth\.com|simplepractice\.com"
    r"|setmore\.com|doctolib\.\w+|healthgrades\.com/appointment|squareup\.com/appointments|cliniko\.com)",
    re.IGNORECASE,
)
_PATH = re.compile(r"/(?:book|booking|schedule|appointments?|request-an?-appointment)(?:[/.?-]|$)", re.IGNORECASE)


def booking_link(links: list[LinkRow]) -> str | None:
    """Address of the first link that books an appointment, by its words, path or a known service."""
    for link in links:
        target = link.target_url
        if target and (_WORDS.search(link.anchor) or _HOSTS.search(target) or _PATH.search(target)):
            return target
    return None
