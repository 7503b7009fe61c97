"""What the words and the numbers mean, in plain words."""

METHODS: tuple[tuple[str, str], ...] = (
    ("Question patients ask", "A condition you treat, a treatment you offer, the two together where that is usual, a kind of page every clinic needs, or something people want to know about a treatment. What you do not offer counts nowhere."),
    ("Score of a page for a question", "0 to 100: whether the title, the main heading, other headings, the address and the first 100 words name it, how much is said about it, whether links lead there, and whether one can call from it. The best page counts."),
    ("State of a question", "No page (0), only mentioned (1 to 29), thin (30 to 54), covered (55 to 79), strong (80 and above). Not seen: pages that may answer it could not be read."),
    ("Coverage of the whole site", "Sum of weight × score over everything that is expected, divided by the sum of the weights. Both sums are shown with the version of the formula."),
    ("Tap to call", "The page has a link that dials one of your own numbers. Text only: your number is there without such a link. Wrong number: a link dials something else than it shows. No number: none of yours is on the page."),
    ("Score of a page for calling", "0 to 100: a number of yours 25, a tap calls it 20, at the top 15, in the text 10, at the end 10, the number of your settings or structured data 10, words that ask for the call 5, country code in the link 3, a name for the link 2; 40 off for a link that dials another number, 25 for a placeholder, 15 for own numbers in conflict. Below 40 is poor, from 70 good. Pages that are not for readers (redirects, error pages, copies) are not counted."),
    ("Whose number it is", "Your settings decide; else structured data, the header and footer of most pages, the contact page, and the words beside it. Where nothing speaks for a number it stays unknown."),
    ("Error, warning, notice", "An error breaks something for visitors or search engines, a warning costs visitors or visibility, a notice is an opportunity. Every check says how many it looked at and how many failed."),
    ("New and fixed", "Compared with the check before. A page that could not be read this time is unknown: nothing on it counts as fixed."),
    ("Order of the actions", "Patient value × size ÷ effort. Patient value: severity (1 to 5) × how sure it is × (1 + log10(1 + searches)) × the weights in your settings; twice for a main reason to come without a good page, and for a fault on the home or contact page. Size: 1 + log10(number of pages, questions or findings). Effort: up to an hour 1, about half a day 2, a day or more 4; it is an estimate. What is done in one go is one action. The second action of a theme counts half, the third a third, so that the list is of several kinds. What you snoozed or will not do is left out; what was not seen is no action."),
    ("Page about health", "A condition, treatment or article that search engines may show; a page that others stand below is left out. Of these we ask for an author with credentials, a date within 24 months, and references."),
    ("Delicate page", "A page about a condition or treatment, a contact page, or one with a form in which visitors tell something about themselves. An ad pixel or session recorder there is worth a talk with counsel."),
    ("Promise to review", "A sentence whose words promise: a cure, an approval, an effect on tissue, prevention, proof, or being the best. Denials and questions are left out. It is a hint for a clinician or counsel, never a verdict."),
    ("Reading level", "Flesch–Kincaid grade of the main content, from the length of its sentences and words: about the years of school it takes to follow. Up to 8 is easy, up to 10 fairly easy, up to 12 hard, above very hard. Below 100 words there is none."),
    ("Strength of a phrase", "How often it is used, how rare it is in everyday language, and where it stands: title and headings weigh more."),
    ("Clicks to be won", "Of searches that do not name you, by the newest 28 days or more that Google counted rightly. Within reach: shown 30 times or more at an average position of 8 to 20. Too few clicks: shown 100 times or more, not below position 10, with less than 0.6 times the clicks that your pages usually get at that position (known where it has 1,000 times shown or more)."),
)  # fmt: skip

LIMITS: tuple[str, ...] = (
    "Most pages are read as the server sends them. What only a script shows is seen where the page was opened in a browser; “What we saw” names these pages and the others that need scripts.",
    "Nothing here promises a place in search results or a medical effect.",
    "What a check did not see is unknown. It is never counted as a gap and never as fixed.",
    "Hints about claims, privacy and accessibility are for a person to review. They are no legal verdict.",
    "Word counts and lengths are conventions of the field; search engines publish no such limits.",
)

GLOSSARY: tuple[tuple[str, str], ...] = (
    ("Call to action", "Anything that asks a visitor to do something: call, write, book."),
    (
        "Name, address, opening hours (NAP)",
        "What directories and maps copy from a site; it should be the same everywhere.",
    ),
    ("Call tracking", "A service that swaps the number on a page for one of its own, to count calls."),
    ("Tap-to-call number", "A number in a link that starts the call when one taps it."),
    ("Title", "The line that a search result and the browser's tab show."),
    ("Main heading (H1)", "The headline on the page itself."),
    ("Main content", "The text of a page without menus, header, footer and what all pages share."),
    ("Sitemap", "A list of addresses that the site publishes for search engines."),
    ("robots.txt", "A file in which the site tells crawlers where not to go."),
    ("Redirect", "An address that sends its visitors on to another one."),
    ("Canonical", "The address that a page names as the original of its text."),
    ("Structured data", "Facts in a form made for search engines, such as name, address and telephone number."),
    ("Description", "The lines below the title in a search result, where the page suggests them."),
    ("Structured item", "One thing that structured data speaks of, such as a clinic, a physician or an article."),
    (
        "Instructions to search engines",
        "Words in a page's head or from the server, such as noindex: do not show this page.",
    ),
    ("Language versions (hreflang)", "The addresses of the same page in other languages, as the page names them."),
    ("Credentials", "What stands behind a clinician's name: MD, DPT and the like."),
    ("DOI, PubMed number", "Numbers by which a study can be looked up."),
    ("Ad pixel", "A piece of an advertising company on the page, which tells it who was there."),
    ("Session recorder", "A service that records what a visitor does on the page."),
    ("Tag manager", "A service that adds further services to a page; these do not show in the page's source."),
    ("Screen reader", "A program that reads pages aloud for people who do not see them."),
    (
        "Unchanged page",
        "A page that the server says has not changed, or that came with the same content as at the check before.",
    ),
    (
        "Pages that compete (cannibalisation)",
        "Pages of one site that answer the same search, so that Google has to choose.",
    ),
    ("Click-through rate (CTR)", "Clicks by the times that a page was shown in search results."),
    ("Check", "One round through the website; also a rule that is tested on that round."),
)
