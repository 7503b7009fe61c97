"""Accessibility, as far as the markup alone decides it: an automated subset of WCAG 2.1 AA, no test of conformance.

What other families check already (alt texts, headings, language, title, zoom) is not checked again.
"""

from crawler.checks.check import Check, Severity


def _check(name: str, severity: Severity, title: str, why: str, fix: str, sql: str) -> Check:
    return Check(f"a11y.{name}", severity, "tested_pages", title, why, fix, sql)


def _places(noun: str, *rules: str) -> str:
    """Pages that break one of `rules`; evidence counts the places as `noun`s."""
    named = ", ".join(f"'{rule}'" for rule in rules)
    return f"""
        SELECT url, counted(places, '{noun}') || ', such as ' || example AS evidence
        FROM accessibility WHERE rule IN ({named})
    """


_UNLABELLED = (
    f"{_places('field', 'field-without-label')} AND url NOT IN (SELECT url FROM forms WHERE unlabelled > 0)"
)
"""Fields in a form are the business of `form.field_unlabelled`."""

CHECKS = (
    _check(
        "field_without_label",
        "warning",
        "A field outside of a form has no label",
        "Screen readers cannot say what to type or choose.",
        "Give the field a <label>, or an aria-label where there is no room for one.",
        _UNLABELLED,
    ),
    _check(
        "button_without_name",
        "warning",
        "A button has no name",
        "Screen readers say “button”, and nobody who listens knows what it does.",
        "Write a word on the button, or add an aria-label to its icon.",
        _places("button", "button-without-name"),
    ),
    _check(
        "link_without_name",
        "warning",
        "A link has no name for screen readers",
        "Screen readers say “link”, or spell its address.",
        "Write words into the link, give its picture an alt text, or add an aria-label.",
        _places("link", "link-without-name"),
    ),
    _check(
        "frame_without_title",
        "warning",
        "Embedded content has no title",
        "Who listens to the page cannot tell a map from a booking form before entering it.",
        "Add a title to the iframe that says what is in it.",
        _places("frame", "frame-without-title"),
    ),
    _check(
        "page_hidden",
        "warning",
        "The whole page is hidden from screen readers",
        "Blind visitors find an empty page.",
        "Remove aria-hidden from the body; a script may have left it there.",
        "SELECT url, example AS evidence FROM accessibility WHERE rule = 'body-hidden'",
    ),
    _check(
        "graphic_without_name",
        "notice",
        "A graphic or image button has no name",
        "Screen readers announce a picture and cannot say what it shows or does.",
        "Add an aria-label, a <title> in the SVG, or an alt text; mark decoration as aria-hidden.",
        _places("graphic", "graphic-without-name", "image-button-without-alt", "area-without-alt"),
    ),
    _check(
        "focus_hidden",
        "notice",
        "The keyboard reaches something that screen readers leave out",
        "Who moves with the keyboard lands on something that is never announced.",
        'Remove aria-hidden, or add tabindex="-1" as well.',
        _places("element", "focus-hidden"),
    ),
    _check(
        "skip_link_missing",
        "notice",
        "There is no way past the menu",
        "Who uses the keyboard has to step through the whole menu on every page.",
        "Begin the page with a link that leads to the main content.",
        "SELECT url, 'None of the first links leads past the menu' AS evidence FROM accessibility WHERE rule = 'skip-link-missing'",
    ),
    _check(
        "main_unclear",
        "notice",
        "The main content is not marked as such",
        "Screen readers can jump to the main content, but only if the page says where it is.",
        "Put the main content, and nothing else, into one <main>.",
        """
            SELECT url, if(rule = 'main-missing', 'No <main>', counted(places + 1, 'main part')) AS evidence
            FROM accessibility WHERE rule IN ('main-missing', 'main-several')
        """,
    ),
    _check(
        "id_not_unique",
        "notice",
        "A label or link points to an id that exists twice",
        "The label may belong to the wrong field, and the link may lead to the wrong place.",
        "Give each of the elements an id of its own.",
        _places("element", "duplicate-id-referenced"),
    ),
    _check(
        "table_without_headers",
        "notice",
        "A table has no header cells",
        "Screen readers read its cells without saying what they are about.",
        "Mark the cells of the first row or column as headers (th).",
        _places("table", "table-without-headers"),
    ),
    _check(
        "list_broken",
        "notice",
        "A list is not built as a list",
        "Screen readers announce the number of items and let readers step through them; here they cannot.",
        "Put only list items (li) into a list, and list items only into lists.",
        _places("place", "list-structure"),
    ),
    _check(
        "aria_invalid",
        "notice",
        "Markup for screen readers is misspelt",
        "A role or ARIA attribute that does not exist has no effect.",
        "Correct the name, or remove it.",
        _places("element", "role-invalid", "aria-attribute-invalid"),
    ),
    _check(
        "tab_order",
        "notice",
        "The keyboard does not follow the order of the page",
        "A positive tabindex comes before everything else on the page, wherever it stands.",
        "Remove the tabindex, or set it to 0.",
        _places("element", "tabindex-positive"),
    ),
    _check(
        "moves_or_sounds",
        "notice",
        "Something moves or sounds by itself",
        "It distracts, drowns out screen readers, and cannot be stopped.",
        "Let visitors start it, or give them a way to stop it.",
        _places("element", "moving-text", "sound-by-itself"),
    ),
    _check(
        "autofill_invalid",
        "notice",
        "A field names no kind of data that browsers know",
        "Browsers and aids for people with poor memory or motor control cannot fill it in.",
        "Use a word of the HTML standard, such as name, email or tel, in autocomplete.",
        _places("field", "autocomplete-invalid"),
    ),
)
