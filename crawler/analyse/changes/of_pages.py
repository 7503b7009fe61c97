"""Pages that came and went, and what was edited on those that both crawls read."""

CAME_AND_WENT = """
SELECT 'page' AS kind, n.url, 'added' AS field, 'A new page' AS label, NULL AS before, coalesce(n.title, n.url) AS after,
    60 * (0.5 + coalesce(n.link_score, 0) / 200) AS weight
FROM pages n ANTI JOIN previous.pages USING (url), work.both_crawls c
WHERE c.saw_all_before OR n.url IN (SELECT url FROM work.seen_before WHERE is_read)
UNION ALL BY NAME
SELECT 'page' AS kind, o.url, 'gone' AS field,
    CASE WHEN r.outcome = 'redirect' THEN 'The page is gone: it leads elsewhere'
        WHEN r.status IS NULL THEN 'The page is gone: nothing leads to it'
        ELSE 'The page is gone: the server answers ' || r.status END AS label,
    coalesce(o.title, o.url) AS before, if(r.outcome = 'redirect', r.final_url, NULL) AS after,
    80 * (0.5 + coalesce(o.link_score, 0) / 200) AS weight
FROM previous.pages o ANTI JOIN pages USING (url) LEFT JOIN resources r USING (url), work.both_crawls c
WHERE c.saw_all OR o.url IN (SELECT url FROM work.seen WHERE is_read)
"""
"""Said only of addresses that both crawls know enough of."""

EDITS = """
WITH both_nights AS (
    SELECT n.url, unnest([
        {'field': 'status', 'label': 'The answer of the server', 'weight': 90,
            'before': o.status::VARCHAR, 'after': n.status::VARCHAR},
        {'field': 'title', 'label': 'The title', 'weight': 50, 'before': o.title, 'after': n.title},
        {'field': 'h1', 'label': 'The main heading', 'weight': 40, 'before': o.h1, 'after': n.h1},
        {'field': 'meta_description', 'label': 'The description', 'weight': 20,
            'before': o.meta_description, 'after': n.meta_description},
        {'field': 'canonical', 'label': 'The canonical address', 'weight': 70, 'before': o.canonical, 'after': n.canonical}
    ] || if($concluded, [
        {'field': 'indexability', 'label': 'Whether search engines may show it', 'weight': 100,
            'before': o.indexability, 'after': n.indexability},
        {'field': 'page_type', 'label': 'The kind of page', 'weight': 10, 'before': o.page_type, 'after': n.page_type},
        {'field': 'author', 'label': 'The author', 'weight': 30, 'before': o.author, 'after': n.author},
        {'field': 'reviewer', 'label': 'The reviewer', 'weight': 30, 'before': o.reviewer, 'after': n.reviewer}
    ], [])) AS c
    FROM pages n JOIN previous.pages o USING (url)
)
SELECT 'page' AS kind, url, c.field, c.label, c.before, c.after, c.weight * importance AS weight
FROM both_nights JOIN seen_twice USING (url) WHERE c.before IS DISTINCT FROM c.after
"""
"""`$concluded`: what the analysis makes of a page can be compared, too."""

TEXTS = """
WITH now AS (SELECT url, content_hash, word_count, md5(main_text) AS text FROM pages),
earlier AS (SELECT url, content_hash, word_count, md5(main_text) AS text FROM previous.pages)
SELECT 'page' AS kind, url, 'main_text' AS field, 'The text' AS label,
    o.word_count || ' words' AS before, n.word_count || ' words' AS after,
    importance * if(abs(n.word_count - o.word_count) >= 0.1 * o.word_count, 30, 15) AS weight
FROM now n JOIN earlier o USING (url) JOIN seen_twice USING (url)
WHERE n.content_hash <> o.content_hash AND n.text <> o.text
"""
"""Main content that changed because other pages share its blocks now, or no longer do, is no edit."""

_OFFERS = """
SELECT url, number, min(ownership) AS ownership, count(*) FILTER (linked) AS links, count(*) FILTER (NOT linked) AS texts,
    concat_ws(', ', if(links = 1, '1 link', if(links > 1, links || ' links', NULL)), if(texts > 0, texts || ' as text', NULL))
        AS said
FROM {phone_ctas} WHERE valid AND number IS NOT NULL GROUP BY url, number
"""

PHONES = f"""
WITH now AS ({_OFFERS.format(phone_ctas="phone_ctas")}),
earlier AS ({_OFFERS.format(phone_ctas="previous.phone_ctas")})
SELECT 'phone' AS kind, url, number AS field,
    CASE WHEN o.url IS NULL THEN 'A phone number came' WHEN n.url IS NULL THEN 'A phone number went'
        ELSE 'How a phone number is offered' END AS label,
    o.said AS before, n.said AS after,
    importance * CASE WHEN coalesce(n.ownership, o.ownership) IN ('third_party', 'agency') THEN 20
        WHEN o.url IS NULL OR n.url IS NULL THEN 90 WHEN (o.links > 0) <> (n.links > 0) THEN 60 ELSE 10 END AS weight
FROM now n FULL JOIN earlier o USING (url, number) JOIN seen_twice USING (url)
WHERE n.said IS DISTINCT FROM o.said
"""
