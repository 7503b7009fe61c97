"""URLs as browsers read them (WHATWG, by ada): resolved, normalised, without fragment."""

import re

import ada_url

_TRIM = "".join(map(chr, range(0x21)))
_LOOPBACK = re.compile(r"(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|/|$)")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.\-]*:")


def normalise(href: str, base: str | None = None) -> str | None:
    """Absolute http(s) URL of `href` seen on `base`, without fragment; null where it is none."""
    try:
        parsed = ada_url.URL(href, base)
    except (ValueError, UnicodeError):
        return None
    if parsed.protocol not in ("http:", "https:") or not parsed.hostname:
        return None
    parsed.hash = ""
    return str(parsed.href)


def seed_url(text: str) -> str | None:
    """Normalised URL of what an operator types, who may leave out the scheme; null where it is no URL.

    A user name and password are left out: they would stand in every row of the dataset.
    """
    text = text.strip(_TRIM)
    host, _, rest = text.partition(":")
    bare_host_port = bool(rest) and rest.split("/")[0].isdigit()
    if not _SCHEME.match(text) or (bare_host_port and host.lower() not in ("http", "https")):
        text = f"{'http' if _LOOPBACK.match(text) else 'https'}://{text}"
    url = normalise(text)
    if url is None or not _has_plausible_host(url):
        return None
    return without_credentials(url)


def without_credentials(url: str) -> str:
    """`url`, normalised, without user name and password."""
    if "@" not in url:
        return url
    parsed = ada_url.URL(url)
    parsed.username = parsed.password = ""
    return str(parsed.href)


TRACKING = frozenset(
    {
        "dclid", "epik", "fbclid", "gad_campaignid", "gad_source", "gbraid", "gclid", "gclsrc", "igshid", "li_fat_id",
        "mc_cid", "mc_eid", "mkt_tok", "msclkid", "oly_anon_id", "oly_enc_id", "rdt_cid", "srsltid", "ttclid", "twclid",
        "vero_id", "wbraid", "yclid", "ysclid", "_ga", "_gl", "_hsenc", "_hsmi", "_kx", "hsctatracking", "scclid",
    }
)  # fmt: skip
"""Query parameters that only tell where a visitor came from, by their vendors' documentation."""

_TRACKING_PREFIXES = ("utm_", "mtm_", "pk_", "piwik_", "hsa_", "matomo_")


def without_tracking(url: str) -> tuple[str, str | None]:
    """`url`, normalised, without tracking parameters, and those as published; null where there are none.

    What is left keeps its order and spelling: another order is another address until the server says otherwise.
    """
    before, mark, query = url.partition("?")
    if not mark:
        return url, None
    kept: list[str] = []
    taken: list[str] = []
    for pair in query.split("&"):
        (taken if _tracks(pair.partition("=")[0].lower()) else kept).append(pair)
    if not taken:
        return url, None
    return before + ("?" + "&".join(kept) if kept else ""), "&".join(taken)


def _tracks(name: str) -> bool:
    return name in TRACKING or name.startswith(_TRACKING_PREFIXES)


def _has_plausible_host(url: str) -> bool:
    hostname = ada_url.URL(url).hostname
    return "." in hostname or hostname == "localhost" or hostname.startswith("[")


def host(url: str) -> str:
    """Host with port, as it stands in a normalised URL: the default scope of a crawl."""
    return url.split("/", 3)[2].rpartition("@")[2]


def site_folder(url: str) -> str:
    """Name of the site's folder in the store: the host, `:` as `_`, nothing that a path could misread."""
    return re.sub(r"[^a-z0-9.\-_]", "_", host(url).lower())


def site_name(site: str) -> str:
    """What two addresses, or folders, of one site share: the folder's name without `www.`; empty where it is none."""
    seed = seed_url(site)
    return site_folder(seed).removeprefix("www.") if seed else ""
