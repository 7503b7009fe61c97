"""Forms: whether what patients type is safe on its way, and whether all of them can fill it in."""

from crawler.checks.check import Check

_PERSONAL = "['name', 'first_name', 'last_name', 'email', 'phone', 'message', 'health', 'insurance', 'birth', 'password', 'card']"
_TELLING = "['email', 'phone', 'message', 'health', 'insurance', 'birth', 'password', 'card']"
_IN_WORDS = """lambda f: CASE f WHEN 'health' THEN 'health details' WHEN 'birth' THEN 'date of birth'
                   WHEN 'card' THEN 'card number' ELSE f END"""


def _asked(fields: str) -> str:
    """Those of a list of fields that a form asks for, in words."""
    return f"array_to_string(list_transform(list_filter({fields}, lambda f: list_contains(fields, f)), {_IN_WORDS}), ', ')"


CHECKS = (
    Check(
        id="form.unencrypted",
        severity="error",
        population="page_forms",
        title="A form is sent without encryption",
        why="Others on the way can read what patients type.",
        fix="Write https:// in the address that the form is sent to, and serve the page itself by https.",
        sql=f"""
            SELECT url, 'The ' || purpose || ' form goes to ' || coalesce(action, 'the page itself') AS evidence
            FROM page_forms
            WHERE coalesce(action, url) LIKE 'http:%' AND NOT is_loopback(coalesce(action, url))
              AND list_has_any(fields, {_PERSONAL})
        """,
    ),
    Check(
        id="form.data_in_address",
        severity="warning",
        population="page_forms",
        title="A form writes what patients type into an address",
        why="Addresses are kept in logs and in the browser, and analytics and advertising tags read them.",
        fix='Give the form method="post".',
        sql=f"""
            SELECT url, 'The ' || purpose || ' form asks for ' || {_asked(_TELLING)}
                   || ' and goes to ' || action || ' by GET' AS evidence
            FROM page_forms
            WHERE method = 'get' AND action IS NOT NULL AND purpose NOT IN ('search', 'newsletter')
              AND list_has_any(fields, {_TELLING})
        """,
    ),
    Check(
        id="form.health_sent_elsewhere",
        severity="notice",
        population="page_forms",
        title="A form sends health details to another company",
        why="Who handles health data for a clinic usually needs an agreement on it. Review with counsel.",
        fix="Ask the service for a business associate agreement, or ask for health details by phone or portal only.",
        sql=rf"""
            SELECT url, 'Asks for ' || {_asked("['health', 'insurance', 'birth']")}
                   || ' and goes to ' || host_of(action) AS evidence
            FROM page_forms
            WHERE list_has_any(fields, ['health', 'insurance'])
              AND regexp_replace(host_of(action), '^www\.', '') <> regexp_replace(host_of(url), '^www\.', '')
        """,
    ),
    Check(
        id="form.field_unlabelled",
        severity="warning",
        population="page_forms",
        title="A form has fields without a label",
        why="Screen readers cannot say what to type; a placeholder is gone as soon as one types.",
        fix="Give every field a <label>, or an aria-label where there is no room for one.",
        sql="""
            SELECT url, unlabelled || ' of ' || counted(len(fields), 'field') || ' of the ' || purpose || ' form' AS evidence
            FROM page_forms WHERE unlabelled > 0
        """,
    ),
)
