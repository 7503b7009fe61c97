"""Cases of the checks that read promises, long sentences and languages."""

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, page, row, url


def _claims(
    path: str, claim_class: str, *, is_boilerplate: bool = False, is_cited: bool = False
) -> tuple[Row, ...]:
    """A page with a block that makes a claim."""
    sentence = "The injection heals the tendon."
    return (
        page(path),
        row("blocks", url=url(path), position=3, text=sentence, is_boilerplate=is_boilerplate),
        row(
            "claims",
            url=url(path),
            position=1,
            claim_class=claim_class,
            phrase="heals the tendon",
            sentence=sentence,
            block_position=3,
            is_cited=is_cited,
        ),
    )


def _case(check_id: str, claim_class: str) -> Case:
    other = "superlative" if claim_class != "superlative" else "absolute"
    return Case(
        check_id,
        "/a",
        *_claims("/a", claim_class),
        *_claims("/on-every-page", claim_class, is_boilerplate=True),
        *_claims("/another", other),
        page("/none"),
    )


def _reads(path: str, grade: float | None, plain: float | None, page_type: str = "article") -> Row:
    return page(path, page_type=page_type, readability_grade=grade, readability_grade_plain=plain)


def _long(path: str, long: int, sentences: int) -> Row:
    longest = "A sentence that goes on."
    return page(
        path,
        page_type="condition",
        sentences=sentences,
        long_sentences=long,
        longest_sentence=longest if long else None,
    )


CASES = (
    _case("claim.absolute", "absolute"),
    _case("claim.approval", "approval"),
    _case("claim.superlative", "superlative"),
    _case("claim.tissue_effect", "tissue_effect"),
    _case("claim.prevention", "prevention"),
    _case("claim.evidence_uncited", "evidence"),
    Case("claim.evidence_uncited", "", *_claims("/cited", "evidence", is_cited=True)),
    _case("claim.testimonial", "testimonial"),
    Case(
        "content.hard_to_read",
        "/hard /very-hard",
        _reads("/hard", 10.1, 8.0),
        _reads("/very-hard", 13.2, None),
        _reads("/fair", 10.0, 9.0),
        _reads("/short", None, None),
        _reads("/contact", 15.0, 14.0, "contact"),
    ),
    Case(
        "content.long_sentences",
        "/a",
        _long("/a", 6, 20),
        _long("/b", 5, 20),
        _long("/c", 5, 9),
        _long("/d", 0, 0),
    ),
    Case(
        "language.mismatch",
        "/a /b",
        page("/a", lang="en-US", text_lang="fr"),
        page("/b", lang="fr", text_lang="en"),
        page("/c", lang="EN_gb", text_lang="en"),
        page("/d", lang="en", text_lang=None),
        page("/e", lang=None, text_lang="fr"),
        page("/f", lang="nb", text_lang="no"),
        page("/g", lang="zxx", text_lang="en"),
        page("/h", lang="fil-PH", text_lang="tl"),
    ),
)
