"""Cases of the checks on call tracking."""

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, page, phone, row, url

_NUMBER = "+13104531234"


def _tracked(path: str, vendor: str = "CallRail", **columns: object) -> Row:
    """A number that the script can swap, unless columns say otherwise."""
    found = {
        "mention": 1,
        "number": _NUMBER,
        "shown_text": "310-453-1234",
        "swappable": True,
        "reason": "As text.",
    }
    return row("call_tracking", url=url(path), vendor=vendor, **{**found, **columns})


def _kept(path: str, obstacle: str) -> list[Row]:
    """A page with a number that the script cannot swap."""
    return [page(path), phone(path), _tracked(path, swappable=False, obstacle=obstacle, reason="It is kept.")]


CASES = (
    Case(
        "call_tracking.not_swapped",
        "/letters /split",
        *_kept("/letters", "letters"),
        *_kept("/split", "split"),
        *_kept("/opted-out", "opted_out"),
        *_kept("/other", "other_number"),
        *_kept("/pool", "pool"),
        *_kept("/link", "other_link"),
        page("/swapped"),
        phone("/swapped"),
        _tracked("/swapped"),
        page("/split/", variant_of=url("/split"), variant_by="content"),
        phone("/split/"),
        _tracked("/split/", swappable=False, obstacle="split", reason="It is split."),
    ),
    Case(
        "call_tracking.missing",
        "/c",
        *(page(path) for path in ("/a", "/b", "/c", "/no-number")),
        *(phone(path) for path in ("/a", "/b", "/c", "/moved", "/lost")),
        page("/moved", meta_refresh="0; url=/a"),
        page("/lost", indexable=False, indexability="soft_404"),
        *(_tracked(path) for path in ("/a", "/b")),
        _tracked("/b", number=None, mention=None, swappable=None, shown_text=None),
    ),
    Case(
        "call_tracking.missing",
        "",
        *(page(path) for path in ("/a", "/b", "/c")),
        *(phone(path) for path in ("/a", "/b", "/c")),
        _tracked("/a"),
    ),
    Case("call_tracking.missing", "", page("/a"), phone("/a")),
    Case(
        "call_tracking.two_vendors",
        "/both",
        page("/both"),
        _tracked("/both"),
        _tracked("/both", "Invoca"),
        page("/one"),
        _tracked("/one"),
        _tracked("/one", mention=2),
        page("/other"),
        _tracked("/other", "Invoca"),
    ),
)
