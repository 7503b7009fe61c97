"""Pages that nobody means well with: markup bombs of any size, and pages mangled by a seeded hand."""

import random
from collections.abc import Callable, Iterator

Bomb = Callable[[int], str]
"""Makes a page that holds about so many bytes of one thing."""


def _repeated(unit: str, *, before: str = "", after: str = "") -> Bomb:
    """`unit` over and over; ``{n}`` in it counts."""
    if "{n}" not in unit:
        return lambda size: before + unit * (size // len(unit)) + after
    return lambda size: before + "".join(unit.replace("{n}", str(n)) for n in range(size // len(unit))) + after


def _nested(opening: str, closing: str, inside: str = "text") -> Bomb:
    def bomb(size: int) -> str:
        depth = size // len(opening + closing)
        return opening * depth + inside + closing * depth

    return bomb


_DATA = '<script type="application/ld+json">'
_LONG = "x" * 1000

BOMBS: dict[str, Bomb] = {
    "nested div": _nested("<div>", "</div>"),
    "nested div with text": _repeated("<div>some text "),
    "nested section, named": _repeated('<section class="header nav" id="a{n}">word '),
    "nested lists": _repeated("<ul><li>entry"),
    "nested definition lists": _repeated("<dl><dd>entry"),
    "nested tables": _repeated("<table><tr><td>cell"),
    "nested blockquotes with links": _repeated('<blockquote><a href="/a{n}">link</a>'),
    "nested spans": _repeated("<span>text "),
    "nested spans in a heading": _repeated("<span>text ", before="<h1>"),
    "nested spans in a link": _repeated("<span>text ", before='<a href="/">'),
    "nested divs in a button": _repeated("<div>text ", before="<button>"),
    "nested divs in a label": _repeated("<div>text ", before="<label>"),
    "nested itemscopes": _repeated('<div itemscope itemprop="a" itemtype="https://schema.org/Person">name '),
    "nested RDFa": _repeated('<div vocab="https://schema.org/" typeof="Person" property="name">name '),
    "nested links by svg": _repeated('<svg><a href="/a{n}"><foreignObject>text ', before="<div>"),
    "nested buttons by objects": _repeated("<button><object>text "),
    "nested headings by objects": _repeated("<h2><object>text "),
    "nested headings by sections": _repeated("<h2>text <section>more "),
    "nested articles with headings": _repeated("<article><h2>head</h2><p>text"),
    "nested hidden": _repeated('<div hidden style="display:none">text '),
    "nested address": _repeated("<address>by Jo Roe, MD "),
    "nested time": _repeated('<time datetime="2024-01-01">2024 '),
    "nested labels": _repeated("<label>Name "),
    "nested forms by templates": _repeated("<template><form><input name=a>"),
    "nested noscript": _repeated("<noscript><p>text "),
    "nested figures": _repeated("<figure><figcaption>text"),
    "nested select": _repeated("<select><optgroup><option>text"),
    "options shown": _repeated(
        "<option selected>x<b>y</b>", before="<select><button><selectedcontent></selectedcontent></button>"
    ),
    "nested svg": _repeated("<svg><title>text</title><g>"),
    "unclosed b": _repeated("<b>"),
    "unclosed p": _repeated("<p>text"),
    "unclosed a": _repeated('<a href="/{n}">text'),
    "unclosed font": _repeated('<font color="{n}">x'),
    "unclosed table": _repeated("<table>"),
    "unclosed li": _repeated("<li>text"),
    "unclosed comment": _repeated("<!-- "),
    "unclosed tags": _repeated("<div "),
    "misnested formatting": _repeated("<i><b></i>x</b>"),
    "misnested blocks": _repeated("<b><div></b>x"),
    "misnested links": _repeated("<a href=/><div><p></a>x"),
    "fostered text": _repeated("text<tr>", before="<table>"),
    "fostered links": _repeated('<a href="/{n}">x</a>', before="<table>"),
    "stray closings": _repeated("</div></p></b>"),
    "attributes": _repeated(" a{n}=1", before="<p", after=">text"),
    "attributes of one name": _repeated(" class=a", before="<p", after=">text"),
    "classes": _repeated("c{n} ", before='<div class="', after='">text'),
    "long attribute": _repeated("x", before='<a href="/', after='">text</a>'),
    "long alt": _repeated("word ", before='<img src=a.png alt="', after='">'),
    "long label": _repeated("call 555 ", before='<a href="tel:5" aria-label="', after='">x</a>'),
    "long style": _repeated("display:no ", before='<p style="', after='">text'),
    "long srcset": _repeated("a{n}.png {n}w, ", before='<img srcset="', after='">'),
    "long id list": _repeated("a{n} ", before='<a href=/ aria-labelledby="', after='">x</a>'),
    "long title": _repeated("word ", before="<title>", after="</title>"),
    "long description": _repeated("word ", before='<meta name=description content="', after='">'),
    "long robots": _repeated("noindex,", before='<meta name=robots content="', after='">'),
    "long robots agents": _repeated("a: noindex,", before='<meta name=robots content="', after='">'),
    "long refresh": _repeated("0;url=", before='<meta http-equiv=refresh content="', after='">'),
    "long charset": _repeated("charset=", before='<meta http-equiv=content-type content="', after='">'),
    "metas": _repeated('<meta name="a{n}" content="b">'),
    "canonicals": _repeated('<link rel=canonical href="/{n}">'),
    "alternates": _repeated('<link rel=alternate hreflang=en href="/{n}">'),
    "less than": _repeated("<"),
    "less than with letters": _repeated("<a"),
    "ampersands": _repeated("&"),
    "entities": _repeated("&amp;lt&#x41"),
    "zeros": _repeated("\x00"),
    "quotes": _repeated("\"'"),
    "one word": _repeated("x"),
    "white space": _repeated(" ", after="end"),
    "line breaks": _repeated("\n", after="end"),
    "no-break spaces": _repeated("\xa0", after="end"),
    "accents": _repeated("e\u0301\u0323\u0301"),
    "digits": _repeated("7"),
    "digits and dashes": _repeated("555-010-"),
    "digits and spaces": _repeated("5 "),
    "digits and brackets": _repeated("(555) "),
    "digits and dots": _repeated("1.2."),
    "phone numbers": _repeated("<p>Call (555) 010-0199 "),
    "phone numbers in one text": _repeated("Call (212) 555-0199 now. "),
    "phone words": _repeated("call fax text "),
    "phone links": _repeated('<a href="tel:+12125550{n}">Call us</a>'),
    "phone numbers and vanity numbers": _repeated("Call (212) 555-0199 or 1-800-FLOWERS, "),
    "phone links and numbers": _repeated('<a href="tel:+12125550199">Call</a> or (212) 555-0188, '),
    "phone numbers in a row of cells": _repeated("<td>(212) 555-0199", before="<table><tr><th>Phone<tr>"),
    "phone numbers in a table with a long caption": _repeated(
        "<tr><td>a</td><td>(212) 555-0199</td></tr>", before="<table><caption>" + "<b>x</b>" * 2000 + "</caption>"
    ),
    "nested phone numbers": _repeated("<div>call (212) 453-0199"),
    "phone numbers in properties": _repeated("<p itemprop=telephone>(212) 555-0199"),
    "nested phone properties": _repeated("<div itemprop=telephone>5"),
    "vanity numbers": _repeated("1-800-FLOWERS "),
    "capital letters and dashes": _repeated("ABC-DEF-"),
    "pluses": _repeated("+"),
    "opening brackets": _repeated("("),
    "square brackets": _repeated("["),
    "brackets and numbers": _repeated("(1) "),
    "citation marks": _repeated("word [1,2-3] "),
    "citation marks, raised": _repeated("word<sup>{n}</sup>"),
    "reference list": _repeated("<li>Roe J, Doe A. Title. Journal. 2020;12(3):45-67. doi:10.1000/x{n}</li>"),
    "DOI": _repeated("10.1000/"),
    "colons and semicolons": _repeated(";1:2"),
    "dates": _repeated("Updated on January 5, 2024. "),
    "dates in elements": _repeated("<time datetime=2024-01-05>5 January 2024</time>"),
    "months": _repeated("May "),
    "bylines": _repeated("<p>By Jo Roe, MD, reviewed by Al Doe, DO</p>"),
    "capitalised words": _repeated("Jo Al "),
    "credentials": _repeated("MD, DO, PhD, "),
    "by by by": _repeated("by "),
    "sentences": _repeated("We cure pain for good. "),
    "sentences without end": _repeated("we cure pain and "),
    "guarantees": _repeated("guaranteed best 100% "),
    "full stops": _repeated(". "),
    "points": _repeated("."),
    "questions": _repeated("<h2>What is?</h2>"),
    "images": _repeated('<img src="/{n}.png">'),
    "images in a link": _repeated('<img src="/{n}.png">', before="<a href=/>"),
    "images in a heading": _repeated('<img src="/{n}.png" alt="a">', before="<h1>"),
    "sources in a picture": _repeated('<source srcset="{n}.png 1x, b.png 2x">', before="<picture>"),
    "links": _repeated(f'<a href="/{{n}}{_LONG}">text</a>'),
    "links with fragments": _repeated('<a href="#a{n}">text</a>'),
    "links with queries": _repeated("&utm_a=1&b{n}", before='<a href="/?', after='">text</a>'),
    "links up": _repeated("../", before='<a href="', after='">text</a>'),
    "links by label": _repeated('<a href=/ id="a{n}" aria-labelledby="a0 a1 a2 a3 a4 a5 a6 a7 a8 a9">text</a>'),
    "duplicate ids": _repeated("<p id=a>text"),
    "ids": _repeated("<p id=a{n}>text"),
    "forms": _repeated('<form action="/{n}"><label>Name<input name=a></label></form>'),
    "fields": _repeated("<input name=a{n}>", before="<form>"),
    "fields with labels": _repeated("<label for=a{n}>x</label><input id=a{n}>", before="<form>"),
    "labels for one field": _repeated("<label for=a>x</label>", before="<form><input id=a>"),
    "buttons": _repeated("<button>Send</button>"),
    "frames": _repeated('<iframe src="https://www.youtube.com/embed/{n}"></iframe>'),
    "scripts": _repeated('<script src="https://www.googletagmanager.com/gtm.js?id=GTM-{n}"></script>'),
    "script texts": _repeated("<script>gtag('config','G-{n}');fbq('init','{n}')</script>"),
    "long script": _repeated("var a=1;", before="<script>", after="</script>"),
    "long script of words": _repeated("gtag fbq dataLayer ", before="<script>", after="</script>"),
    "long style element": _repeated("a{b:c}", before="<style>", after="</style>"),
    "JSON-LD braces": _repeated("{", before=_DATA, after="</script>"),
    "JSON-LD brackets": _repeated("[", before=_DATA, after="</script>"),
    "JSON-LD keys": _repeated('{"a":', before=_DATA, after="</script>"),
    "JSON-LD nested types": _nested('{"@type":"Person","knows":', "}", "1"),
    "JSON-LD commas": _repeated(",", before=f"{_DATA}[1", after="]</script>"),
    "JSON-LD comments": _repeated("/*", before=_DATA, after="</script>"),
    "JSON-LD line comments": _repeated("// a\n", before=_DATA, after="</script>"),
    "JSON-LD comment ends": _repeated("<!--", before=_DATA, after="</script>"),
    "JSON-LD backslashes": _repeated("\\", before=f'{_DATA}"', after='"</script>'),
    "JSON-LD quotes": _repeated('"', before=_DATA, after="</script>"),
    "JSON-LD line breaks": _repeated("\n", before=f'{_DATA}{{"a":"', after='"}</script>'),
    "JSON-LD digits": _repeated("9", before=_DATA, after="</script>"),
    "JSON-LD items": _repeated('{"@type":"Person","name":"Jo"},', before=f"{_DATA}[", after="1]</script>"),
    "JSON-LD one identity": _repeated('{"@id":"#a","@type":"Person"},', before=f"{_DATA}[", after="1]</script>"),
    "JSON-LD references": _repeated('{"@id":"#{n}","knows":{"@id":"#a"}},', before=f"{_DATA}[", after="1]</script>"),
    "JSON-LD entities": _repeated("&quot;", before=_DATA, after="</script>"),
    "JSON-LD scripts": _repeated(_DATA + '{"@type":"Person"}</script>'),
    "JSON-LD broken scripts": _repeated(_DATA + '{"@type":</script>'),
    "microdata properties": _repeated('<p itemprop="name">x', before='<div itemscope itemtype="Person">'),
    "microdata references": _repeated(
        '<div itemscope itemref="a{n} a0 a1 a2 a3 a4 a5 a6 a7 a8 a9"></div><p id=a{n} itemprop=b>x'
    ),
    "microdata reference circle": _repeated(
        '<div itemscope itemref=a0><div id=a0 itemprop=b itemscope itemref=a0></div></div>'
    ),
    "RDFa properties": _repeated('<p property="name">x', before='<div vocab="https://schema.org/" typeof="Person">'),
    "headings": _repeated("<h2>head</h2>"),
    "headings of all levels": _repeated("<h1>a</h1><h6>b</h6><h3>c</h3>"),
    "hidden ones": _repeated("<p hidden>text</p>"),
    "breaks": _repeated("text<br>"),
    "inline elements": _repeated("<i>a</i> <b>b</b> "),
    "empty elements": _repeated("<p></p>"),
    "doctypes": _repeated("<!doctype html>"),
    "comments before the doctype": _repeated("<!-->", after="<!doctype html>"),
    "frameset": _repeated("<frame src=a>", before="<frameset>"),
}  # fmt: skip
"""Pages by what they are full of."""

_TAGS = (
    b"<div>",
    b"</div>",
    b"<table><tr><td>",
    b"<b><i>",
    b"</p>",
    b"<a href=/>",
    b"<!--",
    b"<select>",
    b"<svg>",
)
_BYTES = (b"\x00", b"\xff\xfe", b"\xc3", b"\xed\xa0\x80", b"\x1b$B", "é".encode("utf-16"), b"&#0;", b"<", b'"')


def mangled(page: bytes, count: int, seed: int = 0) -> Iterator[bytes]:
    """`page` in `count` broken forms, the same ones for the same `seed`."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    for _ in range(count):
        broken = page
        for _ in range(chance.randint(1, 6)):
            broken = chance.choice(_HANDS)(broken, chance)
        yield broken[: 2 * len(page)]


def _deleted(page: bytes, chance: random.Random) -> bytes:
    start, end = _range(page, chance)
    return page[:start] + page[end:]


def _duplicated(page: bytes, chance: random.Random) -> bytes:
    start, end = _range(page, chance)
    return page[:end] + page[start:end] * chance.randint(1, 3) + page[end:]


def _swapped(page: bytes, chance: random.Random) -> bytes:
    start, end = _range(page, chance)
    middle = (start + end) // 2
    return page[:start] + page[middle:end] + page[start:middle] + page[end:]


def _unclosed(page: bytes, chance: random.Random) -> bytes:
    name = chance.choice((b"</div>", b"</p>", b"</a>", b"</script>", b"</title>", b"</", b">", b'"'))
    return page.replace(name, b"", chance.randint(1, 200))


def _truncated(page: bytes, chance: random.Random) -> bytes:
    return page[: chance.randint(len(page) // 4, len(page))]


def _seeded(page: bytes, chance: random.Random) -> bytes:
    """With bytes of other encodings, and with tags, put in here and there."""
    for _ in range(chance.randint(1, 20)):
        at = chance.randint(0, len(page))
        page = page[:at] + chance.choice(_TAGS + _BYTES) + page[at:]
    return page


def _wrapped(page: bytes, chance: random.Random) -> bytes:
    return chance.choice(_TAGS) * chance.randint(1, 200) + page


def _range(page: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(page))
    return start, min(len(page), start + chance.randint(1, 2000))


_HANDS = (_deleted, _duplicated, _swapped, _unclosed, _truncated, _seeded, _wrapped)
