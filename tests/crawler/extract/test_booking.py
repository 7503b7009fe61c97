"""Whether a page lets a visitor book: words, services, paths, forms and widgets."""

import pytest

from crawler.extract.booking import booking_link
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.forms.forms import forms
from crawler.extract.links import links
from crawler.extract.trackers.trackers import trackers

_HERE = "https://clinic.example/page"


def _booking(markup: str) -> str | None:
    document = Document.of(_HERE, "clinic.example", Decoded(markup, "utf-8", "header"))
    return booking_link(links(document), forms(document), trackers(document))


@pytest.mark.parametrize(
    "words",
    [
        "Book now", "BOOK ONLINE", "Book", "Bookings", "Schedule an appointment", "Schedule your evaluation →",
        "Request a visit", "Make an appointment", "Request an Appointment Today", "Appointments", "Book a free consultation",
        "Get an appointment", "Online booking", "Pedir cita", "Pida su cita", "Reservar una cita", "Solicite su consulta",
        "Agendar cita", "Cita online", "Prendre rendez-vous", "Prenez rendez-vous en ligne", "Prendre un RDV",
        "Termin buchen", "Termin online vereinbaren", "Jetzt Termin vereinbaren", "Online-Termin", "Terminbuchung",
    ],
)  # fmt: skip
def test_words_that_book(words: str) -> None:
    assert _booking(f'<a href="/x">{words}</a>') == "https://clinic.example/x"


@pytest.mark.parametrize(
    "words",
    [
        "Contact us", "Our book is out today", "Get the e-book now", "Cancel an appointment", "Reschedule your visit",
        "Appointment policy", "How to make an appointment count", "How to make the most of your visit", "Facebook",
        "Prepare for your visit", "Schedule of fees", "Why you should book an appointment early",
        "A new study on knees: what it means for you and how we book appointments for it in our clinic",
        "Terminology", "Cita de un paciente", "Le rendez-vous des patients", "Termin absagen",
    ],
)  # fmt: skip
def test_words_that_do_not(words: str) -> None:
    assert _booking(f'<a href="/x">{words}</a>') is None


@pytest.mark.parametrize(
    "href",
    [
        "https://calendly.com/clinic", "https://www.zocdoc.com/doctor/x", "https://clinic.janeapp.com/", "https://www.doctolib.de/praxis/x",
        "https://outlook.office365.com/owa/calendar/x@clinic.example/bookings/", "https://clinic.as.me/", "https://book.clinic.example/x",
        "/book/", "/booking.html", "/book-online", "/appointments", "/request-an-appointment/?ref=1", "/schedule", "/contact/appointments/",
        "/pedir-cita", "/prendre-rendez-vous", "/termin-vereinbaren",
    ],
)  # fmt: skip
def test_addresses_that_book(href: str) -> None:
    assert _booking(f'<a href="/other">x</a><a href="{href}">x</a>') == (
        f"https://clinic.example{href}" if href.startswith("/") else href
    )


@pytest.mark.parametrize(
    "href",
    [
        "/books/", "/book-review/", "/blog/schedule-of-events", "/appointment-policy/", "/facebook", "tel:+13104531234",
        "https://library.example/book/", "https://www.healthgrades.com/physician/x", "https://www.healthgrades.com/", "/terminology/",
        "https://www.google.com/maps?q=appointments", "/citations/",
    ],
)  # fmt: skip
def test_addresses_that_do_not(href: str) -> None:
    assert _booking(f'<a href="{href}">x</a>') is None


def test_pictures_are_no_bookings() -> None:
    assert _booking('<a href="/a.png"><img alt="Book an appointment"></a>') is None


def test_the_first_link_comes_before_forms_and_widgets() -> None:
    form = '<form id="appointment" action="/send"><input name="email"></form>'
    frame = '<iframe src="https://www.halaxy.com/book/widget/x"></iframe>'
    assert (
        _booking(f'{frame}{form}<a href="/one">Book now</a><a href="/two">Book now</a>')
        == "https://clinic.example/one"
    )
    assert _booking(f"{frame}{form}") == "https://clinic.example/send"
    assert _booking(frame) == "https://www.halaxy.com/book/widget/x"
    assert _booking('<script src="https://assets.calendly.com/assets/external/widget.js"></script>') == _HERE
    assert _booking('<form id="appointment"><input name="email"></form>') == _HERE
    assert _booking('<form id="newsletter"><input name="email"></form>') is None
