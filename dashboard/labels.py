"""Words for the values that the dataset stores as codes."""

from typing import NamedTuple


class Label(NamedTuple):
    """Word for a value; `tone` is its meaning in the theme."""

    word: str
    tone: str = "plain"
    help: str = ""


COVERAGE = {
    "none": Label("No page", "none", "No page is about this, and none mentions it."),
    "mentioned": Label("Only mentioned", "mentioned", "Pages name it, but none is about it."),
    "thin": Label("Thin", "thin", "A page is about it, but says little."),
    "covered": Label("Covered", "covered", "A page answers it; some parts are missing."),
    "strong": Label("Strong", "strong", "A page answers it well."),
    "unknown": Label("Not seen", "unknown", "Pages that may answer it could not be read or judged."),
}
NOT_OFFERED = Label("Not offered", "off", "The clinic does not offer this treatment; it counts nowhere.")

SEVERITY = {
    "error": Label("Error", "error", "Breaks something for visitors or search engines."),
    "warning": Label("Warning", "warning", "Costs visitors or visibility."),
    "notice": Label("Notice", "notice", "Worth knowing; an opportunity."),
}

CTA = {
    "tap": Label("Tap to call", "good", "A tap on the clinic's number starts the call."),
    "text": Label("Text only", "warning", "The number is there, but a tap does nothing."),
    "wrong": Label("Wrong number", "error", "A link dials something else than the number it shows."),
    "missing": Label("No number", "none", "The page shows no number of the clinic."),
}

OUTCOME = {
    "fetched": Label("Read", "good", "The server answered and we read it."),
    "not_modified": Label("Unchanged", "good", "The server says that nothing changed since the check before."),
    "redirect": Label("Redirect", "notice", "The address leads to another one."),
    "client_error": Label("Not found or refused", "error", "The server answered with status 400 to 499."),
    "server_error": Label("Server error", "error", "The server answered with status 500 or above."),
    "failed": Label("No answer", "error", "The server could not be reached, or the answer broke off."),
    "rate_limited": Label(
        "Told to slow down", "warning", "The server asked us to wait; what is there is unknown."
    ),
    "blocked_robots": Label("Blocked by robots.txt", "warning", "The site asks crawlers to keep out; we did."),
    "excluded": Label(
        "Left out", "plain", "The settings of this check leave it out, or there is no end to such addresses."
    ),
    "over_limit": Label("Over the limit", "warning", "The check ended before it; what is there is unknown."),
}
SEEN = ("fetched", "not_modified")
"""Outcomes of addresses that were read."""

EFFORT = {
    "S": Label("Up to an hour", help="An estimate."),
    "M": Label("About half a day", help="An estimate."),
    "L": Label("A day or more", help="An estimate."),
}

THEME = {
    "calls": Label("Calls"),
    "write": Label("Pages to write"),
    "extend": Label("Pages to improve"),
    "broken": Label("Broken or unread"),
    "found": Label("Being found"),
    "trust": Label("Trust"),
    "visitors": Label("Access and privacy"),
}

GAP_KIND = {
    "topic": Label("Topic without a page"),
    "cell": Label("Question without a page"),
    "thin": Label("Thin page"),
    "intent": Label("Unanswered question"),
    "page_type": Label("Missing kind of page"),
    "cta": Label("Call to action"),
    "internal_link": Label("Missing link"),
    "structured_data": Label("Structured data"),
    "freshness": Label("Out of date"),
    "trust": Label("Trust"),
    "demand": Label("Searched for"),
    "striking": Label("Nearly in sight"),
    "ctr": Label("Rarely chosen"),
    "sitemap": Label("Sitemap"),
    "target": Label("Target phrase"),
    "cannibalisation": Label("Competing pages"),
    "accessibility": Label("Accessibility"),
    "privacy": Label("Privacy"),
    "claims": Label("Claims"),
    "competitor": Label("Competitors have it"),
}

STATE = {
    "new": Label("New", "new", "It was not there at the check before."),
    "open": Label("Still open", "plain", "It was there at the check before."),
    "reopened": Label("Back again", "new", "It had been fixed, or a snooze ran out."),
    "unknown": Label("Not seen", "unknown", "A page that it is about was not read at this check."),
    "fixed": Label("Fixed", "good", "It was there, and this check saw that it is gone."),
    "accepted": Label("Accepted", "plain", "It is going to be done."),
    "snoozed": Label("Snoozed", "plain", "Left out of the lists until a day."),
    "wont_do": Label("Won’t do", "plain", "It was decided that this is not done."),
    "first": Label("First check", "plain", "There is no earlier check to compare with."),
}

