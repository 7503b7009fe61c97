"""The bundled clinic's website: its files, and `site.toml` for what files cannot say."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import formatdate, parsedate_to_datetime
from pathlib import Path
from typing import Annotated, Literal, NamedTuple
from urllib.parse import unquote

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from crawler.errors import OperatorError
from crawler.toml_files import read_toml

ORIGIN = "{ORIGIN}"
TEXT_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".xml": "application/xml",
    ".txt": "text/plain",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt",
}
# A file of any other type (site.toml, README.md) is not served.
TYPES = TEXT_TYPES | {".png": "image/png", ".pdf": "application/pdf", ".mp4": "video/mp4"}
NOT_FOUND = b"<!doctype html><title>Not found</title><h1>Not found</h1>"
ErrorStatus = Annotated[int, Field(ge=400, le=599)]
Seconds = Annotated[float, Field(gt=0, le=1)]
MONTH = "{month}"
_MONTH = r"(?P<year>[0-9]{4})-(?P<month>0[1-9]|1[0-2])"


class Redirect(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    status: Literal[301, 302, 303, 307, 308]
    to: str


class Endless(BaseModel):
    """Pages without end, all made from the file `template`: its ``{MONTH}`` is the month in the path, its ``{NEXT}``
    the one that is `months` later."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    template: str
    months: int = Field(ge=1)


class Manifest(BaseModel):
    """`site.toml`. Keys are paths as requested; those of `endless` hold ``{month}``, which stands for any, such as
    2027-01. `fail_first` answers with its status once, then works."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    redirects: dict[str, Redirect] = Field(default_factory=dict)
    endless: dict[Annotated[str, Field(pattern=r"\{month\}")], Endless] = Field(default_factory=dict)
    gone: tuple[str, ...] = ()
    slow: dict[str, Seconds] = Field(default_factory=dict)
    errors: dict[str, ErrorStatus] = Field(default_factory=dict)
    fail_first: dict[str, ErrorStatus] = Field(default_factory=dict)
    headers: dict[str, dict[str, str]] = Field(default_factory=dict)


@dataclass(frozen=True)
class Site:
    root: Path
    manifest: Manifest
    origin: str


class Answer(NamedTuple):
    """What a request gets; `delay` is seconds to wait before it."""

    status: int
    headers: dict[str, str]
    body: bytes = b""
    delay: float = 0.0


def answer_to(
    site: Site, target: str, *, first: bool = False, conditions: Mapping[str, str] | None = None
) -> Answer:
    """What a GET of `target` (path and query) gets.

    `first`: nobody has asked for this path before. `conditions`: the request's headers, names in lower case.
    """
    path = target.partition("?")[0]
    answer = _declared(site, target, first) or _made(site, path) or _stored(site, target)
    headers = answer.headers | site.manifest.headers.get(path, {})
    answer = answer._replace(headers=headers, delay=site.manifest.slow.get(path, 0.0))
    if answer.status == 200 and conditions is not None and _unchanged(answer, conditions):
        return answer._replace(status=304, body=b"")
    return answer


def load_manifest(root: Path) -> Manifest:
    """Read `site.toml` of a site; raises `OperatorError` that names the file and the key."""
    path = root / "site.toml"
    values, _ = read_toml(path)
    try:
        manifest = Manifest.model_validate(values)
    except ValidationError as error:
        problem = error.errors()[0]
        keys = ".".join(str(part) for part in problem["loc"])
        raise OperatorError(f"{path}: {keys}: {problem['msg']}.") from error
    for pattern, endless in manifest.endless.items():
        if not (root / endless.template).is_file():
            raise OperatorError(f"{path}: endless.{pattern}: there is no file {endless.template}.")
    return manifest


def _declared(site: Site, target: str, first: bool) -> Answer | None:
    manifest, path = site.manifest, target.partition("?")[0]
    redirect = manifest.redirects.get(target) or manifest.redirects.get(path)
    if redirect:
        return Answer(redirect.status, {"Location": redirect.to.replace(ORIGIN, site.origin)})
    status = 410 if path in manifest.gone else manifest.errors.get(path)
    if status is None and first:
        status = manifest.fail_first.get(path)
    body = f"<!doctype html><title>Error {status}</title><h1>Error {status}</h1>".encode()
    return Answer(status, {"Content-Type": "text/html"}, body) if status else None


def _made(site: Site, path: str) -> Answer | None:
    """One of the pages without end; null: `path` names none."""
    for pattern, endless in site.manifest.endless.items():
        before, _, after = map(re.escape, pattern.partition(MONTH))
        if found := re.fullmatch(before + _MONTH + after, path):
            year, month = divmod(int(found["year"]) * 12 + int(found["month"]) - 1 + endless.months, 12)
            words = {"{MONTH}": "-".join(found.groups()), "{NEXT}": f"{year:04}-{month + 1:02}"}
            return _sent(site, site.root / endless.template, "text/html", words)
    return None


def _stored(site: Site, target: str) -> Answer:
    path, mark, query = target.partition("?")
    file = _file_of(site.root, path)
    if file is None:
        page = site.root / "404.html"
        body = page.read_bytes() if page.is_file() else NOT_FOUND
        body = body.replace(ORIGIN.encode(), site.origin.encode())
        return Answer(404, {"Content-Type": "text/html"}, body)
    if file.name == "index.html" and not path.endswith(("/", "/index.html")):
        return Answer(301, {"Location": f"{path}/{mark}{query}"})
    return _sent(site, file, TYPES[file.suffix], {} if file.suffix in TEXT_TYPES else None)


def _sent(site: Site, file: Path, content_type: str, words: dict[str, str] | None) -> Answer:
    """`file` with `words` and the origin filled in; null: it is no text."""
    body = file.read_bytes()
    for name, word in ({ORIGIN: site.origin} | words).items() if words is not None else ():
        body = body.replace(name.encode(), word.encode())
    headers = {
        "Content-Type": content_type,
        "ETag": f'"{hashlib.sha256(body).hexdigest()[:20]}"',
        "Last-Modified": formatdate(int(file.stat().st_mtime), usegmt=True),
    }
    return Answer(200, headers, body)


def _file_of(root: Path, path: str) -> Path | None:
    """The file that `path` names, a directory's `index.html` included; None where there is none to serve."""
    name = unquote(path)
    if not name.startswith("/") or "\0" in name or "\\" in name:
        return None
    try:
        file = (root / name.lstrip("/")).resolve()
        if file.is_relative_to(root) and file.is_dir():
            file = file / "index.html"
        elif name.endswith("/"):
            return None
        return file if file.is_relative_to(root) and file.suffix in TYPES and file.is_file() else None
    except OSError:  # a name that no file system takes
        return None


def _unchanged(answer: Answer, conditions: Mapping[str, str]) -> bool:
    """Whether the client's copy is still good; If-None-Match decides where it is given (RFC 9110, 13.2.2)."""
    if etags := conditions.get("if-none-match"):
        known = {tag.strip().removeprefix("W/") for tag in etags.split(",")}
        return "*" in known or answer.headers["ETag"] in known
    try:
        since = parsedate_to_datetime(conditions.get("if-modified-since", ""))
        return parsedate_to_datetime(answer.headers["Last-Modified"]) <= since
    except (TypeError, ValueError):
        return False
