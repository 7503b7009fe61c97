"""What English pages say that a treatment does, prevents, and is known to do."""

from re import compile as compiled

from crawler.extract.claims.rules.rule import Rule

_GAP = r"(?:[\w'’-]+\s+)"
_TISSUE = (
    r"(?:tissues?|ligaments?|tendons?|cartilage|joints?|dis[ck]s?|muscles?|nerves?|bones?|collagen|cells?|injur(?:y|ies)"
    r"|fascia|meniscus|(?:ligamentous|joint|spinal)\s+structures|rotator\s+cuff|labrum|wounds?|fractures?)"
)
_REMEDY = compiled(
    r"\b(?:injections?|injected|therap(?:y|ies)|prolotherapy|prp|platelet|stem[\s-]cells?|exosomes?|lasers?|shock\s?waves?"
    r"|treatments?|procedures?|ozone|ultrasound|microneedling|acupuncture|decompression|regenerative|biologics?|eswt"
    r"|growth\s+factors?|adjustments?|massage|devices?|infusions?|peptides?|needling|radiofrequency|photobiomodulation)\b"
)
_EXERCISE = compiled(
    r"\b(?:exercis\w+|stretch\w*|workouts?|training|pilates|yoga|physical\s+therapy|physiotherapy|rehab\w*|diet|nutrition\w*"
    r"|vitamins?|surg(?:ery|ical|eon)\w*)\b(?<!non-surgical)(?<!nonsurgical)"
)
_TISSUE_EFFECT = (
    Rule(
        "tissue_effect",
        ("repair", "regenerat", "regrow", "rebuil", "heals", "healing", "heal ", "strengthen", "tighten"),
        compiled(
            rf"(?<!slow-)(?<!hard-to-)(?<!slow )(?<!poorly )\b(?:repairs?|repaired|repairing|regenerat(?:es?|ed|ing)|regrows?|regrowing|rebuil(?:ds?|t|ding)|heals?|healing|strengthen(?:s|ed|ing)?"
            rf"|tighten(?:s|ed|ing)?)\s+(?!process|cells|tissue\s+(?:is|was))(?:(?!to\b|is\b|are\b|for\b|by\b|from\b|can\b|in\b|with\b)[\w'’-]+,?\s+){{0,4}}?{_TISSUE}\b"
            rf"|\b{_TISSUE}\s+(?:repair|regeneration)\b|\b(?:repair|regeneration)\s+of\s+{_GAP}{{0,3}}?{_TISSUE}\b"
        ),
        needs=_REMEDY,
        unless=_EXERCISE,
        hedged=True,
    ),
    Rule(
        "tissue_effect",
        ("regenerat", "repair", "healing", "to heal"),
        compiled(
            r"\b(?:promot|stimulat|accelerat|boost|enhanc|trigger|activat|speed|initiat|induc|increas|encourag|jump[\s-]?start)(?:es?|s|ed|ing|ate|ates|ated|ating)?\s+(?:up\s+)?"
            rf"(?:{_GAP}){{0,5}}?(?:healing|regeneration|repair(?!\s+(?:service|shop)))\b"
            r"|\b(?:the|your)\s+body['’]?s?\s+(?:own\s+)?(?:natural\s+)?(?:ability|capacity|power)\s+to\s+(?:heal|repair|regenerate)\b"
        ),
        needs=_REMEDY,
        unless=_EXERCISE,
        hedged=True,
    ),
)

_PREVENTION = (
    Rule(
        "prevention",
        ("prevent",),
        compiled(
            rf"\b(?:prevents|will\s+prevent|preventing|prevented)\s+(?:further|future|additional|any\s+further)\s+{_GAP}{{0,3}}?(?:degenerat\w+|damage"
            r"|injur(?:y|ies)|deterioration|pain|wear|arthritis|breakdown|problems|recurrence|episodes|flare[\s-]?ups)\b"
        ),
        unless=compiled(
            r"\b(?:goals?|important|focus\w*|key|advice|tips?|learn|education|exercis\w+|stretch\w*|towards?|strateg\w+)\b"
        ),
        hedged=True,
    ),
    Rule(
        "prevention",
        ("stop", "halt", "revers", "slows"),
        compiled(
            rf"\b(?:stop(?:s|ped)|halt(?:s|ed)?|revers(?:es|ed|ing)|slows)\s+(?:down\s+)?{_GAP}{{0,3}}?(?:degenerat\w+|arthritis|osteoarthritis|deterioration"
            r"|progression|cartilage\s+loss|bone\s+loss|(?:the\s+)?ag(?:e)?ing)\b"
        ),
        unless=compiled(r"\b(?:exercis\w+|smok\w+|if|goals?)\b"),
        hedged=True,
    ),
    Rule(
        "prevention",
        ("avoid", "need for"),
        compiled(
            r"\b(?:avoids?|avoided|avoiding)\s+(?:the\s+need\s+for\s+)?(?:(?!complications|the\b|risks?|second|another|repeat\w*|further|additional|revision)[\w'’-]+\s+){0,2}?(?:surger(?:y|ies)|an\s+operation)\b"
            r"|\b(?:eliminat|prevent|remov|obviat)\w*\s+the\s+need\s+for\s+(?:[\w'’-]+\s+){0,3}?(?:surger(?:y|ies)|replacements?|an\s+operation)\b"
        ),
        unless=compiled(
            r"\b(?:possible|tr(?:y|ied|ying)\s+to|want\w*|wish\w*|prefer\w*|hop(?:e|es|ed|ing)|looking\s+to|goals?|if|whether|try|before|after|exercis\w+"
            r"|aspirin|alcohol|smok\w+|how\s+to|attempt\w*)\b"
        ),
        hedged=True,
    ),
)

