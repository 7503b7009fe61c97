"""Outlines of the pages that every clinic needs: titles, headings, what they link to, what to check."""

from typing import NamedTuple


class PageOutline(NamedTuple):
    """`name`: what the brief is of; {name} and {clinic} in titles and headings are filled in. `each`: a heading for every
    treatment, {t}. `asks_open`: questions that the site leaves unanswered are headings. `words`: as for that kind of page
    in the vocabulary; fewer are thin. `intents`: of searches whose words it should use. `links`: kinds of pages to link
    with it, the nearest first."""

    name: str
    words: int
    titles: tuple[str, ...]
    headings: tuple[str, ...]
    checks: tuple[str, ...]
    links: tuple[str, ...]
    intents: tuple[str, ...] = ()
    each: str | None = None
    asks_open: bool = False


_SAME_EVERYWHERE = "Write name, address and phone number exactly as everywhere else on the site."
_NO_PIXELS = "Keep advertising pixels and session recording off the page and its form."

OUTLINES = {
    "cost": PageOutline(
        "Cost and insurance",
        150,
        (
            "What does treatment cost at {clinic}?",
            "Prices and insurance | {clinic}",
            "Cost, insurance and ways to pay",
        ),
        (
            "What does a first visit cost?",
            "Which insurance plans do you accept?",
            "What does insurance often not pay for?",
            "How can you pay, and can you pay in parts?",
            "What if you have no insurance?",
            "Who answers questions about a bill?",
        ),
        (
            "Give a price or a range for each treatment, and say what it depends on and what it includes.",
            "Say as of which month the prices hold.",
            "Name insurers by their names; say what is billed to them and what is not.",
            "Call no treatment covered, cheap or free unless that holds for everyone.",
        ),
        ("treatment", "faq", "contact", "location"),
        ("cost",),
        each="What does {t} cost?",
    ),
    "faq": PageOutline(
        "Questions and answers",
        300,
        (
            "Questions that patients ask | {clinic}",
            "Your questions, answered by {clinic}",
            "Questions that patients ask before a first visit",
        ),
        (
            "Do you need a referral?",
            "How do you book, move or cancel an appointment?",
            "What happens at the first visit, and what should you bring?",
            "Which insurance plans do you accept?",
            "Where are you, and where can you park?",
        ),
        (
            "One question a heading, the answer in its first sentence: 40 words or fewer, then the details.",
            "Link each answer to the page that says more.",
            "Let a clinician read every medical answer, and name who did.",
            "Write for readers: Google no longer shows questions and answers of a page in its results.",
        ),
        ("cost", "treatment", "condition", "contact"),
        ("faq", "cost", "recovery", "risks", "how_works"),
        asks_open=True,
    ),
    "provider": PageOutline(
        "Page about a clinician",
        200,
        ("{name} at {clinic}", "{name}: training and focus | {clinic}", "Meet {name}"),
        (
            "What {name} treats",
            "Training, licence and experience",
            "How {name} works with patients",
            "Where and when you can see {name}",
            "How to book with {name}",
        ),
        (
            "A page for each clinician, with title, degrees, licence and specialty in full.",
            "A photo whose description names the person.",
            "Link it from every text that this person wrote or reviewed.",
            "Promise no results; patients’ praise says that results vary.",
        ),
        ("about", "provider", "treatment", "location", "contact"),
        ("local",),
    ),
    "location": PageOutline(
        "Location page",
        200,
        ("{clinic}: {name}", "{name}: address, hours and directions | {clinic}", "{name}: hours and directions"),
        (
            "How to find us",
            "When we are open",
            "Parking, buses and access by wheelchair",
            "What we treat here",
            "Who you will see here",
            "How to book here",
        ),
        (
            "A page for each office, with its own number, hours and photo.",
            _SAME_EVERYWHERE,
            "Mark them up as the clinic’s kind of business (schema.org), with phone and opening hours.",
            "Write what holds for this office alone: pages that differ only by the town’s name help nobody.",
        ),
        ("contact", "location", "about", "provider", "treatment"),
        ("local",),
    ),
    "contact": PageOutline(
        "Contact page",
        30,
        ("Contact {clinic}: phone, address and hours", "Book an appointment at {clinic}", "Contact | {clinic}"),
        ("Call or write to us", "Book an appointment", "Where we are", "When we are open", "In an emergency"),
        (
            "The number stands on top; on a phone, a tap dials it.",
            _SAME_EVERYWHERE,
            "Ask for as little as possible in the form, and for nothing about health unless it is needed.",
            _NO_PIXELS,
            "Say what to do in an emergency.",
        ),
        ("location", "faq", "cost", "provider"),
        ("local",),
    ),
    "legal": PageOutline(
        "Privacy notice and terms",
        0,
        ("Privacy notice | {clinic}", "Terms of use | {clinic}"),
        (
            "Which data we collect, and what for",
            "Who else receives data: analytics, booking, maps, payment",
            "How long we keep data, and how we protect it",
            "Your rights, and how to use them",
            "This site is no medical advice",
            "Accessibility statement",
            "How to reach us about privacy",
        ),
        (
            "Let counsel write or review it: which notices are needed depends on where you are.",
            "Name every service that the site really loads; Rounds lists them under “Who else is on this page?”.",
            "Link it from the footer of every page.",
            "Show since when it holds.",
        ),
        ("contact", "about", "home"),
    ),
    "home": PageOutline(
        "Home page",
        250,
        ("{clinic}: what we treat, and where", "{clinic}"),
        (
            "What we help with",
            "How we treat",
            "Who you will see",
            "What patients ask first",
            "Where we are, and when we are open",
            "How to book",
        ),
        (
            "Say in the first lines what you treat, where, and for whom.",
            "Link the pages that matter most from its text, not from the menu alone.",
            _SAME_EVERYWHERE,
            "Let search engines show it: no noindex, and no other page as its canonical.",
        ),
        ("condition", "treatment", "provider", "location", "contact"),
        ("local",),
    ),
}
"""Outlines by the required page types of the vocabulary. An office has that of `location`, a clinician that of
`provider`."""
