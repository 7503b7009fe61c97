"""The clinic's file: what only the clinic knows. Everything has a working default."""

import re
from pathlib import Path
from typing import Annotated, Literal, Self

import phonenumbers
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from crawler.config_lines import line_of
from crawler.errors import OperatorError
from crawler.opening_hours import entries_of
from crawler.own_topics import Label, OwnCondition, OwnTreatment
from crawler.toml_files import did_you_mean, first_error, read_toml
from crawler.urls import host, seed_url, site_name

Role = Literal[
    "main", "location", "department", "practitioner", "fax", "tracking_pool", "messaging", "third_party"
]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def _known_region(region: str) -> str:
    if region not in phonenumbers.SUPPORTED_REGIONS:
        raise ValueError(f"{region!r} is not a country code such as US, GB or DE")
    return region


Region = Annotated[str, AfterValidator(_known_region)]


class OwnNumber(_Section):
    """A number that the clinic knows; `number` may be written in any form of its region."""

    number: str
    role: Role = "main"
    label: str | None = None


def _hours(line: str) -> str:
    entries_of(line)
    return line


def _address(page: str) -> str:
    if not page.startswith("/") and (seed_url(page) is None or "://" not in page):
        raise ValueError(f"{page!r} is neither a path such as /knee-pain nor a web address")
    return page


class Location(_Section):
    """A place of the clinic: its address in one line, or in parts; a line of `hours` is such as "Mo-Fr 09:00-17:00"."""

    name: str
    address: str | None = None
    street: str | None = None
    city: str | None = None
    region: str | None = None
    postal_code: str | None = None
    country: Region | None = None
    hours: tuple[Annotated[str, AfterValidator(_hours)], ...] = ()
    number: str | None = None

    @model_validator(mode="after")
    def _has_one_address(self) -> Self:
        parts = (self.city, self.region, self.postal_code, self.street)
        if self.address and any(parts):
            raise ValueError("give the address in one line, or as street, city, region and postal_code, not both")
        if any(parts) and not (self.street and (self.city or self.postal_code)):
            raise ValueError("an address in parts needs a street, and a city or a postal_code")
        return self


class Target(_Section):
    """A phrase that a page is to be found for; `page`: its address, or the path of it."""

    phrase: str = Field(min_length=1)
    page: Annotated[str, AfterValidator(_address)]


def _pattern(pattern: str) -> str:
    if not pattern.startswith(("/", "*")) and "://" not in pattern:
        raise ValueError(f"{pattern!r} is no pattern: it must begin with / or *, or be a whole address")
    return pattern


def _host(name: str) -> str:
    url = seed_url(name)
    if url is None or url.count("/") > 3 or "?" in url:
        raise ValueError(f"{name!r} is no host name such as blog.clinic.example")
    return host(url)


def _contact(contact: str) -> str:
    if not re.fullmatch(r"[\x21-\x7e]+", contact) or not re.search(r"@|^https?://", contact):
        raise ValueError(f"{contact!r} is neither an e-mail address nor a web address")
    return contact


HostName = Annotated[str, AfterValidator(_host)]
SiteRole = Literal["own", "competitor"]
"""Whose site it is: one of the clinic's, or that of another clinic."""
Pattern = Annotated[str, AfterValidator(_pattern)]
Render = Literal["auto", "always", "never"]
Speed = Literal["polite", "normal", "fast"]
AT_ONCE: dict[Speed, int] = {"polite": 1, "normal": 4, "fast": 16}
"""Requests to a host at a time, unless `concurrency` says."""


