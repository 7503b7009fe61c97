"""Links: whether people and search engines can follow them and know where they lead."""

from crawler.checks.check import Check
from crawler.tables.crawl import UNKNOWN_HOST

# The wording follows the idea of Lighthouse's audit "link-text".
_VAGUE = {
    "en": "click here, click, here, click this, go, this, this page, this link, link, page, more, read more, "
    "read on, learn more, see more, view more, show more, find out more, more info, more information, "
    "details, more details, information, continue, continue reading, start, go here, right here, view",
    "es": "aquí, aqui, haz clic, haz clic aquí, haga clic aquí, clic aquí, pulse aquí, pincha aquí, más, "
    "más información, leer más, lee más, saber más, ver más, seguir leyendo, enlace, este enlace, continuar",
    "fr": "ici, cliquez ici, cliquer ici, lien, ce lien, plus, en savoir plus, savoir plus, lire plus, "
    "lire la suite, la suite, voir plus, plus d'infos, plus d’infos, plus d'informations, "
    "plus d’informations, suite, continuer, découvrir, voir",
    "de": "hier, hier klicken, klicken sie hier, klick hier, mehr, mehr lesen, weiterlesen, mehr erfahren, "
    "mehr infos, mehr informationen, mehr dazu, weiter, link, dieser link, details, zum artikel, ansehen",
}
"""Link texts that say nothing of the page behind them, by language."""

_VAGUE_SQL = ", ".join(
    "'" + text.replace("'", "''") + "'" for texts in _VAGUE.values() for text in texts.split(", ")
)

_TRIMMED = r"trim(regexp_replace(folded(anchor), '^[^\pL\pN]+|[^\pL\pN]+$', '', 'g'))"

_CHECKED = """target_url || if(final_url <> target_url, ', which leads to ' || final_url, '') || ', ' || failure
                   || ', linked from ' || counted(pages, 'page') AS evidence"""

