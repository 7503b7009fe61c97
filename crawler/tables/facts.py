"""What `crawler.extract` reads off one page: facts, no opinions. `url` is always the page's own."""

from typing import Annotated, NamedTuple

ZONES = ("sticky", "header", "nav", "hero", "main", "aside", "footer", "modal")
"""Where on a page something stands."""


class PageRow(NamedTuple):
    url: Annotated[str, "the page's address"]
    status: Annotated[int, "HTTP status"]
    depth: Annotated[int | None, "fewest clicks from the seed, by the analysis; null: found in the sitemap only"]
    title: Annotated[str | None, "text of the first <title>; null where there is none"]
    title_px: Annotated[int | None, "width of the title in Arial 20 px, as results show it", "px"]
    titles: Annotated[int, "number of <title> elements in the head or body, svg's left out"]
    meta_description: Annotated[str | None, "content of the first meta description"]
    meta_description_px: Annotated[int | None, "its width in Arial 14 px", "px"]
    meta_descriptions: Annotated[int, "number of meta descriptions"]
    h1: Annotated[str | None, "text of the first H1 that has text; null where none has"]
    h1_count: Annotated[int, "number of H1 that have text"]
    canonical: Annotated[str | None, "absolute target of the first canonical link, else of the Link header"]
    canonicals: Annotated[list[str], "every distinct canonical named, in order"]
    robots: Annotated[str | None, "content of the first meta robots, as published"]
    robots_all: Annotated[str | None, "contents of all meta robots, joined by a comma: each of them counts"]
    x_robots_tag: Annotated[str | None, "X-Robots-Tag header; several joined by a comma"]
    lang: Annotated[str | None, "html lang attribute, as published"]
    charset: Annotated[str, "encoding the bytes were read with"]
    charset_source: Annotated[str, "what decided it: mark (BOM), header, meta or content"]
    charset_declared: Annotated[str | None, "encoding that a meta element names, as published"]
    doctype: Annotated[str | None, "name in the doctype; null where there is none"]
    base_href: Annotated[str | None, "href of the first <base>, as published"]
    body_kind: Annotated[str, "html, or json, xml or binary where the body is not what its type says"]
    viewport: Annotated[str | None, "content of meta viewport"]
    meta_refresh: Annotated[str | None, "content of meta refresh"]
    og_title: Annotated[str | None, "Open Graph title"]
    og_image: Annotated[str | None, "Open Graph image"]
    author: Annotated[str | None, "named author"]
    reviewer: Annotated[str | None, "named medical reviewer"]
    published: Annotated[str | None, "date of publication, ISO 8601"]
    modified: Annotated[str | None, "date of the last change, ISO 8601"]
    booking_link: Annotated[str | None, "first link or form that books an appointment"]
    text_words: Annotated[int, "words of the whole body", "words"]
    content_hash: Annotated[str, "hash of the page's visible text"]
    refresh_url: Annotated[str | None, "absolute target of the meta refresh"]
    rel_next: Annotated[str | None, "absolute target of the first link rel=next"]
    rel_prev: Annotated[str | None, "absolute target of the first link rel=prev"]
    alternates: Annotated[list[str], "absolute targets of hreflang alternates, in order"]
    error_phrase: Annotated[str | None, "words of title, H1 or a short body that say the page is not there"]
    script_clue: Annotated[str | None, "what says that scripts make the content; null: nothing does"]
    rendered: Annotated[bool, "the facts are those of the page after its scripts ran in a browser"]
    icon: Annotated[str | None, "absolute target of the first link rel=icon"]
    ids: Annotated[list[str], "ids of elements and names of anchors, which a fragment can lead to"]


_HIDDEN = (
    "how it is kept from sight: hidden, display:none, visibility:hidden, aria-hidden, template or noscript; "
    "null: it is not"
)


class HeadTagRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1; those of the HTTP header come last"]
    name: Annotated[
        str,
        "in lower case: title, base, charset, the name or property of a meta, http-equiv:… or link:… and its rel",
    ]
    value: Annotated[str, "text, content or href, as published"]
    target_url: Annotated[str | None, "absolute address that it names; null: it names none"]
    hreflang: Annotated[str | None, "language of a link's target, as published; null: none"]
    media: Annotated[str | None, "media attribute; null: none"]
    type: Annotated[str | None, "type attribute of a link, in lower case; null: none"]
    place: Annotated[str, "where it takes effect: head, body (the parser moved it, or it stands there) or header"]


class RobotsDirectiveRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order, from 1: metas, then the HTTP header"]
    agent: Annotated[str, "user agent it is for, in lower case; robots: all"]
    directive: Annotated[str, "in lower case: noindex, nofollow, max-snippet, …"]
    value: Annotated[str | None, "what stands behind its colon; null: nothing"]
    place: Annotated[str, "head, body or header"]


class HeadingRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    level: Annotated[int, "1 to 6"]
    text: Annotated[str, "text, white space collapsed"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]
    alt_text: Annotated[str | None, "alt of the images in it; null: they have none"]
    parent_position: Annotated[int | None, "heading of the section that its section is in; null: none"]
    section_end: Annotated[
        int, "last heading of the section that it opens; itself where it has no headings under it"
    ]
    skipped_levels: Annotated[int, "levels between it and the heading before it that were left out; 0: none"]
    is_question: Annotated[bool, "asks something: a question mark or a question's first words"]
    hidden: Annotated[str | None, _HIDDEN]


class BlockRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    tag: Annotated[str, "element that holds the text: p, li, h2, td, …"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]
    heading_position: Annotated[int | None, "position of the heading it stands under; null: none"]
    text: Annotated[str, "text, white space collapsed"]
    words: Annotated[int, "words of the text", "words"]
    link_words: Annotated[int, "words of it that stand in links", "words"]
    block_hash: Annotated[str, "hash of the folded text"]
    list_position: Annotated[int | None, "outermost list that it stands in, from 1; null: in none"]
    table_position: Annotated[int | None, "outermost table that it stands in, from 1; null: in none"]
    is_content: Annotated[bool, "of the main content, judged by this page alone"]
    hidden: Annotated[str | None, _HIDDEN]


class LinkRow(NamedTuple):
    source_url: Annotated[str, "the page that links"]
    position: Annotated[int, "order of the anchor in the document, from 1"]
    target_url: Annotated[str | None, "absolute, normalised, no fragment; null: not an http(s) address"]
    href: Annotated[str | None, "href as published; null: no attribute"]
    anchor: Annotated[str, "anchor text, else aria-label, image alt or title"]
    anchor_source: Annotated[str, "where anchor comes from: text, aria-label, alt, title or nothing"]
    accessible_name: Annotated[str, "what a screen reader calls it: aria-labelledby, aria-label, content, title"]
    title: Annotated[str | None, "title attribute, as published"]
    lang: Annotated[str | None, "language of its text: the nearest lang attribute; null: none set"]
    rel: Annotated[str | None, "rel as published"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]
    is_internal: Annotated[bool, "target_url is on a host that is crawled"]
    tracking: Annotated[str | None, "tracking parameters taken off target_url, as published; null: none"]
    kind: Annotated[
        str,
        "what href is: page, fragment (of this page), mail, phone, script, other (scheme), empty, missing or invalid",
    ]
    fragment: Annotated[str | None, "what stands behind #, decoded; null: nothing"]
    opens: Annotated[str | None, "target attribute, as published"]
    heading_position: Annotated[int | None, "heading it stands under; null: none"]
    hidden: Annotated[str | None, _HIDDEN]


class PhoneCtaRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order in the document, from 1"]
    channel: Annotated[
        str,
        "tel, callto, sms, whatsapp, messenger (Signal, Viber, Skype …), text, vanity, script (onclick or javascript:), "
        "data-attribute (data-phone …), form (action), button (value of an input), image (a picture that seems to show a "
        "number), alt, aria (label or title), json-ld, json-ld-fax, microdata, microdata-fax, rdfa or rdfa-fax",
    ]
    href: Annotated[str | None, "href, or the script, action or data attribute that dials, as published"]
    shown_text: Annotated[str | None, "text that the visitor sees: anchor text or the number as written"]
    href_number: Annotated[
        str | None, "E.164 number that the href dials; null: none possible, or in a form that dials none"
    ]
    shown_number: Annotated[
        str | None,
        "E.164 number that is shown: in the text, or in the label of a link whose text shows none if that is another than "
        "it dials; null: none is, or what is shown as a number cannot be one",
    ]
    number: Annotated[str | None, "E.164 number it offers: what it dials or is meant to, else what it shows"]
    extension: Annotated[str | None, "extension that it dials, else the one shown"]
    valid: Annotated[
        bool,
        "the number can exist, by its country's numbering plan; false also for a link in a form that dials none "
        "(http://tel:…, WhatsApp without country code) and where no number is told",
    ]
    linked: Annotated[bool, "a tap calls or writes to it; of a data attribute nobody can tell: false"]
    zone: Annotated[str, "sticky, header, nav, hero, main, aside, footer or modal"]
    cta_phrase: Annotated[str | None, "words that ask for the call, as published"]
    cta_class: Annotated[
        str, "fax, text, whatsapp, emergency, call_now, call_book, call_info, call, label or bare"
    ]
    accessible_name: Annotated[str | None, "text, aria-label, alt or title of the link; null: none"]
    block_position: Annotated[int | None, "block that it stands in"]
    heading_position: Annotated[int | None, "heading that it stands under"]
    context: Annotated[str, "text around it, at most 60 characters before and 40 after"]
    contact_type: Annotated[str | None, "contactType or roleName published with it; null: none"]
    tracking_attribute: Annotated[
        str | None,
        "attribute or class by which call tracking swaps it or leaves it alone, as published; null: none",
    ]
    hidden: Annotated[str | None, _HIDDEN]
    shown_extension: Annotated[str | None, "extension that is shown with it; null: none is"]
    is_split: Annotated[bool, "what is shown of it is split over elements, or by a line break or comment"]
    block_offset: Annotated[
        int | None, "characters of its block before it; null: it is no text of one", "characters"
    ]
