"""Our services: the file that is written, the page that shows it, and the form between them; and the crawler reads it."""

import json
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from crawler.services_file import Services, load_services
from dashboard.app import create_app
from dashboard.kept_files import KeptFileError
from dashboard.pages import services
from dashboard.services import read_answers, services_file, write_answers
from dashboard.store import Store
from tests import sample
from tests.dashboard.conftest import view_of
from tests.dashboard.tree import text as text_of

_FROM_HERE = {"Origin": "http://localhost"}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    sample.sample(tmp_path)
    return tmp_path


@pytest.fixture
def client(data: Path) -> FlaskClient:
    app: FlaskClient = create_app(Store(data)).server.test_client()
    return app


def _site(data: Path) -> str:
    return Store(data).sites()[0]


def test_what_is_written_is_what_the_crawler_reads(tmp_path: Path) -> None:
    path = services_file(tmp_path, "clinic.example")
    write_answers(path, {"prp": "yes", "ozone": "no", "laser": "yes"})
    write_answers(path, {"laser": None, "knee_oa": "yes"})
    assert read_answers(path) == {"prp": "yes", "knee_oa": "yes", "ozone": "no"}
    assert load_services(tmp_path, "clinic.example") == Services(
        frozenset({"prp", "knee_oa"}), frozenset({"ozone"})
    )


def test_what_it_does_not_know_stays(tmp_path: Path) -> None:
    path = services_file(tmp_path, "clinic.example")
    path.parent.mkdir()
    path.write_text('{"confirmed": ["prp"], "note": "asked Dr. Example"}')
    write_answers(path, {"prp": "no"})
    assert json.loads(path.read_text()) == {"confirmed": [], "struck": ["prp"], "note": "asked Dr. Example"}


@pytest.mark.parametrize("broken", ["", "[]", '{"confirmed": "prp"}', '{"struck": [1]}', "\udcff", "[" * 100_000])
def test_a_broken_file_is_one_sentence_and_stays(tmp_path: Path, broken: str) -> None:
    path = services_file(tmp_path, "clinic.example")
    path.parent.mkdir()
    path.write_bytes(broken.encode("utf-8", "surrogateescape"))
    with pytest.raises(KeptFileError, match="Correct it by hand, or move it away"):
        write_answers(path, {"prp": "yes"})
    assert path.read_bytes() == broken.encode("utf-8", "surrogateescape")
    assert [file.name for file in path.parent.iterdir() if not file.name.endswith(".lock")] == [path.name]


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "services").write_text("a file")
    with pytest.raises(KeptFileError, match="cannot be written"):
        write_answers(services_file(tmp_path, "clinic.example"), {"prp": "yes"})


def test_the_form_saves_and_the_page_shows_it(client: FlaskClient, data: Path) -> None:
    site = _site(data)
    form = {"service.prp": "yes", "service.massage": "no", "service.knee_oa": ""}
    answer = client.post(f"/save/services?site={site}", data=form, headers=_FROM_HERE)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"/services?site={site}&saved=1")
    assert load_services(data, site) == Services(frozenset({"prp"}), frozenset({"massage"}))
    shown = text_of(services.layout(view_of(Store(data), "/services", "?saved=1")))
    assert "Everything that the site seems to offer is confirmed or struck." in shown
    assert "Saved. It counts from the next check on." in shown
    assert "The clinic's file names it as not offered. Not offered" in shown


@pytest.mark.parametrize(
    ("query", "form", "status"),
    [
        ("site=other", {"service.prp": "yes"}, 404),
        ("", {"service.prp": "yes"}, 404),
        ("site={site}", {"service.prp": "maybe"}, 400),
        ("site={site}", {"service.../x": "yes"}, 400),
    ],
)
def test_what_is_no_answer_is_refused(
    client: FlaskClient, data: Path, query: str, form: dict[str, str], status: int
) -> None:
    query = query.format(site=_site(data))
    assert client.post(f"/save/services?{query}", data=form, headers=_FROM_HERE).status_code == status
    assert not (data / "services").exists()


def test_another_site_cannot_answer_for_us(client: FlaskClient, data: Path) -> None:
    form = {"service.prp": "no"}
    for headers in ({}, {"Origin": "https://elsewhere.example"}):
        assert client.post(f"/save/services?site={_site(data)}", data=form, headers=headers).status_code == 403
    assert not (data / "services").exists()


def test_a_broken_file_takes_the_form_away(client: FlaskClient, data: Path) -> None:
    path = services_file(data, _site(data))
    path.parent.mkdir()
    path.write_text("{")
    answer = client.post(f"/save/services?site={_site(data)}", data={"service.prp": "yes"}, headers=_FROM_HERE)
    assert answer.status_code == 500
    assert "Nothing was changed" in answer.text
    assert "Correct it by hand" in text_of(services.layout(view_of(Store(data), "/services")))


def test_an_empty_snapshot_knows_no_services(empty_store: Store) -> None:
    assert "knows no services" in text_of(services.layout(view_of(empty_store, "/services")))
