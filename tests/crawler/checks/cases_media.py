"""Cases of the checks that read accessibility, videos and PDFs."""

from tests.crawler.checks.case import Case
from tests.crawler.checks.site import Row, page, row, url


def _fault(path: str, rule: str, places: int = 1) -> Row:
    return row("accessibility", url=url(path), rule=rule, places=places, example="<a href=“/”>")


def _pdf(path: str, **columns: object) -> Row:
    return row("pdfs", url=url(path), **{"title": "New-patient form", "pages": 3, "bytes": 90_000, "is_tagged": True, **columns})  # fmt: skip


def _broken(check_id: str, *rules: str) -> Case:
    """The pages with these rules fail; one with another rule, and one without any, do not."""
    paths = [f"/{number}" for number in range(len(rules))]
    failing = [row for path, rule in zip(paths, rules, strict=True) for row in (page(path), _fault(path, rule))]
    again = [page("/again", variant_of=url("/0")), page("/sent", meta_refresh="0;url=/0")]
    return Case(
        check_id,
        " ".join(paths),
        *failing,
        *again,
        *(_fault(path, rules[0]) for path in ("/again", "/sent")),
        page("/good"),
        page("/other"),
        _fault("/other", "heading-empty"),
    )


_LARGE = {"title": None, "pages": None, "is_tagged": None, "failure": "files of more than 2 MB are not read"}

CASES = (
    _broken("a11y.button_without_name", "button-without-name"),
    _broken("a11y.link_without_name", "link-without-name"),
    _broken("a11y.frame_without_title", "frame-without-title"),
    _broken("a11y.page_hidden", "body-hidden"),
    _broken("a11y.graphic_without_name", "graphic-without-name", "image-button-without-alt", "area-without-alt"),
    _broken("a11y.focus_hidden", "focus-hidden"),
    _broken("a11y.skip_link_missing", "skip-link-missing"),
    _broken("a11y.main_unclear", "main-missing", "main-several"),
    _broken("a11y.id_not_unique", "duplicate-id-referenced"),
    _broken("a11y.table_without_headers", "table-without-headers"),
    _broken("a11y.list_broken", "list-structure"),
    _broken("a11y.aria_invalid", "role-invalid", "aria-attribute-invalid"),
    _broken("a11y.tab_order", "tabindex-positive"),
    _broken("a11y.moves_or_sounds", "moving-text", "sound-by-itself"),
    _broken("a11y.autofill_invalid", "autocomplete-invalid"),
    Case(
        "a11y.field_without_label",
        "/a",
        page("/a"),
        _fault("/a", "field-without-label"),
        row("forms", url=url("/a"), purpose="contact", method="post", unlabelled=0),
        page("/b"),
        _fault("/b", "field-without-label", 2),
        row("forms", url=url("/b"), purpose="contact", method="post", unlabelled=2),
        page("/c", body_kind="xml"),
        _fault("/c", "field-without-label"),
    ),
    Case("a11y.id_not_unique", "", page("/a"), _fault("/a", "duplicate-id")),
    Case(
        "video.no_captions",
        "/a",
        page("/a"),
        row("videos", url=url("/a"), provider="file", captions=False),
        _fault("/a", "video-without-captions"),
        page("/muted"),
        row("videos", url=url("/muted"), provider="file", captions=False),
        page("/captions"),
        row("videos", url=url("/captions"), provider="file", captions=True),
        page("/youtube"),
        row("videos", url=url("/youtube"), provider="youtube"),
    ),
    Case(
        "pdf.no_title",
        "/a.pdf /b.pdf",
        _pdf("/a.pdf", title=None),
        _pdf("/b.pdf", title=None, pages=None),
        _pdf("/c.pdf"),
        _pdf("/large.pdf", **_LARGE),
    ),
    Case("pdf.not_tagged", "/a.pdf", _pdf("/a.pdf", is_tagged=False), _pdf("/b.pdf"), _pdf("/c.pdf", **_LARGE)),
    Case(
        "pdf.large",
        "/a.pdf",
        _pdf("/a.pdf", **{**_LARGE, "bytes": 10_000_001}),
        _pdf("/b.pdf", **{**_LARGE, "bytes": 10_000_000}),
        _pdf("/c.pdf", **{**_LARGE, "bytes": None}),
    ),
)
