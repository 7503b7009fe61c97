"""The zip that Search Console gives: its CSV files, read in memory. What is no such zip is refused in one sentence."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from crawler.errors import OperatorError

MAX_ZIP = 25 * 1024 * 1024
MAX_MEMBERS = 100
MAX_UNFOLDED = 50 * 1024 * 1024
"""An export of the user interface holds seven files of 1,000 rows at most: some 300 KB. Other programs zip larger tables;
to read 30 MB of query and page (300,000 rows) takes 450 MB of memory."""

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


def is_zip(data: bytes) -> bool:
    """By its first bytes."""
    return data.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def csv_members(data: bytes, name: str) -> list[tuple[str, bytes]]:
    """Names and contents of the CSV files in a zip, in its order; nothing is written to disk.

    `name`: of the zip, for messages. Raises `OperatorError`.
    """
    if len(data) > MAX_ZIP:
        raise OperatorError(f"{name} is larger than {_megabytes(MAX_ZIP)}: this is no export of Search Console.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return list(_members(archive, name))
    except _BROKEN as error:
        raise OperatorError(f"{name} is a damaged zip: {error}.") from error


def _members(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, bytes]]:
    infos = [info for info in archive.infolist() if not info.is_dir()]
    if len(infos) > MAX_MEMBERS:
        raise OperatorError(f"{name} holds more than {MAX_MEMBERS} files: this is no export of Search Console.")
    if any(info.filename == "[Content_Types].xml" for info in infos):
        raise OperatorError(f"{name} is a workbook: export as CSV from Search Console, not as Excel.")
    left = MAX_UNFOLDED
    for info in infos:
        _refuse(info, name)
        if not _is_table(info.filename):
            continue
        with archive.open(info) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            raise OperatorError(f"{name} unfolds to more than {_megabytes(MAX_UNFOLDED)} and was not read.")
        yield info.filename, content


def _refuse(info: zipfile.ZipInfo, name: str) -> None:
    parts = re.split(r"[/\\]", info.orig_filename)
    if ".." in parts or not parts[0] or re.match("[A-Za-z]:", info.orig_filename):
        raise OperatorError(f"{name} holds a file whose name leads outside the zip and was not read.")
    if info.flag_bits & _ENCRYPTED:
        raise OperatorError(f"{name} is protected by a password: unpack it first.")
    if info.compress_type not in _METHODS:
        raise OperatorError(f"{name} is packed in a way that Search Console does not use: unpack it first.")


def _is_table(filename: str) -> bool:
    """A CSV, and none of the shadows that macOS puts beside files."""
    return filename.lower().endswith((".csv", ".tsv", ".txt")) and not filename.startswith("__MACOSX/")


def _megabytes(size: int) -> str:
    return f"{size // (1024 * 1024)} MB"
