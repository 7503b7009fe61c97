"""What English pages promise outright: cures, approvals, and to be the best."""

from re import compile as compiled

from crawler.extract.claims.rules.rule import Rule

_GAP = r"(?:[\w'’-]+\s+)"
_PLACE = (
    r"(?:clinics?|doctors?|physicians?|surgeons?|dentists?|chiropractors?|podiatrists?|physiotherapists?"
    r"|(?:physical\s+|massage\s+)?therapists?|osteopaths?|acupuncturists?|\w{3,}(?:ologists?|icians?|orthodontists?)|specialists?|practitioners?|practices?"
    r"|(?:medical|dental|physio|chiropractic|podiatry)\s+(?:teams?|cent(?:er|re)s?|experts?|providers?|offices?)|hospitals?)"
)
_CARE = (
    r"(?:treatments?|therap(?:y|ies)|care|services?|healthcare|procedures?|injections?|medicine|technolog(?:y|ies)|"
    r"techniques?|remed(?:y|ies)|cures?|(?:pain|back|neck|knee|arthritis)\s+(?:relief|solutions?)|outcomes?|results)"
)
_REGENERATIVE = compiled(
    r"\b(?:stem[\s-]cells?|exosomes?|prp|platelet|prolotherapy|regenerative|umbilical|amnio\w*|wharton\w*|bmac|bone\s+marrow"
    r"|allografts?|biologics?|placent\w*|cord\s+blood|svf|stromal|mesenchymal|growth\s+factors?|birth\s+tissue|ozone)\b"
)
_CHOOSING = compiled(
    r"\b(?:determin\w+|decid\w+|decision|find\w*|cho(?:ose|ice|osing)|discuss\w*|recommend\w*|identify\w*|select\w*|know\w*|advise"
    r"|understand|discover|what|which|whether|whatever|strive|aim|tr(?:y|ies|ying)\s+to|possible|for\s+best|your\s+best"
    r"|deserves?|want|looking\s+for|seek\w*|to\s+(?:get|achieve|ensure|obtain)|suit\w*|right\s+for|if|customi[sz]ed|tailor\w*"
    r"|depend\w*|appropriate|routinely|weeks)\b"
)
_THIRD_PARTY = compiled(
    r"\b(?:causes?|exercises?|stretch\w*|shoes?|foods?|diet|sleep|positions?|ways?\s+to\s+(?:prevent|avoid))\b"
)