class Crawl(_Section):
    """What to crawl and how.

    `scope` of the seed: its host, that and its subdomains, or its path; `hosts` are crawled too. `include` and
    `exclude` are patterns as in robots.txt. `max_depth` is clicks from the seed. `delay` is seconds between
    requests; null lets the server's own pace decide, within `speed`. `render` null: "auto" where a browser is there.
    """

    scope: Literal["host", "subdomains", "path"] = "host"
    hosts: tuple[HostName, ...] = ()
    include: tuple[Pattern, ...] = ()
    exclude: tuple[Pattern, ...] = ()
    sitemap_only: bool = False
    max_pages: int = Field(default=10_000, ge=1)
    max_depth: int | None = Field(default=None, ge=0)
    max_minutes: float | None = Field(default=None, gt=0)
    speed: Speed = "normal"
    concurrency: int | None = Field(default=None, ge=1, le=64)
    delay: float | None = Field(default=None, ge=0)
    timeout: float = Field(default=20.0, gt=0)
    workers: int | None = Field(default=None, ge=0)
    check_links: bool = True
    render: Render | None = None
    ignore_robots: bool = False
    contact: Annotated[str, AfterValidator(_contact)] | None = None

    @property
    def at_once(self) -> int:
        """Requests to a host at a time."""
        return self.concurrency or AT_ONCE[self.speed]


class Nightly(_Section):
    """`fail_on`: ids of checks; a new issue of one makes the nightly run end with status 1."""

    fail_on: tuple[str, ...] = ()
    keep: int = Field(default=30, ge=2)


class Clinic(_Section):
    """All settings of a clinic. `offered` null means: infer the treatments from the site.

    `condition`, `treatment`: entries beside those of the packs; `rename`: labels by id; `off`: ids that are left out.
    """

    name: str | None = None
    sites: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    region: Region | None = None
    brand: tuple[str, ...] = ()
    packs: tuple[str, ...] = ("musculoskeletal",)
    offered: tuple[str, ...] | None = None
    not_offered: tuple[str, ...] = ()
    off: tuple[str, ...] = ()
    rename: dict[str, Label] = Field(default_factory=dict)
    weights: dict[str, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)
    thresholds: dict[str, float] = Field(default_factory=dict)
    phone: tuple[OwnNumber, ...] = ()
    condition: tuple[OwnCondition, ...] = ()
    treatment: tuple[OwnTreatment, ...] = ()
    location: tuple[Location, ...] = ()
    target: tuple[Target, ...] = ()
    crawl: Crawl = Crawl()
    nightly: Nightly = Nightly()

    @field_validator("competitors")
    @classmethod
    def _are_others(cls, competitors: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        own = {site_name(site) for site in info.data.get("sites", ())}
        seen: set[str] = set()
        for url in competitors:
            if seed_url(url) is None:
                raise ValueError(f"{url!r} is not a web address such as https://www.other-clinic.example")
            if site_name(url) in own:
                raise ValueError(f"{url!r} is one of your own sites")
            if site_name(url) in seen:
                raise ValueError(f"{url!r} is named twice")
            seen.add(site_name(url))
        return competitors


def load_clinic(path: Path | None) -> Clinic:
    """Read the clinic's file; no path: all defaults.

    Raises `OperatorError` that names the file, the line and the key.
    """
    if path is None:
        return Clinic()
    values, text = read_toml(path)
    try:
        return Clinic.model_validate(values)
    except ValidationError as error:
        raise OperatorError(_first_problem(path, text, error)) from error


def _first_problem(path: Path, text: str, error: ValidationError) -> str:
    problem = first_error(error)
    keys = [part for part in problem["loc"] if isinstance(part, str)]
    line = line_of(text, problem["loc"])
    place = f"{path}, line {line}" if line else str(path)
    if problem["type"] == "extra_forbidden":
        return f"{place}: there is no setting {'.'.join(keys)!r}.{did_you_mean(keys[-1], _all_keys())}"
    message = problem["msg"].removeprefix("Value error, ")
    if problem["type"] == "tuple_type":
        message = f"write [[{keys[-1]}]]" if keys[-1] in _LISTED_SECTIONS else f'write a list: {keys[-1]} = ["…"]'
    return f"{place}: {'.'.join(keys)}: {message}."


_LISTED_SECTIONS = ("phone", "location", "target", "condition", "treatment")


def _all_keys() -> list[str]:
    sections = (Clinic, OwnNumber, Location, Target, OwnCondition, OwnTreatment, Crawl, Nightly)
    return [name for section in sections for name in section.model_fields]
