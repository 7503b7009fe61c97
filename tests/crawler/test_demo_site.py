"""The fictional clinic's website is what its README says: every fault is there, and nothing else is broken."""

import html
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import phonenumbers
import pytest

from crawler.config import load_clinic
from crawler.demo_site import Site, answer_to, load_manifest

ROOT = Path(__file__).parents[1] / "site"
ORIGIN = "http://127.0.0.1:9"
SITE = Site(ROOT.resolve(), load_manifest(ROOT), ORIGIN)
PAGES = sorted(ROOT.rglob("*.html"))
README = (ROOT / "README.md").read_text(encoding="utf-8")
FAULT = re.compile(r"^\| (?P<fault>[^|]+) \| `(?P<page>[^`]+)` \| (?:(?P<how>[^`]+) )?`(?P<what>.+)` \|$", re.M)
FAULTS = [(m["fault"], m["page"], m["how"] or "", m["what"]) for m in FAULT.finditer(README)]
NUMBERS = dict(re.findall(r"^\| (\+\d+) \| (.+) \|$", README, re.M))
BROKEN = {
    "/conditions/spinal-stenosis/",
    "/events/2026/backs.html",
    "/events/2026/hall.jpg",
    "/assets/signup.js",
    "/assets/team-2019.jpg",
    "/files/records-request.pdf",
    "/treatments/iv-therapy/",
    "/treatments/ozone-injections/",
    "/patient-portal/",
    "/physician-referral",
    "/portal-login",
    "/blog/desk-setup/",
}
NOT_LINKED = {
    "/404.html",
    "/blog/page/3/",
    "/conditions/tailbone-pain/",
    "/doctors/odile-brannock-rn/",
    "/newsletter/",
    "/thank-you/",
}
# The clinic's own real-looking number hides in this DOI on purpose.
DECOY = "10.5555/jcr.2017.9584417"


class _Page(HTMLParser):
    """Collects the links and among them the anchors' (base applied), the ids and the text of a page."""

    def __init__(self, path: str, source: str) -> None:
        super().__init__()
        self.base, self.links, self.ids = ORIGIN + path, list[str](), set[str]()
        self.anchors, self.text = list[str](), list[str]()
        self._silent = False
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._silent = tag in {"script", "style"}
        self.ids.add(values.get("id") or "")
        if tag == "base":
            self.base = urljoin(self.base, values.get("href") or "")
        for name in ("href", "src") if tag != "base" else ():
            if values.get(name):
                self.links.append(urljoin(self.base, str(values[name])))
        if tag == "a" and values.get("href"):
            self.anchors.append(self.links[-1])

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.text.append(data)


def _path_of(file: Path) -> str:
    return "/" + file.relative_to(ROOT).as_posix().removesuffix("index.html")


def _source(path: str) -> bytes:
    return (ROOT / path.lstrip("/")).read_bytes() if "." in path else (ROOT / path[1:] / "index.html").read_bytes()


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("windows-1252")


def _parsed(file: Path) -> _Page:
    return _Page(_path_of(file), _decoded(file.read_bytes()).replace("{ORIGIN}", ORIGIN))


def _end_of(path: str) -> tuple[int, str]:
    """Status and path where the redirects of `path` end."""
    for _ in range(6):
        answer = answer_to(SITE, path)
        if "Location" not in answer.headers:
            return answer.status, path
        path = urlsplit(urljoin(ORIGIN + path, answer.headers["Location"])).path
    return 310, path


def test_there_are_pages_enough() -> None:
    assert len(PAGES) >= 45
    assert len(FAULTS) >= 100


@pytest.mark.parametrize(("fault", "page", "how", "what"), FAULTS, ids=[f"{f[0]} {f[1]}" for f in FAULTS])
def test_fault_is_there(fault: str, page: str, how: str, what: str) -> None:
    if how == "status":
        assert answer_to(SITE, page).status == int(what)
        return
    raw = _source(page)
    if how == "bytes":
        assert bytes.fromhex(what) in raw
        return
    source = " ".join(_decoded(raw).split())
    if how == "no":
        assert what not in source
    elif how:
        assert source.count(what) == int(how.removesuffix(" ×"))
    else:
        assert what in source


def test_duplicate_is_exact() -> None:
    first, second = (
        _parsed(ROOT / "conditions" / name / "index.html")
        for name in ("plantar-fasciitis", "plantar-fasciitis-heel-pain")
    )
    assert first.text == second.text


def test_only_declared_links_are_broken() -> None:
    broken = set()
    for file in PAGES:
        for link in _parsed(file).links:
            path = urlsplit(link).path or "/"
            if link.startswith(ORIGIN) and _end_of(path)[0] != 200:
                broken.add(path)
    assert broken == BROKEN


def test_only_the_declared_fragment_is_broken() -> None:
    ids = {_path_of(file): _parsed(file).ids for file in PAGES}
    links = {urldefrag(link) for file in PAGES for link in _parsed(file).links if link.startswith(ORIGIN)}
    fragments = {(_end_of(urlsplit(url).path)[1], name) for url, name in links if name}
    assert {(path, name) for path, name in fragments if name not in ids[path]} == {("/faq/", "parking")}


def test_every_page_is_linked_or_found_otherwise() -> None:
    linked = {_end_of(path)[1] for file in PAGES for path in _linked(file)}
    assert {_path_of(file) for file in PAGES} - linked == NOT_LINKED


def _linked(file: Path) -> set[str]:
    """Paths of other pages that a click leads to."""
    anchors = (link for link in _parsed(file).anchors if link.startswith(ORIGIN))
    return {urlsplit(link).path or "/" for link in anchors} - {_path_of(file)}


def test_linked_numbers_are_declared() -> None:
    found = set()
    for file in PAGES:
        for link in _parsed(file).links:
            number = re.match(r"(?:tel|sms):([^;]+)|https://wa\.me/(\d+)", unquote(link))
            if number:
                digits = re.sub(r"\D", "", number[1] or number[2])
                found.add("+1" + digits if len(digits) == 10 and digits[0] != "1" else "+" + digits)
    assert found <= set(NUMBERS)
    assert {number for number, role in NUMBERS.items() if role.startswith("fault")} <= found


def test_shown_numbers_are_declared() -> None:
    for file in PAGES:
        text = html.unescape(" ".join(_parsed(file).text)).replace(DECOY, "")
        for match in phonenumbers.PhoneNumberMatcher(text, "US", leniency=phonenumbers.Leniency.STRICT_GROUPING):
            number = phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.E164)
            assert number in NUMBERS, f"{file}: {match.raw_string}"


def test_declared_numbers_are_valid_unless_they_are_a_fault() -> None:
    for number, role in NUMBERS.items():
        if not role.startswith("fault"):
            assert phonenumbers.is_valid_number(phonenumbers.parse(number)), number


def test_clinic_file_is_read_and_knows_its_numbers() -> None:
    clinic = load_clinic(ROOT / "clinic.toml")
    own = {
        phonenumbers.format_number(phonenumbers.parse(phone.number, "US"), 0): phone.role for phone in clinic.phone
    }
    for number, role in own.items():
        assert NUMBERS[number].startswith(role) or NUMBERS[number].startswith(("tracking", "toll-free"))
    assert len(own) == 7
    assert [location.name for location in clinic.location] == ["Tamsett", "Quarrow Falls"]


def test_no_page_is_a_template() -> None:
    for file in PAGES:
        assert not re.search(r"\{\{|\{[TQ]\}|\]\(/", _decoded(file.read_bytes())), file
