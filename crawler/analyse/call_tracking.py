"""Call tracking: whose script is on which pages, and whether it can swap the numbers as they stand there.

Scripts that a tag manager adds when the page runs are not in the HTML: what is found is the least there is.
"""

import duckdb

from crawler.analyse.context import Context
from crawler.analyse.page_ctas import DIALLING, READ, UNSURE
from crawler.analyse.phone_ownership import VOICE

_UNSEEN = (*UNSURE, "aria")
"""Channels in which a number stands in an attribute: no script swaps it there."""

_MARKS = (
    ("CallRail", None, "calltrk[-_]?no[-_]?swap"),
    ("CallTrackingMetrics", None, "ctm[-_]?no[-_]?swap"),
    ("ResponseTap", "^rTapNumber", None),
    ("Mediahawk", "^mediahawkNumber", None),
    ("AVANSER", "^AVANSERnumber", None),
)
"""Vendor, pattern of the mark of numbers that its script is to swap, and of those that it is to leave alone. A vendor's
mark for swapping is asked of each number only where the site has it on one: most scripts also know numbers by their digits."""

_AMP = "amp-call-tracking"
"""On a page with this element no vendor's own script runs: what stands in it is swapped."""

_FULL, _LEAST = 10, 6
"""Last digits that have to stand in a piece: in countries of +1 the area code belongs to the number, elsewhere no trunk
prefix does."""

_REASONS = {
    "opted_out": "The page tells the script to leave it alone.",
    "pool": "It is a number of the tracking itself; the script looks for the one that it stands for.",
    "picture": "It is in a picture; scripts swap text.",
    "attribute": "It is in an attribute only; scripts swap text and tel: links.",
    "other_link": "Its link dials another number; the script swaps only one of the two.",
    "dead_link": "Its link dials no possible number, and stays as it is.",
    "not_tel": "It is dialled by something else than a tel: link, which stays as it is.",
    "not_marked": "It is not marked for the script as other numbers are.",
    "other_number": "The script is set up for another number.",
    "letters": "It is written in letters; scripts look for digits.",
    "split": "It is split over several elements; scripts look for it in one piece of text.",
    "format": "It is written in an unusual form; scripts know a number with spaces, hyphens, dots or brackets.",
    "marked": "It is marked for the script.",
    "link": "A tel: link dials it, and the text of the link shows no number.",
    "text_and_link": "The text and its tel: link hold the same number.",
    "text": "It is text in a usual form.",
    "none": "The page offers no number of the clinic.",
}
"""Why a number can be swapped or not. The forms are those that vendors name: 111-222-3333, 111.222.3333, (111) 222-3333
(CallRail, Dynamic Number Insertion Overview)."""

