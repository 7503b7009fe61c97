"""Sentences that promise: what regulators of health advertising look at. Each is for a person to review; none is a verdict."""

from crawler.checks.check import Check, Severity


def _check(
    claim_class: str,
    title: str,
    why: str,
    fix: str,
    severity: Severity = "notice",
    suffix: str = "",
    only: str = "true",
) -> Check:
    """A check of the sentences of one class in a page's own text, with the sentence as evidence."""
    return Check(
        id=f"claim.{claim_class}{suffix}",
        severity=severity,
        population="indexable_pages",
        title=title,
        why=why,
        fix=fix,
        sql=f"""
            SELECT c.url, quoted(c.sentence) AS evidence
            FROM claims c JOIN blocks b ON b.url = c.url AND b.position = c.block_position
            WHERE c.claim_class = '{claim_class}' AND NOT b.is_boilerplate AND {only}
        """,
    )


CHECKS = (
    _check(
        "absolute",
        severity="warning",
        title="The page promises an outcome without reserve",
        why="“Cures”, “guaranteed” or “no side effects” can raise expectations that no treatment meets for everyone.",
        fix="Review the sentence with a clinician and counsel; say what most patients can expect, and what may differ.",
    ),
    _check(
        "approval",
        severity="warning",
        title="The page names an FDA approval beside regenerative treatment",
        why="The FDA has approved very few such products, and none for joints or the spine; a device's clearance or a"
        " registration is easily read as approval of the treatment.",
        fix="Review the sentence with counsel; name what exactly is approved, and for what.",
    ),
    _check(
        "superlative",
        title="The page calls the clinic or a treatment the best",
        why="“Best”, “leading” or “most effective” is a comparison that a clinic may be asked to prove.",
        fix="Review the sentence with counsel; give the fact behind it, such as years, training or number of treatments.",
    ),
    _check(
        "tissue_effect",
        title="The page says without reserve that a treatment heals or rebuilds tissue",
        why="Effects on tissue are health claims, for which regulators ask for trials in people.",
        fix="Review the sentence with a clinician; cite a study, or say “may” where the evidence is early.",
    ),
    _check(
        "prevention",
        title="The page says that a treatment prevents or stops a disease, or spares surgery",
        why="To promise prevention is a health claim, for which regulators ask for trials in people.",
        fix="Review the sentence with a clinician; cite a study, or say for whom and how often it held.",
    ),
    _check(
        "evidence",
        suffix="_uncited",
        only="NOT c.is_cited",
        title="The page speaks of proof and names no source",
        why="“Proven” and “studies show” ask readers to trust; a citation lets them, and search engines, check.",
        fix="Add the reference beside the sentence, or review with a clinician whether it can stand.",
    ),
    _check(
        "testimonial",
        title="A patient's words promise an outcome, and nothing says that results vary",
        why="Readers take a single story for what they can expect; rules on endorsements ask for what is typical.",
        fix="Review the quotation with counsel; say beside it that results vary, and that consent was given.",
    ),
)
