"""Words for the faults of accessibility that a page's markup shows."""

from dashboard.labels import Label

RULE = {
    "html-without-lang": Label("The page does not say its language"),
    "lang-invalid": Label("The language is no language"),
    "title-missing": Label("The page has no title"),
    "zoom-disabled": Label("Visitors cannot enlarge the page"),
    "timed-refresh": Label("The page changes by itself while one reads"),
    "skip-link-missing": Label("No way past the menu for the keyboard"),
    "main-missing": Label("The main part is not marked"),
    "main-several": Label("Several parts are marked as the main one"),
    "body-hidden": Label("The whole page is hidden from screen readers"),
    "sound-by-itself": Label("Sound plays by itself"),
    "video-without-captions": Label("A video without captions"),
    "moving-text": Label("Text that moves or blinks"),
    "image-without-alt": Label("An image without a description"),
    "image-button-without-alt": Label("An image button without a description"),
    "area-without-alt": Label("A link in an image without a description"),
    "graphic-without-name": Label("A graphic without a name"),
    "field-without-label": Label("A field without a label"),
    "button-without-name": Label("A button without a name"),
    "link-without-name": Label("A link without words"),
    "frame-without-title": Label("An embedded page without a title"),
    "heading-skipped": Label("A heading that skips a level"),
    "heading-empty": Label("A heading without words"),
    "table-without-headers": Label("A table without headers"),
    "list-structure": Label("A list that is not built as one"),
    "duplicate-id": Label("Two parts with the same id"),
    "duplicate-id-referenced": Label("Two parts with the same id, which a label or link needs"),
    "role-invalid": Label("A part says it is something that does not exist"),
    "aria-attribute-invalid": Label("A hint for screen readers that does not exist"),
    "tabindex-positive": Label("The keyboard jumps out of order"),
    "focus-hidden": Label("The keyboard reaches something hidden from screen readers"),
    "accesskey-duplicate": Label("Two parts listen to the same key"),
    "autocomplete-invalid": Label("A field that browsers cannot fill in"),
}
"""A rule that is not here is shown by its own name."""
