"""Words for the topics of a site."""

from dashboard.labels import Label

GROUP = {
    "condition": Label("Condition", help="What patients have, by the list of conditions."),
    "treatment": Label("Treatment", help="What is done about it, by the list of treatments."),
    "phrase": Label("From your own words", help="Phrases of the site that go together and stand on no list."),
}

MOVED = {
    "new": Label("New", "new", "It was no topic at the check before."),
    "grown": Label("More pages", "good", "More pages name it than at the check before."),
    "shrunk": Label("Fewer pages", "warning", "Fewer pages name it than at the check before."),
    "gone": Label(
        "Gone", "none", "It is no topic of the site any more: no page names it, or too few say much of it."
    ),
    "unknown": Label(
        "Cannot be told",
        "unknown",
        "Pages that decide it were not seen, or the lists of terms, or Rounds itself, changed.",
    ),
    "same": Label("As before", "plain", "As many pages name it as at the check before."),
    "first": Label("First check", "plain", "There is no earlier check with topics to compare with."),
}

STRENGTH = {
    "about": Label("About it", "good", "Title or H1 says it."),
    "part": Label("Has a section", "notice", "Another heading says it."),
    "mentioned": Label("Only mentions it", "mentioned", "Only the text says it."),
}
