"""States, provinces and countries that stand in addresses, by their codes and names."""

import re

_US = """AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia
|FL Florida|GA Georgia|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland
|MA Massachusetts|MI Michigan|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire
|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania
|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|WA Washington
|WV West Virginia|WI Wisconsin|WY Wyoming|PR Puerto Rico|GU Guam|VI Virgin Islands"""
_CA = """AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia
|NT Northwest Territories|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Québec|QC Quebec|SK Saskatchewan|YT Yukon"""
_AU = """NSW New South Wales|VIC Victoria|QLD Queensland|SA South Australia|WA Western Australia|TAS Tasmania
|NT Northern Territory|ACT Australian Capital Territory"""
_IN = """AP Andhra Pradesh|AR Arunachal Pradesh|AS Assam|BR Bihar|CG Chhattisgarh|CH Chandigarh|DL Delhi|DL New Delhi|GA Goa
|GJ Gujarat|HR Haryana|HP Himachal Pradesh|JK Jammu and Kashmir|JH Jharkhand|KA Karnataka|KL Kerala|MP Madhya Pradesh
|MH Maharashtra|MN Manipur|ML Meghalaya|MZ Mizoram|NL Nagaland|OD Odisha|PY Puducherry|PB Punjab|RJ Rajasthan|SK Sikkim
|TN Tamil Nadu|TG Telangana|TS Telangana|TR Tripura|UP Uttar Pradesh|UK Uttarakhand|WB West Bengal"""
_COUNTRIES = """US USA|US U.S.A.|US United States of America|US United States|US EE.UU.|CA Canada|CA Canadá|AU Australia|IE Ireland|IE Éire
|IE Republic of Ireland|GB United Kingdom|GB UK|GB U.K.|GB Great Britain|GB England|GB Scotland|GB Wales|GB Northern Ireland
|FR France|FR Francia|BE Belgium|BE Belgique|BE België|BE Belgien|DE Germany|DE Deutschland|DE Allemagne|ES Spain|ES España
|ES Espagne|IN India|IN Bharat|NZ New Zealand|CH Switzerland|CH Suisse|CH Schweiz|AT Austria|AT Österreich|LU Luxembourg
|NL Netherlands|NL Nederland|NL The Netherlands|MX México|MX Mexico|IT Italy|IT Italia|PT Portugal|ZA South Africa"""


def _table(lines: str) -> list[tuple[str, str]]:
    found = []
    for line in lines.replace("\n", "").split("|"):
        code, _, name = line.partition(" ")
        found.append((code, name))
    return found


REGIONS: dict[str, dict[str, str]] = {
    country: {form.lower(): code for code, name in _table(lines) for form in (code, name)}
    for country, lines in (("US", _US), ("CA", _CA), ("AU", _AU), ("IN", _IN))
}
"""Code of a state or province by country and by code or name, in lower case."""

COUNTRIES: dict[str, str] = {name.lower().rstrip("."): code for code, name in _table(_COUNTRIES)}
"""ISO 3166 code by name, in lower case."""


def region_pattern(country: str) -> str:
    """Alternatives for a state or province of `country`: codes in capitals, names in any case."""
    codes = "|".join(sorted({code for code, _ in _table(_LINES[country])}))
    names = "|".join(sorted({re.escape(name) for _, name in _table(_LINES[country])}, key=len, reverse=True))
    return rf"(?:{codes}|(?i:{names}))"


_LINES = {"US": _US, "CA": _CA, "AU": _AU, "IN": _IN}
COUNTRY_PATTERN = "|".join(sorted((re.escape(name) for _, name in _table(_COUNTRIES)), key=len, reverse=True))


def country_code(name: str) -> str | None:
    """ISO 3166 code of a country by its name or code; null where it is none that we know."""
    name = name.strip()
    if len(name) == 2 and name.isalpha() and name.isascii():
        return {"UK": "GB"}.get(name.upper(), name.upper())
    return COUNTRIES.get(name.lower().rstrip("."))
