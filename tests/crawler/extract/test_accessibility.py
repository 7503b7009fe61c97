"""Every rule on small pages: what breaks it, and what looks similar but is fine."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.accessibility.accessibility import RULES, accessibility
from crawler.extract.accessibility.languages import is_language
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.tables.tools import AccessibilityRow

_SVG = "http://www.w3.org/2000/svg"


def _rows(markup: str) -> list[AccessibilityRow]:
    return accessibility(
        Document.of("https://clinic.example/page", "clinic.example", Decoded(markup, "utf-8", "header"))
    )


def _found(markup: str) -> dict[str, int]:
    return {row.rule: row.places for row in _rows(markup)}


def _page(inside: str) -> str:
    """A page without a fault but for those `inside`."""
    return f'<!doctype html><html lang="en"><title>Knee</title><main>{inside}</main>'


IN_PAGE = {
    # images
    '<img src="a.png">': {"image-without-alt": 1},
    '<img src="a.png" alt=" ">': {"image-without-alt": 1},
    '<img src="a.png"><p><img src="b.png">': {"image-without-alt": 2},
    '<img src="a.png" alt="">': {},
    '<img src="a.png" alt="A knee">': {},
    '<img src="a.png" role="presentation">': {},
    '<img src="a.png" role="none">': {},
    '<img src="a.png" aria-hidden="true">': {},
    '<img src="a.png" title="A knee">': {},
    '<img src="a.png" aria-label="A knee">': {},
    '<img src="a.png" aria-labelledby="t"><p id="t">A knee</p>': {},
    '<img src="a.png" aria-labelledby="t"><p id="t"></p>': {"image-without-alt": 1},
    '<img src="a.png" aria-labelledby="nowhere">': {"image-without-alt": 1},
    '<div style="display: none"><img src="a.png"></div>': {},
    '<noscript><img src="a.png"></noscript><template><img src="b.png"></template>': {},
    '<input type="image" src="go.png">': {"image-button-without-alt": 1},
    '<input type="image" src="go.png" alt="">': {"image-button-without-alt": 1},
    '<input type="image" src="go.png" alt="Search">': {},
    '<img src="m.png" alt="Map" usemap="#m"><map name="m"><area href="/a"></map>': {"area-without-alt": 1},
    '<img src="m.png" alt="Map" usemap="#m"><map name="m"><area href="/a" alt="North"></map>': {},
    '<img src="m.png" alt="Map" usemap="#m"><map name="m"><area></map>': {},
    '<svg role="img"><path d="M0 0"/></svg>': {"graphic-without-name": 1},
    '<svg role="img"><title> </title></svg>': {"graphic-without-name": 1},
    '<svg role="img"><title>A knee</title></svg>': {},
    '<svg role="img" aria-label="A knee"></svg>': {},
    '<svg><path d="M0 0"/></svg>': {},
    '<div role="img"></div>': {"graphic-without-name": 1},
    '<div role="img">A knee</div>': {"graphic-without-name": 1},
    '<div role="img" aria-label="A knee"></div>': {},
    # fields
    '<input name="n">': {"field-without-label": 1},
    '<input type="tel"><textarea></textarea><select><option>Knee</select>': {"field-without-label": 3},
    '<input placeholder="Your name">': {"field-without-label": 1},
    '<input id="n"><label for="m">Name</label>': {"field-without-label": 1},
    '<input id="n"><label for="n"> </label>': {"field-without-label": 1},
    "<label><input></label>": {"field-without-label": 1},
    "<label><select><option>Knee</option></select></label>": {"field-without-label": 1},
    '<input id="n"><label for="n">Name</label>': {},
    '<input id="n"><label for="n"><img src="a.png" alt="Name"></label>': {},
    "<label>Name <input></label>": {},
    "<label><span>Knee</span> <select><option>Left</option></select></label>": {},
    '<input title="Name"><input aria-label="Name">': {},
    '<input aria-labelledby="x t"><b id="t">Name</b>': {},
    '<input type="hidden"><input type="HIDDEN"><input type="submit"><input type="reset">': {},
    '<input style="display:none">': {},
    '<div role="textbox" contenteditable>Name</div>': {"field-without-label": 1},
    '<div role="checkbox" aria-checked="false" tabindex="0"></div>': {"field-without-label": 1},
    '<div role="checkbox" aria-checked="false" tabindex="0">I agree</div>': {},
    '<div role="textbox" aria-label="Name" contenteditable></div>': {},
    # buttons
    "<button></button>": {"button-without-name": 1},
    '<button><i class="icon"></i></button>': {"button-without-name": 1},
    '<button><img src="a.png" alt=""></button>': {"button-without-name": 1},
    '<button><span aria-hidden="true">×</span></button>': {"button-without-name": 1},
    "<button><span hidden>Close</span></button>": {"button-without-name": 1},
    '<input type="button"><input type="submit" value="">': {"button-without-name": 2},
    '<div role="button" tabindex="0"></div>': {"button-without-name": 1},
    '<a role="button" href="/a"></a>': {"button-without-name": 1},
    "<button>Book</button><button><span><b>Book</b></span></button>": {},
    '<button><img src="a.png" alt="Search"></button>': {},
    f'<button><svg xmlns="{_SVG}"><title>Search</title></svg></button>': {},
    '<button aria-label="Close">×</button><button title="Close"></button>': {},
    '<button><i class="icon" title="Search"></i></button>': {},
    '<input type="button" value="Book"><input type="submit" value="Send">': {},
    '<div role="button" tabindex="0">Book</div>': {},
    "<label>Book <button></button></label>": {},
    '<button aria-hidden="true" tabindex="-1"></button>': {},
    # links
    '<a href="/a"></a>': {"link-without-name": 1},
    '<a href="/a"><i class="fa fa-phone"></i></a><a href="/b"> <br> </a>': {"link-without-name": 2},
    '<a href="/a"><img src="a.png" alt=""></a>': {"link-without-name": 1},
    '<a href="/a"><script>x()</script><style>a{}</style></a>': {"link-without-name": 1},
    '<span role="link" tabindex="0"></span>': {"link-without-name": 1},
    '<a href="/a">Knee</a><a href="/a"><div><p>Knee</p></div></a>': {},
    '<a href="/a"><img src="a.png" alt="Knee"></a>': {},
    '<a href="/a" title="Knee"></a><a href="/a" aria-label="Knee"></a>': {},
    '<a href="/a"><i aria-label="Knee"></i></a>': {},
    '<a name="top"></a><a></a>': {},
    '<a href="/a" aria-hidden="true" tabindex="-1"></a>': {},
    '<div hidden><a href="/a"></a></div>': {},
    '<a href="/a" aria-labelledby="t"></a><span id="t" hidden>Knee</span>': {},
    # frames
    '<iframe src="/f"></iframe>': {"frame-without-title": 1},
    '<iframe src="/f" title=" "></iframe>': {"frame-without-title": 1},
    '<iframe src="/f" title="Map"></iframe><iframe src="/f" aria-label="Map"></iframe>': {},
    '<iframe src="/f" style="visibility: hidden"></iframe><iframe src="/f" hidden></iframe>': {},
    '<iframe src="/f" tabindex="-1"></iframe>': {},
    '<noscript><iframe src="https://tags.example/ns.html"></iframe></noscript>': {},
    # languages of parts
    '<p lang="xx">Hola</p>': {"lang-invalid": 1},
    '<p lang="es">Hola</p><p lang="">Knee</p>': {},
    # headings
    "<h1>Knee</h1><h3>Pain</h3>": {"heading-skipped": 1},
    "<h1>Knee</h1><h3>Pain</h3><h6>Left</h6>": {"heading-skipped": 2},
    '<h1>Knee</h1><div role="heading" aria-level="4">Pain</div>': {"heading-skipped": 1},
    "<h1>Knee</h1><h2>Pain</h2><h3>Left</h3><h2>Care</h2><h1>Hip</h1>": {},
    "<h1>Knee</h1><h2 hidden>Pain</h2><h2>Care</h2>": {},
    "<h3>Knee</h3><h4>Pain</h4>": {},
    "<h2></h2>": {"heading-empty": 1},
    '<h2><img src="a.png" alt=""></h2><h2> &nbsp; </h2>': {"heading-empty": 2},
    '<h2><img src="a.png" alt="Knee"></h2><h2><a href="/a">Knee</a></h2>': {},
    '<h2 role="presentation"></h2>': {},
    # lists
    "<ul><p>Knee</p><li>Hip</li></ul>": {"list-structure": 1},
    "<ol>Knee<li>Hip</li></ol>": {"list-structure": 1},
    "<ul><ul><li>Knee</li></ul></ul>": {"list-structure": 1},
    "<div><li>Knee</li><li>Hip</li></div>": {"list-structure": 2},
    "<dl><p>Knee</p></dl>": {"list-structure": 1},
    "<div><dt>Knee</dt><dd>A joint</dd></div>": {"list-structure": 2},
    "<ul> <li>Knee</li> <!-- c --> <script>x()</script><template><p></template></ul>": {},
    "<ul><li>Knee<ul><li>Left</li></ul></li></ul><ol></ol><menu><li>Knee</li></menu>": {},
    '<ul role="tablist"><a href="/a">Knee</a></ul>': {},
    '<div role="list"><li>Knee</li></div><ul><div role="listitem">Knee</div></ul>': {},
    "<dl><dt>Knee</dt><dd>A joint</dd><div><dt>Hip</dt><dd>Another</dd></div></dl>": {},
    # tables
    "<table><tr><td>Monday<td>9 to 5<tr><td>Tuesday<td>9 to 5</table>": {"table-without-headers": 1},
    "<table><tr><th>Monday<td>9 to 5<tr><th>Tuesday<td>9 to 5</table>": {},
    '<table><tr><td scope="row">Monday<td>9 to 5<tr><td>Tuesday<td>9 to 5</table>': {},
    '<table role="presentation"><tr><td>Knee<td>Hip<tr><td>Foot<td>Hand</table>': {},
    "<table><tr><td>Knee<tr><td>Hip</table>": {},
    "<table><tr><td>Knee<td>Hip</table>": {},
    "<table><tr><td>Knee<td><tr><td>Hip<td></table>": {},
    "<table><tr><td>Knee<td><h2>Hip</h2><tr><td>Foot<td>Hand</table>": {},
    "<table><tr><td>Knee<td>Hip<tr><td>Foot<td><table><tr><td>Hand<td>Arm</table></table>": {},
    "<table hidden><tr><td>Knee<td>Hip<tr><td>Foot<td>Hand</table>": {},
    # navigation
    '<nav><a href="/a">Knee</a></nav>': {"skip-link-missing": 1},
    '<a href="#nowhere">Skip</a><nav><a href="/a">Knee</a></nav>': {"skip-link-missing": 1},
    '<p id="c">Text</p><nav><a href="/a">Knee</a></nav><a href="#c">Up</a>': {"skip-link-missing": 1},
    '<div role="navigation"><a href="#">Knee</a></div>': {"skip-link-missing": 1},
    '<a href="#c">Skip</a><nav><a href="/a">Knee</a></nav><p id="c">Text</p>': {},
    '<a href="/page#c">Skip</a><nav><a href="/a">Knee</a></nav><p id="c">Text</p>': {},
    '<a href="#c">Skip</a><nav><a href="/a">Knee</a></nav><a name="c">Text</a>': {},
    '<a href="/a">Knee</a>': {},
    # what moves and sounds
    '<video src="/v.mp4" controls></video>': {"video-without-captions": 1},
    '<video src="/v.mp4" controls><track kind="chapters" src="/c.vtt"></video>': {"video-without-captions": 1},
    '<video src="/v.mp4" controls><track kind="captions" src="/c.vtt"></video>': {},
    '<video src="/v.mp4" controls><track src="/c.vtt"></video>': {},
    '<video src="/v.mp4" autoplay muted loop></video>': {},
    '<audio src="/a.mp3" autoplay></audio>': {"sound-by-itself": 1},
    '<audio src="/a.mp3" autoplay controls></audio><audio src="/a.mp3" controls></audio>': {},
    "<marquee>New patients welcome</marquee><blink>Now</blink>": {"moving-text": 2},
    # attributes
    '<p id="a">Knee</p><p id="a">Hip</p><p id="a">Foot</p>': {"duplicate-id": 2},
    '<input id="a" title="Knee"><p id="a">Hip</p><label for="a">Knee</label>': {
        "duplicate-id": 1,
        "duplicate-id-referenced": 1,
    },
    '<a href="#a">Knee</a><p id="a">Knee</p><p id="a">Hip</p>': {"duplicate-id": 1, "duplicate-id-referenced": 1},
    '<p id="a">Knee</p><p id="A">Hip</p><p id="">Foot</p><p id="">Hand</p>': {},
    '<p role="buton">Knee</p><p role="roletype">Hip</p>': {"role-invalid": 2},
    '<p role="note">Knee</p><p role="">Hip</p><p role="spin NOTE">Foot</p>': {},
    '<p aria-labeled="Knee">Knee</p>': {"aria-attribute-invalid": 1},
    '<p aria-labeled="Knee" aria-titel="Knee">Knee</p><p aria-titel>Hip</p>': {"aria-attribute-invalid": 2},
    '<p aria-live="polite" aria-atomic="true">Knee</p>': {},
    '<a href="/a" tabindex="3">Knee</a>': {"tabindex-positive": 1},
    '<p tabindex="0">Knee</p><p tabindex="-1">Hip</p><p tabindex="x">Foot</p>': {},
    '<a href="/a" aria-hidden="true">Knee</a>': {"focus-hidden": 1},
    '<p tabindex="0" aria-hidden="true">Knee</p><button aria-hidden="true">×</button>': {"focus-hidden": 2},
    '<a aria-hidden="true">Knee</a><i aria-hidden="true"></i>': {},
    '<button aria-hidden="true" disabled>×</button><input type="hidden" aria-hidden="true">': {},
    '<div hidden><a href="/a" aria-hidden="true">Knee</a></div>': {},
    '<a href="/a" accesskey="k">Knee</a><a href="/b" accesskey="k">Hip</a>': {"accesskey-duplicate": 2},
    '<a href="/a" accesskey="k">Knee</a><a href="/b" accesskey="h">Hip</a>': {},
    '<input title="Name" autocomplete="full-name">': {"autocomplete-invalid": 1},
    '<input title="Name" autocomplete="work name">': {"autocomplete-invalid": 1},
    '<input title="Name" autocomplete="name"><input title="Phone" autocomplete="Work TEL">': {},
    '<input title="Town" autocomplete="section-a shipping address-level2"><input title="X" autocomplete>': {},
    '<input title="Name" autocomplete="off"><form autocomplete="wrong"></form>': {},
}

WHOLE = {
    "<title>Knee</title><main>Knee</main>": {"html-without-lang": 1},
    '<html lang=" "><title>Knee</title><main>Knee</main>': {"html-without-lang": 1},
    '<html lang="english"><title>Knee</title><main>Knee</main>': {"lang-invalid": 1},
    '<html lang="en-GB"><title>Knee</title><main>Knee</main>': {},
    '<html lang="en"><main>Knee</main>': {"title-missing": 1},
    '<html lang="en"><title> </title><main>Knee</main>': {"title-missing": 1},
    '<html lang="en"><svg><title>Icon</title></svg><main>Knee</main>': {"title-missing": 1},
    '<html lang="en"><title>Knee</title><p>Knee</p>': {"main-missing": 1},
    '<html lang="en"><title>Knee</title><main hidden>Knee</main>': {"main-missing": 1},
    '<html lang="en"><title>Knee</title><div role="main">Knee</div>': {},
    '<html lang="en"><title>Knee</title><main>Knee</main><main>Hip</main>': {"main-several": 1},
    '<html lang="en"><title>Knee</title><main>Knee</main><main hidden>Hip</main>': {},
    '<html lang="en"><title>Knee</title><main role="main">Knee</main>': {},
    '<html lang="en"><title>Knee</title><body aria-hidden="true"><main>Knee</main>': {
        "main-missing": 1,
        "body-hidden": 1,
    },
}  # fmt: skip

VIEWPORTS = {
    "width=device-width, user-scalable=no": True,
    "width=device-width;user-scalable = 0": True,
    "width=device-width, maximum-scale=1.0": True,
    "maximum-scale=1.9": True,
    "Maximum-Scale=yes": True,
    "width=device-width, initial-scale=1": False,
    "user-scalable=yes, maximum-scale=5": False,
    "maximum-scale=2": False,
    "maximum-scale=-1": False,
    "user-scalable=1": False,
    "": False,
}

REFRESHES = {
    "30": True,
    "5; url=/new": True,
    " 72000": True,
    "0; url=/new": False,
    "72001": False,
    "99999999999999999999": False,
    "soon": False,
}


@pytest.mark.parametrize(("inside", "expected"), IN_PAGE.items())
def test_part_of_a_page(inside: str, expected: dict[str, int]) -> None:
    assert _found(_page(inside)) == expected


@pytest.mark.parametrize(("markup", "expected"), WHOLE.items())
def test_whole_page(markup: str, expected: dict[str, int]) -> None:
    assert _found(markup) == expected


@pytest.mark.parametrize(("content", "expected"), VIEWPORTS.items())
def test_zoom(content: str, expected: bool) -> None:
    found = _found(_page("").replace("<title>", f'<meta name="Viewport" content="{content}"><title>'))
    assert found == ({"zoom-disabled": 1} if expected else {})


@pytest.mark.parametrize(("content", "expected"), REFRESHES.items())
def test_refresh(content: str, expected: bool) -> None:
    found = _found(_page("").replace("<title>", f'<meta http-equiv="refresh" content="{content}"><title>'))
    assert found == ({"timed-refresh": 1} if expected else {})


@pytest.mark.parametrize("tag", "en en-US zh-Hant-TW es-419 de-CH-1996 sr-Latn ast EN-gb en-x-clinic".split())
def test_a_language(tag: str) -> None:
    assert is_language(tag)


@pytest.mark.parametrize("tag", ["english", "en_US", "xx", "e", "en-", "zxx", "en US", "", "en" + "-a" * 9_999])
def test_no_language(tag: str) -> None:
    assert not is_language(tag)


def test_every_rule_is_tested() -> None:
    found = {rule for table in (IN_PAGE, WHOLE) for expected in table.values() for rule in expected}
    assert found | {"zoom-disabled", "timed-refresh"} == set(RULES)


def test_the_example_is_the_first_opening_tag_escaped_and_cut() -> None:
    [row] = _rows(_page('<a class="b  c" href="/?a=1&amp;b=2" data-x=\'"&lt;\' download></a><a href="/b"></a>'))
    assert row.example == '<a class="b c" href="/?a=1&amp;b=2" data-x="&quot;&lt;" download>'
    [row] = _rows(_page(f'<a href="/{"k" * 1_000_000}" {"x " * 5_000}></a>'))
    assert len(row.example) == 200
    assert row.example.endswith("kkk…")


_PIECES = st.sampled_from(
    "<a href=#a> </a> <li> <ul> <dl> <dd> <td> <tr> <table> <button> <label> <label for=a> <input id=a> <input type=image> "
    "<svg role=img> <title> </title> </svg> <select> <option> <img> <img alt=x> <nav> <main> <h1> <h4> <iframe> <template> "
    '<noscript> <p hidden> <p id=a> <p role=button> <p aria-x=1> <p aria-labelledby="a b"> <video> <track> <body aria-hidden=true> '
    "<html lang=x> <meta name=viewport content=maximum-scale=. > text &nbsp; < <!-- -->".split(" ")
)


@given(st.lists(_PIECES, max_size=30).map("".join))
def test_never_raises(markup: str) -> None:
    for row in _rows(markup):
        assert row.places > 0
        assert 0 < len(row.example) <= 200


@pytest.mark.parametrize(
    "markup",
    [
        "<div role=button>" * 10_000,
        "<div role=button aria-labelledby=a id=a>" * 10_000,
        "<label>" * 5_000 + "<input>" * 5_000,
        "<p id=b>" + "<i></i>" * 10_000 + "</p>" + "<a href=/ aria-labelledby='b b b'></a>" * 10_000,
        "<table><tr><td>" * 5_000,
        "<ul><li>" * 5_000,
        "<a href=#x></a><p id=x></p>" * 5_000,
        "<div role=heading></div>" * 10_000,
    ],
    ids=range(8),
)
def test_takes_time_in_proportion(markup: str) -> None:
    document = Document.of("https://clinic.example/page", "clinic.example", Decoded(markup, "utf-8", "header"))
    started = time.process_time()
    accessibility(document)
    assert time.process_time() - started < 1.0