_ABSOLUTE = (
    Rule(
        "absolute",
        (" cur", "-cur", "\ncur"),
        compiled(r"\bcur(?:es?|ed|ing)\b"),
        unless=compiled(
            r"\b(?:light|resins?|composite|sealants?|harden\w*|bond\w*|fill(?:ed|ings?)|cement|uv|gel|time|prevention"
            r"|search\w*|look\w*|hop(?:e|ing)|until|known|find\w*|found|incurable|diagnose|rates?|concrete|if|care\s+and\s+cure"
            r"|magic|quick|like\s+cures|prevent\w*\s+(?:or|and|,)\s+cure)\b"
        ),
    ),
    Rule(
        "absolute",
        ("guarant",),
        compiled(r"\bguarant(?:ees?|eed|eeing|y|ies)\b"),
        needs=compiled(
            r"\b(?:results?|success\w*|relief|outcomes?|improve\w*|pain|heal\w*|recover\w*|cures?|better|satisf\w+|effective|"
            r"safe|works?|smiles?)\b"
        ),
        unless=compiled(
            r"\b(?:pric(?:e|es|ing)|privacy|confiden\w+|accura\w+|fees?|refund|payment|availab\w+|disclos\w+|appointment)\b"
        ),
    ),
    Rule(
        "absolute",
        ("100",),
        compiled(
            r"(?<![\d.,])100\s?(?:%|percent)\s+(?:\w+\s+)?(?:effective|safe|success\w*|guarante\w+|pain[\s-]?free|painless|risk[\s-]?free"
            r"|satisf\w+|cured?|accura\w+|relief|recover\w+|reliable)\b"
        ),
    ),
    Rule(
        "absolute",
        ("permanent",),
        compiled(
            rf"\bpermanent(?:ly)?\s+{_GAP}{{0,2}}?(?:relief|results?|solutions?|cures?|fix(?:es|ed)?|correct\w*|improve\w*|heal\w*|eliminat\w+"
            r"|resol\w+|reliev\w+|cured?|repair\w*|remov\w+|stop\w*|remed\w+|end(?:s|ed)?|pain[\s-]free)\b"
            rf"|\b(?:reliev\w+|eliminat\w+|cur(?:es?|ed)|heal\w*|fix\w*|resolv\w+|solv\w+|stop\w*|remov\w+|correct\w*)\s+{_GAP}{{0,5}}?permanently\b"
        ),
        unless=compiled(
            r"\b(?:temporary|temporarily|semi-?|damage|teeth|tooth|crowns?|dentures?|may|disabilit\w+|injur(?:y|ies)\s+(?:is|are))\b"
        ),
    ),
    Rule(
        "absolute",
        ("mirac",),
        compiled(
            r"\bmiracle\s+(?:cures?|treatments?|therap(?:y|ies)|drugs?|results?|remed(?:y|ies)|work\w*|solutions?)\b"
            r"|\bmiraculous(?:ly)?\s+(?:\w+\s+)?(?:heal\w*|recover\w*|results?|relief|cure\w*|improve\w*|effects?)\b"
        ),
    ),
    Rule(
        "absolute",
        ("risk",),
        compiled(r"\brisk[\s-]free\b"),
        unless=compiled(
            r"\b(?:trial|consult\w*|quote|offer|money|guarantee|assess\w*|days?|purchase|order|try|entirely\s+risk|returns?)\b"
        ),
    ),
    Rule(
        "absolute",
        ("effect",),
        compiled(
            r"\b(?:no|without(?:\s+any)?|zero|free\s+(?:of|from))\s+(?:(?!or\b)\w+\s+){0,2}?side[\s-]effects?\b"
        ),
        unless=compiled(
            r"\b(?:(?:few|little|minimal|almost|virtually|practically|nearly)|other|additional|serious|significant|major)\b"
        ),
    ),
    Rule(
        "absolute",
        ("ly safe", "ly pain", "ly effective", "ly harmless"),
        compiled(
            r"\b(?:completely|totally|entirely|absolutely|perfectly)\s+(?:safe|painless|pain[\s-]?free|effective|harmless|risk[\s-]?free)\b"
        ),
        unless=compiled(r"\b(?:feel|until|once|become|when|if|almost|data|information|website|secure|files?)\b"),
    ),
    Rule(
        "absolute",
        ("eliminat",),
        compiled(
            rf"(?<!to )\beliminat(?:es|ed|ing)\s+{_GAP}{{0,3}}?(?:pain|symptoms?|inflammation|the\s+(?:cause|source)\s+of)\b"
            rf"|\bwill\s+eliminate\s+{_GAP}{{0,3}}?(?:pain|symptoms?|inflammation)\b"
        ),
        unless=compiled(
            r"\b(?:reduc\w+|minimi[sz]\w+|decreas\w+|if|lessen\w*|diagnos\w+|relieving\s+or|managing)\b"
        ),
        hedged=True,
    ),
)

_APPROVAL = (
    Rule(
        "approval",
        ("fda", " drug"),
        compiled(
            r"\bfda[\s-]*(?:approved|cleared|registered|compliant|certified|accredited|licensed|regulated\s+and\s+approved)\b"
            r"|\b(?:approved|cleared|registered|certified)\s+(?:by|with)\s+(?:the\s+)?(?:u\.?s\.?\s+)?(?:fda\b|food\s+(?:and|&)\s+drug)"
            r"|\b(?:has|have|received|gained|obtained)\s+(?:\w+\s+)?fda\s+(?:approval|clearance)\b"
        ),
        needs=_REGENERATIVE,
        unless=compiled(
            r"\b(?:only|unapproved|not|n['’]t|pending|awaiting|seek\w*|investigational|without|no|never|lack\w*|none|un[a-z]*approved"
            r"|require\w*|until|h(?:a)?ematopoietic|blood\s+(?:cancers?|disorders?)|leuk\w+|lymphoma|inherited|certain)\b"
            r"|fda[\s-]*(?:approved|cleared)\s+(?:[\w-]+\s+){0,4}?(?:lasers?|shock\s?waves?|devices?|equipment|machines?|systems?|ultrasound|drugs?"
            r"|medications?|medicines?)\b"
        ),
    ),
)

