"""Words for what a page is to be found for, pages that compete, and what people search for."""

from dashboard.labels import Label

MARK = {
    "untitled": Label("In no title", "notice", "No page with this phrase says it in its title."),
    "overused": Label(
        "Used too often", "warning", "A page repeats it so often that it reads as if made for machines."
    ),
    "alt": Label("In a picture's description", help="The description of a picture says it."),
}

USE = {
    "fine": Label("Fine", help="It is not repeated too often."),
    "overused": Label(
        "Too often", "warning", "Said too often for the length of the text, or in too many headings."
    ),
}

TARGET = {
    "contradicted": Label(
        "Another page is stronger",
        "warning",
        "You chose this page, but another one is placed better for the phrase.",
    ),
    "elsewhere": Label("Stronger elsewhere", "notice", "Another page is placed better for the same phrase."),
    "own": Label("Strongest here", "good", "No other page is placed better for the phrase."),
    "unseen": Label("Not seen", "unknown", "The page was not read, or search engines may not show it."),
}

SOURCE = {
    "manual": Label("You chose it", help="It stands in your list of targets."),
    "inferred": Label("From the page", help="The phrase that the page itself puts first."),
}

GRADE = {
    "certain": Label("Certain", "warning", "Google shows several of the pages for the same search."),
    "likely": Label("Likely", "notice", "The pages say much the same."),
    "possible": Label("Possible", help="The pages are about the same phrase."),
}
"""The surest first."""

PROMISE = {
    "unkept": Label("Not kept", "warning", "The text lacks most of these words: who comes for them leaves."),
    "kept": Label("Kept", "good", "The text speaks of it."),
}

DEMAND = {
    "other": Label("Not by your name", help="Searches that do not name the clinic."),
    "brand": Label("By your name", help="Searches that name the clinic."),
    "counted": Label("Counted", "good", "The newest 28 days or more of this search that Google counted rightly."),
    "older": Label(
        "Older", help="Days that can be relied on, but newer ones tell of this search. Not counted again."
    ),
    "unreliable": Label(
        "With care", "warning", "Too few days, unknown days, or days that Google counted wrongly. Not counted."
    ),
}

TOLD = {
    "pages": Label("The page as a whole", help="From the export's own table of pages."),
    "queries": Label(
        "Its searches", help="The sum of its searches: those that Google keeps to itself are missing."
    ),
}

TOPIC = {
    "condition": Label("Condition", help="A condition that patients look for."),
    "treatment": Label("Treatment", help="A treatment that patients look for."),
    "cell": Label("Treatment for a condition", help="A treatment, for one condition."),
    "phrase": Label("Phrase", help="Words that their titles and headings have in common."),
}

OURS = {
    "none": Label("Not on your site", "warning", "No page of yours has it among its main phrases."),
    "mentioned": Label("Only mentioned", "notice", "Your pages name it, but not in title or H1."),
    "thin": Label("Thin", "notice", "A page of yours says a little about it."),
    "owned": Label("You have a page", "good", "A page of yours has it in title or H1."),
    "unknown": Label("Not known", "unknown", "Your page for it may be one that could not be read."),
}

CHANCE = {
    "striking": Label("Within reach", "notice", "Shown often, just below where people look (position 8 to 20)."),
    "low_ctr": Label(
        "Too few clicks", "warning", "Well placed, but clicked far less than is usual at that position."
    ),
}