OWNERSHIP = {
    "main": Label("Main number", "good"),
    "location": Label("Location", "good"),
    "department": Label("Department", "good"),
    "practitioner": Label("Doctor or therapist", "good"),
    "tracking_pool": Label("Call tracking", "good"),
    "messaging": Label("Messages", "good"),
    "fax": Label("Fax"),
    "third_party": Label("Somebody else's", "plain"),
    "agency": Label("Authority or emergency"),
    "placeholder": Label("Placeholder", "error"),
    "unknown": Label("Unknown", "warning"),
}
OWN = ("main", "location", "department", "practitioner", "tracking_pool", "messaging")
"""Ownerships of numbers that reach the clinic."""

SOURCE = {
    "config": Label("the clinic's settings"),
    "json-ld": Label("structured data of the site"),
    "template": Label("header or footer of most pages"),
    "contact_page": Label("the contact page"),
    "label": Label("the words beside it"),
    "inferred": Label("inferred from where it stands"),
}

CHANNEL = {
    "tel": Label("Call link"),
    "callto": Label("Call link (old form)"),
    "sms": Label("Text message link"),
    "whatsapp": Label("WhatsApp link"),
    "messenger": Label("Messenger link", "plain", "Opens Signal, Viber, Telegram, Skype or FaceTime."),
    "text": Label("Plain text"),
    "vanity": Label("Letters for digits"),
    "script": Label(
        "Script that dials",
        "plain",
        "A tap dials only where scripts run; assistive tools do not see a phone link.",
    ),
    "data-attribute": Label("Number for a script", "plain", "Whether a tap dials it is up to a script."),
    "form": Label("Form that dials"),
    "button": Label("Button text"),
    "image": Label("Picture of a number", "plain", "Its file name or description speaks of a phone number."),
    "json-ld": Label("Structured data"),
    "json-ld-fax": Label("Structured data (fax)"),
    "microdata": Label("Structured data"),
    "microdata-fax": Label("Structured data (fax)"),
    "rdfa": Label("Structured data"),
    "rdfa-fax": Label("Structured data (fax)"),
    "alt": Label("Image description"),
    "aria": Label("Hidden label"),
}

ZONE = {
    "sticky": Label("Always visible"),
    "header": Label("Header"),
    "nav": Label("Menu"),
    "hero": Label("Top banner"),
    "main": Label("Main text"),
    "aside": Label("Side column"),
    "footer": Label("Footer"),
    "modal": Label("Pop-up"),
}

PAGE_TYPE = {
    "home": Label("Home"),
    "condition": Label("Condition"),
    "treatment": Label("Treatment"),
    "article": Label("Article"),
    "provider": Label("Doctor or staff"),
    "location": Label("Location"),
    "contact": Label("Contact"),
    "faq": Label("Questions and answers"),
    "testimonial": Label("Testimonials"),
    "cost": Label("Cost and insurance"),
    "research": Label("Research"),
    "legal": Label("Legal"),
    "listing": Label("Listing"),
    "other": Label("Other"),
}

INDEXABILITY = {
    "indexable": Label("May be shown", "good", "Search engines may show it."),
    "noindex": Label("Kept out (noindex)", "warning", "The page asks search engines not to show it."),
    "canonicalised": Label(
        "Names another page", "notice", "It names another page as the original; that one is shown."
    ),
    "soft_404": Label("Error page", "warning", "It shows an error, but the server says that all is well."),
    "not_html": Label("Not a web page", "plain"),
}

KIND = {
    "condition": Label("Condition"),
    "treatment": Label("Treatment"),
    "body_area": Label("Body area"),
    "intent": Label("Question"),
}

CRAWL_OUTCOME = {
    "complete": Label("Complete", "good", "Every page that could be found was checked."),
    "limited": Label("Partial", "warning", "A limit was reached before every page was checked."),
    "stopped": Label("Stopped early", "warning", "The check was stopped before every page was checked."),
}


ENTITY = {
    "faq": Label("Frequent questions"),
    "local": Label("Near me, directions"),
    "selfcare": Label("Self care"),
}
"""Names of what the coverage does not judge, so that the snapshot has no label for it."""

RESULT = {
    "failed": Label("Found something", "warning"),
    "passed": Label("Passed", "good"),
    "not_applicable": Label("Not applicable", "plain", "There was nothing to run it over."),
}


def label(words: dict[str, Label], value: object) -> Label:
    """Label of a value; one that is not known is shown in its own words."""
    text = str(value if value is not None else "unknown")
    return words.get(text) or Label(text.replace("_", " ").capitalize())
