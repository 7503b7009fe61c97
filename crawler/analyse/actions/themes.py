"""Themes of actions: what sort of work it is, for a reader and for the order."""

_OF_KINDS = {
    "cta": "calls",
    "topic": "write",
    "page_type": "write",
    "demand": "write",
    "competitor": "write",
    "thin": "extend",
    "cell": "extend",
    "intent": "extend",
    "cannibalisation": "extend",
    "target": "extend",
    "internal_link": "found",
    "structured_data": "found",
    "sitemap": "found",
    "striking": "found",
    "ctr": "found",
    "trust": "trust",
    "freshness": "trust",
    "claims": "trust",
    "accessibility": "visitors",
    "privacy": "visitors",
}
_OF_RULES = {"hidden": "found", "other_page": "found"}
_OF_FAMILIES = {
    "phone": "calls",
    "cta": "calls",
    "http": "broken",
    "redirect": "broken",
    "link": "broken",
    "image": "broken",
    "content": "extend",
    "security": "visitors",
}


def theme_of_gap(kind: str, rule: str) -> str:
    """calls, write, extend, broken, found, trust or visitors."""
    return _OF_RULES.get(rule) or _OF_KINDS[kind]


def theme_of_check(family: str) -> str:
    """The same for a failed check, by its family; most are about being found."""
    return _OF_FAMILIES.get(family, "found")
