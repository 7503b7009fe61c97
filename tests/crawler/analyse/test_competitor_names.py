"""Names in competitors' phrases: places are taken off, clinics and people are no topic."""

import pytest

from crawler.analyse.competitors.names import TopicsOfSite
from crawler.analyse.names import Names

_TOPICS = TopicsOfSite(
    ["Denver", "Fort Collins", "CO", "Colorado"],
    Names(
        ["Elin Moss", "Grace Young"],
        [
            "Larch Movement Clinic",
            "Physical Therapy",
            "Austin Sports Medicine",
            "Chiropractic of the Zyloro Coast",
        ],
        {"chiropractic"},
    ),
    ["larchmovement", "kneepain"],
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
        ("sports medicine", "sports medicine", "sport medicin"),
        ("chiropractic adjustment", "chiropractic adjustment", "chiropract adjust"),
        ("knee pain", "knee pain", "knee pain"),
        ("saving grace", "saving grace", "save grace"),
        ("Grace Young explains", None, None),
        ("Zyloro method", None, None),
    ],
)
def test_what_is_left_of_a_phrase(phrase: str, label: str | None, key: str | None) -> None:
    topic = _TOPICS.topic(phrase, "en")
    assert (topic.label if topic else None, topic.key if topic else None) == (label, key)
