"""Which country a page's national numbers belong to."""

import pytest

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.phones.region import guess_region
from crawler.extract.structured.data import structured_data

_ADDRESS = '<script type="application/ld+json">{"@type": "Dentist", "address": {"addressCountry": %s}}</script>'


@pytest.mark.parametrize(
    ("markup", "host", "region"),
    [
        ("", "clinic.example", "US"),
        ("", "127.0.0.1:8801", "US"),
        ("", "localhost", "US"),
        (_ADDRESS % '"BE"', "clinic.co.uk", "BE"),
        (_ADDRESS % '"United Kingdom"', "clinic.com", "GB"),
        (_ADDRESS % '{"@type": "Country", "name": "Canada"}', "clinic.com", "CA"),
        (_ADDRESS % '"Middle Earth"', "clinic.com.au", "AU"),
        (_ADDRESS % "[", "clinic.ie", "IE"),
        ('<span itemprop="addressCountry">New Zealand</span>', "clinic.com", "NZ"),
        ("", "clinic.co.uk", "GB"),
        ("", "clinic.io", "US"),
        ("", "clinic.eu", "US"),
        ('<html lang="en-GB">', "127.0.0.1", "GB"),
        ('<html lang="zh-Hans-CN">', "clinic.com", "CN"),
        ('<html lang="fr">', "clinic.com", "US"),
        ('<html lang="en-US"><a href="tel:+32476247826">Call</a>', "127.0.0.1:80", "BE"),
        ('<a href="tel:%2B32%20476247826">Call</a><p>+33 1 23 45 67 81, +32 81 22 28 16</p>', "localhost", "BE"),
        ("<p>+1 604 475 4732</p>", "clinic.com", "CA"),
        ("<p>+23-345-67890</p>", "clinic.com", "US"),
        ('<meta property="og:locale" content="en_AU">', "clinic.com", "AU"),
        ('<html lang="xx-ZZ"><p>+123</p>', "clinic.com", "US"),
        ('<html lang="es"><p>Tel. 91 411 22 33</p>', "clinic.com", "ES"),
        ('<html lang="es"><p>Tel. 55 1234 5678</p>', "clinic.com", "MX"),
        ('<html lang="es"><p>Llame al 310-453-1234</p>', "clinic.com", "US"),
        ('<html lang="de"><p>Telefon 030 901820</p>', "clinic.com", "DE"),
        ('<html lang="fr"><p>Tél. 01 42 68 53 00</p>', "clinic.com", "FR"),
        ('<html lang="fr"><p>Tél. 081/22.28.16, 0476/24.78.26</p>', "clinic.com", "BE"),
        ('<html lang="en-US"><p>(02) 9374 4000</p>', "clinic.com", "AU"),
        ('<html lang="en"><p>020 7123 4567</p>', "clinic.com", "GB"),
        ("<p>020 7123 4567 or 310-453-1234</p>", "clinic.com", "US"),
        ('<html lang="de"><p>12.05.2021 08:00, Spine 2012;36(4):315-320, 01 02 03 04 05</p>', "clinic.com", "US"),
    ],
)
def test_guess_region(markup: str, host: str, region: str) -> None:
    document = Document.of(f"https://{host}/", host, Decoded(markup, "utf-8", "header"))
    assert guess_region(document, structured_data(document)) == region
