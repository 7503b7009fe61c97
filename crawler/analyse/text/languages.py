"""Which language a page is analysed in: the one it is written in, else the one it declares."""

from collections.abc import Sequence

from crawler import language

_DEFAULT = "en"
_SAMPLE = 1000
"""Characters that are enough: 150 words."""


def language_of(texts: Sequence[str], declared: str | None) -> str:
    """ISO 639-1 code. `declared` is the page's lang attribute; it counts where the text is too short to tell."""
    code = (declared or "").strip().lower().replace("_", "-").split("-")[0]
    named = code if len(code) == 2 and code.isalpha() else None
    return language.language_of(_sample(texts)) or named or _DEFAULT


def _sample(texts: Sequence[str]) -> str:
    sample = ""
    for text in texts:
        sample += f"{text}\n"
        if len(sample) > _SAMPLE:
            break
    return sample[:_SAMPLE]
