"""What changed on the sample's site, of every kind, with hostile words in it."""

from typing import Any

from crawler.tables.analysis import ChangeRow


def of_site(root: str, hostile: str, formula: str, number: str) -> list[tuple[Any, ...]]:
    """Rows of `changes` from the night before."""
    knee, faq, blog = f"{root}/conditions/knee-oa/", f"{root}/faq/", f"{root}/blog/hostile-markup/"
    return [
        ChangeRow("page", f"{root}/treatments/prp/", "added", "A new page", None, hostile, 45.0),
        ChangeRow("page", f"{root}/old-offer/", "gone", "The page is gone: the server answers 404", "An offer that ended", None, 60.0),
        ChangeRow("page", knee, "title", "The title", formula, hostile, 40.0),
        ChangeRow("page", faq, "indexability", "Whether search engines may show it", "noindex", "indexable", 90.0),
        ChangeRow("page", faq, "page_type", "The kind of page", "article", "faq", 8.0),
        ChangeRow("page", faq, "author", "The author", None, "Ana Rivera", 20.0),
        ChangeRow("page", blog, "main_text", "The text", "410 words", "510 words", 20.0),
        ChangeRow("phone", faq, number, "A phone number went", "1 link", None, 70.0),
        ChangeRow("phone", blog, number, "A phone number went", "1 link", None, 60.0),
        ChangeRow("coverage", knee, "condition:knee_oa", "Knee osteoarthritis", "thin", "strong", 50.0),
        ChangeRow("gap", knee, "gap-03", "Say more about Tennis elbow", "open", "fixed", 50.0),
        ChangeRow("issue", knee, "title.missing", "Pages without a title", None, "no title", 40.0),
        ChangeRow("issue", faq, "link.broken", "Links to pages that are gone", "1 link", None, 40.0),
    ]  # fmt: skip