_NOTHING_PROVEN = (
    r"\b(?:no|little|scant|limited|insufficient|weak|mixed|conflicting|(?:not|n['’]t)\s+(?:\w+\s+)?(?:enough|any)|lack\s+of|without)\s+(?:(?!side\b|adverse\b|ill\b|harmful\b|negative\b|serious\b)[\w-]+\s+){0,2}?"
    r"(?:benefits?|differences?|effects?|evidence|improvements?|advantages?|support|proof|results?|findings|value|efficacy)\b"
    r"|\bno\s+(?:better|worse|faster|(?:more|less)\s+\w+)\s+than\b|\bnot\s+(?!only\b|just\b|merely\b|simply\b)(?:\w+\s+){0,2}?(?:better|superior|effective|helpful|proven|shown|demonstrated)\b"
    r"|(?<!who\s)\b(?:did|does|do|has|have|had)(?:\s+not|n['’]t)\s+(?:\w+\s+){0,2}?(?:help\w*|work\w*|improv\w+|reduc\w+|reliev\w+|outperform\w*|support\w*|differ\w*|beat|shown?|proven?|demonstrated?|confirm\w*|found|find)\b"
    r"|\bfail(?:s|ed)?\s+to\b|\bineffective\b|\binconclusive\b|\bunproven\b|\bunclear\b"
)
_TOPIC = (
    r"\b(?:what|how|whether|which)\s+(?:[\w'’-]+\s+){0,4}?(?:research|stud(?:y|ies)|trials?|science|evidence)\s+(?:\w+\s+){0,2}?"
    r"(?:shows?|shown|prove[sdn]?|demonstrate[sd]?|confirm(?:s|ed)?|found|finds?)\b(?!\s+(?:us\s+)?is\b)"
)
_REPORTED = compiled(f"{_NOTHING_PROVEN}|{_TOPIC}")
"""Trials that found nothing, and words that name what a text is about: neither speaks of proof."""

_EVIDENCE = (
    Rule(
        "evidence",
        ("proven",),
        compiled(
            r"\b(?:clinically|scientifically|medically|well)[\s-]proven\b|\b(?:been|is|are|was|were)\s+(?:\w+\s+)?proven\s+(?:to|effective|safe|successful|that|as)\b"
            r"|\bproven\s+(?:[\w-]+\s+)?(?:to\s+(?:be|help|work|reduc|reliev|improv|heal|treat)\w*|effective\w*|treatments?|therap(?:y|ies)|results|benefits|relief)\b"
        ),
        unless=compiled(
            rf"\b(?:track\s+record|guilty|innocent|otherwise|allegations?|courts?|un-?proven|yet\s+to)\b|{_REPORTED.pattern}"
        ),
    ),
    Rule(
        "evidence",
        ("shown", "demonstrated"),
        compiled(
            r"\b(?:been|is|are|was|were)\s+(?:\w+ly\s+)?(?:shown|demonstrated)\s+(?:in\s+(?:[\w-]+\s+){1,3})?to\s+(?!your\b|you\b|the\b|a\b|our\b|their\b|his\b|her\b|me\b|us\b)\w+"
        ),
        unless=_REPORTED,
    ),
    Rule(
        "evidence",
        ("stud", "research", "trials"),
        compiled(
            r"\b(?:studies|research|(?:clinical\s+)?trials|(?:a|one|recent)\s+study)\s+(?:also\s+|now\s+|clearly\s+|consistently\s+)?(?:ha(?:s|ve)\s+)?(?:also\s+)?"
            r"(?:shows?|shown|prove[sdn]?|demonstrate[sd]?|confirm(?:s|ed)?|found|finds?)\b|\baccording\s+to\s+(?:[\w-]+\s+){0,2}?(?:studies|research)\b"
        ),
        unless=_REPORTED,
    ),
)

RULES = (*_TISSUE_EFFECT, *_PREVENTION, *_EVIDENCE)
