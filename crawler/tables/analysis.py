"""What `crawler.analyse` concludes from the facts. Everything here can be computed again."""

from datetime import datetime
from typing import Annotated, NamedTuple


class PageAnalysis(NamedTuple):
    """Columns that the analysis adds to `pages`."""

    indexable: Annotated[
        bool, "a search engine may show it: 2xx, HTML, no error page, no noindex, canonical to itself"
    ]
    indexability: Annotated[str, "indexable, or the reason: not_html, soft_404, noindex, canonicalised"]
    word_count: Annotated[int, "words of the main content", "words"]
    main_text: Annotated[str, "main content: body text without boilerplate"]
    page_type: Annotated[str, "home, condition, treatment, article, provider, location, … or other"]
    readability_grade: Annotated[
        float | None, "Flesch–Kincaid grade of English text; null under 100 words", "grade"
    ]
    readability_grade_plain: Annotated[float | None, "the same with medical names counted as easy", "grade"]
    reading_ease: Annotated[
        float | None,
        "reading ease by the formula of its language, 0 (hard) to 100; null under 100 words or without a formula",
    ]
    smog_grade: Annotated[float | None, "SMOG grade of English text; null under 100 words", "grade"]
    smog_confidence: Annotated[str | None, "high (30 sentences or more) or low; null: no grade"]
    sentences: Annotated[int, "sentences of three words or more in the prose of the main content"]
    long_sentences: Annotated[int, "of them, those of more than 25 words"]
    longest_sentence: Annotated[str | None, "the longest sentence; null: there is none"]
    hardest_words: Annotated[list[str], "ten rare words of most syllables, medical names left out, hardest first"]
    text_lang: Annotated[str | None, "language of the main content, ISO 639-1; null: too little text to tell"]
    paragraphs: Annotated[int, "text blocks of the main content that are in no heading, list or table"]
    lists: Annotated[int, "lists of the main content"]
    tables: Annotated[int, "tables of the main content"]
    in_sitemap: Annotated[bool, "named by a sitemap"]
    inlinks: Annotated[int, "distinct other pages that link to it"]
    outlinks: Annotated[int, "distinct internal pages that it links to"]
    link_score: Annotated[float, "PageRank over internal links; 100 is the strongest page"]
    unchanged_since: Annotated[str | None, "first crawl id with this same content_hash, unbroken"]
    variant_of: Annotated[str | None, "page that this one is another address of; null: it stands for itself"]
    variant_by: Annotated[str | None, "how that is known: canonical or content (the same text); null: it is none"]


class HeadingAnalysis(NamedTuple):
    """Columns that the analysis adds to `headings`."""

    is_boilerplate: Annotated[bool, "its block is shared by many pages, or outside the main content"]
    words: Annotated[int, "words of main content from here to the next heading", "words"]
    section_words: Annotated[int, "words of main content up to the next heading of its level or above", "words"]


class BlockAnalysis(NamedTuple):
    """Columns that the analysis adds to `blocks`."""

    is_boilerplate: Annotated[bool, "shared by many pages, or outside the main content"]


class PhoneCtaAnalysis(NamedTuple):
    """Columns that the analysis adds to `phone_ctas`."""

    ownership: Annotated[
        str,
        "main, location, department, practitioner, tracking_pool, fax, messaging, third_party, agency, placeholder or "
        "unknown",
    ]
    is_template: Annotated[bool, "stands in a block that many pages share"]
    word_offset: Annotated[
        int | None, "words of main content before it; null: outside it and what pages share within it", "words"
    ]
    first_screen: Annotated[
        bool,
        "to be seen without scrolling, by the markup: in a sticky bar, the header, the menu, the hero or the first 100 "
        "words of main content",
    ]
    text_share: Annotated[
        float | None, "how far down the main content: word_offset by the words of it, 0 to 1; null: outside it"
    ]


