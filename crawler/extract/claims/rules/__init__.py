"""What a promise looks like, a language a module."""

from crawler.extract.claims.rules.english import ENGLISH
from crawler.extract.claims.rules.french import FRENCH
from crawler.extract.claims.rules.german import GERMAN
from crawler.extract.claims.rules.rule import Language, Rule
from crawler.extract.claims.rules.spanish import SPANISH

LANGUAGES = {"en": ENGLISH, "es": SPANISH, "fr": FRENCH, "de": GERMAN}
"""By ISO 639-1 code."""

__all__ = ["ENGLISH", "LANGUAGES", "Language", "Rule"]
