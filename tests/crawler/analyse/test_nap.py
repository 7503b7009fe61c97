"""Names, addresses and opening hours of whole sites: what differs in substance, what in form, what cannot be told."""

from crawler.analyse.context import Context
from crawler.config import Clinic, Location
from tests.crawler.analyse.nap_site import data, nap_site, postal, verdicts

_FRAME = "<address>12 Oak Street, Suite 3, Akron, OH 44302</address>"
_KEY = "12 oak street, #3, akron, OH, 44302, US"
_PATHS = ("/", "/contact", "/a", "/b")


def _bodies(**by_path: str) -> dict[str, str]:
    return {path: by_path.get(path.strip("/") or "home", "<p>Knees.</p>") for path in _PATHS}


def _clinic(address: str = "12 Oak St #3, Akron, OH 44302", **columns: object) -> Clinic:
    return Clinic(location=(Location.model_validate({"name": "Akron", "address": address, **columns}),))


def test_forms_of_one_address_are_one(context: Context) -> None:
    bodies = _bodies(
        contact="<p>12 Oak St., Ste. 3, Akron, Ohio 44302-1234</p>", a="<p>12 OAK STREET #3, AKRON OH 44302</p>"
    )
    db = nap_site(context, bodies, frame=_FRAME)
    assert verdicts(db) == {_KEY: ("own", "reference", None)}


def test_the_file_is_the_reference(context: Context) -> None:
    db = nap_site(context, _bodies(), _clinic(), _FRAME)
    assert db.execute("SELECT location, verdict, pages, sources FROM nap").fetchall() == [
        ("Akron", "reference", 4, ["address", "file"])
    ]


def test_a_wrong_number_in_the_data(context: Context) -> None:
    item = data(name="Quay", address=postal("14 Oak Street, Suite 3", code="44303"))
    db = nap_site(context, _bodies(home=item), frame=_FRAME)
    assert verdicts(db)["14 oak street, #3, akron, OH, 44303, US"] == (
        "own",
        "differs",
        "house number and postal code",
    )


def test_a_wrong_suite_on_the_contact_page(context: Context) -> None:
    db = nap_site(context, _bodies(contact="<p>12 Oak Street, Suite 8, Akron, OH 44302</p>"), _clinic(), _FRAME)
    assert verdicts(db)["12 oak street, #8, akron, OH, 44302, US"] == ("own", "differs", "suite")


def test_a_left_out_part_is_a_form(context: Context) -> None:
    db = nap_site(context, _bodies(contact="<p>12 Oak Street, Akron, OH</p>"), frame=_FRAME)
    assert verdicts(db)["12 oak street, akron, OH, US"] == ("own", "form", "without the suite and postal code")


def test_two_addresses_side_by_side_are_two_places(context: Context) -> None:
    frame = f"{_FRAME}<address>14 Oak Street, Suite 3, Akron, OH 44302</address>"
    db = nap_site(context, _bodies(), frame=frame)
    assert {verdict for _, verdict, _ in verdicts(db).values()} == {"reference"}


def test_the_buildings_of_a_campus_are_places_of_their_own(context: Context) -> None:
    streets = {path: f"{number} Medical Plaza" for path, number in zip(("/a", "/b"), (200, 300), strict=True)}
    bodies = {
        path: f"<p>{street}, Akron, OH 44302</p>" + data(name="Quay", address=postal(street))
        for path, street in streets.items()
    }
    frame = "<address>100 Medical Plaza, Akron, OH 44302</address>"
    for clinic in (None, _clinic("100 Medical Plaza, Akron, OH 44302")):
        db = nap_site(context, {**_bodies(), **bodies}, clinic, frame)
        assert {verdict for _, verdict, _ in verdicts(db).values()} == {"reference"}


def test_a_neighbour_in_an_article_is_not_ours(context: Context) -> None:
    body = "<p>The Hill Pharmacy, 14 Oak Street, Suite 3, Akron, OH 44302, has splints.</p>"
    for clinic in (None, _clinic()):
        db = nap_site(context, _bodies(a=body, contact=body), clinic, _FRAME)
        assert verdicts(db)["14 oak street, #3, akron, OH, 44302, US"] == ("unknown", "unknown", None)


def test_a_directory_of_partners_raises_nothing(context: Context) -> None:
    entries = "".join(
        f"<li>Partner {n}: {n} Oak Street, Suite {n % 7}, Akron, OH 44302</li>" for n in range(10, 310)
    )
    db = nap_site(context, _bodies(a=f"<ul>{entries}</ul>"), _clinic(), _FRAME)
    found = verdicts(db)
    own = {key for key, (ownership, _, _) in found.items() if ownership == "own"}
    assert len(found) > 290
    assert own == {_KEY}
    assert {verdict for key, (_, verdict, _) in found.items() if key != _KEY} == {"unknown"}
    assert {ownership for key, (ownership, _, _) in found.items() if key != _KEY} == {"third_party"}


def test_items_of_others_are_third_parties(context: Context) -> None:
    item = data(
        name="Quay",
        address=postal("12 Oak Street, Suite 3"),
        affiliation={"@type": "Hospital", "address": postal("14 Oak Street, Suite 3")},
    )
    db = nap_site(context, _bodies(home=item), _clinic(), _FRAME)
    assert verdicts(db)["14 oak street, #3, akron, OH, 44302, US"] == ("third_party", "unknown", None)


def test_the_same_street_in_another_town_is_another_place(context: Context) -> None:
    frame = f"{_FRAME}<p>Also at</p><address>12 Oak Street, Suite 3, Dover, DE 19901</address>"
    db = nap_site(context, _bodies(), _clinic(), frame)
    assert verdicts(db)["12 oak street, #3, dover, DE, 19901, US"] == ("own", "reference", None)


