"""Which zone of a page a class or an id names, by the words of themes, page builders and pop-up plug-ins."""

import re
from functools import lru_cache

_SITE = r"(?:site|main|global|primary|page|desktop|mobile)"
_PART = (
    r"(?:[-_]{0,2}(?:top|bottom|area|main|wrap|wrapper|inner|outer|bar|container|section|content|widgets?|sidebar"
    r"|columns?|row|\d))"
)
_OVERLAY = r"(?:modal|popup|pop-up|lightbox|dialog)"
_OVERLAY_PART = (
    r"(?:[-_]{1,2}(?:wrap|wrapper|container|content|body|inner|outer|holder|box|window|panel|overlay|backdrop|bg"
    r"|dialog|form|[a-z]*\d+))"
)
_TRIGGER = (
    r"(?:trigger|link|btn|button|open|opener|close|show|launch|toggle|icon|gallery|image|img|photo|video|youtube"
    r"|vimeo|map|thumb|item|enabled|active|has|no|with)"
)
_NAMED = tuple(
    (zone, re.compile(words, re.IGNORECASE))
    for zone, words in (
        (
            "modal",
            rf"(?!(?:.*[-_])?(?:multi|bi|uni|tri|inter|cross)-?modal)(?!(?:.*[-_])?{_TRIGGER}(?:[-_]|$))"
            rf"(?:(?:.*[-_])?(?:{_OVERLAY}|[a-z\d]*popup|re-?modal){_OVERLAY_PART}*|(?:modal|popup)[-_].*"
            r"|(?-i:[\w-]*[a-z\d](?:Modal|Popup|PopUp|Lightbox|LightBox|Dialog))|mfp-hide"
            r"|(?:.*[-_])?(?:live-?)?chat[-_]?(?:bot|widget|box|window|panel)(?:[-_].*)?"
            r"|(?:.*[-_])?(?:cookies?|consent|gdpr)[-_]?(?:banner|bar|notice|box|message|law|consent)(?:[-_].*)?)",
        ),
        (
            "sticky",
            r".*sticky.*|(?:navbar-|is-|position-)?fixed(?:-(?:top|bottom|header|bar|cta))?|.*floating.*|call-?bar"
            r"|float-(?:button|btn|call|cta|bar|icon)|(?:whatsapp|wa|call|phone|chat)[-_]?float"
            r"|mobile-?(?:bottom-?)?(?:bar|cta|call).*|click-?to-?call.*",
        ),
        (
            "footer",
            rf"(?:(?:{_SITE}|pre|sub|top|bottom)[-_]?)?footer{_PART}*|colophon|copyrights?{_PART}*|site-?info"
            r"|bottom[-_](?:bar|footer|widgets?|sidebar)|(?:site|page)-?bottom",
        ),
        (
            "nav",
            r"nav|navbar(?:-.*)?|(?:.*[-_])?navigation|(?:main|top|site|primary|mobile|footer|side|utility)-?(?:nav|menu)"
            r"|menu|.*-menu|off-?canvas|breadcrumbs?|(?:.*[-_])?(?:menu|nav)[-_]?(?:modal|popup|overlay|drawer|dialog)",
        ),
        (
            "header",
            rf"(?:(?:site|main|global|primary|desktop|mobile|top|pre|above)[-_]?)?header{_PART}*|masthead"
            rf"|(?:top|utility|announcements?)[-_]?bar{_PART}*",
        ),
        ("hero", r"(?:.*[-_])?(?:hero|jumbotron|banner|slider|carousel)(?:[-_].*)?"),
        ("aside", r"(?:.*[-_])?sidebar(?:[-_].*)?|widget-area"),
    )
)
"""Zone by a class or id as a whole; `card-header` and `entry-footer` are parts of the content."""

_NAV = next(pattern for zone, pattern in _NAMED if zone == "nav")
_TOP = re.compile(
    r"(?:.*[-_])?(?:top[-_]?(?:bar|strip|line|info|contact)|announce(?:ment)?s?"
    r"|(?:announcement|alert|notice|notification)s?[-_]?banner"
    r"|(?:announcement|alert|notice|notification|promo|info|contact|news|hello|utility)s?[-_]?(?:bar|strip|ribbon|ticker))",
    re.IGNORECASE,
)
"""Names of a line at the top of the page; further down they are of the content."""


@lru_cache(maxsize=8192)
def zone_of_names(names: tuple[str, ...], may_overlay: bool) -> str | None:
    """Zone that one of these classes and ids names; `may_overlay`: on such an element they may name a pop-up."""
    named = _NAMED if may_overlay else _NAMED[1:]
    zone = next((z for z, pattern in named if any(pattern.fullmatch(name) for name in names)), None)
    return "nav" if zone == "modal" and any(map(_NAV.fullmatch, names)) else zone


@lru_cache(maxsize=8192)
def names_a_line(names: tuple[str, ...]) -> bool:
    """One of them names a line at the top of a page, such as an announcement."""
    return any(map(_TOP.fullmatch, names))
