"""Who wrote and who reviewed a page, as each place on it says."""

import re
from collections.abc import Iterable, Iterator, Sequence

from crawler.extract.blocks import Blocks
from crawler.extract.document import Document, attribute, text_of
from crawler.extract.own_parts import OwnParts
from crawler.extract.people.bylines import bylines
from crawler.extract.people.credentials import credential
from crawler.extract.people.data import people_of_data
from crawler.extract.people.names import Named, people_at
from crawler.extract.structured.page_items import PageItems
from crawler.extract.tree import Element
from crawler.tables.facts import HeadTagRow
from crawler.tables.trust import PersonRow
from crawler.text import collapse

_ROLES_OF_METAS = {
    "author": "author article:author dc.creator dcterms.creator parsely-author sailthru.author citation_author byl",
    "reviewer": "reviewer reviewed-by reviewedby medical-reviewer medical_reviewer medicalreviewer medically-reviewed-by",
    "contributor": "dc.contributor dcterms.contributor editor",
}
_ROLE_OF_META = {name: role for role, names in _ROLES_OF_METAS.items() for name in names.split()}
_SITE_METAS = frozenset({"og:site_name", "application-name"})
_WRITTEN_BY = re.compile(
    r"written|author|autor|auteur|écrit|escrito|geschrieben|verfasst|scritto|geschreven", re.IGNORECASE
)
_BY = re.compile(
    r"(?:(?:about|by|posts? by|articles? by|(?:view )?(?:all|more) (?:posts|articles)(?: from| by)?|more from)\s*:?\s+)+",
    re.IGNORECASE,
)
_INVERTED = re.compile(r"([^\W\d_][\w'’-]{1,40}), ([^\W\d_][\w.'’ -]{0,40})")
_LONGEST = 300
_MOST_LINKS = 20


def people(document: Document, items: PageItems, tags: Sequence[HeadTagRow], blocks: Blocks) -> list[PersonRow]:
    """People in order of trust, positions from 1: structured data, metas, links, bylines; each once a source and role."""
    rows = list(people_of_data(document, items))
    rows += _of_metas(document, tags)
    rows += _of_links(document)
    rows += [
        _row(document, line.role, line.person, line.profile_url, "text") for line in bylines(document, blocks)
    ]
    if not rows:
        return rows
    sites = {tag.value.casefold() for tag in tags if tag.name in _SITE_METAS}
    kept = [row for row in _once(rows) if row.name != row.published_as or row.name.casefold() not in sites]
    return [row._replace(position=position) for position, row in enumerate(kept, start=1)]


def named_as(rows: Sequence[PersonRow], role: str) -> str | None:
    """First person in a role, as published; null where there is none."""
    return next((row.published_as for row in rows if row.role == role), None)


def _once(rows: Iterable[PersonRow]) -> list[PersonRow]:
    """A row for each person, role and source, with the first credentials and link that any of them has."""
    merged: dict[tuple[str, str, str], PersonRow] = {}
    for row in rows:
        key = row.source, row.role, row.name.casefold()
        first = merged.get(key, row)
        merged[key] = first._replace(
            credentials=first.credentials or row.credentials, profile_url=first.profile_url or row.profile_url
        )
    return list(merged.values())


def _row(document: Document, role: str, person: Named, profile_url: str | None, source: str) -> PersonRow:
    return PersonRow(
        url=document.url,
        position=0,
        role=role,
        name=person.name,
        published_as=person.published_as,
        credentials=person.credentials,
        profile_url=profile_url,
        source=source,
    )


def _of_metas(document: Document, tags: Sequence[HeadTagRow]) -> Iterator[PersonRow]:
    for tag in tags:
        if role := _ROLE_OF_META.get(tag.name):
            yield from _of_text(document, role, tag.value, None, "meta")
    yield from _of_labels(document, tags)


def _of_labels(document: Document, tags: Sequence[HeadTagRow]) -> Iterator[PersonRow]:
    """twitter:label1 "Written by" names what twitter:data1 holds."""
    labels = {tag.name: tag.value for tag in tags if tag.name.startswith("twitter:label")}
    for name, value in labels.items():
        if _WRITTEN_BY.match(value):
            wanted = name.replace("label", "data")
            for tag in tags:
                if tag.name == wanted:
                    yield from _of_text(document, "author", tag.value, None, "meta")


def _of_links(document: Document) -> Iterator[PersonRow]:
    """Links with rel=author, those of cards and comments left out."""
    marked = [tag for tag in document.named("a") if "rel" in tag.attrs and "author" in _rels(tag)]
    own = OwnParts(document) if marked else None
    for tag in marked[:_MOST_LINKS]:
        if own is not None and own.holds(tag):
            yield from _of_text(document, "author", text_of(tag), attribute(tag, "href"), "link")


def _rels(tag: Element) -> list[str]:
    return (attribute(tag, "rel") or "").lower().split()


def _of_text(document: Document, role: str, text: str, href: str | None, source: str) -> Iterator[PersonRow]:
    """People that a text names and nothing else: all of it has to be names."""
    text = collapse(text[:_LONGEST])
    if match := _BY.match(text):
        text = text[match.end() :]
    if match := _INVERTED.fullmatch(text):
        text = text if credential(match[2].split()[0]) else f"{match[2]} {match[1]}"
    profile_url = document.resolve(href) if href else None
    for person in people_at(text):
        yield _row(document, role, person, None if profile_url == document.url else profile_url, source)
