"""What robots.txt keeps search engines and AI services from reading, and what is wrong with its lines."""

from crawler.checks.check import Check

_KEPT_OUT = """a.agent || ' (' || a.operator || '), by ' || coalesce('line ' || a.line || ': ' || quoted(a.rule)
                   || if(a.obeys = '*', ', which is for all', ''), 'robots.txt as a whole, which failed')"""
_MAY_NOT_READ_HOME = f"SELECT s.url, {_KEPT_OUT} AS evidence FROM site s, robots_agents a WHERE NOT a.allowed"

CHECKS = (
    Check(
        id="robots.linked_page_blocked",
        severity="notice",
        population="linked_urls",
        title="Links lead to a page that robots.txt blocks",
        why="Search engines may not read the page, so its text does not count. Here, too, it was not read.",
        fix="If patients should find the page, allow it in robots.txt; if not, leave it as it is.",
        sql="""
            SELECT url, coalesce(failure, 'robots.txt forbids it') || '; ' || linked_from(pages, page, in_sitemap)
                   AS evidence
            FROM linked_urls WHERE outcome = 'blocked_robots'
        """,
    ),
    Check(
        id="robots.missing_or_invalid",
        severity="warning",
        population="site",
        title="The robots.txt cannot be read, or has lines that do nothing",
        why="Crawlers ignore what they do not understand: what a line should keep them from is read, or the reverse.",
        fix="Correct or remove these lines. A robots.txt that cannot be read should be an empty file.",
        sql="""
            SELECT s.url, 'Line ' || r.line || ' ' || r.problem || coalesce(': ' || quoted(nullif(
                       concat_ws(': ', nullif(r.directive, ''), nullif(r.value, '')), '')), '') AS evidence
            FROM site s, robots_rules r WHERE r.problem IS NOT NULL
            UNION ALL
            SELECT s.url, r.url || ' answered with status ' || r.status AS evidence
            FROM site s JOIN resources r ON host_of(r.url) = host_of(s.url) AND path_of(r.url) = '/robots.txt'
            WHERE r.outcome IN ('client_error', 'server_error') AND r.status NOT IN (404, 410)
        """,
    ),
    Check(
        id="robots.search_engine_blocked",
        severity="error",
        population="site",
        title="Google or Bing may not read the home page",
        why="Robots.txt forbids it. They cannot show what they may not read, and AI answers build on them.",
        fix="Remove the line from robots.txt, unless the site is not meant for the public yet.",
        sql=f"{_MAY_NOT_READ_HOME} AND a.agent IN ('Googlebot', 'Bingbot')",
    ),
    Check(
        id="robots.search_agent_blocked",
        severity="warning",
        population="site",
        title="Search services may not read the home page",
        why="They answer patients, many of them with AI, and name the pages that they read. This site cannot be named.",
        fix="Allow these agents in robots.txt. That allows no training, which has agents of its own.",
        sql=f"""{_MAY_NOT_READ_HOME} AND a.agent_class = 'search'
                AND a.agent NOT IN ('Googlebot', 'Bingbot')""",
    ),
    Check(
        id="robots.search_pages_blocked",
        severity="warning",
        population="site",
        title="Search services may not read pages that are open to others",
        why="These pages are open to crawlers, yet not to these search services: patients do not find them there.",
        fix="Remove the rules for these agents from robots.txt, or keep them if the pages should not be found.",
        sql="""
            SELECT s.url, a.agent || ' (' || a.operator || ') may not read ' || counted(a.pages_blocked, 'page')
                   AS evidence
            FROM site s, robots_agents a WHERE a.agent_class = 'search' AND a.allowed AND a.pages_blocked > 0
        """,
    ),
    Check(
        id="robots.user_fetch_blocked",
        severity="notice",
        population="site",
        title="AI assistants are asked not to open the home page",
        why="They open a page when someone asks about it, and may do so all the same: not all of them obey robots.txt.",
        fix="If patients may ask an assistant about the clinic, allow these agents in robots.txt; if not, leave it.",
        sql=f"{_MAY_NOT_READ_HOME} AND a.agent_class = 'user_fetch'",
    ),
    Check(
        id="robots.ai_crawlers_blocked",
        severity="notice",
        population="site",
        title="AI training may not use the home page",
        why="This is a choice of policy, made in robots.txt. It does not take the site out of search, nor out of ChatGPT's search.",
        fix="Leave it if the clinic wants it so; else remove the rules for these agents.",
        sql=f"{_MAY_NOT_READ_HOME} AND a.agent_class = 'training'",
    ),
)
