"""What only pages in another language than the site's main one name."""

import duckdb

from crawler.analyse.main_language import main_language
from crawler.text import counted

_NAMES = {"de": "German", "en": "English", "es": "Spanish", "fr": "French"}

_ELSEWHERE = """
SELECT e.kind, e.entity, language, count(*) AS pages
FROM entities e JOIN work.page_facts USING (url) JOIN work.pages USING (url) JOIN work.languages l USING (language)
WHERE e.kind IN ('condition', 'treatment') AND e.count > 0 AND NOT l.is_main
GROUP BY e.kind, e.entity, language
QUALIFY row_number() OVER (PARTITION BY e.kind, e.entity ORDER BY count(*) DESC, language) = 1
"""


def named_elsewhere(db: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    """What to say of a condition or treatment, by kind and id, that no page in the main language names."""
    main = main_language(db)
    return {
        (kind, entity): f"No page in {_NAMES.get(main, main)} names it; {counted(pages, 'page')} in "
        f"{_NAMES.get(language, language)} {'do' if pages > 1 else 'does'}."
        for kind, entity, language, pages in db.execute(_ELSEWHERE).fetchall()
    }
