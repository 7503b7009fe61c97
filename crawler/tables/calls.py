"""What the analysis tells of call tracking."""

from typing import Annotated, NamedTuple


class CallTrackingRow(NamedTuple):
    url: Annotated[str, "the page"]
    position: Annotated[int, "order on the page, from 1"]
    vendor: Annotated[str, "whose script swaps numbers on it"]
    mention: Annotated[int | None, "position in phone_ctas; null: the page offers no own number"]
    number: Annotated[str | None, "own number that is offered there, E.164; null: the page offers none"]
    shown_text: Annotated[str | None, "text that the visitor sees there"]
    swappable: Annotated[bool | None, "a script can swap it as it stands; null: there is no number"]
    obstacle: Annotated[
        str | None,
        "what keeps the script from it: opted_out, pool, picture, attribute, other_link, dead_link, not_tel, not_marked, "
        "other_number, letters, split, format; null: nothing",
    ]
    reason: Annotated[str, "why it can be swapped or not, in a sentence"]
