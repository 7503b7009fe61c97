"""Words for who stands behind a page, what it promises, and what of others runs on it."""

from dashboard.labels import Label

ROLE = {
    "author": Label("Author"),
    "reviewer": Label("Medical reviewer", "good", "Somebody checked what the page says."),
    "contributor": Label("Contributor"),
}

DATE = {"published": Label("Published"), "modified": Label("Changed"), "reviewed": Label("Medically reviewed")}

SOURCE = {
    "json-ld": Label("data for search engines"),
    "microdata": Label("data for search engines"),
    "rdfa": Label("data for search engines"),
    "meta": Label("the page's head"),
    "link": Label("a link to the author"),
    "time": Label("a date in the text"),
    "text": Label("the text"),
}
"""Where a name or a date stands, to go behind “in”."""

CLAIM = {
    "absolute": Label("Absolute promise", "warning", "Cure, guarantee, no risk: a promise without exception."),
    "approval": Label("Talk of approval", "warning", "Says that an authority approved it."),
    "tissue_effect": Label(
        "Effect on tissue", "notice", "Says that a treatment heals, repairs or regrows tissue."
    ),
    "prevention": Label("Prevention", "notice", "Says that a treatment stops a disease or spares surgery."),
    "evidence": Label("Appeal to evidence", "notice", "Says that studies prove it."),
    "superlative": Label("Superlative", "notice", "The best, the leading, better than others."),
    "testimonial": Label("Patient's success", "notice", "A patient tells of an outcome."),
}
"""The gravest first. A hint for a clinician or counsel, never a verdict."""

TRACKER = {
    "ads": Label("Ad pixel", "warning", "Tells an advertising company who saw the page."),
    "replay": Label("Session recorder", "warning", "Records what a visitor does: clicks, scrolling, at times what is typed."),
    "call_tracking": Label("Call tracking", "notice", "Changes the number on the page to learn where calls come from."),
    "chat": Label("Chat", "notice", "Visitors write to the clinic through somebody else's service."),
    "booking": Label("Online booking", "notice", "Visitors book through somebody else's service."),
    "form": Label("Form service", "notice", "Somebody else's service receives what visitors write."),
    "analytics": Label("Visitor statistics", help="Counts visits and where they come from."),
    "tag_manager": Label("Tag manager", help="Adds further services, which the page itself does not name."),
    "consent": Label("Consent banner", "good", "Asks visitors before others may watch."),
    "reviews": Label("Reviews", help="Shows reviews that another service keeps."),
    "map": Label("Map", help="The map's maker sees who opens the page."),
    "video": Label("Video", help="The video's host sees who opens the page."),
    "font": Label("Fonts", help="Letters that somebody else's server sends."),
    "captcha": Label("Robot test", help="Tells people from programs."),
}  # fmt: skip
WATCHING = ("ads", "replay")
"""Classes of services that no delicate page should have unreviewed."""

FORM = {
    "booking": Label("Book an appointment"),
    "contact": Label("Write to the clinic"),
    "newsletter": Label("Newsletter"),
    "search": Label("Search"),
    "login": Label("Log in"),
    "payment": Label("Pay"),
    "comment": Label("Comment"),
    "upload": Label("Send files"),
    "other": Label("Form"),
}
TELLING = ("booking", "contact", "login", "payment", "upload")
"""Purposes of forms in which visitors tell something about themselves."""
DELICATE = ("condition", "treatment", "contact")
"""Kinds of pages that are delicate whatever their forms: the checks of privacy run over the same pages."""

REFERENCE = {
    "no_entry": Label("No entry", "error", "The text cites a number that the list does not have."),
    "uncited": Label("Nobody cites it", "warning", "The entry has a number that stands nowhere in the text."),
    "no_link": Label("Cannot be looked up", "notice", "It has neither DOI nor PubMed number nor link."),
    "preprint": Label("Preprint", "notice", "Published before review; the final version may differ."),
    "old": Label("Over ten years old", "notice", "Newer studies may say something else."),
    "fine": Label("Fine", "good", "It can be looked up."),
}
"""What is wrong with a reference, the gravest first."""

NEED = {
    "author": Label("No author with credentials", "warning", "Nobody with credentials is named as author or reviewer."),
    "date": Label("No recent date", "notice", "Not dated within the last 24 months."),
    "references": Label("No references", "notice", "It names no source."),
    "claims": Label("Promises to review", "warning", "Sentences for a clinician or counsel to look at."),
    "watched": Label("Watched by others", "warning", "An ad pixel or session recorder on a page about a condition or treatment, for contact, or with a form."),
}  # fmt: skip
"""Why a page stands on the list of pages to look at."""
