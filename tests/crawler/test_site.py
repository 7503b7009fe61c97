"""Whole crawls of the fictional clinic: the snapshot, what it finds, and how two nights compare."""

import hashlib
import json
import shutil
from pathlib import Path

import duckdb
import pytest

from crawler.errors import OperatorError
from crawler.schema import TABLES
from crawler.site import analyse_again
from crawler.snapshot import site_snapshots
from tests.crawler.conftest import Night

_FOUND = [
    ("phone.href_mismatch", "/treatments/shockwave-therapy/"),
    ("phone.href_mismatch", "/doctors/dr-priya-osterholm/"),
    ("phone.placeholder", "/conditions/achilles-tendinopathy/"),
    ("phone.placeholder", "/treatments/laser-therapy/"),
    ("phone.invalid_href", "/blog/your-first-visit/"),
    ("phone.invalid_href", "/conditions/neck-pain/"),
    ("phone.near_duplicate", "/conditions/tennis-elbow/"),
    ("phone.fax_as_cta", "/locations/quarrow-falls/"),
    ("phone.tracking_published", "/locations/quarrow-falls/"),
    ("phone.unlinked", "/low-back-pain/when-physical-therapy-does-not-relieve-low-back-pain/"),
    ("cta.phone_missing", "/research/"),
    ("http.client_error", "/treatments/ozone-injections/"),
    ("http.server_error", "/patient-portal/"),
    ("redirect.loop", "/portal-login"),
    ("redirect.to_error", "/physician-referral"),
    ("redirect.chain", "/stem-cells"),
    ("content.duplicate", "/conditions/plantar-fasciitis/"),
    ("content.placeholder", "/treatments/laser-therapy/"),
    ("structured_data.parse_error", "/treatments/nerve-hydrodissection/"),
    ("title.missing", "/old/news-2014.html"),
    ("architecture.orphan", "/conditions/tailbone-pain/"),
    ("robots.linked_page_blocked", "/staff/handbook/"),
]


