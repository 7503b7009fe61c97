"""Names in competitors' phrases: places are taken off, clinics and people are no topic."""

import pytest

from crawler.analyse.competitors.names import Names

_NAMES = Names(
    ["Denver", "Fort Collins", "CO", "Colorado"],
    ["Larch Movement Clinic", "Physical Therapy", "Elin Moss"],
    ["larchmovement"],
)


@pytest.mark.parametrize(
    ("phrase", "label", "key"),
    [
        ("desk ergonomics", "desk ergonomics", "desk ergonom"),
        ("desk ergonomics Denver", "desk ergonomics", "desk ergonom"),
        ("Denver desk ergonomics", "desk ergonomics", "desk ergonom"),
        ("gait analysis in Fort Collins", "gait analysis", "gait analysi"),
        ("Fort training", "Fort training", "fort train"),
        ("Fort Collins, Colorado", None, None),
        ("Denver", None, None),
        ("Larch Movement", None, None),
        ("larchmovement", None, None),
        ("Elin Moss", None, None),
        ("aquatic physical therapy", "aquatic physical therapy", "aquat physic therapi"),
        ("Larch Movement Clinic reviews", None, None),
        ("", None, None),
    ],
)
def test_what_is_left_of_a_phrase(phrase: str, label: str | None, key: str | None) -> None:
    topic = _NAMES.topic(phrase, "en")
    assert (topic.label if topic else None, topic.key if topic else None) == (label, key)
