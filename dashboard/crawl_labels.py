"""Words for what a crawl did: how it found an address, what it left out, who may read the site."""

from dashboard.labels import OUTCOME, Label

NOT_READ = tuple(outcome for outcome in OUTCOME if outcome not in ("fetched", "not_modified", "redirect"))
"""Outcomes of addresses that were not read and do not lead to another one."""

FOUND_BY = {
    "seed": Label("Start address", help="The check begins there."),
    "list": Label("List", help="A list that was given to the check names it."),
    "link": Label("Links", help="A page links to it."),
    "redirect": Label("Redirects only", help="No link: another address leads on to it."),
    "canonical": Label("Named as the original", help="No link: a page names it as the original of its text."),
    "refresh": Label("Pages that send on", help="No link: a page sends its visitors on to it."),
    "pagination": Label("Next or previous page", help="No link: a page names it as the next or the previous one."),
    "hreflang": Label("Other languages", help="No link: a page names it as its version in another language."),
    "sitemap": Label("Sitemap only", help="No link leads there: only a sitemap names it."),
    "probe": Label("A test of ours", help="We made it up to see how the site answers."),
}

TRAP = {
    "calendar": Label("Calendar", help="Every month leads to the next one, without end."),
    "parameters": Label("Filters", help="The same list under ever new combinations of filters."),
    "repeating_segments": Label("Repeating folders", help="The same folders again and again."),
    "session_id": Label("Session numbers", help="The same page under a new number for every visit."),
    "depth": Label("Very deep or long", help="More folders or characters than an address of a page has."),
    "similar_urls": Label("Numbered pages", help="Numbered addresses, each found on the one before."),
}

SITEMAP_FORMAT = {
    "urlset": Label("Sitemap"),
    "index": Label("List of sitemaps"),
    "text": Label("Plain text"),
    "rss": Label("RSS feed"),
    "atom": Label("Atom feed"),
}

READER = {
    "yes": Label("Yes", "good", "It may read every page that we read."),
    "part": Label("In part", "warning", "It may not read some of the pages."),
    "no": Label("No", "error", "It may not read the start page."),
    "training_yes": Label("Yes", "plain", "It may read every page that we read."),
    "training_part": Label("In part", "plain", "It may not read some of the pages."),
    "training_no": Label("No", "plain", "It may not read the start page."),
}
"""Whether a program may read the site. For training there is no right answer, so it has no colour."""

READER_CLASS = {
    "search": Label("Search engines", help="What they may not read, they cannot show in results as it deserves."),
    "user_fetch": Label(
        "When a person asks an assistant",
        help="The assistant opens the page while a person waits for the answer.",
    ),
    "training": Label(
        "Training of AI models",
        help="They collect text that models learn from. Whether they may is yours to decide; search is another matter.",
    ),
}

CHECKED = {
    "ok": Label("Works", "good", "The server answers."),
    "broken": Label("Broken", "error", "The server says that it is not there, refuses it or fails."),
    "failed": Label("No answer", "error", "The server could not be reached, or does not exist any more."),
    "refused": Label("Private address", "warning", "It leads into a private network; we do not go there."),
    "unverified": Label(
        "Unknown",
        "unknown",
        "The server turns programs away. A visitor may well see it: it is not counted as broken.",
    ),
    "rate_limited": Label(
        "Told to slow down", "warning", "The server asked us to wait; whether it works is unknown."
    ),
    "unchecked": Label("Not asked for", "plain", "A limit was reached before it; whether it works is unknown."),
}
LEADS_NOWHERE = ("broken", "failed", "refused")
"""Outcomes of links and files that somebody should look at."""

USE = {
    "link": Label("Link"),
    "image": Label("Image"),
    "script": Label("Script"),
    "stylesheet": Label("Style sheet"),
    "media": Label("Video or sound"),
    "frame": Label("Embedded page"),
}
"""How a page uses an address that was checked."""

SCRIPTED = {
    "rendered": Label(
        "Seen with scripts", "good", "It was opened in a browser; its facts are those after the scripts."
    ),
    "failed": Label("Browser failed", "warning", "It was opened in a browser, but did not load there."),
    "not_run": Label("Seen without scripts", "warning", "What its scripts add was not seen."),
}
