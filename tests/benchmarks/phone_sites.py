"""Whole invented sites, to be read and analysed: whose each number is, and which issues are raised where."""

from collections.abc import Mapping
from typing import NamedTuple

from crawler.config import Clinic, OwnNumber

Pages = dict[str, str]
"""Bodies by path."""

EVERYWHERE = "*"


class Site(NamedTuple):
    """`ownership`: what each number must be found to be. `issues`: every issue of the ids in `JUDGED`, as id and path;
    the path `EVERYWHERE` stands for all pages."""

    name: str
    pages: Pages
    ownership: dict[str, str]
    issues: frozenset[tuple[str, str]]
    clinic: Clinic = Clinic(region="US")


JUDGED = tuple(
    f"phone.{name}"
    for name in (
        "none href_mismatch placeholder invalid_href near_duplicate fax_as_cta two_own_numbers data_mismatch data_differs "
        "tracking_published tracking_hard_coded shown_impossible"
    ).split()
)

_TOPICS = ("knee", "hip", "shoulder", "back", "neck", "ankle", "wrist", "elbow")
_NOTE = (
    "We look at how the {0} moves, what it carries and when it hurts. Most trouble of the {0} goes away with time, exercise and "
    "a little patience. Bring earlier pictures of your {0} if there are any, and wear what you can move in."
)


def sites() -> list[Site]:
    """All sites."""
    return [
        _single(), _two_locations(), _practice(), _directory(), _tracked(), _template(), _fax(), _neighbours(),
    ]  # fmt: skip


def _single() -> Site:
    more = {
        "/knee": "<p>Still in pain? Call (212) 407-3977.</p>",
        "/privacy": "<p>Complain to the HHS Office for Civil Rights at 1-800-368-1019.</p>",
    }
    pages = _framed(_linked("+12127043977", "(212) 704-3977"), "Phone 212-704-3977 · Fax 212-704-8816", more)
    return Site(
        "a clinic with one number, once with digits in the wrong order",
        pages,
        {
            "+12127043977": "main",
            "+12127048816": "fax",
            "+12124073977": "unknown",
            "+18003681019": "agency",
        },
        frozenset({("phone.near_duplicate", "/knee")}),
    )


def _two_locations() -> Site:
    data = """<script type="application/ld+json">[
        {"@type": "MedicalClinic", "name": "Tarn Clinic Marlow", "telephone": "+1-617-453-2207", "url": "https://clinic.example/"},
        {"@type": "MedicalClinic", "name": "Tarn Clinic Alder Bay", "telephone": "+1-617-829-6640"}]</script>"""
    offices = (
        "<h2>Marlow</h2><p>14 Alder Court, Marlow, MA 02139</p><p>Phone: <a href='tel:+16174532207'>617-453-2207</a></p>"
        "<h2>Alder Bay</h2><p>2127 Birch Lane, Alder Bay, MA 02140</p><p>Phone: <a href='tel:+16174532207'>617-829-6640</a></p>"
    )
    footer = "Marlow 617-453-2207 · Alder Bay 617-829-6640"
    pages = _framed(data + _linked("+16174532207", "617-453-2207"), footer, {"/locations": offices})
    return Site(
        "two offices; a link to one dials the other",
        pages,
        {"+16174532207": "main", "+16178296640": "location"},
        frozenset({("phone.href_mismatch", "/locations")}),
    )


def _practice() -> Site:
    """Therapists who share rooms and no number; two mobiles differ in a digit."""
    names = "Arno Berg Cole Dune Eames Frey Gant Hale Ives Jory Kerr Lane".split()
    endings = "384717 384727 392516 415830 427364 438159 449270 461583 472694 483905 495016 497281".split()
    links = " ".join(f'<a href="/team/{name.lower()}">{name}</a>' for name in names)
    menu = f'<header><a href="/">Practice</a> {links} <a href="/contact">Contact</a></header>'
    pages: Pages = {
        "/": f"{menu}<main><h1>Rooms at the mill</h1><p>Twelve therapists share these rooms.</p></main>",
        "/contact": f"{menu}<main><h1>Contact</h1><p>Each of us has a line; see our pages. Write to desk@clinic.example.</p></main>",
    }
    for name, ending in zip(names, endings, strict=True):
        shown, dials = f"0476 {ending[:2]} {ending[2:4]} {ending[4:]}", f"+32476{ending}"
        shown = "0476 38 47 17" if name == "Hale" else shown
        dials = dials + "6" if name == "Lane" else dials
        pages[f"/team/{name.lower()}"] = (
            f"{menu}<main><h1>Ines {name}, physiotherapist</h1><p>{_NOTE.format('client of ' + name)}</p>"
            f"<p>GSM <a href='tel:{dials}'>{shown}</a></p></main>"
        )
    return Site(
        "a practice of twelve with a line each and none in common",
        pages,
        {f"+32476{ending}": "practitioner" for ending in endings},
        frozenset({("phone.href_mismatch", "/team/hale"), ("phone.invalid_href", "/team/lane")}),
        Clinic(region="BE"),
    )


