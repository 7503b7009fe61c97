"""What patients may look for: how well the site covers it, what the clinic offers, and what is left to do."""

from typing import Annotated, NamedTuple


class CoverageRow(NamedTuple):
    kind: Annotated[str, "condition, treatment, cell, intent, page_type, location or provider"]
    condition: Annotated[str | None, "taxonomy id"]
    treatment: Annotated[str | None, "taxonomy id"]
    key: Annotated[str, "id of this row, unique with kind"]
    label: Annotated[str, "in plain words"]
    body_area: Annotated[str | None, "body area it belongs to, in plain words"]
    tier: Annotated[int, "1 expects a page of its own, 2 a section, 3 is nice to have"]
    offered: Annotated[str, "yes, no or inferred"]
    state: Annotated[str, "unknown, none, mentioned, thin, covered or strong"]
    score: Annotated[int, "0 to 100, of the best page"]
    best_url: Annotated[
        str | None, "page that covers it best; of what is unknown, it may be one that could not be read"
    ]
    pages: Annotated[int, "pages that name it"]
    reasons: Annotated[str, "why this state, in words"]
    need: Annotated[
        str, "required; of a question also recommended, or optional: listed where a page answers it"
    ] = "required"
    weight: Annotated[float, "weight in the site's coverage; 0: not required, so in neither sum"] = 1.0
    impressions: Annotated[
        int | None,
        "times in 28 days that searches for it showed the site, by searches; null: none can be gone by, or cannot tell",
    ] = None


class CoverageScoreRow(NamedTuple):
    kind: Annotated[str, "kind in coverage"]
    key: Annotated[str, "key in coverage"]
    position: Annotated[int, "order of the parts, from 1"]
    part: Annotated[
        str,
        "title, h1, heading, address, first_words, depth, answers, anchors, call, age or cap; of a cell prominence, depth "
        "or support; of a question answer; else page",
    ]
    points: Annotated[float, "points of this part; all parts together, rounded, are the score"]
    most: Annotated[float | None, "most that it can be; null: it only takes points away"]
    reason: Annotated[str, "what it is for, in words"]


class ServiceRow(NamedTuple):
    kind: Annotated[str, "condition or treatment"]
    key: Annotated[str, "taxonomy id"]
    label: Annotated[str, "in plain words"]
    family: Annotated[str | None, "family of a treatment, body area of a condition; null: none"]
    offered: Annotated[str, "yes, no or inferred: to be confirmed"]
    source: Annotated[
        str,
        "who says so: file (the clinic's), confirmed or struck (in the dashboard), navigation, structured_data or page "
        "(its title or H1), site (the site as a whole)",
    ]
    evidence: Annotated[str, "the same in words"]
    url: Annotated[str | None, "page that shows it; null: none"]


class GapRow(NamedTuple):
    gap_id: Annotated[str, "stable over crawls: made of kind, rule and key"]
    kind: Annotated[
        str,
        "topic, cell, thin, intent, page_type, cta, internal_link, structured_data, freshness, trust, demand, striking, "
        "ctr, sitemap, target, cannibalisation, accessibility, privacy, claims or competitor",
    ]
    rule: Annotated[str, "what tells gaps of one kind apart: of a check its id"]
    severity: Annotated[int, "1 (slight) to 5 (grave)"]
    key: Annotated[str, "what it is about: row of coverage, a URL, a check, …"]
    entities: Annotated[list[str], "taxonomy ids that it is about, as kind:id"]
    url: Annotated[str | None, "page to work on; null: a page is missing, or there are several"]
    pages: Annotated[list[str], "pages that it was concluded from, at most 500; empty: from the site as a whole"]
    title: Annotated[str, "in plain words"]
    why: Annotated[str, "why it matters"]
    action: Annotated[str, "what to do, verb first"]
    effort: Annotated[str, "an estimate: S (up to an hour), M (about half a day) or L (a day or more)"]
    confidence: Annotated[float, "that it is true, 0 to 1"]
    demand: Annotated[
        int | None, "times in 28 days that searches for it showed this site, by searches; null: not known"
    ]
    business_weight: Annotated[float, "of the clinic's file; 1 where it says nothing"]
    priority: Annotated[
        float,
        "severity × confidence × (1 + log10(1 + demand)) × business_weight ÷ effort (S 1, M 2, L 4); higher is first",
    ]
    evidence: Annotated[str, "JSON"]
    rule_version: Annotated[str | None, "version of the rules; null: of a time before rules had one"]
    state: Annotated[
        str,
        "new, open, reopened (it had been fixed), unknown (a page that it is about was not read in this crawl) or fixed "
        "(it was seen to be gone; kept for a year)",
    ]
    decision: Annotated[
        str | None,
        "accepted, snoozed or wont_do, as the clinic had decided at the analysis; null: nothing in force",
    ]
    first_seen: Annotated[str, "crawl id"]
    last_seen: Annotated[str, "crawl id of the last crawl that found it"]
    since: Annotated[str | None, "crawl id since which it is there without a break, or is fixed"]


class NextActionRow(NamedTuple):
    rank: Annotated[int, "1 is first; readers leave out what was snoozed or will not be done since"]
    action_id: Annotated[str, "stable over crawls: made of what is one job"]
    theme: Annotated[str, "calls, write, extend, broken, found, trust or visitors"]
    title: Annotated[str, "verb first"]
    action: Annotated[str, "what to do, in more words"]
    value: Annotated[str, "what it is worth to patients, in words"]
    size: Annotated[str, "how much is missing or broken, in words"]
    effort: Annotated[
        str, "an estimate for all of it: S (up to an hour), M (about half a day) or L (a day or more)"
    ]
    priority: Annotated[float, "patient value × size ÷ effort; the formula stands below"]
    gap_ids: Annotated[list[str], "gaps that it mends, the gravest first; empty: that of a check without a gap"]
    check_id: Annotated[str | None, "check that it mends; null: gaps"]
    pages: Annotated[list[str], "pages that it is about, at most 500"]
    brief_kind: Annotated[str | None, "kind in coverage of what is to be written; null: nothing new is"]
    brief_key: Annotated[str | None, "key in coverage of what is to be written; null: nothing new is"]
