"""Promises in English. Few words, each with what it has to be about: long lists find mostly what is none."""

from re import compile as compiled

from crawler.extract.claims.rules import english_effects, english_promises
from crawler.extract.claims.rules.rule import Language, Rule

_STORY = Rule(
    "testimonial",
    (" i ", "\ni ", " my "),
    compiled(
        r"\bpain[\s-]?free\b|\b(?:no|zero)\s+(?:more\s+|longer\s+(?:have|any|in)\s+(?:any\s+)?)?(?:\w+\s+)?pain\b|\bpain\s+(?:is|was|has|had)\s+(?:\w+\s+){0,2}?(?:gone|disappeared|vanished|better|improved)\b"
        r"|\b(?:changed|saved|gave\s+me\s+back)\s+my\s+(?:life|back|knees?|career|hips?|shoulders?)\b|\b(?:am|was|been|completely|totally)\s+(?:cured|healed)\b"
        r"|\b(?:am|was|got|gotten)\s+back\s+to\s+(?:\w+\s+){0,2}?(?:running|work|normal|playing|golf\w*|sports?|hiking|training|walking)\b"
        r"|\b(?:can|could|able\s+to)\s+(?:now\s+|finally\s+)?(?:walk|run|sleep|play|move)\s+(?:\w+\s+){0,3}?(?:again|without\s+pain)\b"
        r"|\b(?:feel|felt|feeling|am|is|are)\s+(?:so\s+much|much|a\s+lot|100\s?%|significantly|\d+\s?%)\s+better\b|\b(?:instant|immediate|amazing|great|tremendous|significant|complete|total)\s+(?:\w+\s+)?relief\b"
        r"|\b(?:symptoms?|headaches?|migraines?)\s+(?:are|is|have|has)\s+(?:\w+\s+)?(?:gone|disappeared|improved)\b"
    ),
)

ENGLISH = Language(
    rules=(*english_promises.RULES, *english_effects.RULES),
    hedge=compiled(
        r"\b(?:may|might|could|can\s+(?:often\s+|also\s+)?(?:help|assist|potentially)|(?:some|many|most)\s+(?:patients|people|cases)|(?:studies|research|evidence)\s+(?:suggests?|indicates?)"
        r"|potential(?:ly)?|aim(?:s|ed)?\s+(?:to|at)|designed\s+to|intended\s+to|thought\s+to|believed\s+to|believe|in\s+some\s+cases|investigat\w+|seems?|branch\s+of|field\s+of|focus\w*\s+on"
        r"|appears?\s+to|sometimes|possibl[ey]|perhaps|unless|if|would|should|hopes?|goals?|not\s+yet|attempts?\s+to|often|likely|tr(?:y|ies)\s+to)\b"
    ),
    negation=compiled(
        r"\b(?:not(?!\s+(?:only|just|merely|simply))|no|never|cannot|can['’]t|\w+n['’]t|nor|neither|none|without|rather\s+than|instead\s+of|unlikely|fails?\s+to|failed|difficult|hard\s+to"
        r"|unable|little|false|avoid|beware|so-called)\b(?:\s+[\w'’/-]+){0,5}\s*$|\bnot\b[^:]{0,60}:.*$"
    ),
    denied_list=compiled(
        r"\b(?:not(?!\s+(?:only|just|merely|simply))|no|nor|never|neither|cannot|\w+n['’]t)\b(?:[\s,/“”\"]+[\w'’-]+){0,8}[\s,/“”\"]*$"
    ),
    disclaimer=compiled(
        r"not\s+intended\s+to|does\s+not\s+constitute|\bdisclaimers?\b|results\s+(?:may|can|will|do)\s+(?:\w+\s+)?vary|no\s+guarantee|cannot\s+(?:be\s+)?guarantee|medical\s+advice"
        r"|have\s+not\s+been\s+evaluated|\bpursuant\b|\bhereby\b|\bliabilit|\bwarrant(?:y|ies|ed|s)\b|terms\s+(?:of|and)\s+|privacy\s+policy|\bhipaa\b|\bpersonal\s+(?:information|data)\b"
        r"|\b(?:claims?|claimed|claiming|language|wording|marketing|marketed|advertis\w+|red\s+flags?|misleading|enforcement|promis\w+|\w*regulat(?:or|ory|ors|ions?))\b"
        r"|\bstatut|\bbest\s+(?:of\s+(?:my|our)\s+knowledge|practices?|interests?)\b"
    ),
    asks=compiled(
        r"(?:how|what|why|when|where|who|which|is|are|can|could|does|do|did|will|would|should|has|have)\b"
    ),
    story=_STORY,
    first_person=compiled(r"\b(?:i(?!\.)|my|me|myself)\b"),
    stories=compiled(
        r"testimonial|reviews?\b|(?:patients?|success|client)\W{0,3}stor(?:y|ies)|patients?\s+sa(?:y|id)"
    ),
    vary=compiled(
        r"\b(?:results?|outcomes?|responses?|experiences?)(?: (?:of|from|with|to|after|in)(?: [\w'’-]+){1,4}?)? (?:(?:may|might|can|could|will|do|does|often|always|also) ){0,2}"
        r"(?:vary|varies|differ|differs|be (?:very )?different)\b"
        r"|\bindividual (?:results|outcomes|experiences|responses)\b|\b(?:not|n['’]t) (?:be )?(?:\w+ )?typical\b|\bresponds? differently\b"
    ),
)