_SUPERLATIVE = (
    Rule(
        "superlative",
        ("best",),
        compiled(
            rf"(?<!their )(?<!your )(?<!its )(?<!his )(?<!her )(?<!my )\bbest\s+(?!possible\b)(?:(?!and\b|for\b|to\b|way\b|of\b|in\b)[\w'’-]+\s+){{0,2}}?(?:{_PLACE}|{_CARE})\b"
            rf"|\b{_PLACE}\s+(?:is|are)\s+(?:simply\s+)?the\s+best\b|\bbest\s+in\s+(?:the\s+)?(?:city|state|country|world|area|town|region|business|field)\b"
        ),
        unless=_CHOOSING,
    ),
    Rule(
        "superlative",
        ("leading",),
        compiled(
            rf"\b(?:a|an|the|our|as|of|[\w]+['’]s?)\s+(?:{_GAP})?leading\s+(?:(?!to\b|cause\b)[\w'’,&-]+\s+){{0,4}}?"
            rf"(?:{_PLACE}|experts?|providers?|cent(?:er|re)s?|authorit(?:y|ies)|institutes?)\b"
            r"|\b(?:world|industry|market|nation)[\s-]leading\s+(?:[\w-]+\s+){0,2}?(?:treatments?|therap\w+|care|technolog\w+|experts?|clinic\w*)\b"
        ),
        unless=compiled(
            r"\b(?:causes?|leading\s+to|manufactur\w+|suppliers?|universit\w+|magazines?|companies)\b"
        ),
    ),
    Rule(
        "superlative",
        ("#1", "# 1", "number", "no. 1"),
        compiled(
            rf"(?:#\s?1|\bnumber[\s-]one|\bno\.\s1)\s+(?:rated\s+|ranked\s+)?(?:[\w'’-]+\s+){{0,2}}?(?:{_PLACE}|{_CARE}|choice|rated|ranked)\b"
        ),
        unless=_THIRD_PARTY,
    ),
    Rule(
        "superlative",
        ("most ",),
        compiled(
            r"\b(?:the|our|['’]s)\s+(?:single\s+)?most\s+(?:(?:[\w-]+,?\s+){0,2}?(?:and\s+)?)?(?:effective|advanced|successful|powerful|trusted"
            r"|experienced|respected|qualified|innovative|comprehensive|sought[\s-]after)\s+"
            rf"(?:(?!for\b|to\b|way\b|of\b|in\b|exercise)[\w'’,-]+\s+){{0,3}}?(?:{_PLACE}|{_CARE}|(?:ways?|methods?|approach(?:es)?|options?)\s+(?:to|of|for)\s+(?:treat|reliev|heal|cur)\w*)\b"
        ),
        unless=compiled(
            r"\b(?:determin\w+|which|what|find\w*|possible|discuss\w*|choos\w+|decid\w+|exercis\w+|stretch\w*|identify\w*|want|deserve)\b"
        ),
    ),
    Rule(
        "superlative",
        ("of choice",),
        compiled(r"\b(?:treatment|therapy|procedure|clinic|provider|practice)\s+of\s+choice\b"),
        unless=compiled(
            r"\b(?:your|own|any|their)\s+(?:[\w-]+\s+)?(?:treatment|therapy|procedure|clinic|provider|practice)\s+of\s+choice\b"
        ),
    ),
    Rule(
        "superlative",
        (" than ", "superior to"),
        compiled(
            r"\b(?:better|safer|more\s+effective|superior|less\s+risky)\s+(?:than|to)\s+(?:any\s+)?(?:surg(?:ery|ical)\w*|medications?|drugs|cortisone"
            r"|steroids?|opioids?|other\s+(?:treatments?|therap\w+|clinics?|dentists|doctors|options|methods)|traditional|conventional)\b"
        ),
        hedged=True,
    ),
    Rule(
        "superlative",
        ("second to none", "unparalleled", "unmatched", "rated "),
        compiled(
            rf"\bsecond\s+to\s+none\b|\b(?:unparalleled|unmatched)\s+(?:[\w-]+\s+){{0,2}}?(?:{_CARE}|expertise|skills?|experience)\b"
            rf"|\b(?:top|highest)[\s-]rated\s+(?:[\w-]+\s+){{0,3}}?(?:{_PLACE}|{_CARE})\b"
        ),
    ),
)

RULES = (*_ABSOLUTE, *_APPROVAL, *_SUPERLATIVE)
