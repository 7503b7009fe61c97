"""Titles and texts that say a page is not there, and those of real pages that look alike."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.error_pages import SHORT, error_phrase

GONE = (
    """
404
404 - Harbor Clinic
Error 404
404 Error | Harbor Clinic
Harbor Clinic - 404 Not Found
404: Page not found
404 – Page Not Found – Harbor Clinic
Page not found | Harbor Clinic
Page Not Found (404)
Page not found &#8211; Harbor Clinic
Not Found
Not found, error 404
Oops! That page can’t be found.
Sorry, this page isn't available.
The page you were looking for doesn't exist.
The page you requested could not be found
The requested URL was not found on this server.
This page no longer exists
We couldn't find the page you were looking for
We can't seem to find that page
Nothing Found - Harbor Clinic
File not found
Página no encontrada | Clínica
La página que buscas no existe
Error 404: página no encontrada
No se encontró la página
Page introuvable - Clinique
Erreur 404
Cette page n'existe pas
La page que vous recherchez est introuvable
Oups ! Page non trouvée
Seite nicht gefunden | Praxis
Die Seite wurde nicht gefunden
Die angeforderte Seite existiert nicht
Diese Seite konnte nicht gefunden werden
Fehler 404 – Seite nicht gefunden
Index of /wp-content/uploads
""".strip()
    .replace("&#8211;", "–")
    .splitlines()
)

FAILED = """
403 Forbidden
Forbidden
HTTP Error 403
Error 500
Access denied | Harbor Clinic
Access Denied
401 Unauthorized
500 Internal Server Error
Internal Server Error
502 Bad Gateway
503 Service Temporarily Unavailable
Service Unavailable
504 Gateway Time-out
429 Too Many Requests
Error establishing a database connection
Database Error
Database connection error
There has been a critical error on this website.
This site can’t be reached
Apache2 Ubuntu Default Page: It works
Welcome to nginx!
Attention Required! | Cloudflare
Just a moment...
Checking your browser before accessing
Account Suspended
This account has been suspended.
Parked Domain
This domain is for sale!
Site under construction
Under maintenance
Zugriff verweigert
Acceso denegado
Accès refusé
Serverfehler
En construction
""".strip().splitlines()

REAL = """
404 reasons to love physiotherapy
Call 404-555-0134 | Harbor Clinic Atlanta
404 Peachtree Street
Area code 404: our Atlanta clinic
What is a 500 mg dose?
500 patients a year
500+
Forbidden foods after surgery
Forbidden | Foods after bariatric surgery
Access to care denied: appeal your insurer
Access Denied - how to appeal | Harbor Clinic
Claim denied? What to do next
When no cause is found
No cause found: what back pain without findings means
What if nothing is found on the MRI?
Nothing found on your MRI?
Lost and found
Page one: news from Harbor Clinic
This page is here
The document is available
Where the pain is located
How it works
It works: laser therapy
Service areas
Service unavailable on weekends
Error correction in refraction
Medical error and your rights
Errors in dosing | 400 mg or 500 mg
Under construction: how bone rebuilds itself
Maintenance
Maintenance therapy after rehab
Just a moment of mindfulness
One moment of pain
Attention deficit in adults
Index of treatments
Suspended moment: traction
Domain specific training
A robot or a human: who does the surgery?
Gateway drugs
Bad gateway to the stomach: reflux
Unauthorized practice of medicine
Kein Befund: nichts gefunden
Nicht gefunden, was Sie suchen?
Seite an Seite
Die Seite wechseln: Schmerz im Hüftgelenk
La page des patients
Page patients
Página de pacientes
No encontrado en la resonancia
Missing teeth
The missing page of your recovery
Coming soon: our new clinic
Are you a robot? Robotic surgery
""".strip().splitlines()


@pytest.mark.parametrize("words", GONE)
def test_a_missing_page_is_told_by_its_title_or_h1(words: str) -> None:
    assert (error_phrase(words, None, 5000, "") or "nothing") in words
    assert error_phrase("Harbor Clinic", words, 5000, "Menu")


@pytest.mark.parametrize("words", FAILED)
def test_a_failure_is_told_on_a_short_page_only(words: str) -> None:
    assert (error_phrase(words, None, SHORT, "") or "nothing") in words
    assert error_phrase("Harbor Clinic", words, SHORT, "")
    assert error_phrase(words, words, SHORT + 1, "") is None


@pytest.mark.parametrize(
    "words", [words for words in REAL if not words.startswith(("Access Denied -", "Forbidden |"))]
)
def test_a_real_page_is_none_even_if_it_is_short(words: str) -> None:
    assert error_phrase(words, None, 10, words) is None
    assert error_phrase(f"{words} | Harbor Clinic", words, 10, "") is None


@pytest.mark.parametrize("words", REAL)
def test_a_real_page_is_none(words: str) -> None:
    assert error_phrase(words, words, SHORT + 1, words) is None
    assert error_phrase(f"Harbor Clinic - {words}", None, 900, "Menu") is None


def test_the_phrase_is_the_longest_that_says_it() -> None:
    assert error_phrase("404 - Page Not Found | Harbor Clinic", "404", 90, "") == "Page Not Found"


def test_the_text_counts_only_where_no_heading_says_what_it_is_about() -> None:
    assert error_phrase("Harbor Clinic", None, 40, "Page not found. Try our menu.") == "Page not found"
    assert error_phrase(None, None, 40, "Error 404 - the file has moved") == "Error 404"
    assert error_phrase(None, None, 40, "403 Forbidden") == "403 Forbidden"
    assert error_phrase(None, None, 40, "Errors 404 to 410 and what they mean") is None
    assert error_phrase("Harbor Clinic", "Knee pain", 40, "Page not found. Try our menu.") is None
    assert error_phrase("Harbor Clinic", None, SHORT + 1, "Page not found. Try our menu.") is None


@given(st.none() | st.text(max_size=400), st.none() | st.text(max_size=400), st.text(max_size=400))
def test_no_text_is_too_odd(title: str | None, h1: str | None, text: str) -> None:
    found = error_phrase(title, h1, 1, text)
    assert found is None or found in (title or "") or found in (h1 or "") or found in text
