"""Images: what stands in for them where they cannot be seen."""

from crawler.checks.check import Check, Threshold

CHECKS = (
    Check(
        id="image.alt_missing",
        severity="warning",
        population="content_images",
        title="An image has no alt text attribute",
        why="Screen readers read out the file name instead, and image search learns nothing.",
        fix="Describe the image in its alt text; leave the alt text empty where the image is decoration.",
        sql="""
            SELECT url, coalesce(src, 'an image without address') AS evidence
            FROM content_images
            WHERE alt IS NULL AND NOT coalesce(try_cast(width AS BIGINT) <= 1 AND try_cast(height AS BIGINT) <= 1, false)
        """,
    ),
    Check(
        id="image.alt_is_file_name",
        severity="notice",
        population="content_images",
        title="The alt text of an image is a file name",
        why="“IMG_1234.jpg” describes nothing.",
        fix="Say in a few words what the image shows.",
        sql=r"""
            SELECT url, quoted(alt) AS evidence FROM content_images
            WHERE regexp_matches(trim(alt), '^\S+\.(jpe?g|png|gif|webp|avif|svg)$', 'i')
        """,
    ),
    Check(
        id="image.alt_too_long",
        severity="notice",
        population="content_images",
        title="The alt text of an image is very long",
        why="Screen readers read it in one breath and cannot pause in it.",
        fix="Say in one short sentence what the image shows; put the rest into the text.",
        sql="SELECT url, counted(length(alt), 'character') || ': ' || quoted(alt) AS evidence FROM content_images"
        " WHERE length(alt) > $max_characters",
        thresholds={"max_characters": Threshold(125, "characters", "ours; Screaming Frog and SEOnaut: 100")},
    ),
    Check(
        id="image.size_missing",
        severity="notice",
        population="content_images",
        title="Images do not say their size",
        why="The text jumps while the page loads, just when someone wants to tap a button.",
        fix="Give images their width and height; most website systems do so for images of the media library.",
        sql="""
            SELECT url, counted(count(*), 'image') || ' without width or height, such as '
                   || coalesce(min(coalesce(lazy_src, src)), 'one without address') AS evidence
            FROM content_images
            WHERE zone IN ('main', 'hero') AND (width IS NULL OR height IS NULL) AND coalesce(format, '') <> 'svg'
            GROUP BY url
        """,
    ),
    Check(
        id="image.broken",
        severity="error",
        population="checked_images",
        title="An image of the page is missing",
        why="Visitors see a gap or a torn picture, which makes the whole page look neglected.",
        fix="Put the image back or remove it from the page.",
        sql="""
            SELECT url, src || ', ' || failure || ', on ' || counted(pages, 'page') AS evidence
            FROM checked_images WHERE outcome = 'broken'
        """,
    ),
    Check(
        id="image.too_large",
        severity="notice",
        population="checked_images",
        title="An image is a large file",
        why="It takes long to appear on a phone and eats into the visitor's data plan.",
        fix="Save the image in the size in which it is shown, as WebP or JPEG of medium quality.",
        sql="""
            SELECT url, src || ', ' || format('{:,}', bytes // 1000) || ' kB' AS evidence
            FROM checked_images WHERE outcome = 'ok' AND bytes > $max_kb * 1000
        """,
        thresholds={
            "max_kb": Threshold(500, "kB", "SEOnaut: 500 kB; Screaming Frog: 100 kB, which most photos exceed")
        },
    ),
    Check(
        id="image.number_only",
        severity="warning",
        population="html_pages",
        title="A phone number stands in an image only",
        why="Nobody can tap it, copy it or find it.",
        fix="Write the number as text and link it, so that a tap calls.",
        sql="""
            SELECT c.url, c.position AS mention, c.number || ' in ' || if(c.channel = 'alt', 'the alt text ', 'the picture ')
                   || quoted(c.context) AS evidence
            FROM seen_phone_ctas c ANTI JOIN shown_phone_ctas s ON s.url = c.url AND s.shown_number = c.number
            WHERE c.channel IN ('alt', 'image') AND c.valid
        """,
    ),
    Check(
        id="image.number_suspected",
        severity="notice",
        population="html_pages",
        title="An image seems to show a phone number",
        why="If it does, nobody can copy or find the number, and screen readers do not read it out.",
        fix="Look at it: if it shows a number, write that as text and link it, so that a tap calls.",
        sql="""
            SELECT url, position AS mention, 'The picture ' || quoted(context) || ' in the ' || place_of(zone)
                   AS evidence
            FROM seen_phone_ctas WHERE channel = 'image' AND number IS NULL AND is_visible(hidden)
        """,
    ),
)
