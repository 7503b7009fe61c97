"""SQL macros that checks and populations use."""

MACROS = (
    "counted(n, noun) AS format('{:,}', n) || ' ' || noun || if(n = 1, '', 's')",
    "quoted(words) AS '“' || left(words, 120) || if(length(words) > 120, '…', '') || '”'",
    "folded(words) AS lower(trim(regexp_replace(words, '\\s+', ' ', 'g')))",
    r"letters_of(words) AS regexp_replace(lower(regexp_replace(words, '<[^>]*>|&#?\w+;', '', 'g')), '[^\pL\pN]+', '', 'g')",
    "is_visible(hidden) AS coalesce(hidden, 'aria-hidden') = 'aria-hidden'",
    "digits_of(words) AS regexp_replace(words, '[^0-9]', '', 'g')",
    "place_of(zone) AS CASE zone WHEN 'main' THEN 'main text' WHEN 'sticky' THEN 'sticky bar' WHEN 'nav' THEN 'menu'"
    " WHEN 'hero' THEN 'top section' WHEN 'aside' THEN 'side column' WHEN 'modal' THEN 'pop-up window' ELSE zone END",
    "directives(robots, header) AS concat_ws(' and ', 'meta robots ' || quoted(nullif(robots, '')),"
    " 'X-Robots-Tag ' || quoted(nullif(header, '')))",
    r"sends_on(meta_refresh, seconds) AS regexp_matches(meta_refresh, '^\s*\d+(\.\d+)?\s*[;,]\s*(url\s*=)?\s*\S', 'i')"
    r" AND try_cast(regexp_extract(meta_refresh, '\d+') AS BIGINT) <= seconds",
    "day_of(date) AS try_cast(if(length(date) = 7, date || '-01', left(date, 10)) AS DATE)",
    "host_of(address) AS regexp_extract(address, '^[a-z]+://([^/?#]+)', 1)",
    "path_of(address) AS regexp_extract(address, '^[a-z]+://[^/?#]+([^?#]*)', 1)",
    "is_loopback(address) AS regexp_matches(host_of(address), '^(localhost|127\\.[0-9.]+|\\[::1\\])(:\\d+)?$')",
    "is_broken(outcome, status) AS outcome = 'server_error' OR (outcome = 'client_error'"
    " AND status NOT IN (401, 403, 407, 408, 425, 429, 430, 451))",
    "is_unseen_sitemap(format, status) AS format IS NULL AND (status IS NULL OR status >= 500"
    " OR status IN (401, 403, 407, 408, 425, 429, 430, 451))",
    "linked_from(pages, page, in_sitemap) AS CASE WHEN pages > 0 THEN counted(pages, 'page') || ' with a link"
    " to it, such as ' || page WHEN in_sitemap THEN 'listed in the sitemap' ELSE 'reached by a redirect' END",
)
"""For evidence, and for what several checks say alike."""
