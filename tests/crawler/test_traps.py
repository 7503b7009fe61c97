"""Crawl traps: families of addresses that are real must pass, those without end are cut at a limit."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import permutations, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.traps import MOST_ROWS, Traps
from crawler.traps.calendars import MONTHS_AHEAD, MOST_STEPS
from crawler.traps.chains import LONGEST_CHAIN
from crawler.traps.filters import MOST_COMBINATIONS, MOST_COMPLETE
from crawler.traps.folders import MOST_FOLDERS, MOST_MIXED
from crawler.traps.sessions import MOST_IDS

TODAY = date(2026, 11, 22)
HOME = "https://clinic.example"
SEED = f"{HOME}/"
WORDS = "knee hip spine neck back ankle wrist elbow jaw foot hand rib shin calf heel toe".split()
CITIES = [f"{word}-town" for word in WORDS] + [f"{word}ville" for word in WORDS]


def _hex(number: int, digits: int = 32) -> str:
    return sha256(str(number).encode()).hexdigest()[:digits]


def _month(number: int) -> str:
    return f"{number // 12:04d}-{number % 12 + 1:02d}"


def _posts(form: str, posts: int = 600) -> list[str]:
    return [
        form.format(y=2008 + n % 18, m=n % 12 + 1, d=n % 28 + 1, n=n, w=f"{WORDS[n % 16]}-{n}")
        for n in range(posts)
    ]


NOW = 2026 * 12 + 10

REAL: dict[str, Iterable[str]] = {
    "posts under words": [f"/blog/{a}-and-{b}-{c}-pain" for a, b, c in permutations(WORDS, 3)],
    "posts under dates": _posts("/{y}/{m:02}/{d:02}/{w}/"),
    "posts under months": _posts("/{y}/{m:02}/{w}/"),
    "posts under a folder and dates": _posts("/blog/{y}/{m:02}/{w}.html"),
    "posts that end in a date": _posts("/blog/{w}-{y}-{m:02}-{d:02}/"),
    "posts by number": [f"/?p={n}" for n in range(1, 3000, 3)],
    "articles by number": [f"/article.php?id={n}" for n in range(1500)],
    "articles by number and words": [f"/news/{n}-{WORDS[n % 16]}-news" for n in range(1500)],
    "events with a name": _posts("/events/{y}-{m:02}-{d:02}/{w}/"),
    "events next year": [f"/event/yoga-{n}/2027-{n % 12 + 1:02}-14/" for n in range(200)],
    "events by number and date": [f"/event?id={n}&date={2019 + n % 8}-{n % 12 + 1:02}-03" for n in range(400)],
    "newsletters of two years": [f"/newsletter/{_month(NOW - n)}/" for n in range(24)],
    "years": [f"/annual-report/{year}/" for year in range(1950, 2041)],
    "a goal": ["/vision/2035/", "/vision/2035/12-goals/", "/plan-2040/"],
    "categories and pages": [f"/category/{w}/page/{n}/" for w in WORDS for n in range(1, 40)],
    "pages of a blog": [f"/blog/page/{n}/" for n in range(2, 900)],
    "pages in the query": [f"/blog?page={n}" for n in range(1, 201)],
    "pages of a list with an order": [f"/find?cat=4&order=name&city=8&page={n}" for n in range(1, 300)],
    "pages of every category": [f"/blog?category={w}&page={n}" for w in WORDS for n in range(1, 30)],
    "offsets": [f"/archive?start={n * 10}" for n in range(500)],
    "pages that are numbered": [f"/page-{n}.html" for n in range(1, 2001)],
    "pages that are numbered and nested": [f"/topic-{n % 40}/part-{n}/section-{n * 7}" for n in range(2000)],
    "old pages": [f"/old/page-{n}" for n in range(400)],
    "things in a shop": [f"/product/{w}-brace/?add-to-cart={n}" for n, w in enumerate(WORDS * 50)],
    "things in a basket": [f"/shop/?add-to-cart={n}&quantity=1" for n in range(400)],
    "things to wish for": [f"/shop/?add_to_wishlist={n}&_wpnonce=5b0f3c2a1d" for n in range(400)],
    "sorting a shop": [
        f"/shop/?orderby={o}&min_price={p}" for o in ("price", "date", "popularity") for p in range(10)
    ],
    "replies": [f"/{WORDS[n % 16]}-pain/?replytocom={n}" for n in range(900)],
    "sharing": [f"/{w}-pain/?share={s}&nb=1" for w in WORDS for s in ("facebook", "x", "email")],
    "languages": [f"/{w}?lang={code}" for w in WORDS for code in ("en", "es", "fr", "de")],
    "language, number and print": [
        f"/article.php?id={n}&lang={code}&print={p}" for n in range(300) for code in ("en", "es") for p in (0, 1)
    ],
    "languages as folders": [f"/{code}/{w}/{code}" for w in WORDS for code in ("en", "es", "fr", "de")],
    "services in cities": [f"/{w}-pain/{city}" for w in WORDS * 4 for city in CITIES],
    "services in cities in the query": [
        f"/landing?service={w}-{n}&city={city}" for w in WORDS for n in range(4) for city in CITIES
    ],
    "services in cities of states in the query": [
        f"/landing?service={w}-{n}&city={city}&state={city[:3]}" for w in WORDS for n in range(3) for city in CITIES
    ],
    "cities in services and services in cities": [
        path for w in WORDS for city in CITIES for path in (f"/{w}/{city}/", f"/{city}/{w}/")
    ],
    "state, county and city": [
        f"/locations/new-york/new-york/{'new-york/' * (n % 2)}dr-{w}-{n}/" for n, w in enumerate(WORDS * 60)
    ],
    "the same pages for each location": [
        f"/locations/{city}/{page}/" for city in CITIES for page in ("team", "contact", "services", "directions")
    ],
    "the same services for each location": [f"/locations/{c}/services/{w}/services" for c in CITIES for w in WORDS],
    "providers from a to z": [f"/providers/a-to-z/{letter}" for letter in "abcdefghijklmnopqrstuvwxyz"],
    "providers by number": [f"/providers/{n}/dr-{WORDS[n % 16]}" for n in range(3000)],
    "providers by hash": [f"/doctor/{_hex(n, 24)}" for n in range(1500)],
    "providers by UUID": [f"/doctor/{_hex(n, 8)}-{_hex(n + 1, 4)}-4a1b-{_hex(n, 12)}" for n in range(1500)],
    "pages of an old system": [
        f"/index.php?option=com_content&view=article&id={n}&catid={n % 12}&Itemid={n % 20}" for n in range(700)
    ],
    "two kinds of an old system": [
        f"/index.php?option=com_{kind}&view={kind}&id={n}&Itemid={n % 9}" for kind in ("a", "b") for n in range(90)
    ],
    "searches": [f"/?s={a}+{b}" for a, b in permutations(WORDS, 2)],
    "tags": [f"/tag/{a}-{b}/" for a, b in permutations(WORDS, 2)],
    "filters, a few": [f"/find?city={c}&sex={s}&lang={n}" for c in "abcdef" for s in "mf" for n in range(8)],
    "stories with a sid": [f"/modules.php?name=News&file=article&sid={n}" for n in range(500)],
    "sessions of a conference": [f"/program?session={n}" for n in range(200)],
    "pictures": [f"/wp-content/uploads/{2010 + n % 15}/{n % 12 + 1:02}/scan-{n}.jpg" for n in range(500)],
    "dates of a menu": [f"/{n}/{n}/{n}/{n}/" for n in range(1, 12)],
    "deep": ["/a/b/c/d/e/f/g/h/i/j/k/l/m"],
}  # fmt: skip
"""Paths by family."""


@pytest.mark.parametrize("family", REAL)
def test_real_addresses_pass(family: str) -> None:
    urls = [HOME + path for path in REAL[family]]
    for found_on in ([SEED] * len(urls), [f"{SEED}list/{n // 10}" for n in range(len(urls))], [SEED, *urls]):
        traps = Traps(TODAY)
        assert {traps.caught(url, page) for url, page in zip(urls, found_on, strict=False)} == {None}
        assert traps.rows() == []


def test_an_archive_names_its_months_on_every_page() -> None:
    months = [f"{HOME}/blog/{_month(NOW - n).replace('-', '/')}/" for n in range(200)]
    traps = Traps(TODAY)
    assert {traps.caught(url, months[0]) for url in months[1:]} == {None}


def test_a_list_may_tell_its_things_by_long_ids() -> None:
    traps = Traps(TODAY)
    urls = [f"{HOME}/program?sid={_hex(n)}" for n in range(50)]
    assert {traps.caught(url, f"{HOME}/list/{n // 10}") for n, url in enumerate(urls)} == {None}


Found = Iterator[tuple[str, str]]


def _chain(urls: Iterable[str], start: str = SEED) -> Found:
    """Each of `urls` is found on the one before."""
    before = start
    for url in urls:
        yield HOME + url, before
        before = HOME + url


def _same_page(urls: Iterable[str]) -> Found:
    return ((HOME + url, SEED) for url in urls)


def _month_grid() -> Found:
    """Each month links its days and the next month; each day links the next."""
    for n in range(NOW, NOW + 400):
        here = f"{HOME}/events/month/{_month(n)}"
        for day in range(1, 29):
            yield f"{HOME}/events/day/{_month(n)}-{day:02}", here
        yield f"{HOME}/events/month/{_month(n + 1)}", f"{HOME}/events/day/{_month(n)}-28"


def _days(form: str, step: int) -> list[str]:
    return [format(TODAY + timedelta(days=step * n), form) for n in range(1, 3000)]


_PAGES = ("about", "contact", "services", "team", "blog")
_FILTERS = [("color", "abcdef"), ("size", "123456"), ("brand", "uvwxyz"), ("price", "pqrs")]


def _facets() -> list[str]:
    """Any filter may be set or not."""
    sets = ([f"{name}={value}" for value in values] + [""] for name, values in _FILTERS)
    return [f"/shop?{'&'.join(filter(None, pairs))}" for pairs in product(*sets)]


ENDLESS: dict[str, tuple[str, int, Iterable[tuple[str, str]]]] = {
    "months ahead": ("calendar", MONTHS_AHEAD, _chain(f"/events/{_month(NOW + n)}/" for n in range(1, 600))),
    "months ahead as folders": (
        "calendar",
        MONTHS_AHEAD,
        _chain(f"/calendar/{_month(NOW + n).replace('-', '/')}" for n in range(1, 600)),
    ),
    "months back": ("calendar", MOST_STEPS + 1, _chain(f"/events/{_month(NOW - n)}/" for n in range(600))),
    "months in the query": (
        "calendar",
        MONTHS_AHEAD,
        _chain(f"/cal.php?month={(NOW + n) % 12 + 1}&year={(NOW + n) // 12}&view=month" for n in range(1, 400)),
    ),
    "months of a page with a number": (
        "calendar",
        MONTHS_AHEAD,
        _chain(f"/?page_id=12&cal_month={(NOW + n) % 12 + 1}&cal_year={(NOW + n) // 12}" for n in range(1, 400)),
    ),
    "a date in the query": ("calendar", 760, _chain(_days("/book?date=%Y-%m-%d", 1))),
    "a packed date in the query": ("calendar", 110, _chain(_days("/book?week_date=%Y%m%d", 7))),
    "months and days": ("calendar", 29 * (MONTHS_AHEAD + 1), _month_grid()),
    "years back at once": (
        "calendar",
        12 * 50,
        (
            (f"{HOME}/cal/{year}/{month}", f"{HOME}/cal/{year + 1}/1")
            for year in range(2026, 1000, -1)
            for month in range(1, 13)
        ),
    ),
    "filters that come and go": ("parameters", 4 * MOST_COMBINATIONS, _same_page(_facets())),
    "filters and an order": (
        "parameters",
        2 * MOST_COMBINATIONS,
        _same_page(f"/shop?color={c}&sort={s}" for c in range(30) for s in range(30)),
    ),
    "filters in any order": (
        "parameters",
        2 * MOST_COMBINATIONS,
        _same_page(f"/shop?{'&'.join(pairs)}" for pairs in permutations(["a=1", "b=2", "c=3", "d=4", "e=5", "f=6"])),
    ),
    "one filter with many values": (
        "parameters",
        2 * MOST_COMBINATIONS,
        _same_page(f"/find?f[]={a}&f[]={b}&f[]={c}" for a, b, c in permutations(WORDS, 3)),
    ),
    "values with commas": (
        "parameters",
        2 * MOST_COMBINATIONS,
        _same_page(f"/find?tags={a},{b}%2C{c}" for a, b, c in permutations(WORDS, 3)),
    ),
    "filters that are always all there": (
        "parameters",
        MOST_COMPLETE + 100,
        _same_page(f"/find?a={a}&b={b}&c={c}" for a in range(20) for b in range(20) for c in range(20)),
    ),
    "a path onto itself": ("repeating_segments", 3, _chain("/x" * n for n in range(1, 18))),
    "two folders in turn": ("repeating_segments", 3, _chain("/services/spine" * n for n in range(1, 9))),
    "a repeated folder among others": (
        "repeating_segments",
        3,
        _same_page("".join(f"/blog/{w}" for w in WORDS[:n]) for n in range(2, 9)),
    ),
    "relative links of a menu": (
        "repeating_segments",
        5 + 25 + 60 + MOST_MIXED + 30,
        _same_page(f"/{'/'.join(path)}/" for depth in (1, 2, 3, 4, 5) for path in product(_PAGES, repeat=depth)),
    ),
    "PHP's session": (
        "session_id",
        MOST_IDS + 60,
        ((f"{HOME}/page-{n % 60}.php?PHPSESSID={_hex(n)}", f"{HOME}/{n}") for n in range(2000)),
    ),
    "Java's session": (
        "session_id",
        MOST_IDS,
        ((f"{HOME}/book;jsessionid={_hex(n).upper()}.node{n % 3}?step=1", f"{HOME}/{n}") for n in range(500)),
    ),
    "ASP.NET's session": (
        "session_id",
        MOST_IDS,
        ((f"{HOME}/(S({_hex(n, 24)}))/default.aspx", f"{HOME}/{n}") for n in range(500)),
    ),
    "another session": (
        "session_id",
        MOST_IDS,
        ((f"{HOME}/book?a=1&sid={_hex(n)}", f"{HOME}/{n}") for n in range(500)),
    ),
    "ever deeper": ("depth", MOST_FOLDERS, _chain("/" + "/".join(f"n{k}" for k in range(n)) for n in range(1, 90))),
    "ever more slashes": ("depth", MOST_FOLDERS, _chain("/a" + "/" * n + "b" for n in range(1, 90))),
    "ever longer": ("depth", 20, _chain(f"/find?back={'%2Ffind%3Fback' * n * 10}" for n in range(1, 90))),
    "ever the next": ("similar_urls", LONGEST_CHAIN, _chain(f"/next?token={n}" for n in range(1, 4000))),
    "ever the next moment": (
        "similar_urls",
        LONGEST_CHAIN,
        _chain(f"/view/time-{1_700_000_000 + n * 86400}" for n in range(4000)),
    ),
    "ever the next hash": ("similar_urls", LONGEST_CHAIN, _chain(f"/go/{_hex(n)}" for n in range(4000))),
}  # fmt: skip
"""By family: kind, addresses let through at most, and the addresses with the page that names each."""


@pytest.mark.parametrize("family", ENDLESS)
def test_addresses_without_end_are_cut_and_counted(family: str) -> None:
    kind, most, pairs = ENDLESS[family]
    traps = Traps(TODAY)
    verdicts: list[tuple[str, str, str | None]] = []
    left_out: set[str] = set()
    for url, found_on in pairs:
        if found_on not in left_out:
            verdicts.append((url, found_on, traps.caught(url, found_on)))
        if found_on in left_out or verdicts[-1][2]:
            left_out.add(url)
    caught = [(url, found_on) for url, found_on, reason in verdicts if reason]
    rows = traps.rows()
    assert 0 < len(verdicts) - len(caught) <= most + 1
    assert {row.kind for row in rows} == {kind}
    assert sum(row.urls for row in rows) == len(caught)
    assert (rows[0].example, rows[0].found_on) == caught[0]
    assert rows[0].reason == next(reason for *_, reason in verdicts if reason)


def test_what_is_known_of_one_path_saves_the_next() -> None:
    traps = Traps(TODAY)
    three = [HOME + path for path in _facets() if path.count("=") >= 3]
    passed = [
        sum(traps.caught(url.replace("/shop", f"/shop-{n}"), SEED) is None for url in three) for n in range(3)
    ]
    assert passed[0] > MOST_COMBINATIONS > passed[1] == passed[2]


def test_ever_new_patterns_make_no_endless_list() -> None:
    traps = Traps(TODAY)
    for n in range(MOST_ROWS + 50):
        assert traps.caught(f"{HOME}/w{n}" + "/x" * 30, SEED)
    rows = traps.rows()
    assert len(rows) == MOST_ROWS + 1
    assert (rows[-1].pattern, rows[-1].urls) == ("…", 50)


def test_the_same_addresses_are_judged_the_same() -> None:
    def judged() -> list[str | None]:
        traps = Traps(TODAY)
        return [traps.caught(HOME + path, SEED) for path in _facets()]

    assert judged() == judged()


@given(st.text(max_size=60), st.none() | st.text(max_size=60))
def test_no_address_is_too_odd(path: str, found_on: str | None) -> None:
    assert Traps(TODAY).caught(f"{HOME}/{path}", found_on) in (None, f"more than {MOST_FOLDERS} folders deep")
