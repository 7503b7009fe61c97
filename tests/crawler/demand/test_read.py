"""Exports of every language and program become the same rows; hostile zips are refused in a sentence."""

import struct
import zipfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from crawler.demand import archive
from crawler.demand.read import read_files
from crawler.demand.rows import DemandRow, Part
from crawler.errors import OperatorError
from tests.crawler.demand.exports import LANGUAGES, csv_text, tables, zipped

_PAIRS = "query,page,clicks,impressions,ctr,position\nknee pain,https://clinic.example/knee,3,60,0.05,4.5\n"


def _write(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def _read(folder: Path, content: str | bytes, name: str = "export.csv") -> list[Part]:
    return list(read_files([_write(folder, name, content)], "clinic.example").parts)


def _refusal(folder: Path, content: bytes) -> str:
    with pytest.raises(OperatorError) as caught:
        _read(folder, content, "export.zip")
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_zip_of_each_language(code: str, tmp_path: Path) -> None:
    reading = read_files([_write(tmp_path, "e.zip", zipped(tables(LANGUAGES[code])))], None)
    parts = {
        part.kind: part for part in reading.parts if not part.source.split("/")[1].startswith(("Olut", "Sim"))
    }
    assert set(parts) == {"query", "page", "date"}
    assert parts["query"].rows == [
        DemandRow("query", "knee pain clinic", None, None, 12, 1200, 0.01, 4.25),
        DemandRow("query", 'shoulder, "frozen"', None, None, 3, 60, 0.05, 12.0),
        DemandRow("query", "señal épaule", None, None, 0, 40, 0.0, 31.5),
    ]
    [page] = parts["page"].rows
    assert (page.page, page.clicks, page.impressions) == ("https://clinic.example/knee-pain", 15, 1300)
    assert page.position == pytest.approx((4.4 * 1250 + 9 * 50) / 1300)
    assert (parts["date"].first, parts["date"].last) == (date(2026, 6, 1), date(2026, 6, 30))
    assert not [number for part in parts.values() for number in part.skipped]


def test_countries_and_filters_are_left_out_by_name(tmp_path: Path) -> None:
    reading = read_files([_write(tmp_path, "e.zip", zipped(tables(LANGUAGES["de"])))], None)
    assert [line.split(":")[0].split("/")[1] for line in reading.left_out] == [
        "Länder.csv",
        "Geräte.csv",
        "Filter.csv",
    ]


def test_an_export_of_one_page_says_so(tmp_path: Path) -> None:
    rows = [["Filter", "Value"], ["Search type", "Web"], ["Date", "Last 3 months"], ["Page", "+/knee"]]
    files = {"Queries.csv": _PAIRS, "Filters.csv": csv_text(rows)}
    [told] = read_files([_write(tmp_path, "e.zip", zipped(files))], None).left_out
    assert told.endswith("the export holds only what was filtered by Page: +/knee")
    files["Filters.csv"] = csv_text(rows[:3])
    [told] = read_files([_write(tmp_path, "e.zip", zipped(files))], None).left_out
    assert "filtered" not in told


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_encoding_and_separator(encoding: str, separator: str, tmp_path: Path) -> None:
    rows = [
        ["Häufigste Suchanfragen", "Klicks", "Impressionen", "Klickrate", "Position"],
        ["rücken, schmerz", "1.234", "56.789", "2,17 %", "4,2"],
    ]
    [part] = _read(tmp_path, csv_text(rows, separator).encode(encoding))
    assert part.rows == [DemandRow("query", "rücken, schmerz", None, None, 1234, 56789, 1234 / 56789, 4.2)]


def test_days_and_devices_of_a_pair_are_summed(tmp_path: Path) -> None:
    text = (
        "date,device,query,page,clicks,impressions,ctr,position\n"
        "2026-06-01,MOBILE,Knee  Pain,https://clinic.example/knee?utm_source=x,1,10,0.1,2\n"
        "2026-06-02,DESKTOP,knee pain,HTTPS://Clinic.example/knee#a,0,30,0,6\n"
        "2026-06-29,MOBILE,,https://clinic.example/knee,0,5,0,6\n"
    )
    [part] = _read(tmp_path, text)
    assert part.rows == [
        DemandRow("query_page", "knee pain", "https://clinic.example/knee", None, 1, 40, 0.025, 5.0)
    ]
    assert (part.first, part.last, part.skipped) == (date(2026, 6, 1), date(2026, 6, 29), [])


def test_columns_in_another_order_and_paths(tmp_path: Path) -> None:
    text = "Average Position;Url Clicks;Query;Impressions;Landing Page\n4,5;3;knee pain;60;/knee/\n"
    [part] = _read(tmp_path, text)
    assert part.rows == [
        DemandRow("query_page", "knee pain", "https://clinic.example/knee/", None, 3, 60, 0.05, 4.5)
    ]


@pytest.mark.parametrize("first", [0, 1])
@pytest.mark.parametrize("name", ["", "#"])
def test_the_numbers_of_rows_are_no_queries(name: str, first: int, tmp_path: Path) -> None:
    rows = [f"{first + at},https://clinic.example/{at},1,20" for at in range(3)]
    [part] = _read(tmp_path, "\n".join([f"{name},page,clicks,impressions", *rows]))
    assert [(row.kind, row.query) for row in part.rows] == [("page", None)] * 3


def test_rows_that_cannot_be_read_are_why_nothing_is_kept(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"2 rows could not be read"):
        _read(tmp_path, "page,clicks,impressions\nclinic.example/a,1,20\nclinic.example/b,1,20\n")


def test_lines_before_the_header(tmp_path: Path) -> None:
    [part] = _read(tmp_path, "sep=;\r\n# Clinic, June\r\n\r\n" + _PAIRS.replace(",", ";"))
    assert len(part.rows) == 1


def test_few_is_unknown_and_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    text = "query,clicks,impressions,ctr,position\na,<10,120,<8%,3\nb,x,1,0,1\nc\nd,0,0,0,0\n"
    [part] = _read(tmp_path, text)
    assert part.rows == [
        DemandRow("query", "a", None, None, None, 120, None, 3.0),
        DemandRow("query", "d", None, None, 0, 0, 0.0, None),
    ]
    assert sorted(part.skipped) == [3, 4]
    assert "“<10”" in part.notes[0]


def test_rates_without_a_sign_that_are_percents(tmp_path: Path) -> None:
    text = "query,clicks,impressions,ctr\na,<10,20,5\nb,<10,20,0.5\n"
    [part] = _read(tmp_path, text)
    assert [row.ctr for row in part.rows] == [0.05, 0.005]


@pytest.mark.parametrize(
    "content",
    ["", "\n", "hello", "a,b,c\n1,2,3\n", "query,clicks\na,1\n", "query,clicks,impressions\n", "\0\0\0\0"],
)
def test_what_is_no_export(content: str, tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="Nothing to keep"):
        _read(tmp_path, content)


def test_a_field_without_end_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match=r"export\.csv cannot be read as CSV"):
        _read(tmp_path, 'query,clicks,impressions\na,1,2\n"' + "x" * 200_000)