_CALL_TRACKING = r"""
CREATE OR REPLACE TABLE call_tracking AS
WITH used AS (
    SELECT url, vendor, list(named) AS named, bool_and(named <> '') AS names_number
    FROM (SELECT url, vendor, regexp_replace(regexp_extract(evidence,
              'phone_conversion_number[''"]?\s*:\s*[''"]([^''"]+)[''"]', 1), '\D', '', 'g') AS named
          FROM facts.trackers WHERE tracker_class = 'call_tracking')
    GROUP BY url, vendor
),
marks AS (
    SELECT m.*, EXISTS (FROM phone_ctas c WHERE regexp_matches(c.tracking_attribute, m.swapped, 'i')) AS is_asked
    FROM (SELECT unnest($vendors) AS vendor, unnest($swapped::VARCHAR[]) AS swapped, unnest($kept::VARCHAR[]) AS kept) m
),
offered AS (
    SELECT c.url, c.position AS mention, c.channel, c.href_number, c.shown_number, c.shown_text, c.is_split,
        c.tracking_attribute AS mark, n.number, n.ownership = 'tracking_pool' AND NOT p.rendered AS is_pool,
        list_contains($unseen, c.channel) AS is_unseen, if(n.number LIKE '+1%', $full, $least) AS digits
    FROM phone_ctas c SEMI JOIN used u ON u.url = c.url
    JOIN pages p ON p.url = c.url
    LEFT JOIN phone_numbers s ON s.number = c.shown_number AND list_contains($voice, s.ownership)
    JOIN phone_numbers n ON n.number = coalesce(s.number, c.number) AND list_contains($voice, n.ownership)
    WHERE list_contains($channels, c.channel) AND coalesce(c.hidden, '') NOT IN ('noscript', 'template')
),
placed AS (
    SELECT *, bool_or(mark = $amp) OVER (PARTITION BY url) AS is_amp,
        list_transform(regexp_extract_all(
                if(number LIKE '+1%', shown_text, regexp_replace(shown_text, ' ?/ ?', ' ', 'g')),
                '\+?\(?\d(?:[ ().\x{2011}-]{0,2}\d)+'),
            lambda piece: regexp_replace(piece, '\D', '', 'g')) AS pieces
    FROM offered
    QUALIFY NOT is_unseen OR NOT bool_or(NOT is_unseen) OVER (PARTITION BY url, number)
),
formed AS (
    SELECT *,
        CASE WHEN is_pool THEN 'pool'
             WHEN channel = 'image' THEN 'picture'
             WHEN is_unseen OR channel = 'button' THEN 'attribute'
             WHEN href_number <> shown_number THEN 'other_link'
             WHEN channel IN ('callto', 'script', 'form') THEN 'not_tel'
             WHEN channel = 'tel' AND href_number IS NULL THEN 'dead_link' END AS bar,
        CASE WHEN shown_number IS NULL THEN NULL
             WHEN regexp_matches(shown_text, '[A-Za-z]{3}')
                 AND NOT contains(regexp_replace(shown_text, '\D', '', 'g'), right(number, 4)) THEN 'letters'
             WHEN is_split THEN 'split'
             WHEN NOT list_bool_or([contains(piece, right(number, digits)) FOR piece IN pieces]) THEN 'format' END AS form
    FROM placed
),
judged AS (
    SELECT u.url, u.vendor, f.mention, f.number, f.shown_text, f.channel, f.shown_number,
        coalesce(f.mark = $amp OR regexp_matches(f.mark, m.swapped, 'i'), false) AS is_marked,
        CASE WHEN regexp_matches(f.mark, m.kept, 'i') THEN 'opted_out'
             WHEN f.bar IS NOT NULL THEN f.bar
             WHEN is_marked THEN NULL
             WHEN f.is_amp OR m.is_asked THEN 'not_marked'
             WHEN u.names_number AND NOT list_bool_or([right(named, f.digits) = right(f.number, f.digits) FOR named IN u.named])
                 THEN 'other_number'
             ELSE f.form END AS obstacle
    FROM used u LEFT JOIN formed f ON f.url = u.url LEFT JOIN marks m ON m.vendor = u.vendor
),
told AS (
    SELECT *, coalesce(obstacle, CASE
        WHEN mention IS NULL THEN 'none' WHEN is_marked THEN 'marked' WHEN shown_number IS NULL THEN 'link'
        WHEN channel = 'tel' THEN 'text_and_link' ELSE 'text' END) AS why
    FROM judged
)
SELECT url, row_number() OVER (PARTITION BY url ORDER BY vendor, mention) AS position, vendor, mention, number, shown_text,
    if(mention IS NULL, NULL, obstacle IS NULL) AS swappable, obstacle, r.reason
FROM told JOIN (SELECT unnest($whys) AS why, unnest($reasons) AS reason) r USING (why)
ORDER BY url, position
"""


def run(db: duckdb.DuckDBPyConnection, _context: Context) -> None:
    """Create `call_tracking` from `phone_ctas`, `phone_numbers`, `pages` and the trackers: a row for every vendor on a page
    and every place there that offers an own number, or one without number where there is none."""
    vendors, swapped, kept = zip(*_MARKS, strict=True)
    values = {
        "vendors": vendors,
        "swapped": swapped,
        "kept": kept,
        "unseen": _UNSEEN,
        "channels": (*DIALLING, *READ, *_UNSEEN),
        "voice": VOICE,
        "whys": _REASONS.keys(),
        "reasons": _REASONS.values(),
    }
    db.execute(
        _CALL_TRACKING,
        {**{name: list(value) for name, value in values.items()}, "amp": _AMP, "full": _FULL, "least": _LEAST},
    )
