"""An import as an operator does it: which site, which days, what is told, what is kept."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from crawler.commands import demand
from crawler.demand.imports import Imported, import_demand
from crawler.demand.periods import Period, arrival_warnings, is_reliable, period_warnings
from crawler.demand.store import newest_import
from crawler.errors import OperatorError
from tests.crawler.demand.exports import LANGUAGES, csv_text, tables, zipped

_NOW = datetime(2026, 11, 22, 2, 14, tzinfo=UTC)
_QUERIES = "query,clicks,impressions,ctr,position\nknee pain,1,20,5%,4\n"
_PAIRS = "query,page,clicks,impressions,ctr,position\nknee pain,https://www.clinic.example/knee,3,60,0.05,4.5\n"


def _import(
    folder: Path, files: dict[str, str | bytes], site: str | None = None, *days: date, now: datetime = _NOW
) -> Imported:
    paths = []
    for name, content in files.items():
        paths.append(folder / name)
        paths[-1].write_bytes(content.encode() if isinstance(content, str) else content)
    first, last = days or (None, None)
    return import_demand(paths, folder / "data", site, first, last, now)


def test_a_zip(tmp_path: Path) -> None:
    done = _import(tmp_path, {"e.zip": zipped(tables(LANGUAGES["fr"]))})
    assert done.path == tmp_path / "data" / "demand" / "clinic.example" / "20261122T021400Z.parquet"
    assert done.told[0] == "e.zip/Requêtes.csv: 3 queries, 15 clicks, 1,300 impressions, 2026-06-01 to 2026-06-30"
    assert [warning.split(":")[0][:40] for warning in done.warnings] == [
        "It does not tell which page ranks for wh", "Its queries stand for 50% of the clicks ",
    ]  # fmt: skip
    kept = pq.read_table(done.path).to_pylist()
    assert {row["kind"] for row in kept} == {"query", "page", "date"}
    assert {(row["period_start"], row["period_end"]) for row in kept} == {(date(2026, 6, 1), date(2026, 6, 30))}
    assert {row["source"] for row in kept} == {"e.zip/Requêtes.csv", "e.zip/Pages.csv", "e.zip/Graphique.csv"}


def test_files_of_an_unpacked_zip_share_their_days(tmp_path: Path) -> None:
    files = tables(LANGUAGES["it"])
    done = _import(tmp_path, {name: files[name] for name in ("Query.csv", "Grafico.csv")}, "clinic.example")
    assert {row["period_start"] for row in pq.read_table(done.path).to_pylist()} == {date(2026, 6, 1)}


@pytest.mark.parametrize(
    "name",
    [
        "https___www.clinic.example_-Performance-on-Search-2026-11-20.zip",
        "www.clinic.example-Leistung-2026-11-20.zip",
    ],
)
def test_the_site_by_the_name_of_the_zip(name: str, tmp_path: Path) -> None:
    assert _import(tmp_path, {name: zipped({"Queries.csv": _QUERIES})}).path.parent.name == "www.clinic.example"


def test_the_only_site_there_is(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="--site"):
        _import(tmp_path, {"q.csv": _QUERIES})
    (tmp_path / "data" / "snapshots" / "www.clinic.example").mkdir(parents=True)
    assert _import(tmp_path, {"q.csv": _QUERIES}).path.parent.name == "www.clinic.example"


def test_days_that_are_not_known(tmp_path: Path) -> None:
    assert any(
        "--from" in warning for warning in _import(tmp_path, {"q.csv": _QUERIES}, "clinic.example").warnings
    )
    given = _import(tmp_path, {"q.csv": _QUERIES}, "clinic.example", date(2026, 6, 1), date(2026, 6, 30))
    assert not any("--from" in warning for warning in given.warnings)


@pytest.mark.parametrize(
    "days", [(date(2026, 6, 2), date(2026, 6, 1)), (date(2026, 6, 1), date(2027, 1, 1)), (date(2026, 6, 1), None)]
)
def test_days_that_cannot_be(days: tuple[date, date], tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="--to"):
        _import(tmp_path, {"q.csv": _QUERIES}, "clinic.example", *days)


def test_a_list_that_was_cut_off(tmp_path: Path) -> None:
    rows = [[f"knee {n}", "0", "1", "0%", "9"] for n in range(1000)]
    text = csv_text([["Top queries", "Clicks", "Impressions", "CTR", "Position"], *rows])
    assert any(
        "cut off at 1,000 rows" in warning
        for warning in _import(tmp_path, {"q.csv": text}, "clinic.example").warnings
    )


def test_pages_of_another_host(tmp_path: Path) -> None:
    done = _import(tmp_path, {"p.csv": _PAIRS}, "other.example")
    assert any(
        "lie on another host than other.example, such as www.clinic.example" in warning
        for warning in done.warnings
    )
    assert not any(
        "host" in warning for warning in _import(tmp_path, {"p.csv": _PAIRS}, "clinic.example").warnings
    )


def test_the_newest_counts_with_or_without_www(tmp_path: Path) -> None:
    data = tmp_path / "data"
    assert newest_import(data, "clinic.example") is None
    _import(tmp_path, {"p.csv": _PAIRS})
    newest = _import(tmp_path, {"p.csv": _PAIRS}, now=_NOW.replace(day=23)).path
    assert newest_import(data, "www.clinic.example") == newest_import(data, "clinic.example") == newest
    assert newest_import(data, "blog.clinic.example") is None


@pytest.mark.parametrize(
    ("first", "last", "words", "reliable"),
    [
        (date(2026, 4, 28), date(2026, 5, 25), [], True),
        (date(2026, 4, 28), date(2026, 5, 24), ["27 days are fewer"], False),
        (date(2026, 4, 27), date(2026, 6, 30), ["are wrong"], False),
        (date(2025, 1, 1), date(2025, 5, 12), [], True),
        (date(2025, 1, 1), date(2025, 5, 13), ["are wrong"], False),
        (date(2025, 8, 1), date(2025, 9, 20), ["are wrong", "100 results"], False),
        (None, None, ["not known"], False),
    ],
)
def test_what_is_wrong_with_days(first: date | None, last: date | None, words: list[str], reliable: bool) -> None:
    found = period_warnings(Period(first, last))
    assert len(found) == len(words)
    assert all(word in warning for word, warning in zip(words, found, strict=True))
    assert is_reliable(Period(first, last)) is reliable


def test_days_that_are_too_new_or_too_old() -> None:
    today = date(2026, 11, 22)
    assert arrival_warnings(Period(date(2026, 9, 1), date(2026, 11, 19)), today) == []
    assert "not complete" in arrival_warnings(Period(date(2026, 9, 1), date(2026, 11, 20)), today)[0]
    assert "16 months" in arrival_warnings(Period(date(2025, 6, 1), date(2025, 8, 1)), today)[0]


def test_the_command(tmp_path: Path) -> None:
    export = tmp_path / "p.csv"
    export.write_text(_PAIRS)
    options = ["--data", str(tmp_path), "--from", "2026-06-01", "--to", "2026-06-30"]
    done = CliRunner().invoke(demand, [str(export), *options])
    assert done.exit_code == 0, done.output
    assert (
        done.stdout.splitlines()[0]
        == "p.csv: 1 pair of query and page, 3 clicks, 60 impressions, 2026-06-01 to 2026-06-30"
    )
    assert Path(done.stdout.splitlines()[-1]).is_file()
    export.write_text("nothing")
    refused = CliRunner().invoke(demand, [str(export), *options])
    assert (refused.exit_code, refused.output.count("\n")) == (2, 1)