def test_the_snapshot_is_whole(night: Night) -> None:
    folder = night.second.path
    manifest = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [table["name"] for table in manifest["resources"]] == list(TABLES)
    for table in manifest["resources"]:
        body = (folder / table["path"]).read_bytes()
        assert table["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert table["bytes"] == len(body)
        assert night.rows(f"SELECT count(*) FROM {table['name']}") == [(table["rows"],)]
        columns = [name for name, *_ in night.rows(f"DESCRIBE {table['name']}")]
        assert columns == [field["name"] for field in table["schema"]["fields"]]
    assert {p.name for p in folder.iterdir()} == {"datapackage.json", *(f"{name}.parquet" for name in TABLES)}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_keys_are_unique_and_required_columns_filled(night: Night, table: object) -> None:
    spec = TABLES[table.name]  # type: ignore[attr-defined]
    key = ", ".join(spec.key)
    assert night.rows(f"SELECT {key} FROM {spec.name} GROUP BY {key} HAVING count(*) > 1") == []
    required = " OR ".join(f"{column.name} IS NULL" for column in spec.columns if not column.nullable)
    assert night.rows(f"SELECT {key} FROM {spec.name} WHERE {required}") == []
    assert spec.name == "structured_data" or night.rows(f"SELECT count(*) > 0 FROM {spec.name}") == [(True,)]


@pytest.mark.parametrize(("check", "path"), _FOUND, ids=str)
def test_a_deliberate_fault_is_found(night: Night, check: str, path: str) -> None:
    found = [url for (url,) in night.rows(f"SELECT url FROM issues WHERE check_id = '{check}'")]
    assert path in found


def test_what_is_right_is_not_called_an_error(night: Night) -> None:
    rows = night.rows("SELECT check_id, url FROM issues WHERE severity = 'error'")
    good = {
        "/",
        "/treatments/prolotherapy/",
        "/conditions/low-back-pain/",
        "/contact/",
        "/resources/",
        "/hipaa-notice/",
    }
    assert [row for row in rows if row[1] in good] == []


def test_numbers_have_their_owner(night: Night) -> None:
    owners = dict(night.rows("SELECT number, ownership FROM phone_numbers"))
    assert owners["+15419584417"] == "main"
    assert owners["+15419592630"] == "location"
    assert owners["+15419587702"] == "fax"
    assert owners["+14589593305"] == "messaging"
    assert owners["+18003681019"] == "agency"
    assert owners["+15415550142"] == "placeholder"
    assert owners["+15039589041"] == "third_party"


def test_coverage_knows_strong_from_missing(night: Night) -> None:
    states = dict(night.rows("SELECT key, state FROM coverage WHERE kind = 'condition'"))
    assert states["low_back_pain"] == "strong"
    assert states["hip_oa"] == "thin"
    assert states["spinal_stenosis"] in ("none", "mentioned")


def test_the_second_night_knows_the_first(night: Night) -> None:
    assert night.rows("SELECT previous_crawl_id FROM crawl") == [("20261121T021400Z",)]
    assert night.rows("SELECT count(*) FROM issues WHERE state = 'new'", night.first) != [(0,)]
    assert night.rows("SELECT check_id, url FROM issues WHERE state = 'new'") == []
    assert night.rows("SELECT DISTINCT first_seen, last_seen FROM gaps") == [
        ("20261121T021400Z", "20261122T021400Z")
    ]
    assert night.rows("SELECT DISTINCT unchanged_since FROM pages") == [("20261121T021400Z",)]
    assert len(site_snapshots(night.second.path.parent)) == 2


def test_analysing_again_gives_the_same_bytes(night: Night, tmp_path: Path) -> None:
    site = tmp_path / "snapshots" / night.second.path.parent.name
    shutil.copytree(night.second.path.parent, site)
    snapshot = site / night.second.path.name
    before = {path.name: path.read_bytes() for path in snapshot.glob("*.parquet")}
    assert analyse_again(snapshot, tmp_path, night.clinic) == snapshot
    after = {path.name: path.read_bytes() for path in snapshot.glob("*.parquet")}
    assert {name for name in before if before[name] != after.get(name)} == {"analysis.parquet"}
    assert sorted(path.name for path in site.iterdir() if path.is_dir()) == [night.first.path.name, snapshot.name]


def test_a_changed_clinics_file_changes_the_findings_without_a_fetch(night: Night, tmp_path: Path) -> None:
    site = tmp_path / "snapshots" / night.second.path.parent.name
    shutil.copytree(night.second.path.parent, site)
    snapshot = site / night.second.path.name
    clinic = night.clinic.model_copy(update={"thresholds": {"title.too_long.max_px": 200.0}})
    analyse_again(snapshot, tmp_path, clinic)
    query = "SELECT failed FROM checks WHERE check_id = 'title.too_long'"
    [[before]] = night.rows(query)
    done = type(night.second)(snapshot, night.second.row)
    [[after]] = night.rows(query, done)
    assert after > before


@pytest.mark.parametrize(
    ("raised", "becomes", "said"),
    [
        (RuntimeError("Query interrupted"), KeyboardInterrupt, "^$"),
        (RuntimeError("a bug"), RuntimeError, "a bug"),
        (duckdb.IOException('{"errno":"28"}'), OperatorError, "No space left on device"),
    ],
)
def test_what_the_database_says_its_own_way(
    night: Night,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    raised: Exception,
    becomes: type[BaseException],
    said: str,
) -> None:
    def analyse(*_: object) -> None:
        raise raised

    site = tmp_path / "snapshots" / night.second.path.parent.name
    shutil.copytree(night.second.path.parent, site)
    monkeypatch.setattr("crawler.site.analyse", analyse)
    monkeypatch.chdir(site / night.second.path.name)
    with pytest.raises(becomes, match=said):
        analyse_again(Path(), tmp_path, night.clinic)
    assert len(site_snapshots(site)) == 2
