"""The country that a site's national phone numbers belong to, read off one of its pages."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import phonenumbers

from crawler.extract.document import Document, attribute, text_of
from crawler.extract.phones.national import country_of_numbers
from crawler.extract.phones.numbers import number_of, region_of
from crawler.extract.structured.data import StructuredData

DEFAULT = "US"

_NAMES = {
    "united states": "US", "united states of america": "US", "usa": "US", "u.s.": "US", "u.s.a.": "US",
    "united kingdom": "GB", "uk": "GB", "great britain": "GB", "england": "GB", "scotland": "GB", "wales": "GB",
    "gbr": "GB", "canada": "CA", "can": "CA", "australia": "AU", "aus": "AU", "new zealand": "NZ", "nzl": "NZ",
    "ireland": "IE", "irl": "IE", "india": "IN", "ind": "IN", "france": "FR", "fra": "FR", "belgium": "BE",
    "belgique": "BE", "belgië": "BE", "bel": "BE", "germany": "DE", "deutschland": "DE", "deu": "DE",
    "austria": "AT", "österreich": "AT", "aut": "AT", "switzerland": "CH", "suisse": "CH", "schweiz": "CH",
    "che": "CH", "netherlands": "NL", "nederland": "NL", "nld": "NL", "spain": "ES", "españa": "ES", "esp": "ES",
    "mexico": "MX", "méxico": "MX", "mex": "MX", "italy": "IT", "italia": "IT", "ita": "IT", "portugal": "PT",
    "south africa": "ZA", "singapore": "SG", "luxembourg": "LU", "puerto rico": "PR",
}  # fmt: skip
"""Names and three-letter codes under which sites publish their country."""

_DOMAINS_OF_COUNTRIES = {"uk": "GB"}
_DOMAINS_USED_BY_ALL = frozenset("ai cc co fm gg io la me tv ws to ly ac sh vc pw tk gl im is am".split())
_INTERNATIONAL = re.compile(r"(?<![\w+])\+\s?\d[\d\s().\-/]{6,20}\d")
_TELEPHONE = re.compile(r'"(?:telephone|faxNumber)"\s*:\s*"([^"]{6,40})"')
_LOCALE = re.compile(r"[a-zA-Z]{2,3}(?:[-_][a-zA-Z]{4})?[-_]([a-zA-Z]{2})\b")


def guess_region(document: Document, data: StructuredData) -> str:
    """ISO country of a page, by what it says of it; else US."""
    return region_clue(document, data) or DEFAULT


def region_clue(document: Document, data: StructuredData) -> str | None:
    """ISO country of a page: from the address in its structured data, the host's ending, the region of its
    language, most of its international numbers, its Open Graph locale, a country of its language whose national
    numbers it shows; null where none of them tells."""
    if clue := _of_address(document, data) or _of_domain(document.site) or _of_language(document):
        return clue
    text = text_of(document.soup)
    return (
        _of_numbers(document, text)
        or _of_locale(_open_graph_locale(document))
        or country_of_numbers(text, document.attribute_of_root("lang") or "")
    )


def _of_language(document: Document) -> str | None:
    """Region of the page's language; en-US is what site builders write everywhere and says nothing."""
    region = _of_locale(document.attribute_of_root("lang"))
    return region if region != DEFAULT else None


def _of_address(document: Document, data: StructuredData) -> str | None:
    published = [name for item in data.values for name in _countries(item, 0)]
    published += [
        attribute(tag, "content") or text_of(tag)
        for tag in document.with_attribute("itemprop")
        if "addressCountry" in (attribute(tag, "itemprop") or "").split()
    ]
    return next((region for name in published if (region := _known(name))), None)


def _countries(item: Any, depth: int) -> Iterator[str]:
    if depth > 50:
        return
    if isinstance(item, list):
        for member in item:
            yield from _countries(member, depth + 1)
    if not isinstance(item, dict):
        return
    country = item.get("addressCountry")
    named = country.get("name") if isinstance(country, dict) else country
    if isinstance(named, str):
        yield named
    for value in item.values():
        yield from _countries(value, depth + 1)


def _known(name: str) -> str | None:
    name = name.strip()
    code = name.upper()
    if code in phonenumbers.SUPPORTED_REGIONS:
        return code
    return _NAMES.get(name.lower())


def _of_domain(site: str) -> str | None:
    ending = site.partition(":")[0].rstrip(".").rsplit(".", 1)[-1].lower()
    if "." not in site or ending in _DOMAINS_USED_BY_ALL or len(ending) != 2:
        return None
    return _DOMAINS_OF_COUNTRIES.get(ending) or _known(ending)


def _of_locale(locale: str | None) -> str | None:
    match = _LOCALE.match((locale or "").strip())
    return _known(match[1]) if match else None


def _of_numbers(document: Document, shown: str) -> str | None:
    """Country of most distinct numbers that are published with a plus, in the page's text `shown` and its links."""
    written = [attribute(tag, "href") or "" for tag in document.named("a", "area")]
    text = "\n".join(href.replace("%20", " ").replace("%2B", "+") for href in written if ":" in href)
    scripts = (str(part) for tag in document.named("script") for part in tag.contents)
    text = "\n".join([text, shown, *(m for part in scripts for m in _TELEPHONE.findall(part))])
    numbers = {re.sub(r"\D", "", match.replace("(0)", "")) for match in _INTERNATIONAL.findall(text)}
    dialled = (number_of("+" + number, DEFAULT) for number in sorted(numbers))
    regions = Counter(
        region for number in dialled if number and number.valid and (region := region_of(number.e164))
    )
    return regions.most_common(1)[0][0] if regions else None


def _open_graph_locale(document: Document) -> str | None:
    for tag in document.named("meta"):
        if (attribute(tag, "property") or "").lower() == "og:locale":
            return attribute(tag, "content")
    return None
