"""Names of a business in a form in which their spellings are alike, and whether one is another misspelt."""

import re
import unicodedata
from difflib import SequenceMatcher

_LEGAL = frozenset(
    "llc llp lp inc incorporated corp corporation co company ltd limited plc pllc pc pa pty gmbh ag kg ohg eg sa sas sarl srl sprl bv nv"
    " the a of and et und y e de la le les".split()
)
_WORDS = {
    "st": "saint", "ctr": "center", "centre": "center", "clinics": "clinic", "centers": "center", "centres": "center",
    "orthopaedic": "orthopedic", "orthopaedics": "orthopedics", "dr": "doctor", "assoc": "associates", "hosp": "hospital",
    "univ": "university", "mt": "mount", "med": "medical", "street": "saint",
}  # fmt: skip
_MISSPELT = 0.86


def words_of(name: str) -> tuple[str, ...]:
    """Words of a name that tell it: without accents, legal form and small words; abbreviations written out."""
    folded = unicodedata.normalize(
        "NFKD", name.replace("&", " and ").replace("ß", "ss").replace("'", "").replace("’", "")
    )
    plain = "".join(c for c in folded if not unicodedata.combining(c)).lower().replace(".", "")
    words = [_WORDS.get(word, word) for word in re.findall(r"\w+", plain)]
    return tuple(word for word in words if word not in _LEGAL) or tuple(words)


def is_form(name: str, known: str) -> bool:
    """`name` is `known` written in another way: shorter, longer, or in its initials."""
    mine, theirs = words_of(name), words_of(known)
    if not mine or not theirs:
        return False
    if set(mine) <= set(theirs) or set(theirs) <= set(mine) or "".join(mine) == "".join(theirs):
        return True
    initials = "".join(word[0] for word in theirs)
    return len(mine) == 1 and len(initials) > 2 and mine[0] == initials


def is_misspelt(name: str, known: str) -> bool:
    """`name` is nearly `known`: a letter or two of a word differ, and all other words are there."""
    mine, theirs = words_of(name), words_of(known)
    if len(mine) != len(theirs) or is_form(name, known):
        return False
    apart = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    return len(apart) == 1 < len(mine) and min(map(len, apart[0])) > 3 and _ratio(*apart[0]) >= _MISSPELT


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one[:60], other[:60], autojunk=False).ratio()