CHECKS = (
    Check(
        id="link.no_text",
        severity="notice",
        population="page_links",
        title="A link has no text",
        why="Screen readers cannot say where it leads, and search engines learn nothing about the page behind it.",
        fix="Give the link text, or give its picture an alt text.",
        sql="""
            SELECT url, 'to ' || target_url || ' in the ' || min(zone) AS evidence
            FROM page_links WHERE target_url <> url
            GROUP BY url, target_url, zone IN ('main', 'hero', 'aside') HAVING bool_and(trim(anchor) = '')
        """,
    ),
    Check(
        id="link.vague_text",
        severity="notice",
        population="shown_links",
        title="The link text says nothing about where it leads",
        why="“Read more” tells neither a reader nor a search engine what the page behind it is about.",
        fix="Name the topic in the link: “Read more about low back pain”.",
        sql=f"""
            SELECT url, quoted(min(anchor)) || ' to ' || target_url AS evidence
            FROM shown_links WHERE target_url <> url AND trim(anchor) <> '' AND zone IN ('main', 'hero', 'aside')
            GROUP BY url, target_url HAVING bool_and({_TRIMMED} IN ({_VAGUE_SQL}))
        """,
    ),
    Check(
        id="link.not_followable",
        severity="notice",
        population="page_links",
        title="Search engines cannot follow the link",
        why="A link that runs a script, or names a file on someone's computer, leads search engines nowhere.",
        fix="Put the address of the page into the link; if it only opens something, make it a button.",
        sql=r"""
            SELECT url, quoted(anchor) || ' has the address ' || quoted(href) AS evidence
            FROM page_links
            WHERE regexp_matches(href, '^\s*file:', 'i')
               OR (regexp_matches(href, '^\s*javascript:', 'i') AND zone IN ('main', 'hero') AND trim(anchor) <> ''
                   AND NOT regexp_matches(href, 'history\.|reload|print\(', 'i'))
        """,
    ),
    Check(
        id="link.empty_address",
        severity="notice",
        population="page_links",
        title="A link has no address",
        why="It has text that invites a click, but leads back to the same page.",
        fix="Put the address in, or remove the link.",
        sql="""
            SELECT url, quoted(anchor) || ' in the ' || zone AS evidence
            FROM page_links WHERE trim(href) = '' AND trim(anchor) <> ''
        """,
    ),
    Check(
        id="link.fragment_missing",
        severity="notice",
        population="fragment_links",
        title="A link leads to a place on a page that is not there",
        why="The page opens at its top, and the visitor has to look for what the link promised.",
        fix="Give the place its id again, or correct what stands behind the # in the link.",
        sql="""
            SELECT DISTINCT url, quoted(anchor) || ' to #' || fragment
                   || if(target_url = url, '', ' on ' || target_url) AS evidence
            FROM fragment_links WHERE NOT list_contains(ids, fragment) AND lower(fragment) <> 'top'
        """,
    ),
    Check(
        id="link.malformed",
        severity="warning",
        population="page_links",
        title="The address of a link is not written in full",
        why="Without https:// or mailto: a browser looks for it on your own site and finds nothing.",
        fix="Write https:// in front of a web address and mailto: in front of an e-mail address.",
        sql=r"""
            SELECT url, quoted(anchor) || ' has the address ' || quoted(href) AS evidence
            FROM page_links
            WHERE regexp_matches(href, '^\s*(www\.[a-z0-9-]+\.|/*https?//|/+https?:|[^\s/:?#@]+@[^\s/:?#@]+\.[a-z]+\s*$)', 'i')
        """,
    ),
    Check(
        id="link.test_server",
        severity="error",
        population="page_links",
        title="A link leads to a test server",
        why="It works for whoever built the website, and for nobody else.",
        fix="Replace it by the address of the page on the live site.",
        sql=r"""
            SELECT url, quoted(anchor) || ' leads to ' || target_url AS evidence
            FROM page_links, crawl
            WHERE NOT is_loopback(seed) AND host_of(target_url) <> crawl.site AND (
                regexp_matches(host_of(target_url),
                    '^(localhost|127\.[0-9.]+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|[^:]*\.(local|localhost|test))(:\d+)?$')
                OR regexp_matches(host_of(target_url), '^(staging|stage|dev|test|preview)\d*\.')
                   AND ends_with(host_of(target_url), '.' || regexp_replace(crawl.site, '^www\.', '')))
        """,
    ),
    Check(
        id="link.unencrypted",
        severity="warning",
        population="internal_links",
        title="A link leads from an encrypted to an unencrypted page",
        why="The detour over http costs time, and browsers may warn the visitor.",
        fix="Write https:// in links to your own site.",
        sql="""
            SELECT url, 'to ' || target_url AS evidence
            FROM internal_links WHERE url LIKE 'https:%' AND target_url LIKE 'http:%'
        """,
    ),
    Check(
        id="link.nofollow",
        severity="notice",
        population="internal_links",
        title="A link to your own page says “nofollow”",
        why="It tells search engines that you do not vouch for your own page.",
        fix="Remove nofollow from links within the site.",
        sql=r"""
            SELECT url, quoted(anchor) || ' to ' || target_url AS evidence
            FROM internal_links
            WHERE list_contains(regexp_split_to_array(lower(rel), '[\s,]+'), 'nofollow')
              AND NOT regexp_matches(target_url, 'login|wp-admin|sign-?in|account|cart|replytocom', 'i')
        """,
    ),
    Check(
        id="link.external_broken",
        severity="notice",
        population="checked_links",
        title="A link leads to a page of another site that is not there",
        why="Visitors meet an error page, and a page with dead links looks out of date.",
        fix="Link to the page's new address, or remove the link.",
        sql=f"SELECT DISTINCT url, {_CHECKED} FROM checked_links WHERE outcome = 'broken'",
    ),
    Check(
        id="link.dead_domain",
        severity="warning",
        population="checked_links",
        title="A link leads to a site that does not exist any more",
        why="Whoever buys the name decides what your visitors will see, often gambling or fraud.",
        fix="Remove the link, or link to the site's new address.",
        sql=f"""
            SELECT DISTINCT url, {_CHECKED} FROM checked_links
            WHERE outcome = 'failed' AND failure = '{UNKNOWN_HOST}'
        """,
    ),
    Check(
        id="link.external_failed",
        severity="notice",
        population="checked_links",
        title="A link leads to a site that gave no answer during this crawl",
        why="It may only have been busy; if it stays like this, visitors wait for nothing.",
        fix="Open the link. If it stays silent on another day, remove the link or find the new address.",
        sql=f"""
            SELECT DISTINCT url, {_CHECKED} FROM checked_links
            WHERE outcome = 'failed' AND failure <> '{UNKNOWN_HOST}'
        """,
    ),
)
