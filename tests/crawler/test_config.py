"""The clinic's file: right, or one sentence that names file, line and key."""

from pathlib import Path

import pytest

from crawler.config import Clinic, load_clinic
from crawler.errors import OperatorError

_ROOT = Path(__file__).parents[2]


def test_no_file_means_defaults() -> None:
    assert load_clinic(None) == Clinic()


@pytest.mark.parametrize("path", [_ROOT / "data/clinic.example.toml", _ROOT / "tests/site/clinic.toml"])
def test_shipped_files_are_right(path: Path) -> None:
    assert load_clinic(path).name


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "A"\nregoin = "US"\n', "line 2: there is no setting 'regoin'. Did you mean 'region'?"),
        ('region = "UK"\n', "line 1: region: 'UK' is not a country code such as US, GB or DE."),
        ("[crawl]\nconcurrency = 0\n", "line 2: crawl.concurrency: Input should be greater than or equal to 1."),
        ("[crawl]\n\nmax_page = 5\n", "line 3: there is no setting 'crawl.max_page'. Did you mean 'max_pages'?"),
        ('[[phone]]\nnumber = "1"\nrole = "boss"\n', "line 3: phone.role: Input should be"),
        (
            '[[location]]\nname = "A"\nhours = ["Mon-Fri 9-5"]\n',
            'line 3: location.hours: \'Mon-Fri 9-5\' is no line of opening hours such as "Mo-Fr 09:00-17:00" or "Sa closed".',
        ),
        (
            '[[location]]\nname = "A"\naddress = "1 A St"\ncity = "B"\n',
            "line 1: location: give the address in one line, or as street, city, region and postal_code, not both.",
        ),
        (
            '[[location]]\nname = "A"\ncity = "B"\n',
            "line 1: location: an address in parts needs a street, and a city or a postal_code.",
        ),
        (
            '[[location]]\nname = "A"\nhours = ["Mo 09:00-17:00"]\n[[location]]\nname = "B"\nhours = ["Mo 9-5"]\n',
            "line 6: location.hours: 'Mo 9-5' is no line",
        ),
        (
            '[[location]]\nname = "A"\nhours = "Mo 09:00-17:00"\n',
            'line 3: location.hours: write a list: hours = ["…"].',
        ),
        ('[phone]\nnumber = "1"\n', "line 1: phone: write [[phone]]."),
        ('[[location]]\nname = "A"\ncountry = "UK"\n', "line 3: location.country: 'UK' is not a country code"),
        (
            '[[target]]\nphrase = "knee pain"\npage = "knee"\n',
            "line 3: target.page: 'knee' is neither a path such as",
        ),
        (
            '[[target]]\nphrase = "knee"\npage = "/"\npages = 1\n',
            "line 4: there is no setting 'target.pages'. Did you mean",
        ),
        (
            'competitors = ["b.example", "not a url"]\n',
            "line 1: competitors: 'not a url' is not a web address such as https://www.other-clinic.example.",
        ),
        (
            'sites = ["https://a.example"]\ncompetitors = ["www.a.example/x"]\n',
            "line 2: competitors: 'www.a.example/x' is one of your own sites.",
        ),
        (
            'competitors = ["https://b.example", "http://www.b.example/"]\n',
            "line 1: competitors: 'http://www.b.example/' is named twice.",
        ),
        ('competitors = "b.example"\n', 'line 1: competitors: write a list: competitors = ["…"].'),
        ('name = "A\n', "is not valid TOML: Illegal character"),
    ],
)
def test_a_mistake_is_one_sentence(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(text)
    with pytest.raises(OperatorError) as caught:
        load_clinic(path)
    assert message in str(caught.value)
    assert str(path) in str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"cannot be read"):
        load_clinic(tmp_path / "none.toml")


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    path = tmp_path / "clinic.toml"
    path.write_bytes(b'\xef\xbb\xbfname = "A"')
    assert load_clinic(path).name == "A"


@pytest.mark.parametrize("text", ["[crawl]\ndelay = inf", "[crawl]\ntimeout = nan", "a = " + "9" * 5000])
def test_numbers_that_are_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "clinic.toml"
    path.write_text(text)
    with pytest.raises(OperatorError, match=str(path)):
        load_clinic(path)
