"""Numbers that a script dials on a tap: handlers such as onclick, and `javascript:` addresses."""

import re
from itertools import islice
from urllib.parse import unquote

from crawler.extract.phones.links import phone_link
from crawler.extract.phones.numbers import dialled
from crawler.extract.phones.phone_link import PhoneLink

HANDLER = re.compile(
    r"on(?:click|mouse(?:down|up)|touch(?:start|end)|pointer(?:down|up))|(?:@|v-on:|x-on:)(?:click|tap)[\w.]*"
    r"|(?:data-)?ng-click|\(click\)"
)
"""Names of attributes that hold what a tap runs, in HTML, Vue, Alpine and Angular."""

_LONGEST = 5000
"""Characters of a script that are read."""

_JOINT = re.compile(r"[\"'`]\s*\+\s*[\"'`]")
_ADDRESS = re.compile(
    r"[\"'`]\s*((?:tel|callto|sms|smsto|whatsapp):[^\"'`]*|(?:https?:)?//(?:wa\.me|api\.whatsapp)[^\"'`]*)"
)
_CALL = re.compile(
    r"\b\w{0,30}(?:call|dial|phone)\w{0,30}\s?\(\s?[\"'`]\s*(\+?\(?\d[\d\s().+-]{6,})[\"'`]", re.IGNORECASE
)
_RECORDS = re.compile(
    r"(?:\b(?:ga|gtag|fbq|_gaq\.push|_paq\.push|dataLayer\.push|plausible|umami|clarity|mixpanel|amplitude|hj|console\.\w+|alert)"
    r"|\b\w{0,20}(?:track|event|analytics|log)\w{0,20})\s?\([^;]*\Z",
    re.IGNORECASE,
)
"""A call before the number that only counts the tap."""

_BEFORE = 120
"""Characters before an address in which the call that it is handed to begins."""

_CALLS = ("tel", "callto")
_MOST = 5
"""Addresses of a script that are looked at."""


def may_call(code: str) -> bool:
    """`code` may dial: most handlers open menus, which a look tells."""
    return ":" in code or "call" in code or "dial" in code or "phone" in code.lower()


def script_link(code: str, region: str) -> PhoneLink | None:
    """Number that `code` calls, on channel script, or writes to; null where it tells none.

    A function that is only named for calling may do so or not: such a link does not dial.
    """
    code = _JOINT.sub("", unquote(code[:_LONGEST]))
    for found in islice(_ADDRESS.finditer(code), _MOST):
        if not _RECORDS.search(code[max(0, found.start() - _BEFORE) : found.start()]):
            link = phone_link(found[1], region)
            if link is not None and link.number is not None:
                return link._replace(channel="script") if link.channel in _CALLS else link
    call = _CALL.search(code)
    if call and not _RECORDS.search(call.group()):
        number = dialled(call[1], region)
        if number is not None and number.valid:
            return PhoneLink("script", call[1], number, dials=False)
    return None
