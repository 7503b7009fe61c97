"""Opinions on the facts: every check in one list, a family a file.

A check runs over a named population (`populations`), its limits can be changed in the clinic's file
(`thresholds`), and a clinic can add checks of its own as files (`custom`).
"""

from crawler.checks import (
    architecture,
    assets,
    canonicals,
    content,
    ctas,
    descriptions,
    forms,
    head,
    headings,
    hreflang,
    http,
    images,
    indexability,
    language,
    links,
    mobile,
    phones,
    privacy,
    redirects,
    rendering,
    robots,
    security,
    sitemaps,
    structured_data,
    tags,
    titles,
    trust,
    urls,
)
from crawler.checks.check import Check

FAMILIES = (
    phones,
    ctas,
    http,
    redirects,
    indexability,
    canonicals,
    hreflang,
    head,
    robots,
    sitemaps,
    titles,
    descriptions,
    headings,
    content,
    rendering,
    trust,
    structured_data,
    links,
    architecture,
    images,
    assets,
    language,
    mobile,
    urls,
    security,
    privacy,
    forms,
    tags,
)

CHECKS: tuple[Check, ...] = tuple(check for family in FAMILIES for check in family.CHECKS)
"""Every check, in the order a reader wants them."""
