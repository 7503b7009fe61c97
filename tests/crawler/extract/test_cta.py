"""Words around a number and what they ask for."""

import pytest

from crawler.extract.phones.cta import cta
from crawler.extract.phones.cta_clauses import NUMBER
from tests.crawler.extract.cta_phrases import PHRASES

_WORDS = [
    ("Fax: # ", "fax", "Fax"),
    ("F: #", "fax", "F"),
    ("# (fax)", "fax", "fax"),
    ("Fax your referral to #", "fax", "Fax your referral to"),
    ("To send a fax, call #", "call", "call"),
    ("Tel/Fax: #", "label", "Tel/Fax"),
    ("Text us at #", "text", "Text us"),
    ("Call or text #", "call", "Call"),
    ("SMS: #", "text", "SMS"),
    ("WhatsApp #", "whatsapp", "WhatsApp"),
    ("Emergency? Call #", "emergency", "Emergency"),
    ("Crisis line #", "emergency", "Crisis"),
    ("In an emergency, call 911. For all else call #", "call", "call"),
    ("Call Today #", "call_now", "Call Today"),
    ("Call # today", "call_now", "Call … today"),
    ("Call us now at #", "call_now", "Call us now"),
    ("Dial # right away", "call_now", "Dial … right away"),
    ("Call # to schedule your visit", "call_book", "Call … to schedule"),
    ("Schedule a consultation at #", "call_book", "Schedule a consultation at"),
    ("Book your appointment by calling #", "call_book", "Book your appointment by calling"),
    ("Questions? Call #", "call_info", "Questions"),
    ("Speak with our nurse: #", "call_info", "Speak with"),
    ("Call #", "call", "Call"),
    ("Give us a call at #", "call", "Give us a call"),
    ("Please call our office at #", "call", "call our office"),
    ("Phone: #", "label", "Phone"),
    ("Tel. #", "label", "Tel"),
    ("P: #", "label", "P"),
    ("Office #", "label", "Office"),
    ("Main phone number #", "label", "phone number"),
    ("#", "bare", None),
    ("We stand # in the old harbour", "bare", None),
    ("Call. That was long ago. #", "call", "Call"),
    ("#. In an emergency go to hospital", "bare", None),
    ("Llame ahora al #", "call_now", "Llame ahora"),
    ("Llámenos al # para una cita", "call_book", "Llámenos al … para una cita"),
    ("¿Dudas? #", "call_info", "Dudas"),
    ("Envíe un mensaje al #", "text", "Envíe un mensaje"),
    ("Appelez-nous dès aujourd’hui au #", "call_now", "Appelez-nous dès aujourd’hui"),
    ("Prenez rendez-vous au #", "call_book", "rendez-vous au"),
    ("Renseignements : #", "call_info", "Renseignements"),
    ("Télécopieur : #", "fax", "Télécopieur"),
    ("Tél. : #", "label", "Tél"),
]


@pytest.mark.parametrize(("words", "kind", "phrase"), _WORDS)
def test_words_around_a_number(words: str, kind: str, phrase: str | None) -> None:
    before, _, after = words.partition("#")
    assert cta(before, None, after) == (kind, phrase)


@pytest.mark.parametrize(("words", "kind"), PHRASES)
def test_class(words: str, kind: str) -> None:
    before, _, after = words.partition("#")
    assert cta(before, None, after).kind == kind


@pytest.mark.parametrize(
    ("anchor", "kind", "phrase"),
    [
        ("Call now", "call_now", "Call now"),
        ("Book a visit", "call_book", "Book a visit"),
        (f"Call {NUMBER}", "call", "Call"),
        (NUMBER, "bare", None),
        ("", "bare", None),
        ("Toll-free", "label", "Toll-free"),
    ],
)
def test_words_of_a_link(anchor: str, kind: str, phrase: str | None) -> None:
    assert cta("", anchor, "") == (kind, phrase)
