"""Authors and reviewers: which names count, what is a title and what a credential, and what looks like a byline."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.extract.people.credentials import credential
from crawler.extract.people.names import people_at, person_at
from crawler.extract.people.people import named_as
from tests.crawler.extract.reading import people_in

ANN = ("author", "Ann Poe", None, None)
BO = ("reviewer", "Bo Lee", "MD, FAAOS", None)

BYLINES = [
    ("<p>By Ann Poe</p>", [ANN]),
    ("<p>by Ann Poe | 5 min read</p>", [ANN]),
    ("<p>BY: Dr. Ann Poe, DPT</p>", [("author", "Ann Poe", "DPT", None)]),
    ("<p>March 3, 2026 by Ann Poe in News</p>", [ANN]),
    ("<div><a href=/blog>Blog</a> <span>By <b>Ann</b> <b>Poe</b></span> <i>Clinic Manager</i></div>", [ANN]),
    (
        "<p>By <a href='/team/ann'>Ann Poe</a>, PT</p>",
        [("author", "Ann Poe", "PT", "https://clinic.example/team/ann")],
    ),
    ("<div>By</div><div>Ann Poe</div>", [ANN]),
    ("<dl><dt>Written by:</dt><dd>Ann Poe</dd></dl>", [ANN]),
    (
        "<p>Written by Ann Poe, DPT and Bo Lee, M.D.</p>",
        [("author", "Ann Poe", "DPT", None), ("author", "Bo Lee", "MD", None)],
    ),
    (
        "<p>By Ann Poe, Bo Lee and Cy Roe</p>",
        [ANN, ("author", "Bo Lee", None, None), ("author", "Cy Roe", None, None)],
    ),
    ("<p>Author: Ann Poe</p>", [ANN]),
    ("<h3>About the author</h3><p>Ann Poe is a physical therapist in Harbor Town.</p>", [ANN]),
    ("<p>Medically reviewed by Bo Lee, MD, FAAOS on March 3, 2026</p>", [BO]),
    ("<p>Reviewed on March 3, 2026 by Bo Lee, MD, FAAOS</p>", [BO]),
    ("<p>Medical reviewer</p><p>Bo Lee, MD, FAAOS</p>", [BO]),
    (
        "<p>"
        + "Knees hurt for many reasons. " * 12
        + "This page was medically reviewed by Bo Lee, MD, FAAOS.</p>",
        [BO],
    ),
    ("<p>Written and medically reviewed by Ann Poe</p>", [ANN, ("reviewer", "Ann Poe", None, None)]),
    ("<p>Written by Ann Poe and reviewed by Bo Lee, MD, FAAOS</p>", [ANN, BO]),
    ("<p>Last updated by Ann Poe on May 3, 2026</p>", [("contributor", "Ann Poe", None, None)]),
    ("<p>Approved by Bo Lee, MD, FAAOS</p>", [BO]),
    ("<p>Last updated May 4, 2026. Written by Ann Poe</p>", [ANN]),
    ("<p>Last reviewed May 4, 2026. Written by Ann Poe</p>", [ANN]),
    ("<p>Last reviewed May 4, 2026 • Written by Ann Poe</p>", [ANN]),
    ("<p>Updated Jan. 2026. Published in May 2020. Written by Ann Poe</p>", [ANN]),
    ("<p>Published May 4, 2026. Medically reviewed by Bo Lee, MD, FAAOS</p>", [BO]),
    ("<p>Published May 4, 2026, medically reviewed by Bo Lee, MD, FAAOS</p>", [BO]),
    ("<p>Updated May 4, 2026 and reviewed by Bo Lee, MD, FAAOS</p>", [BO]),
    ("<p>Reviewed on Tue., Jan. 4, 2026 by Bo Lee, MD, FAAOS</p>", [BO]),
    ("<p>Posted on Sept. 4, 2026 at 9:30 a.m. by Ann Poe</p>", [ANN]),
    ("<p>Posted on 2026-05-04 by Ann Poe</p>", [ANN]),
    ("<p>Updated on 4. März 2026 von Ann Poe</p>", [("contributor", "Ann Poe", None, None)]),
    ("<html lang=de><p>Verfasst am 04.05.2026 von Ann Poe</p>", [ANN]),
    ("<html lang=fr><p>Écrit le 4 févr. 2026 par Ann Poe</p>", [ANN]),
    ("<p>Revisado por la Dra. Ana Poe, MD</p>", [("reviewer", "Ana Poe", "MD", None)]),
    ("<p>Escrito por Ana Poe</p>", [("author", "Ana Poe", None, None)]),
    ("<html lang=fr><p>Par Anne Poe, le 3 mars 2026</p>", [("author", "Anne Poe", None, None)]),
    ("<p>Relu et validé par le Dr Anne Poe</p>", [("reviewer", "Anne Poe", None, None)]),
    ("<html lang=de><p>Von Dr. med. Anna Poe</p>", [("author", "Anna Poe", None, None)]),
    ("<p>Medizinisch geprüft von Prof. Dr. Anna Poe</p>", [("reviewer", "Anna Poe", None, None)]),
    (
        "<p class=byline><a href=/team/ann>Ann Poe, DPT</a> · Knee Studies</p>",
        [("author", "Ann Poe", "DPT", "https://clinic.example/team/ann")],
    ),
    ("<div class='top post__author'><p>Dr. Ann Poe, DPT</p></div>", [("author", "Ann Poe", "DPT", None)]),
]

NO_BYLINES = [
    "<p>By appointment only</p>",
    "<p>By clicking Send you agree</p>",
    "<p>By Clicking Send You Agree</p>",
    "<p>By Body Part</p>",
    "<p>By Phone</p>",
    "<p>By Harbor Town Clinic</p>",
    "<p>Written by the Harbor Team</p>",
    "<p>By Ann Poe is how the story begins</p>",
    "<h2>By Ann Poe</h2>",
    "<p>Knee pain is caused by Osgood Schlatter disease.</p>",
    "<p>A study written by Ann Poe in 2019 was small.</p>",
    "<p>Reviewed by Our Patients</p>",
    "<p>Approved by Blue Harbor</p>",
    "<p>Stand by. Ann Poe will call.</p>",
    "<html lang=de><p>Von Montag bis Freitag</p>",
    "<html lang=en><p>Von Willebrand Disease</p>",
    "<footer><p>By Ann Poe</p></footer>",
    "<nav><p>By Ann Poe</p></nav>",
    "<p hidden>By Ann Poe</p>",
    "<blockquote>By Ann Poe</blockquote>",
    "<h3><a href=/other>Another article</a></h3><p>By Ann Poe</p>",
    "<div class='comment-body'><p>By Ann Poe</p></div>",
    "<article><h1>Knee</h1></article><article><p>By Ann Poe</p></article>",
    "<p class=byline>Harbor Point</p>",
    "<p class=byline>Ann Poe, DPT is a physical therapist</p>",
    "<p class=testimonial-author>Ann Poe, DPT</p>",
    "<div class=testimonials><p class=author>Ann Poe, DPT</p></div>",
    "<body class=author><p>Ann Poe, DPT</p>",
]


@pytest.mark.parametrize(("markup", "expected"), BYLINES)
def test_bylines(markup: str, expected: list[tuple[str, ...]]) -> None:
    found = people_in(markup)
    assert [(row.role, row.name, row.credentials, row.profile_url) for row in found] == expected
    assert {row.source for row in found} == {"text"}
    assert [row.position for row in found] == list(range(1, len(found) + 1))


@pytest.mark.parametrize("markup", NO_BYLINES)
def test_no_bylines(markup: str) -> None:
    assert people_in(markup) == []


def _article(body: str) -> str:
    return '<script type="application/ld+json">{"@type":"Article",%s}</script>' % body  # noqa: UP031 - braces


DATA = [
    ('"author":"Dr. Ann Poe, DPT"', [("author", "Ann Poe", "Dr. Ann Poe, DPT", "DPT", None)]),
    ('"author":["Ann Poe",{"name":"Bo Lee"}]', [("author", "Ann Poe", "Ann Poe", None, None), ("author", "Bo Lee", "Bo Lee", None, None)]),
    ('"author":{"@type":"Person","name":"By Ann Poe","url":"/ann"}', [("author", "Ann Poe", "Ann Poe", None, "https://clinic.example/ann")]),
    ('"author":{"givenName":"Ann","familyName":"Poe","honorificPrefix":"Dr.","honorificSuffix":"DPT, OCS"}', [("author", "Ann Poe", "Dr. Ann Poe", "DPT, OCS", None)]),
    ('"author":{"name":"Ann Poe","hasCredential":[{"name":"MD"},{"credentialCategory":"Board certified"}]}', [("author", "Ann Poe", "Ann Poe", "MD, Board certified", None)]),
    ('"author":{"name":"Ann Poe","jobTitle":"PT","sameAs":["https://people.example/ann"]}', [("author", "Ann Poe", "Ann Poe", "PT", "https://people.example/ann")]),
    ('"author":{"@type":"Organization","name":"Ann Poe"},"reviewedBy":{"@type":"Person","name":"Bo Lee, MD"}', [("reviewer", "Bo Lee", "Bo Lee, MD", "MD", None)]),
    ('"author":{"@type":"Person","name":"Harbor Clinic"}', []),
    ('"author":{"@type":"Person","name":"admin"}', []),
    ('"author":"https://clinic.example/ann"', []),
    ('"author":{"@id":"#nobody"}', []),
    ('"review":{"@type":"Review","author":{"name":"Pat Ient"}}', []),
    ('"citation":{"@type":"ScholarlyArticle","author":"Cy Roe"}', []),
    ('"author":{"name":"\\ud800 Poe"}', [("author", "? Poe", "? Poe", None, None)]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), DATA)
def test_structured_data(body: str, expected: list[tuple[str, ...]]) -> None:
    found = people_in(_article(body))
    assert [(row.role, row.name, row.published_as, row.credentials, row.profile_url) for row in found] == expected


def test_an_id_is_looked_up_in_the_page() -> None:
    graph = (
        '{"@graph":[{"@type":"Article","author":{"@id":"#ann"}},{"@type":"Person","@id":"#ann","name":"Ann Poe"}]}'
    )
    found = people_in(f'<script type="application/ld+json">{graph}</script>')
    assert [row.name for row in found] == ["Ann Poe"]


def test_items_of_other_pages_do_not_count() -> None:
    posts = ",".join(
        f'{{"@type":"BlogPosting","url":"https://clinic.example/{path}","author":"{name}"}}'
        for path, name in (("page", "Ann Poe"), ("other", "Bo Lee"))
    )
    assert [row.name for row in people_in(f'<script type="application/ld+json">[{posts}]</script>')] == ["Ann Poe"]


METAS = [
    ("<meta name=author content='Ann Poe, DPT'>", ["Ann Poe"]),
    ("<meta name=author content='Poe, Ann'>", ["Ann Poe"]),
    ("<meta property=article:author content='https://social.example/ann'>", []),
    ("<meta name=author content='Harbor Clinic'>", []),
    ("<meta name=author content='Tamsett Bay'><meta property=og:site_name content='Tamsett Bay'>", []),
    ("<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Poe'>", ["Ann Poe"]),
    ("<meta name=twitter:label1 content='Time to read'><meta name=twitter:data1 content='Ann Poe'>", []),
    ("<a rel='author nofollow' href=/ann>View all posts by Ann Poe</a>", ["Ann Poe"]),
    ("<a rel=author href=/ann><img src=a.jpg alt='Ann Poe'></a>", []),
]


@pytest.mark.parametrize(("markup", "names"), METAS)
def test_metas_and_links(markup: str, names: list[str]) -> None:
    assert [row.name for row in people_in(markup)] == names


def test_sources_stay_apart_and_come_in_order_of_trust() -> None:
    markup = (
        "<p>By Cy Roe and Cy Roe</p><a rel=author href=/x>Bo Lee</a><meta name=author content='Di Fay'>"
        + _article('"author":"Ann Poe"')
    )
    found = people_in(markup)
    assert [(row.source, row.name) for row in found] == [
        ("json-ld", "Ann Poe"), ("meta", "Di Fay"), ("link", "Bo Lee"), ("text", "Cy Roe"),
    ]  # fmt: skip
    assert named_as(found, "author") == "Ann Poe"
    assert named_as(found, "reviewer") is None


NAMES = [
    ("Jane Q. Public, MD, PhD", "Jane Q. Public", "MD, PhD"),
    ("John O'Brien Jr., PA-C", "John O'Brien Jr.", "PA-C"),
    ("Maria van der Berg PT, DPT", "Maria van der Berg", "PT, DPT"),
    ("Jack Ma, MD", "Jack Ma", "MD"),
    ("April May, L.Ac.", "April May", "LAc"),
    ("Ann Poe (DPT)", "Ann Poe", "DPT"),
    ("Ann Poe, BSc (Hons), MCSP", "Ann Poe", "BSc, MCSP"),
    ("Ann Poe, OTR/L", "Ann Poe", "OTR/L"),
    ("Ann Poe, FNP-BC, QXYZ", "Ann Poe", "FNP-BC, QXYZ"),
    ("ANN POE, BOSTON", "ANN POE", None),
    ("Ann Poe, LLC", "Ann Poe", None),
    ("José Ángel Núñez", "José Ángel Núñez", None),
    ("Dr. Poe", "Poe", None),
    ("Ann Poe Physical Therapist", "Ann Poe", None),
    ("Ann Poe May 3, 2026", "Ann Poe", None),
]


@pytest.mark.parametrize(("text", "name", "credentials"), NAMES)
def test_names(text: str, name: str, credentials: str | None) -> None:
    found = person_at(text)
    assert found is not None
    assert (found.name, found.credentials) == (name, credentials)


@pytest.mark.parametrize(
    "text", ["Poe", "ann poe", "Harbor Point Clinic", "New Patient", "A. B.", "2021", "", "Monday to Friday"]
)
def test_no_names(text: str) -> None:
    assert person_at(text) is None


@pytest.mark.parametrize(
    ("token", "usual"), [("M.D.", "MD"), ("Ph.D", "PhD"), ("Do", None), ("DO", "DO"), ("Pt", None), ("and", None)]
)
def test_credentials(token: str, usual: str | None) -> None:
    assert credential(token) == usual


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("By ANnpoe,.DMr&|:\x1f-é(0"), max_size=60))
def test_any_text(text: str) -> None:
    for person in people_at(text):
        assert 0 <= person.start < person.end <= len(text)
        assert person.name