def test_a_location_that_no_page_shows(context: Context) -> None:
    db = nap_site(context, _bodies(), _clinic("9 Harbour Quay, Warren, OH 44481"), _FRAME)
    assert db.execute("SELECT pages FROM nap WHERE list_contains(sources, 'file')").fetchall() == [(0,)]


def test_a_location_that_is_told_in_a_sentence_is_shown(context: Context) -> None:
    body = "<p>Come to Harbour Quay and ring at number 9.</p>"
    db = nap_site(context, _bodies(a=body), _clinic("9 Harbour Quay, Warren, OH 44481"), _FRAME)
    assert db.execute("SELECT pages, sources FROM nap WHERE list_contains(sources, 'file')").fetchall() == [
        (1, ["file", "text"])
    ]


def test_hours_against_the_file(context: Context) -> None:
    clinic = _clinic(hours=["Mo-Th 09:00-17:00", "Fr 09:00-13:00"])
    db = nap_site(context, _bodies(contact="<p>Open Monday to Friday, 9 am to 5 pm</p>"), clinic, _FRAME)
    assert verdicts(db, "hours")[f"Mo-Fr 09:00-17:00 at {_KEY}"] == (
        "own",
        "differs",
        "Friday 09:00-17:00 instead of 09:00-13:00",
    )


def test_hours_of_data_against_the_page(context: Context) -> None:
    item = data(name="Quay", address=postal("12 Oak Street, Suite 3"), openingHours="Mo-Fr 08:00-18:00")
    db = nap_site(context, _bodies(home=item), frame=f"{_FRAME}<p>Mon–Fri 9am – 5pm</p>")
    found = verdicts(db, "hours")
    assert found[f"Mo-Fr 09:00-17:00 at {_KEY}"] == ("own", "reference", None)
    assert found[f"Mo-Fr 08:00-18:00 at {_KEY}"][1] == "differs"


def test_what_hours_leave_out_is_a_form(context: Context) -> None:
    clinic = _clinic(hours=["Mo-Fr 09:00-12:00,13:00-17:00", "Sa 09:00-12:00"])
    db = nap_site(context, _bodies(), clinic, f"{_FRAME}<p>Mon–Fri 9am – 5pm</p>")
    assert verdicts(db, "hours")[f"Mo-Fr 09:00-17:00 at {_KEY}"][1:] == (
        "form",
        "one of them says nothing of Saturday",
    )


def test_hours_of_a_person_are_not_the_clinics(context: Context) -> None:
    db = nap_site(
        context,
        _bodies(a="<p>I see patients Monday and Tuesday, 3 pm to 6 pm</p>"),
        _clinic(hours=["Mo-Fr 09:00-17:00"]),
        _FRAME,
    )
    assert verdicts(db, "hours")[f"Mo-Tu 15:00-18:00 at {_KEY}"] == ("unknown", "unknown", None)


def test_two_schedules_side_by_side_are_no_contradiction(context: Context) -> None:
    frame = f"{_FRAME}<p>Office: Mon–Fri 9am – 5pm</p><p>Some words on the laboratory that stand between the two, and more of them.</p><p>Laboratory: Mon–Fri 7am – 3pm</p>"
    db = nap_site(context, _bodies(), frame=frame)
    assert sorted(verdict for _, verdict, _ in verdicts(db, "hours").values()) == ["reference", "unknown"]


def test_names_against_the_file(context: Context) -> None:
    clinic = Clinic(name="Quay Orthopedic Clinic", brand=("Pier Medical",))
    names = [
        "Quay Orthopaedic Clinic, LLC",
        "Quay Orthopedic Clinic, Akron",
        "Pier Medical",
        "Quay Orthopedik Clinic",
        "Hill Spine",
    ]
    items = "".join(data(name=name, address=postal("12 Oak Street, Suite 3")) for name in names)
    db = nap_site(context, _bodies(home=items), clinic)
    found = {key: verdict for key, (_, verdict, _) in verdicts(db, "name").items()}
    assert found == {
        "quay orthopedic clinic": "form",
        "quay orthopedic clinic akron": "form",
        "pier medical": "form",
        "quay orthopedik clinic": "differs",
        "hill spine": "differs",
    }


def test_without_a_file_another_name_is_not_judged(context: Context) -> None:
    items = (
        data(name="Quay Clinic")
        + data(name="Hill Spine")
        + data(**{"@type": "Physician", "name": "Elin Moss, MD"})
    )
    db = nap_site(context, _bodies(home=items, contact=data(name="Quay Clinic")))
    found = {key: verdict for key, (_, verdict, _) in verdicts(db, "name").items()}
    assert found == {"quay clinic": "reference", "hill spine": "unknown", "elin moss md": "unknown"}


def test_mentions_know_their_row(context: Context) -> None:
    db = nap_site(
        context,
        _bodies(a="<p>Ring at 12 Oak St. for parcels.</p>", b="<p>At 99 Elm St. they knit.</p>"),
        frame=_FRAME,
    )
    rows = db.execute(
        "SELECT DISTINCT street, key FROM nap_mentions WHERE kind = 'address' ORDER BY street"
    ).fetchall()
    assert rows == [("12 Oak St.", _KEY), ("12 Oak Street, Suite 3", _KEY), ("99 Elm St.", None)]


def test_an_empty_site(context: Context) -> None:
    db = nap_site(context, {"/": "<p>Knees.</p>"})
    assert db.execute("SELECT count(*) FROM nap").fetchall() == [(0,)]
