"""Language tags: what `lang` may say."""

import re
from functools import lru_cache

_TAG = re.compile(
    r"""(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}
        (?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*
        (?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*(?:-x(?:-[a-z0-9]{1,8})+)?""",
    re.IGNORECASE | re.VERBOSE,
)
"""Language, script, region, variants, extensions and private part: RFC 5646, 2.1, without what stands there for old use."""

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io is it iu iw "
    "ja ji jv jw ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mo mr ms mt "
    "my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm "
    "sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""Languages of two letters in the IANA registry of subtags, those out of use too."""

_NO_LANGUAGE = frozenset({"zxx", "und", "mis", "mul"})


@lru_cache(maxsize=256)
def is_language(tag: str) -> bool:
    """`tag` is well-formed, and a language of two letters exists."""
    found = _TAG.fullmatch(tag) if len(tag) < 100 else None
    if found is None:
        return False
    language = found["language"].lower()
    return language in _TWO_LETTERS if len(language) == 2 else language not in _NO_LANGUAGE