class PhoneNumberRow(NamedTuple):
    number: Annotated[str, "E.164"]
    national: Annotated[str, "as its country writes it"]
    region: Annotated[str | None, "country, ISO 3166"]
    ownership: Annotated[str, "whose number it is; see phone_ctas"]
    ownership_source: Annotated[str, "why: config, json-ld, template, contact_page, label or inferred"]
    reason: Annotated[str, "why, in a sentence"]
    label: Annotated[str | None, "its name in the clinic's file"]
    is_nap: Annotated[
        bool,
        "a number that the clinic gives as its own: of its file or structured data, else main; "
        "false where no page offers it",
    ]
    near_duplicate_of: Annotated[str | None, "own number that it looks like a slip of, E.164; null: of none"]
    near_duplicate_how: Annotated[
        str | None, "one digit differs, two digits swapped, a digit missing or a digit too many; null: no slip"
    ]
    line_type: Annotated[
        str | None,
        "fixed, mobile, fixed_or_mobile (its country tells them not apart), toll_free, shared_cost, premium_rate, voip, "
        "personal, company, pager or voicemail; null: unknown",
    ]
    pages: Annotated[
        int, "pages of this crawl that offer it, in any way; 0: it vanished, or only the clinic's file names it"
    ]
    pages_linked: Annotated[int, "pages with a link that dials it"]
    pages_text: Annotated[int, "pages that show it without a link"]
    first_seen: Annotated[str, "crawl id of the first crawl that found it or had it in the clinic's file"]
    last_seen: Annotated[str, "crawl id of the last crawl that found it; of one never found, first_seen"]


class PageCtaRow(NamedTuple):
    url: Annotated[str, "the page"]
    is_counted: Annotated[
        bool,
        "a page for readers: HTML that was read; no error page, stub that sends on or other address of a page; "
        "if kept from search engines, then linked from another page",
    ]
    own_numbers: Annotated[int, "distinct own numbers offered"]
    linked: Annotated[int, "own numbers that a tap calls: places"]
    unlinked: Annotated[int, "own numbers to be read only, as text or picture: places"]
    messaging: Annotated[int, "links that write to the clinic by text message, WhatsApp and the like: places"]
    has_top: Annotated[bool, "own number in sticky, header, nav, hero or the first 100 words, to be seen at once"]
    has_header: Annotated[bool, "own number in the header or the menu"]
    has_sticky: Annotated[bool, "own number in a bar that stays in sight"]
    has_hero: Annotated[bool, "own number in the hero"]
    has_modal: Annotated[bool, "own number in a window that opens over the page"]
    has_body: Annotated[bool, "own number in the main content"]
    has_end: Annotated[bool, "own number in the last 15 % of the main content or after its last H2"]
    has_footer: Annotated[bool, "own number in the footer"]
    first_cta_word: Annotated[int | None, "words of main content before the first one", "words"]
    longest_gap_words: Annotated[int, "longest run of main content without one", "words"]
    per_1000_words: Annotated[
        float | None, "own numbers in the main content per 1,000 words of it; null under 100 words"
    ]
    cta_classes: Annotated[list[str], "classes of its calls to action, in alphabetical order; see phone_ctas"]
    call_tracking: Annotated[str | None, "vendor whose script swaps numbers on it; null: none"]
    booking_link: Annotated[bool, "a link or form to book"]
    state: Annotated[str, "tap (tap to call), text (text only), wrong (wrong number) or missing"]
    score: Annotated[int, "0 to 100: sum of the parts without the deduction; under 40 poor, from 70 good"]
    score_number: Annotated[int, "25: offers an own number"]
    score_linked: Annotated[int, "20: a tap calls it"]
    score_top: Annotated[int, "15: has_top"]
    score_body: Annotated[int, "10: has_body"]
    score_end: Annotated[int, "10: has_end"]
    score_verb: Annotated[int, "5: words ask for the call"]
    score_nap: Annotated[
        int,
        "10: it is_nap (see phone_numbers), or that of the location or person that the page is about, or one that call "
        "tracking puts in its place; any own number where the site has none of these",
    ]
    score_format: Annotated[int, "3: every link that calls names the country code"]
    score_name: Annotated[int, "2: every link that calls has an accessible name"]
    score_deduction: Annotated[
        int,
        "taken off: 40 where a link dials another number than it shows (none under call tracking), 25 for a "
        "placeholder, 15 for two main numbers in one zone",
    ]


