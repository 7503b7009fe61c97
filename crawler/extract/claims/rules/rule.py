"""What a rule is, and what the rules of a language are."""

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple


class Rule(NamedTuple):
    """All is in lower case. `pattern` finds the phrase, not far from one of `stems`. `needs`: must stand in the
    sentence, too. `unless`: must not. `hedged`: a hedge in the sentence takes the claim back."""

    claim_class: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    unless: re.Pattern[str] | None = None
    hedged: bool = False


@dataclass(frozen=True)
class Language:
    """`hedge`: takes back a claim of a rule that is `hedged`. `negation`: ends the words in front of a phrase that is denied. `denied_list`: the same across commas, for cures and approvals. `disclaimer`: the sentence promises nothing.
    `asks`: how a heading begins that is a question. `story`: outcome in a patient's own words, `stories`: names of the places where those stand.
    `vary`: says that results vary."""

    rules: tuple[Rule, ...]
    hedge: re.Pattern[str]
    negation: re.Pattern[str]
    denied_list: re.Pattern[str]
    disclaimer: re.Pattern[str]
    asks: re.Pattern[str]
    story: Rule
    first_person: re.Pattern[str]
    stories: re.Pattern[str]
    vary: re.Pattern[str]

    @cached_property
    def by_stem(self) -> dict[str, list[Rule]]:
        """Rules by the letters that they cannot do without."""
        found: dict[str, list[Rule]] = {}
        for rule in (*self.rules, self.story):
            for stem in rule.stems:
                found.setdefault(stem, []).append(rule)
        return found