def test_a_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNFOLDED", 1_000_000)
    assert "unfolds to more than" in _refusal(tmp_path, zipped({"Queries.csv": b"0" * 1_000_001}))
    halves = {"Queries.csv": b"0" * 600_000, "Pages.csv": b"0" * 600_000}
    assert "unfolds to more than" in _refusal(tmp_path, zipped(halves))


def test_a_bomb_that_lies_about_its_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_UNFOLDED", 1_000_000)
    data = bytearray(zipped({"Queries.csv": b"0" * 1_500_000}))
    at = data.rindex(b"PK\x01\x02") + 24
    data[at : at + 4] = struct.pack("<I", 10)
    assert "damaged" in _refusal(tmp_path, bytes(data))


@pytest.mark.parametrize(
    "name", ["../Queries.csv", "a/../../Queries.csv", "/etc/Queries.csv", "..\\Queries.csv", "C:\\Queries.csv"]
)
def test_names_that_lead_outside(name: str, tmp_path: Path) -> None:
    assert "leads outside" in _refusal(tmp_path, zipped({name: _PAIRS}))
    assert [path.name for path in tmp_path.iterdir()] == ["export.zip"]


def test_other_zips(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "workbook" in _refusal(tmp_path, zipped({"[Content_Types].xml": "<x/>"}))
    assert "more than 100 files" in _refusal(tmp_path, zipped({f"{n}.csv": "" for n in range(101)}))
    assert "damaged zip" in _refusal(tmp_path, zipped({"Queries.csv": _PAIRS})[:-30])
    assert "Nothing to keep" in _refusal(tmp_path, zipped({"readme.md": "a"}))
    locked = bytearray(zipped({"Queries.csv": _PAIRS}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    assert "password" in _refusal(tmp_path, bytes(locked))
    with zipfile.ZipFile(tmp_path / "b.zip", "w", zipfile.ZIP_BZIP2) as file:
        file.writestr("Queries.csv", _PAIRS)
    assert "packed in a way" in _refusal(tmp_path, (tmp_path / "b.zip").read_bytes())
    monkeypatch.setattr(archive, "MAX_ZIP", 10)
    assert "larger than" in _refusal(tmp_path, zipped({"Queries.csv": _PAIRS}))


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(OperatorError, match="cannot be read"):
        read_files([tmp_path / "none.csv"], None)


_cell = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    data=st.one_of(
        st.binary(max_size=300),
        st.lists(st.lists(_cell, max_size=6), max_size=6).map(lambda rows: csv_text(rows).encode()),
    )
)
@pytest.mark.parametrize("before", [b"", b"PK\x03\x04", b"query,page,clicks,impressions\n"])
def test_any_bytes_are_read_or_refused(before: bytes, data: bytes, tmp_path: Path) -> None:
    try:
        parts = _read(tmp_path, before + data)
    except OperatorError:
        return
    assert any(part.rows for part in parts)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=50)
@given(
    rows=st.dictionaries(st.text("aéß ,;\"'\tx", min_size=1, max_size=12).map(str.strip).filter(bool), st.integers(0, 10**7), min_size=1, max_size=8),
    separator=st.sampled_from(",;\t|"),
)  # fmt: skip
def test_what_is_written_comes_back(rows: dict[str, int], separator: str, tmp_path: Path) -> None:
    lines = [[query, "0", f"{shown:,}", "0%", "1,5"] for query, shown in rows.items()]
    [part] = _read(
        tmp_path, csv_text([["Top queries", "Clicks", "Impressions", "CTR", "Position"], *lines], separator)
    )
    assert sum(row.impressions or 0 for row in part.rows) == sum(rows.values())
    assert {row.position for row in part.rows} == {1.5}