class KeywordRow(NamedTuple):
    url: Annotated[str, "the page"]
    rank: Annotated[int, "1 is the strongest of the page"]
    keyphrase: Annotated[str, "most frequent form on the page"]
    key: Annotated[str, "stems, joined by a space"]
    score: Annotated[float, "strength on this page"]
    count: Annotated[int, "uses in the main content"]  # type: ignore[assignment]
    in_title: Annotated[bool, "in the title"]
    in_h1: Annotated[bool, "in an H1"]
    in_headings: Annotated[bool, "in H2 to H6 of the main content"]
    in_meta_description: Annotated[bool, "in the meta description"]
    in_url: Annotated[bool, "in the path"]
    in_first_100_words: Annotated[bool, "in the first 100 words of main content"]
    inbound_anchors: Annotated[int, "distinct pages whose link text to this page holds it"]
    entity: Annotated[str | None, "taxonomy id where it is a term, as kind:id"]
    title_position: Annotated[int | None, "word of the title that it begins at, from 1; null: not in the title"]
    in_h2: Annotated[bool, "in an H2 of the main content"]
    in_alt: Annotated[bool, "in the alternative text of an image of the main content"]
    headings: Annotated[int, "H2 to H6 of the main content that hold it"]
    heading_share: Annotated[float, "of all H2 to H6 of the main content, 0 to 1"]
    per_1000_words: Annotated[float, "uses per 1,000 words of the main content; 0: it has none"]
    is_overused: Annotated[bool, "said too often for its text, or in too many of its headings"]


class EntityRow(NamedTuple):
    url: Annotated[str, "the page"]
    kind: Annotated[str, "condition, treatment, body_area or intent"]
    entity: Annotated[str, "taxonomy id"]
    in_title: Annotated[bool, "in the title"]
    in_h1: Annotated[bool, "in an H1"]
    in_headings: Annotated[bool, "in a heading of the main content"]
    in_url: Annotated[bool, "in the path"]
    in_first_100_words: Annotated[bool, "in the first 100 words of main content"]
    count: Annotated[int, "mentions in title, headings and main content"]  # type: ignore[assignment]
    words: Annotated[int, "words of main content in sections about it", "words"]
    score: Annotated[int, "0 to 100: how well this page covers it"]


class CheckRow(NamedTuple):
    check_id: Annotated[str, "family.name"]
    family: Annotated[str, "title, heading, index, link, phone, …"]
    severity: Annotated[str, "error, warning or notice"]
    title: Annotated[str, "the failing state, in plain words"]
    why: Annotated[str, "why it matters"]
    fix: Annotated[str, "what to do"]
    population: Annotated[str, "what it runs over, in words"]
    checked: Annotated[int, "members of the population; 0: not applicable"]
    failed: Annotated[int, "members that fail"]


class IssueRow(NamedTuple):
    check_id: Annotated[str, "check that failed"]
    url: Annotated[str, "page or resource that fails it"]
    severity: Annotated[str, "error, warning or notice"]
    evidence: Annotated[str, "what was found, in words"]
    mention: Annotated[int | None, "position in phone_ctas of the first place that it speaks of; null: of none"]
    number: Annotated[str | None, "E.164 number that it speaks of; null: of none"]
    first_seen: Annotated[str, "crawl id"]
    state: Annotated[str, "new or open"]


class ChangeRow(NamedTuple):
    kind: Annotated[str, "page, phone, coverage, issue or gap"]
    url: Annotated[str, "page that it concerns; the first page of the site where that is no single one"]
    field: Annotated[
        str,
        "of a page added, gone, status, indexability, title, h1, meta_description, canonical, page_type, author, reviewer or "
        "main_text; of a phone its number (E.164); of coverage kind:key; of an issue its check_id; of a gap its gap_id",
    ]
    label: Annotated[str, "what changed, in plain words"]
    before: Annotated[str | None, "what was there; null: nothing"]
    after: Annotated[str | None, "what is there now; null: nothing, so that an issue is fixed"]
    weight: Annotated[
        float,
        "how much it matters, 0 to 100. Of a page: indexability 100, status 90, gone 80, canonical 70, added 60, title 50, h1 "
        "40, author, reviewer and text by a tenth or more 30, description 20, text 15, type 10; of a phone that came or went "
        "90, that no tap calls any more or again 60, else 10, of others' numbers 20; of an issue 60, 30 or 10 by severity: "
        "each × (0.5 + link_score / 200). Of coverage: 25 a step × (1.2 − 0.2 × tier). Of a gap: 10 × its priority",
    ]


class BuiltRow(NamedTuple):
    """When a snapshot was analysed; `analyse` may run again after the crawl."""

    analysed_at: Annotated[datetime, "when the analysis ran"]
    tool_version: Annotated[str, "version of Rounds that analysed; crawl has that of the crawl"]
    taxonomy_version: Annotated[str, "version of the taxonomy"]
    formula_version: Annotated[str, "version of the coverage formula"]
    coverage_numerator: Annotated[float, "sum of weight × score over what is expected"]
    coverage_denominator: Annotated[float, "sum of weight over what is expected"]
    compared_with: Annotated[
        str | None, "crawl id of the snapshot that `changes` compares with; null: there is none"
    ]
