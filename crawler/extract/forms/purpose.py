"""What a form is for, and which service or builder runs it: by its fields, names and words."""

import re
from collections.abc import Collection
from typing import NamedTuple

from crawler.extract.trackers.vendors import use_at

_BOOK = re.compile(
    r"appointment|appoinment|\bbook(?:ing|ings)?\b|schedul|reserv|\bcitas?\b|agendar|rendez ?vous|\brdv\b|\btermin(?:e|anfrage|buchung)?\b"
    r"|request (?:an? )?(?:visit|consult)|(?:free|new) consult"
)
_BOOK_HEADING = re.compile(
    r"\b(?:book|schedule|request|make|arrange|reserve)\b.{0,30}\b(?:appointment|visit|consult\w*|session|evaluation|exam)\b"
    r"|\bappointment (?:request|form|booking)|\bbook (?:now|online|today)\b|online booking"
    r"|\b(?:pedir|pida|solicit\w+|reserv\w+|agend\w+)\b.{0,20}\bcita\b"
    r"|\b(?:prendre|prenez|demande\w*)\b.{0,20}\b(?:rendez ?vous|rdv)\b"
    r"|\btermin\b.{0,20}\b(?:buchen|vereinbaren|anfragen|online)\b|terminanfrage"
)
_CONTACT = re.compile(
    r"contact|get in touch|in?quir|enquir|message|call ?back|\bquote\b|feedback|kontakt|nachricht|escrib|devis|ruckruf"
)
_NEWS = re.compile(
    r"news ?letter|subscri|mailing ?list|sign ?up|email updates|stay in touch|boletin|suscri|infolettre|\babonn|inscri"
    r"|opt ?in\b|\bjoin\b|anmelden|mc4wp|mc embedded|wait ?list"
)
_COMMENT = re.compile(r"comment ?form|comments post|post comment|leave a (?:reply|comment)|commentaire|kommentar")
_LOGIN = re.compile(r"\blog ?in\b|\bsign ?in\b|connexion|anmeldung|iniciar sesion")
_PAY = re.compile(
    r"\bpay(?:ment|pal)?\b|\bdonat|\bcheckout\b|add to cart|\bpagar\b|\bpayer\b|bezahlen|\bspenden?\b"
)
_FILES = re.compile(r"upload|records|resume|\bcv\b|application|careers?\b|referral|bewerbung|candidature")
_BUILDERS = (
    ("Netlify Forms", "netlify"), ("Contact Form 7", "wpcf7"), ("WPForms", "wpforms"), ("Gravity Forms", "gform"), ("Formidable Forms", "frm-show-form frm_action frm_pro_form"),
    ("Ninja Forms", "nf-form ninja-forms ninja_forms"), ("Elementor", "elementor-form"), ("Divi", "et_pb_contact et_pb_newsletter"),
    ("Fluent Forms", "fluentform"), ("Forminator", "forminator"), ("HubSpot Forms", "hs-form hs_context"),
    ("Mailchimp for WordPress", "mc4wp"), ("Mailchimp", "mc-embedded mc_embed"), ("Constant Contact", "ctct"), ("Squarespace", "react-form-contents sqs-"),
    ("Webflow", "data-wf-page-id"), ("Weebly", "wsite-form weebly"), ("Duda", "dmform"), ("Wix", "wixui-form"), ("Drupal Webform", "webform-submission webform-client"),
    ("RSForm!", "rsform"), ("Jotform", "jotform-form"), ("Caldera Forms", "caldera"), ("Everest Forms", "everest-form"), ("MetForm", "metform"),
    ("Kadence", "kb-form kadence-form"), ("Jetpack", "jetpack-contact-form grunion"), ("Happyforms", "happyforms"), ("Quform", "quform"), ("Powermail", "powermail"),
    ("Umbraco Forms", "umbraco-forms"), ("Kit", "formkit-form seva-form"), ("MailerLite", "ml-block-form"), ("Brevo", "sib-form sib_signup"),
    ("ActiveCampaign Forms", "_inline-form _inline-style"), ("MailPoet", "mailpoet"), ("Keap", "infusion-form inf_form_xid"), ("Klaviyo", "klaviyo-form klaviyo_form"),
    ("Shopify", "form_type=contact"), ("Formspree", "formspree"), ("Bricks", "brxe-form"), ("Beaver Builder", "fl-contact-form fl-subscribe-form"), ("Avada", "fusion-form"),
)  # fmt: skip
"""Form builders, and pieces of class, id, attribute or hidden field that only theirs have."""

_MAIL_SENDERS = frozenset(
    "Mailchimp|Mailchimp for WordPress|Constant Contact|Campaign Monitor|MailerLite|Brevo|AWeber|Kit|Klaviyo|MailPoet".split(
        "|"
    )
)
_ALONE = frozenset({"email", "consent", "captcha"})
"""Fields of a form that asks for an address to write to, and nothing else."""

_ASKING = frozenset("message phone date time service health insurance birth provider location address".split())


class Words(NamedTuple):
    """What a form says of itself, as `plain` gives it: its names and where it is sent, its buttons, the heading."""

    marks: str
    buttons: str
    heading: str


def form_vendor(action: str | None, marks: str) -> str | None:
    """Service or builder of a form; `marks`: its attributes and the names of its hidden fields, as published."""
    use = use_at(action) if action else None
    if use is not None:
        return use.vendor.name
    small = marks.lower()
    return next((name for name, signs in _BUILDERS if any(sign in small for sign in signs.split())), None)


def form_purpose(kinds: Collection[str], words: Words, vendor: str | None) -> str:
    """What a form with fields of these kinds is for, one of the words of `FormRow.purpose`."""
    own = f"{words.marks} {words.buttons}"
    has = set(kinds)
    reachable = not has.isdisjoint({"email", "phone"})
    if "search" in has and not reachable and "message" not in has:
        return "search"
    if "card" in has or (_PAY.search(words.buttons) and not reachable):
        return "payment"
    if "password" in has or ("username" in has and _LOGIN.search(own)):
        return "login"
    if _COMMENT.search(words.marks) or (_COMMENT.search(own) and "message" in has):
        return "comment"
    if "email" in has and _is_newsletter(has, own, words, vendor):
        return "newsletter"
    if has and _is_booking(has, own, words, reachable):
        return "booking"
    if "file" in has and ("message" not in has or _FILES.search(f"{own} {words.heading}")):
        return "upload"
    asks = reachable and not has.isdisjoint({"name", "first_name", "last_name", "message", "phone"})
    return "contact" if asks or "message" in has or (reachable and _CONTACT.search(own)) else "other"


def _is_newsletter(has: set[str], own: str, words: Words, vendor: str | None) -> bool:
    if not has.isdisjoint(_ASKING):
        return False
    if vendor in _MAIL_SENDERS or _NEWS.search(f"{own} {words.heading}"):
        return True
    booking = _BOOK.search(own) or _BOOK_HEADING.search(words.heading)
    return has <= _ALONE and not booking and not _CONTACT.search(own)


def _is_booking(has: set[str], own: str, words: Words, reachable: bool) -> bool:
    if _BOOK.search(own) or (reachable and _BOOK_HEADING.search(words.heading)):
        return True
    return reachable and not has.isdisjoint({"date", "provider"})
