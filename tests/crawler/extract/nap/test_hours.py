"""Opening hours in text: ways to write them, and times that are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.nap.hours import hours_in
from crawler.opening_hours import by_day, entries_of, in_short

_WEEK = "Mo-Fr 09:00-17:00"


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Mon–Fri 9am – 5pm", _WEEK),
        ("Monday - Friday: 9.00am - 5.00pm", _WEEK),
        ("Mo-Fr 09:00-17:00", _WEEK),
        ("M-F 9-5", _WEEK),
        ("Weekdays 9 a.m. to 5 p.m.", _WEEK),
        ("Lundi–vendredi 9h–17h", _WEEK),
        ("Ouvert de 9h à 17h du lundi au vendredi", _WEEK),
        ("Lunes a viernes de 9:00 a 17:00", _WEEK),
        ("Montag bis Freitag 9:00 - 17:00 Uhr", _WEEK),
        ("Mon\nTue\nWed\nThu\nFri\n9-5\n9-5\n9-5\n9-5\n9-5", _WEEK),
        ("Monday\n9am – 5pm\nTuesday\n9am – 5pm\nWednesday\nClosed", "Mo-Tu 09:00-17:00; We closed"),
        ("Mon–Thu 8–5 · Fri 8–2", "Mo-Th 08:00-17:00; Fr 08:00-14:00"),
        ("Mon–Thu 8–5 · Fri 8–2\n5–10\nminutes from the station", "Mo-Th 08:00-17:00; Fr 08:00-14:00"),
        ("Mon–Thu: 8 AM–5 PM · Weekends closed", "Mo-Th 08:00-17:00; Sa-Su closed"),
        ("Mon-Fri 9am-12 noon, 1pm-5pm", "Mo-Fr 09:00-12:00,13:00-17:00"),
        ("Monday 8:30 to 11:30 AM and 3 to 6:30 PM Tuesday 3 to 6 PM", "Mo 08:30-11:30,15:00-18:30; Tu 15:00-18:00"),
        ("Monday 9:00 - 5:00\nSaturday By Appointment Only", "Mo 09:00-17:00; Sa by appointment"),
        ("Monday, Wednesday and Friday, 8:30 am to 4:30 pm", "Mo 08:30-16:30; We 08:30-16:30; Fr 08:30-16:30"),
        ("du lundi au vendredi de 8h à 12h et de 13h30 à 18h", "Mo-Fr 08:00-12:00,13:30-18:00"),
        ("Samedi 9h30-12h\nDimanche fermé", "Sa 09:30-12:00; Su closed"),
        ("Mo, Di, Do 8-12 Uhr und 14-18 Uhr; Mi, Fr 8-13 Uhr",
         "Mo-Tu 08:00-12:00,14:00-18:00; We 08:00-13:00; Th 08:00-12:00,14:00-18:00; Fr 08:00-13:00"),
        ("Weekdays 9am to 5.30pm, closed Sundays", "Mo-Fr 09:00-17:30; Su closed"),
        ("Opening hours: Saturday to Tuesday - 8am to 10pm", "Mo-Tu 08:00-22:00; Sa-Su 08:00-22:00"),
        ("Open 24 hours Monday to Sunday", "Mo-Su 00:00-24:00"),
        ("Office hours: Wednesday 2-6", "We 14:00-18:00"),
    ],
)  # fmt: skip
def test_hours_are_read(text: str, hours: str) -> None:
    (found,) = hours_in(text)
    assert in_short(found.entries) == hours


@pytest.mark.parametrize(
    "text",
    [
        "Thursday, June 8, 2006 7 p.m.",
        "Tune in to 620AM Tuesdays at 11AM",
        "A half hour to health every Tuesday from 6:15 pm to 6:45pm",
        "We saw 3–5 patients Monday and 4-6 on Tuesday",
        "2020;29:116–125 Monday",
        "Le samedi 14h30 à 18h30",
        "Wednesday afternoon closed",
        "Closed for lunch 12:30–1:30 PM",
        "Monday 6 pm - 2 am",
    ],
)
def test_what_are_no_hours(text: str) -> None:
    assert hours_in(text) == ()


def test_two_schedules_stay_two() -> None:
    office, lab = hours_in("Office: Mon-Fri 9am-5pm. Laboratory: Mon-Fri 7am-3pm")
    assert (in_short(office.entries), in_short(lab.entries)) == (_WEEK, "Mo-Fr 07:00-15:00")


@given(st.text(alphabet="Mon-TueFrday 0123459:amp.h–,&\nclosedSatoà", max_size=200))
def test_any_text_is_read(text: str) -> None:
    for found in hours_in(text):
        assert 0 <= found.start < found.end <= len(text)
        assert by_day(found.entries)


@pytest.mark.parametrize(
    "text",
    ["Mon " * 9000, "Mon-Fri 9-5 " * 3000, "9am-5pm " * 5000, "-" * 40_000, "Mon\n" * 9000 + "9-5\n" * 9000],
)
def test_hostile_text_ends(text: str) -> None:
    assert len(hours_in(text)) <= len(text)


@pytest.mark.parametrize(
    ("line", "short"),
    [
        ("Mo-Fr 09:00-17:00", _WEEK),
        ("Mo-Th,Sa 09:00-12:00,13:00-17:00", "Mo-Th 09:00-12:00,13:00-17:00; Sa 09:00-12:00,13:00-17:00"),
        ("Sa-Mo closed", "Mo closed; Sa-Su closed"),
        ("Su by appointment", "Su by appointment"),
    ],
)
def test_a_line_of_the_file(line: str, short: str) -> None:
    assert in_short(entries_of(line)) == short


@pytest.mark.parametrize(
    "line", ["", "Mon-Fri 9-5", "Mo 9:00-17:00", "Mo 17:00-09:00", "Mo 09:00-25:00", "closed"]
)
def test_a_line_that_is_none(line: str) -> None:
    with pytest.raises(ValueError, match=r"hours such as|ends before"):
        entries_of(line)
