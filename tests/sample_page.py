"""What the sample's pages tell machines, who stands behind them, what they promise and what watches their visitors."""

from collections.abc import Sequence
from typing import Any

from crawler.tables import facts, media, tools, trust

Row = tuple[Any, ...]
CLINICAL = ("condition", "treatment", "article")


def of_pages(pages: Sequence[tuple[str, str]], root: str, hostile: Sequence[str]) -> dict[str, list[Row]]:
    """Rows by table; `pages` are (address, kind of page). The words in `hostile` stand in every text column once."""
    script, formula, bidi = hostile[:3]
    tables: dict[str, list[Row]] = {
        "structured_data": [
            trust.StructuredDataRow(pages[0][0], 1, "json-ld", "MedicalClinic", "{}", None, "trailing comma"),
            trust.StructuredDataRow(
                pages[1][0], 1, "json-ld", None, None, "line 4, column 7: expected a comma", None
            ),
        ]
    }
    for at, (url, kind) in enumerate(pages):
        found = {
            "head_tags": _head_tags(url, root, script),
            "robots_directives": _directives(url, kind),
            "structured_items": _items(url, script),
            "videos": _videos(url, script) if kind in ("article", "faq") else [],
            "people": _people(url, root, script) if kind in CLINICAL and at % 4 else [],
            "dates": _dates(url, at) if kind in CLINICAL and at % 5 else [],
            "references": _references(url, at, formula) if kind in CLINICAL and at % 3 else [],
            "claims": _claims(url, script, bidi) if kind in CLINICAL and at % 2 else [],
            "trackers": _trackers(url, kind, script),
            "forms": _forms(url, root, kind),
            "accessibility": _accessibility(url, script) if at % 3 == 0 else [],
        }
        for table, rows in found.items():
            tables.setdefault(table, []).extend(rows)
    return tables


def longest_sentence(path: str, hostile: str) -> str:
    return f"On {path} the sentence that never ends goes on, {'and on, ' * 26}until {hostile} the reader gives up."


def _head_tags(url: str, root: str, hostile: str) -> list[Row]:
    def row(at: int, name: str, value: str, target: str | None = None, hreflang: str | None = None) -> Row:
        return facts.HeadTagRow(url, at, name, value, target, hreflang, None, None, "head")

    return [
        row(1, "link:alternate", "/es/", f"{root}/es/", "es"),
        row(2, "link:alternate", url, url, "en-US"),
        row(3, "og:site_name", "Harbour Joint"),
        row(4, "twitter:card", f"summary {hostile}"),
    ]


def _directives(url: str, kind: str) -> list[Row]:
    rows: list[Row] = [facts.RobotsDirectiveRow(url, 1, "robots", "max-image-preview", "large", "head")]
    if kind == "legal":
        rows.append(facts.RobotsDirectiveRow(url, 2, "googlebot", "noindex", None, "header"))
    return rows


def _items(url: str, hostile: str) -> list[Row]:
    return [
        trust.StructuredItemRow(url, 1, 1, "", "MedicalWebPage", None, f"About {hostile}", ["name", "about"], ["lastReviewed"]),
        trust.StructuredItemRow(url, 2, 1, "about", "MedicalCondition", "#c", None, [], ["name", "code"]),
    ]  # fmt: skip


def _videos(url: str, hostile: str) -> list[Row]:
    return [
        media.VideoRow(
            url, 1, "youtube", "https://video.example/embed/1", hostile, None, None, False, "lazy", "main"
        ),
        media.VideoRow(url, 2, "file", "https://video.example/2.mp4", None, None, False, True, None, "hero"),
    ]


def _people(url: str, root: str, hostile: str) -> list[Row]:
    profile = f"{root}/about/dr-rivera/"
    return [
        trust.PersonRow(url, 1, "author", "Ana Rivera", "Dr Ana Rivera, MD", "MD", profile, "json-ld"),
        trust.PersonRow(url, 2, "author", "Ana Rivera", "by Ana Rivera", None, None, "text"),
        trust.PersonRow(url, 3, "reviewer", f"Bo Lind {hostile}", f"Bo Lind {hostile}", "DPT, OCS", "javascript:alert(1)", "text"),
    ]  # fmt: skip


def _dates(url: str, at: int) -> list[Row]:
    year = 2026 if at % 2 else 2022
    return [
        trust.DateRow(url, 1, "published", f"{year}-03-01", f"{year}-03-01T08:00:00Z", "json-ld"),
        trust.DateRow(url, 2, "published", f"{year}-06-14", f"June 14, {year}", "text"),
        trust.DateRow(url, 3, "reviewed", f"{year}-07", f"July {year}", "text"),
    ]


def _references(url: str, at: int, hostile: str) -> list[Row]:
    return [
        trust.ReferenceRow(
            url, 1, 1, 2, f"Lind B. A study of knees {hostile}. J Knee. 2021;4(2):1-8.", "Lind B", "A study of knees", "J Knee",
            2021, "4(2)", "1-8", f"10.1000/knee.{at}", "12345678", None, "https://journal.example/study", False, 9,
        ),
        trust.ReferenceRow(
            url, 2, 2, 0, f"{hostile} An old leaflet.", None, None, None, 1998, None, None, None, None, None,
            "javascript:window.__xss=1", True, 9,
        ),
        trust.ReferenceRow(
            url, 3, 7, 1, None, None, None, None, None, None, None, None, None, None, None, False, 4
        ),
    ]  # fmt: skip


def _claims(url: str, hostile: str, bidi: str) -> list[Row]:
    sentences = (
        ("absolute", "cures", f"Our therapy cures knee pain {hostile} for good."),
        ("superlative", "the best", f"We are the best clinic {bidi} on the coast."),
        ("tissue_effect", "rebuilds", "The injection rebuilds cartilage."),
    )
    return [
        trust.ClaimRow(url, at, claim, phrase, sentence, at, at == 3)
        for at, (claim, phrase, sentence) in enumerate(sentences, 1)
    ]


def _trackers(url: str, kind: str, hostile: str) -> list[Row]:
    def row(at: int, vendor: str, kind: str, account: str | None) -> Row:
        return tools.TrackerRow(url, at, vendor, kind, account, "script", f"https://tracker.example/{hostile}")

    rows = [
        row(1, "Google Tag Manager", "tag_manager", "GTM-ABC123"),
        row(2, "Google Analytics 4", "analytics", None),
    ]
    if kind in ("condition", "contact"):
        rows.append(row(3, "Meta Pixel", "ads", "123456789012345"))
    if kind == "contact":
        rows += [row(4, f"Hotjar {hostile}", "replay", None), row(5, "Google Maps", "map", None)]
    return rows


def _forms(url: str, root: str, kind: str) -> list[Row]:
    search = tools.FormRow(url, 1, "search", "get", f"{root}/", ["search"], 1, None, "header")
    if kind != "contact":
        return [search]
    fields = ["name", "phone", "insurance", "message"]
    return [
        search,
        tools.FormRow(url, 2, "booking", "post", "https://forms.example/x", fields, 2, "Jotform", "main"),
        tools.FormRow(url, 3, "contact", "post", None, ["email"], 0, None, "footer"),
    ]


def _accessibility(url: str, hostile: str) -> list[Row]:
    return [
        tools.AccessibilityRow(url, "link-without-name", 3, f'<a href="/x"> {hostile}'),
        tools.AccessibilityRow(url, "a-rule-of-tomorrow", 1, "<div>"),
    ]
