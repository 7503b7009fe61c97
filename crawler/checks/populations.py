"""What checks run over: named views with a column `url`. A member of a population is a distinct URL.

What a crawl did not see is in no population that judges it: an address that was rate limited, gave no
answer, or was not asked for is unknown, not broken.
"""

from crawler.checks.keyword_populations import TARGETED
from crawler.checks.media_populations import MEDIA
from crawler.checks.nap_populations import NAP
from crawler.checks.phone_populations import PHONES
from crawler.checks.population import Population
from crawler.checks.privacy_populations import PRIVACY
from crawler.checks.structured_populations import STRUCTURED
from crawler.checks.trust_populations import TRUST

POPULATIONS = (
    Population("site", "the site, once", "SELECT seed AS url FROM crawl"),
    Population(
        "public_site",
        "the site, once, unless it is served by this computer",
        "SELECT url FROM site WHERE NOT is_loopback(url)",
    ),
    Population(
        "probed_site",
        "the site, once, if it answered for an address that cannot exist",
        """FROM site WHERE EXISTS (
               FROM probes WHERE status BETWEEN 200 AND 499 AND status NOT IN (408, 425, 429, 430))""",
    ),
    Population(
        "read_pages",
        "pages that were read",
        "SELECT * FROM pages WHERE status BETWEEN 200 AND 299",
        of_pages=True,
    ),
    Population(
        "html_pages",
        "pages that were read and are HTML",
        "SELECT * FROM read_pages WHERE body_kind = 'html'",
        of_pages=True,
    ),
    Population(
        "distinct_pages",
        "pages that were read and are HTML, those that say the same under several addresses once",
        """SELECT p.* FROM html_pages p LEFT JOIN pages o ON o.url = p.variant_of
           WHERE o.content_hash IS DISTINCT FROM p.content_hash""",
        of_pages=True,
    ),
    Population(
        "shown_pages",
        "pages that visitors stay on: none that sends them on at once, or that only says that nothing is there",
        """SELECT * FROM html_pages WHERE indexability IS DISTINCT FROM 'soft_404'
           AND NOT coalesce(sends_on(meta_refresh, 10), false)""",
        of_pages=True,
    ),
    Population(
        "indexable_pages",
        "pages that search engines may show",
        "SELECT * FROM shown_pages WHERE indexable",
        of_pages=True,
    ),
    Population(
        "content_pages",
        "pages that search engines may show, each once, without legal notices and lists of pages",
        "SELECT * FROM indexable_pages WHERE page_type NOT IN ('legal', 'listing') AND variant_of IS NULL",
        of_pages=True,
    ),
    Population(
        "section_fronts",
        "pages that three or more others stand below, by their addresses",
        r"""SELECT p.url FROM html_pages p JOIN (
               SELECT regexp_replace(rtrim(url, '/'), '/[^/]*$', '') AS front
               FROM html_pages WHERE NOT contains(url, '?') GROUP BY front HAVING count(*) >= 3) f
           ON f.front = regexp_replace(url, '(/index)?(\.\w+)?/?$', '')""",
        stored=True,
    ),
    Population(
        "text_pages",
        "content pages that are not the front of a section",
        "SELECT * FROM content_pages ANTI JOIN section_fronts USING (url)",
        of_pages=True,
    ),
    Population(
        "clinical_pages",
        "conditions, treatments and articles that search engines may show",
        "SELECT * FROM text_pages WHERE page_type IN ('condition', 'treatment', 'article')",
        of_pages=True,
    ),
    TARGETED,
    Population(
        "home_and_contact_pages",
        "home and contact pages",
        "SELECT * FROM content_pages WHERE page_type IN ('home', 'contact')",
        of_pages=True,
    ),
    Population(
        "whole_site",
        "the site, once, if none of its pages was left unread",
        """FROM site WHERE (SELECT bool_and(outcome = 'complete') FROM crawl)
           AND EXISTS (FROM html_pages) AND NOT EXISTS (
               SELECT 1 FROM resources WHERE kind = 'page' AND outcome IN ('failed', 'rate_limited', 'over_limit'))""",
    ),
    Population(
        "pages_of_whole_site",
        "content pages of a site of which no page was left unread",
        "SELECT * FROM content_pages WHERE EXISTS (FROM whole_site)",
        of_pages=True,
    ),
    Population(
        "canonical_pages",
        "pages that name a canonical address",
        """SELECT p.url, p.page_type, p.canonical, t.outcome, t.status, t.final_url, c.indexability AS target_indexability,
                  c.canonical AS target_canonical
           FROM html_pages p LEFT JOIN resources t ON t.url = p.canonical LEFT JOIN pages c ON c.url = p.canonical
           WHERE p.canonical IS NOT NULL""",
    ),
    Population(
        "hreflang_pages",
        "pages that name versions in other languages",
        """SELECT h.* FROM head_tags h SEMI JOIN html_pages p USING (url)
           WHERE h.name = 'link:alternate' AND h.hreflang IS NOT NULL""",
    ),
    Population(
        "page_links",
        "pages with links",
        """SELECT l.source_url AS url, l.* EXCLUDE (source_url)
           FROM links l SEMI JOIN html_pages p ON p.url = l.source_url""",
    ),
    Population(
        "fragment_links",
        "pages with links to a place on a page of the same site that was read",
        r"""SELECT l.url, coalesce(l.target_url, l.url) AS target_url, l.anchor, l.fragment, p.ids
           FROM page_links l JOIN html_pages p ON p.url = coalesce(l.target_url, l.url)
           WHERE l.kind IN ('page', 'fragment') AND NOT regexp_matches(l.fragment, '^[!/?:]|[=&]')
              AND (p.script_clue IS NULL OR p.rendered)""",
    ),
    Population(
        "internal_links", "pages with links to the same site", "SELECT * FROM page_links WHERE is_internal"
    ),
    Population(
        "shown_links",
        "pages that visitors stay on, with links to the same site",
        "SELECT * FROM internal_links SEMI JOIN shown_pages USING (url)",
    ),
    Population(
        "site_urls",
        "addresses that pages link to, redirects lead to or sitemaps list",
        """SELECT r.*, coalesce(l.pages, 0) AS pages, l.page
           FROM resources r LEFT JOIN (
               SELECT target_url AS url, count(DISTINCT source_url) AS pages, min(source_url) AS page
               FROM links WHERE is_internal GROUP BY ALL) l USING (url)
           WHERE l.url IS NOT NULL OR r.in_sitemap OR r.url IN (SELECT target_url FROM redirects)
              OR r.url IN (SELECT url FROM pages)""",
        stored=True,
    ),
    Population(
        "requested_urls",
        "addresses of the site that were asked for",
        "SELECT * FROM site_urls WHERE outcome NOT IN ('blocked_robots', 'excluded', 'over_limit')",
    ),
    Population(
        "answered_urls",
        "addresses of the site that gave an answer",
        "SELECT * FROM requested_urls WHERE outcome NOT IN ('failed', 'rate_limited')",
    ),
    Population(
        "redirecting_urls",
        "addresses of the site that redirect",
        """SELECT u.*, e.outcome AS end_outcome, e.status AS end_status
           FROM answered_urls u LEFT JOIN resources e ON e.url = u.final_url WHERE u.outcome = 'redirect'""",
    ),
    Population(
        "linked_urls",
        "addresses of the site that pages link to and whose state is known",
        """SELECT * FROM site_urls WHERE pages > 0
           AND outcome NOT IN ('failed', 'rate_limited', 'excluded', 'over_limit')""",
    ),
    Population(
        "sitemap_urls",
        "addresses in sitemaps whose state is known",
        """SELECT s.url, s.sitemap, r.status, r.outcome, r.final_url, p.indexability, p.canonical
           FROM (SELECT url, min(sitemap) AS sitemap FROM sitemap_entries GROUP BY url) s
           JOIN resources r USING (url) LEFT JOIN html_pages p USING (url)
           WHERE r.outcome NOT IN ('failed', 'rate_limited', 'excluded', 'over_limit')""",
        stored=True,
    ),
    Population(
        "published_sitemaps",
        "sitemaps that robots.txt or an index names, or that stand at a well-known address",
        "SELECT * FROM sitemaps WHERE found_on <> 'well-known address' OR format IS NOT NULL",
    ),
    Population(
        "sitemaps_with_entries",
        "sitemaps with entries",
        "SELECT sitemap AS url, * EXCLUDE (url), url AS address FROM sitemap_entries",
    ),
    Population(
        "listed_addresses",
        "addresses in sitemaps",
        "SELECT * FROM sitemap_entries WHERE url IS NOT NULL",
    ),
    Population(
        "content_pages_of_listed_site",
        "content pages of a site whose sitemaps could be read",
        """SELECT * FROM content_pages WHERE EXISTS (FROM sitemap_urls) AND NOT EXISTS (
               FROM sitemaps WHERE is_unseen_sitemap(format, status) OR contains(problem, 'not asked for'))""",
        of_pages=True,
    ),
    Population(
        "content_images",
        "pages with images that search engines may show",
        "SELECT i.* FROM images i SEMI JOIN indexable_pages p USING (url)",
    ),
    Population(
        "checked_links",
        "pages with links to other sites whose state is known",
        """SELECT l.url, l.target_url, c.outcome, c.failure, c.final_url, c.pages
           FROM page_links l JOIN checked_urls c ON c.url = l.target_url
           WHERE NOT l.is_internal AND c.outcome IN ('ok', 'broken', 'failed')""",
        stored=True,
    ),
    Population(
        "checked_images",
        "pages with images whose state is known",
        """SELECT i.url, i.src, c.outcome, c.failure, c.bytes, c.pages
           FROM images i SEMI JOIN html_pages p ON p.url = i.url JOIN checked_urls c ON c.url = i.src
           WHERE c.outcome IN ('ok', 'broken')""",
        stored=True,
    ),
    Population(
        "checked_assets",
        "pages with scripts or style sheets whose state is known",
        """SELECT a.url, if(a.kind = 'script', 'Script', 'Style sheet') AS kind, a.src, c.outcome, c.failure, c.pages
           FROM assets a SEMI JOIN html_pages p ON p.url = a.url JOIN checked_urls c ON c.url = a.src
           WHERE a.kind IN ('script', 'stylesheet') AND c.outcome IN ('ok', 'broken')""",
    ),
    Population(
        "tried_renderings",
        "pages that a browser was to show",
        "SELECT r.* FROM renderings r SEMI JOIN html_pages p USING (url)",
    ),
    Population(
        "rendered_pages",
        "pages whose scripts were run",
        "SELECT * FROM tried_renderings WHERE failure IS NULL",
    ),
    Population(
        "published_items",
        "pages with structured data",
        "SELECT s.* FROM structured_data s SEMI JOIN html_pages p USING (url)",
    ),
    *STRUCTURED,
    *PRIVACY,
    *MEDIA,
    *TRUST,
    *NAP,
    *PHONES,
)
"""Each may read those above it, and every table."""
