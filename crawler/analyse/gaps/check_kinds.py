"""Which failed checks are gaps, too: what a marketer can plan as one piece of work.

Severity (1 to 5), effort and confidence are ours; what is wrong is the check's own decision. Other checks stay issues:
slips of a page, settings of the server, markup that only a developer sees.
"""

from collections.abc import Mapping
from typing import NamedTuple

from crawler.analyse.gaps.gap import Effort


class Kind(NamedTuple):
    """How a failed check counts as a gap."""

    kind: str
    severity: int
    effort: Effort
    confidence: float


_Judged = dict[str, tuple[int, Effort, float]]

_STRUCTURED: _Judged = {
    "structured_data.business_missing": (3, "S", 0.9),
    "structured_data.missing": (3, "M", 0.9),
    "structured_data.parse_error": (3, "S", 0.9),
    "structured_data.missing_required": (3, "S", 0.8),
    "structured_data.telephone_unreadable": (3, "S", 0.9),
    "structured_data.date_not_iso": (2, "S", 0.9),
    "structured_data.question_not_shown": (2, "S", 0.7),
    "structured_data.missing_recommended": (2, "M", 0.6),
    "nap.data_address_differs": (4, "S", 0.7),
    "nap.data_address_unshown": (2, "S", 0.7),
    "nap.data_address_missing": (2, "S", 0.8),
    "phone.data_differs": (4, "S", 0.8),
    "phone.data_mismatch": (3, "S", 0.8),
    "phone.tracking_published": (3, "S", 0.8),
}
_FRESHNESS: _Judged = {
    "trust.date_old": (3, "M", 0.8),
    "trust.review_old": (3, "M", 0.9),
    "trust.date_missing": (3, "M", 0.8),
    "references.old": (2, "M", 0.8),
}
_TRUST: _Judged = {
    "trust.author_missing": (3, "M", 0.8),
    "trust.credentials_missing": (3, "S", 0.8),
    "trust.byline_unlinked": (1, "S", 0.8),
    "references.entry_missing": (3, "S", 0.8),
    "references.unlinked": (1, "S", 0.8),
    "claim.evidence_uncited": (3, "M", 0.6),
}
_CLAIMS: _Judged = {
    "claim.absolute": (4, "S", 0.7),
    "claim.approval": (4, "S", 0.7),
    "claim.superlative": (2, "S", 0.6),
    "claim.tissue_effect": (2, "S", 0.6),
    "claim.prevention": (2, "S", 0.6),
    "claim.testimonial": (2, "S", 0.6),
}
_SITEMAP: _Judged = {
    "sitemap.missing": (3, "S", 0.9),
    "sitemap.unreachable": (3, "S", 0.9),
    "sitemap.invalid": (2, "S", 0.9),
    "sitemap.broken_url": (3, "S", 0.9),
    "sitemap.redirect": (2, "S", 0.9),
    "sitemap.noindex": (3, "S", 0.8),
    "sitemap.blocked": (3, "S", 0.8),
    "sitemap.canonicalised": (1, "S", 0.8),
    "sitemap.page_missing": (2, "S", 0.8),
    "sitemap.bad_address": (2, "S", 0.9),
    "sitemap.too_many": (3, "M", 0.9),
}
_ACCESSIBILITY: _Judged = {
    "image.alt_missing": (3, "M", 0.9),
    "a11y.field_without_label": (3, "S", 0.8),
    "form.field_unlabelled": (3, "S", 0.8),
    "a11y.button_without_name": (3, "S", 0.8),
    "a11y.link_without_name": (3, "S", 0.8),
    "a11y.frame_without_title": (2, "S", 0.8),
    "a11y.page_hidden": (5, "S", 0.8),
    "a11y.skip_link_missing": (1, "S", 0.7),
    "language.missing": (2, "S", 0.9),
    "mobile.zoom_blocked": (3, "S", 0.9),
    "video.no_captions": (2, "M", 0.7),
}
_PRIVACY: _Judged = {
    "form.unencrypted": (5, "S", 0.9),
    "form.data_in_address": (4, "S", 0.8),
    "form.health_sent_elsewhere": (2, "S", 0.6),
    "privacy.tracker_by_form": (4, "M", 0.8),
    "privacy.ads_on_medical_page": (3, "M", 0.8),
    "privacy.policy_link_missing": (4, "S", 0.8),
    "privacy.session_recording": (2, "S", 0.8),
    "privacy.consent_missing": (2, "M", 0.6),
}
_CTA: _Judged = {
    "phone.placeholder": (5, "S", 0.8),
    "phone.near_duplicate": (4, "S", 0.7),
    "phone.fax_as_cta": (4, "S", 0.8),
    "phone.contact_differs": (4, "S", 0.7),
    "phone.registered_unseen": (3, "S", 0.9),
    "nap.address_differs": (4, "S", 0.6),
    "nap.hours_differ": (4, "S", 0.7),
}

KINDS: Mapping[str, Kind] = {
    check: Kind(kind, *rest)
    for kind, checks in (
        ("structured_data", _STRUCTURED),
        ("freshness", _FRESHNESS),
        ("trust", _TRUST),
        ("claims", _CLAIMS),
        ("sitemap", _SITEMAP),
        ("accessibility", _ACCESSIBILITY),
        ("privacy", _PRIVACY),
        ("cta", _CTA),
    )
    for check, rest in checks.items()
}
"""By the check's id."""
