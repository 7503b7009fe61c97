"""How words, numbers and addresses of a crawl are written for people. Crawled text is hostile input."""

import html
import re
import unicodedata
from datetime import UTC, datetime
from urllib.parse import unquote, urlsplit

CHART_LABEL = 80
"""Characters of a label in a chart."""

_SPACE = re.compile(r"\s+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def clean(value: object) -> str:
    """Text for display: controls, bidi overrides and invisible characters gone, white space collapsed."""
    kept = (" " if unicodedata.category(c) in ("Zl", "Zp", "Cc") else c for c in str(value))
    return _SPACE.sub(
        " ", "".join(c for c in kept if unicodedata.category(c) not in ("Cf", "Cn", "Co", "Cs"))
    ).strip()


def cut(value: object, length: int) -> str:
    """Cleaned text of at most `length` characters."""
    text = clean(value)
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def chart_label(value: object) -> str:
    """Text that Plotly shows as it is, never as its own markup."""
    return html.escape(cut(value, CHART_LABEL), quote=False)


def csv_safe(value: object) -> str:
    """A cell that no spreadsheet takes for a formula: such text gets a leading apostrophe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return str(value)
    text = clean(value)
    return "'" + text if str(value).startswith(_FORMULA) or text.startswith(_FORMULA) else text


def safe_link(url: object) -> str | None:
    """The address if a browser may open it: http or https and nothing else."""
    text = str(url or "")
    try:
        parts = urlsplit(text)
    except ValueError:
        return None
    return text if parts.scheme in ("http", "https") and parts.netloc and text == clean(text) else None


def path_of(url: object) -> str:
    """Path and query of an address, readable."""
    try:
        parts = urlsplit(str(url or ""))
    except ValueError:
        return clean(url)
    query = f"?{parts.query}" if parts.query else ""
    return clean(unquote(parts.path or "/") + unquote(query))


def host_of(url: object) -> str:
    """Host and port of an address; empty where it has none."""
    try:
        return urlsplit(str(url or "")).netloc
    except ValueError:
        return ""


def number(value: object) -> str:
    """A number with thousands separated; a fraction keeps one digit."""
    if value is None:
        return "–"
    if isinstance(value, float) and not value.is_integer():
        return f"{value:,.1f}"
    return f"{int(str(value).split('.')[0]):,}"


def plural(count: int, one: str, many: str | None = None) -> str:
    """`1 page`, `2 pages`."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def percent(part: int | float, whole: int | float) -> str:
    """Share in whole percent; 100 and 0 only where they are exact."""
    if not whole:
        return "–"
    share = 100 * part / whole
    shown = round(share)
    if shown == 100 and part < whole:
        shown = 99
    if shown == 0 and part > 0:
        shown = 1
    return f"{shown} %"


def moment(value: datetime | None) -> str:
    """`22 Nov 2026, 02:14 UTC`."""
    return f"{value.day} {value:%b %Y, %H:%M} UTC" if value else "unknown"


def day(value: object) -> str:
    """`1 Mar 2026` of an ISO 8601 date, `Mar 2026` of a month; anything else as it is."""
    text = clean(value)
    try:
        date = datetime.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        return text
    return f"{date.day} {date:%b %Y}" if len(text) > 7 else f"{date:%b %Y}"


def crawl_time(crawl_id: str) -> datetime | None:
    """Time that a crawl id stands for, without a zone (UTC)."""
    try:
        return datetime.strptime(crawl_id[:16], "%Y%m%dT%H%M%S%z").replace(tzinfo=None)
    except ValueError:
        return None


def crawl_name(crawl_id: str) -> str:
    """A crawl id as people say it."""
    time = crawl_time(crawl_id)
    return moment(time) if time else clean(crawl_id)


def utc_now() -> datetime:
    """Now, in UTC without a zone, as the snapshots keep times."""
    return datetime.now(UTC).replace(tzinfo=None)
