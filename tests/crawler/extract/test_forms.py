"""Forms: purpose, fields, labels, vendors, in four languages; traps for robots; hostile markup."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.forms.forms import forms
from crawler.tables.tools import FormRow

_PURPOSES = {"booking", "contact", "newsletter", "search", "login", "payment", "comment", "upload", "other"}


def _document(markup: str) -> Document:
    return Document.of("https://clinic.example/page", "clinic.example", Decoded(markup, "utf-8", "header"))


def _form(inside: str, attributes: str = "", before: str = "") -> FormRow:
    (row,) = forms(_document(f"<body>{before}<form {attributes}>{inside}</form></body>"))
    return row


_REACH = '<input name="name"><input type="email" name="email">'


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ('<input name="your-name">', "name"),
        ('<input name="firstName">', "first_name"),
        ('<label>First<input name="input_1.3"></label>', "first_name"),
        ('<input name="lname">', "last_name"),
        ('<label>Nachname <input name="f1"></label>', "last_name"),
        ('<label for="a">Prénom</label><input id="a" name="x1">', "first_name"),
        ('<input placeholder="Apellidos">', "last_name"),
        ('<input placeholder="Nombre">', "name"),
        ('<input placeholder="Votre nom">', "name"),
        ('<input type="email" name="x">', "email"),
        ('<label>E-Mail-Adresse<input name="f2"></label>', "email"),
        ('<input name="correo">', "email"),
        ('<input type="tel" name="x">', "phone"),
        ('<input aria-label="Téléphone">', "phone"),
        ('<input placeholder="Teléfono">', "phone"),
        ('<input placeholder="Handynummer">', "phone"),
        ('<input type="date" name="when">', "date"),
        ('<input placeholder="Wunschtermin">', "date"),
        ('<label>Preferred day<select name="s1"><option>Mon</select></label>', "date"),
        ('<input type="time">', "time"),
        ('<label>Fecha de nacimiento <input type="date"></label>', "birth"),
        ('<input name="dob">', "birth"),
        ('<label>Date de naissance<input></label>', "birth"),
        ('<input placeholder="Geburtsdatum">', "birth"),
        ('<textarea name="your-message"></textarea>', "message"),
        ('<textarea name="t1"></textarea>', "message"),
        ('<label>Medical history<textarea></textarea></label>', "health"),
        ('<label>What brings you in today?<input></label>', "health"),
        ('<input placeholder="Symptome">', "health"),
        ('<label>Motif de la consultation<input></label>', "health"),
        ('<input name="insurance_company">', "insurance"),
        ('<input placeholder="Krankenkasse">', "insurance"),
        ('<input name="mutuelle">', "insurance"),
        ('<input name="street_address">', "address"),
        ('<input placeholder="PLZ">', "address"),
        ('<input type="tel" name="zip">', "address"),
        ('<input autocomplete="shipping postal-code" name="x">', "address"),
        ('<input autocomplete="cc-number" name="x">', "card"),
        ('<input name="x" placeholder="Card number" type="tel">', "card"),
        ('<select name="s"><option>Choose a doctor<option>Dr. Moss</select>', "provider"),
        ('<label>Treatment<select></select></label>', "service"),
        ('<select name="sel"><option>Leistung wählen</select>', "service"),
        ('<select name="preferred-location"></select>', "location"),
        ('<input name="company">', "company"),
        ('<input type="url" name="x">', "website"),
        ('<input type="password" name="pwd">', "password"),
        ('<input name="user_login">', "username"),
        ('<input type="file" name="x">', "file"),
        ('<input type="search" name="x">', "search"),
        ('<input name="s">', "search"),
        ('<input name="your-subject">', "subject"),
        ('<label>How did you hear about us?<input name="name"></label>', "other"),
        ('<input type="checkbox" name="c"> I agree', "other"),
        ('<label><input type="checkbox" name="c"> I agree to the terms</label>', "consent"),
        ('<label><input type="checkbox"> J’accepte la politique de confidentialité</label>', "consent"),
        ('<label><input type="checkbox"> Ich habe die Datenschutzerklärung gelesen</label>', "consent"),
        ('<fieldset><legend>Preferred time</legend><label><input type="radio" name="t">Early</label></fieldset>', "time"),
        ('<input name="captcha_answer">', "captcha"),
        ('<input name="x17">', "other"),
    ],
)  # fmt: skip
def test_a_field_asks_for(field: str, kind: str) -> None:
    assert _form(field).fields == [kind]


@pytest.mark.parametrize(
    "field",
    [
        '<input type="hidden" name="email">',
        '<input type="submit" name="email">',
        '<button name="email">Send</button>',
        '<input type="image" name="email" src="x.png">',
        '<input name="email" hidden>',
        '<input name="website_honeypot">',
        '<input name="_gotcha">',
        '<p class="hp"><input name="phone"></p>',
        '<p style="display:none"><label>Leave this empty <input name="x"></label></p>',
        '<div style="position: absolute; left: -5000px;" aria-hidden="true"><input name="b_0a1b2c3d0a1b2c3d_1a2b" tabindex="-1"></div>',
        '<label>This field should be left unchanged: leave it empty<input name="hp-x" tabindex="-1"></label>',
        '<textarea name="g-recaptcha-response"></textarea>',
    ],
)
def test_what_people_do_not_fill_in_is_no_field(field: str) -> None:
    assert _form(field).fields == []


def test_a_form_in_a_hidden_dialog_and_its_later_steps_keep_their_fields() -> None:
    steps = '<div style="display:none"><div><div><div><input name="email"></div></div></div></div>'
    (row,) = forms(_document(f'<div aria-hidden="true" style="display:none"><form>{steps}</form></div>'))
    assert row.fields == ["email"]


_EMAIL = '<input type="email" name="email" aria-label="Email">'


@pytest.mark.parametrize(
    ("inside", "attributes", "before", "purpose"),
    [
        ('<input name="s">', 'role="search"', "", "search"),
        ('<input type="search" name="q">', "", "", "search"),
        ('<input name="email"><input type="password">', "", "", "login"),
        (_EMAIL, "", "", "newsletter"),
        (_EMAIL + "<button>Subscribe</button>", "", "", "newsletter"),
        (_EMAIL + '<input name="name"><button>Suscribirse</button>', "", "", "newsletter"),
        (_EMAIL + '<input name="nom">', "", "<h3>Newsletter abonnieren</h3>", "newsletter"),
        (_REACH + "<textarea name='m'></textarea>", "", "", "contact"),
        (_REACH + "<textarea name='m'></textarea><button>Subscribe to answers</button>", "", "", "contact"),
        (_EMAIL + "<button>Contact me</button>", "", "", "contact"),
        ("<textarea name='m'></textarea>", "", "", "contact"),
        (_REACH + "<textarea></textarea>", 'id="appointment-form"', "", "booking"),
        (_REACH + "<button>Request appointment</button>", "", "", "booking"),
        (_REACH + "<button>Send</button>", "", "<h2>Book your first visit</h2>", "booking"),
        (_REACH + "<button>Send</button>", "", "<h2>Questions about your appointment?</h2>", "contact"),
        ("<h2>Schedule a consultation</h2>" + _REACH, "", "<h1>Contact</h1>", "booking"),
        (_REACH + '<input type="date" name="d">', "", "", "booking"),
        (_REACH + "<button>Pedir cita</button>", "", "", "booking"),
        (_REACH + "<button>Prendre rendez-vous</button>", "", "", "booking"),
        (_REACH + "<button>Termin anfragen</button>", "", "", "booking"),
        (_REACH + "<button>Send</button>", 'id="facebook-notebook"', "", "contact"),
        (
            "<textarea name='comment'></textarea>" + _REACH,
            'id="commentform" action="/wp-comments-post.php"',
            "",
            "comment",
        ),
        (_EMAIL + '<input type="file" name="referral">', "", "", "upload"),
        ('<input name="cardnumber"><input name="cvc">', "", "", "payment"),
        ('<input name="amount"><button>Pay my bill</button>', "", "", "payment"),
        ('<select name="lang"><option>en</select>', "", "", "other"),
        ("", "", "", "other"),
    ],
)
def test_purpose(inside: str, attributes: str, before: str, purpose: str) -> None:
    assert _form(inside, attributes, before).purpose == purpose


@pytest.mark.parametrize(
    ("attributes", "inside", "vendor"),
    [
        ('class="wpcf7-form init"', "", "Contact Form 7"),
        ('id="wpforms-form-12" class="wpforms-form"', "", "WPForms"),
        ('id="gform_3"', "", "Gravity Forms"),
        ("", '<input type="hidden" name="frm_action" value="create">', "Formidable Forms"),
        ('class="mc4wp-form"', "", "Mailchimp for WordPress"),
        ('action="https://clinic.us1.list-manage.com/subscribe/post?u=1"', "", "Mailchimp"),
        ('action="https://forms.hsforms.com/submissions/v3/public/submit/1/2"', "", "HubSpot Forms"),
        ('data-netlify="true" name="contact"', "", "Netlify Forms"),
        ('data-wf-page-id="1"', "", "Webflow"),
        ('action="/send.php" class="contact"', "", None),
        ('action="https://api.clinic.example/send"', "", None),
    ],
)
def test_vendor(attributes: str, inside: str, vendor: str | None) -> None:
    assert _form(inside, attributes).vendor == vendor


@pytest.mark.parametrize(
    ("field", "unlabelled"),
    [
        ('<input name="a">', 1),
        ('<input name="a" placeholder="Name">', 1),
        ('<label for="a">Name</label><input id="a">', 0),
        ('<label for="b">Name</label><input id="a">', 1),
        ('<label for="a"></label><input id="a">', 1),
        ("<label>Name <input></label>", 0),
        ('<input aria-label="Name">', 0),
        ('<input aria-label=" ">', 1),
        ('<p id="p">Name</p><input aria-labelledby="q p">', 0),
        ('<input aria-labelledby="q">', 1),
        ('<input title="Name">', 0),
        ('<label><input type="radio" name="r">Yes</label><label><input type="radio" name="r">No</label>', 0),
        ('<label><input type="radio" name="r">Yes</label><input type="radio" name="r">No', 1),
        ('<input type="submit"><input type="hidden" name="x">', 0),
    ],
)
def test_unlabelled(field: str, unlabelled: int) -> None:
    assert _form(field).unlabelled == unlabelled


@pytest.mark.parametrize(
    ("attributes", "method", "action"),
    [
        ("", "get", None),
        ('action=""', "get", None),
        ('action="#send" method="POST"', "post", None),
        ('action="../send.php" method=post', "post", "https://clinic.example/send.php"),
        ('action="//forms.example/f" method="dialog"', "get", "https://forms.example/f"),
        ('action="mailto:a@clinic.example"', "get", None),
        ('action="javascript:send()"', "get", None),
    ],
)
def test_where_it_is_sent(attributes: str, method: str, action: str | None) -> None:
    row = _form("", attributes)
    assert (row.method, row.action) == (method, action)


def test_controls_belong_to_the_form_that_they_name_or_stand_in() -> None:
    first, second = forms(
        _document(
            '<input name="email" form="b"><form id="a"><input name="phone"><input name="dob" form="b"></form>'
            '<input name="city"><form id="b"><input name="message"></form><input name="zip" form="nowhere">'
        )
    )
    assert (first.position, first.fields) == (1, ["phone"])
    assert (second.position, second.fields) == (2, ["email", "birth", "message"])


def test_a_form_between_the_rows_of_a_table_owns_what_follows_there() -> None:
    table = (
        '<table><form><tr><td><input name="name"></td></tr><tr><td><input name="phone"></td></tr></form></table>'
    )
    (row,) = forms(_document(f'{table}<input name="city">'))
    assert row.fields == ["name", "phone"]


def test_choices_of_one_name_are_one_field() -> None:
    inside = "".join(f'<label><input type="checkbox" name="services[]">Massage {n}</label>' for n in range(5))
    assert _form(f'{inside}<input type="checkbox" name="x"><input type="checkbox">').fields == [
        "service",
        "other",
        "other",
    ]


def test_zone() -> None:
    rows = forms(
        _document("<header><form></form></header><main><form></form></main><footer><form></form></footer>")
    )
    assert [row.zone for row in rows] == ["header", "main", "footer"]


_PIECES = st.sampled_from(
    ["<form>", "</form>", "<form id=a>", "<input name=email form=a>", "<input>", "<label for=x>", "<label>", "</label>", "<input id=x type=radio name=r>",
     "<select><option>", "<textarea>", "<fieldset><legend>", "<table>", "<tr>", "<td>", "<template>", "<h2>", "<button>", "é", "\0"]
)  # fmt: skip


@given(st.lists(_PIECES | st.text(max_size=4), max_size=40).map("".join))
def test_never_raises(markup: str) -> None:
    document = _document(markup)
    rows = forms(document)
    assert len(rows) == len(document.named("form"))
    assert all(row.purpose in _PURPOSES and 0 <= row.unlabelled <= len(row.fields) for row in rows)


@pytest.mark.parametrize(
    "markup",
    [
        "<form>" + "<div><input>" * 8000,
        "<form>" + "<label><input>" * 8000,
        "<form></form>" * 500 + "<input>" * 8000,
        "<template>" + "<form>" * 8000 + "<input>" * 5000,
        "<form>" + "<fieldset><legend>x<input type=radio>" * 5000,
        "<table><form>" + "<tr><td><input>" * 6000,
        f'<form><input name="{"a" * 500_000}" placeholder="{"b " * 250_000}">',
    ],
    ids=["deep", "labels", "forms", "templates", "fieldsets", "table", "attribute"],
)
def test_takes_no_time(markup: str) -> None:
    document = _document(markup)
    start = process_time()
    assert forms(document)
    assert process_time() - start < 0.5