def _directory() -> Site:
    exchanges = (274, 638, 947, 382)
    partners = [f"{310 if at % 2 else 415}-{exchanges[at % 4]}-{2000 + 7 * at % 7919:04}" for at in range(1199)]
    items = "".join(f"<li>Partner clinic {at}: {number}</li>" for at, number in enumerate(partners))
    own = "<li>Our own desk: 310-407-3977</li>"
    list_of_all = {"/partners": f"<ul>{items}{own}</ul>"}
    pages = _framed(_linked("+13107043977", "(310) 704-3977"), "Call 310-704-3977", list_of_all)
    numbers = {"+1" + number.replace("-", "") for number in partners}
    return Site(
        "a directory of 1,200 partners with a slip of the own number in it",
        pages,
        dict.fromkeys(numbers, "third_party") | {"+13107043977": "main", "+13104073977": "unknown"},
        frozenset({("phone.near_duplicate", "/partners")}),
    )


def _tracked() -> Site:
    script = '<script async src="//cdn.callrail.com/companies/310453229/2b7f1d0c9a/12/swap.js"></script>'
    data = '<script type="application/ld+json">{"@type": "MedicalClinic", "name": "Tarn", "telephone": "+1-720-638-4471"}</script>'
    more = {"/contact": f"{data}<p>Call <a href='tel:+17206384471'>720-453-8816</a></p>"}
    pages = _framed(script + _linked("+17204538816", "(720) 453-8816"), "Call 720-453-8816", more)
    clinic = Clinic(
        region="US",
        phone=(OwnNumber(number="+17204538816"), OwnNumber(number="+17206384471", role="tracking_pool")),
    )
    return Site(
        "call tracking, with a number of its pool in the page",
        pages,
        {"+17204538816": "main", "+17206384471": "tracking_pool"},
        frozenset({("phone.tracking_published", "/contact"), ("phone.tracking_hard_coded", "/contact")}),
        clinic,
    )


def _template() -> Site:
    pages = _framed(_linked("+123456789", "(503) 829-3317"), "Call (503) 829-3317 or (555) 555-5555")
    return Site(
        "what came with the template was left in its links and its footer",
        pages,
        {"+15038293317": "main", "+15555555555": "placeholder"},
        frozenset({("phone.placeholder", EVERYWHERE)}),
    )


def _fax() -> Site:
    pages = _framed(_linked("+14042744417", "404-274-4417"), 'Fax: <a href="tel:+14042744420">404-274-4420</a>')
    return Site(
        "a fax that a tap calls",
        pages,
        {"+14042744417": "main", "+14042744420": "fax"},
        frozenset({("phone.fax_as_cta", EVERYWHERE)}),
    )


def _neighbours() -> Site:
    data = """<script type="application/ld+json">{"@type": "MedicalClinic", "name": "Tarn", "telephone": "+1-312-736-2290",
        "hospitalAffiliation": {"@type": "Hospital", "name": "Quarry Hospital", "telephone": "+1-312-829-6640"}}</script>"""
    block = (
        "<p>For surgery we send people to our neighbors.</p>"
        "<div><h3>Quarry Spine Center</h3><p>31 Flint Street, Quarry, IL 60601<br>Phone: 312-947-5518<br>Fax: 312-947-5526<br>"
        "<a href='https://quarry-spine.example/'>quarry-spine.example</a></p></div>"
    )
    pages = _framed(data + _linked("+13127362290", "312-736-2290"), "Call 312-736-2290", {"/back": block})
    return Site(
        "the block of another practice",
        pages,
        {
            "+13127362290": "main",
            "+13129475518": "third_party",
            "+13129475526": "third_party",
            "+13128296640": "third_party",
        },
        frozenset(),
    )


def _framed(header: str, footer: str, more: Mapping[str, str] | None = None) -> Pages:
    """Pages with the same header and footer, `more` in the main content of some: a home page, a page a topic and a
    contact page, and those that only `more` names."""
    more = more or {}
    titles = {
        "/": "Tarn Clinic",
        **{f"/{topic}": f"Pain in the {topic}" for topic in _TOPICS},
        "/contact": "Contact us",
    }
    titles |= {path: path.strip("/").capitalize() for path in more if path not in titles}
    menu = "".join(f'<a href="{path}">{title}</a> ' for path, title in titles.items())
    return {
        path: f"<header><nav>{menu}</nav>{header}</header><main><h1>{title}</h1><p>{_NOTE.format(title.split()[-1].lower())}</p>"
        f"{more.get(path, '')}</main><footer><p>{footer}</p></footer>"
        for path, title in titles.items()
    }


def _linked(dials: str, shown: str) -> str:
    return f'<p>Call <a href="tel:{dials}">{shown}</a></p>'
