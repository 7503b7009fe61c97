"""Invented exports of Search Console, as each language of its user interface names and writes them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import NamedTuple


class Language(NamedTuple):
    """Names of files and columns, the sign of decimals, and what stands between a rate and its sign."""

    queries: tuple[str, str]
    pages: tuple[str, str]
    days: tuple[str, str]
    countries: tuple[str, str]
    devices: tuple[str, str]
    filters: str
    metrics: tuple[str, str, str, str]
    decimal: str = "."
    space: str = ""


LANGUAGES = {
    "en": Language(
        ("Queries", "Top queries"), ("Pages", "Top pages"), ("Chart", "Date"), ("Countries", "Country"),
        ("Devices", "Device"), "Filters", ("Clicks", "Impressions", "CTR", "Position"),
    ),
    "es": Language(
        ("Consultas", "Consultas principales"), ("Páginas", "Páginas principales"), ("Gráfico", "Fecha"),
        ("Países", "País"), ("Dispositivos", "Dispositivo"), "Filtros", ("Clics", "Impresiones", "CTR", "Posición"), ",", "\u00a0",
    ),
    "fr": Language(
        ("Requêtes", "Requêtes les plus fréquentes"), ("Pages", "Pages les plus populaires"), ("Graphique", "Date"),
        ("Pays", "Pays"), ("Appareils", "Appareil"), "Filtres", ("Clics", "Impressions", "CTR", "Position"), ",", "\u202f",
    ),
    "de": Language(
        ("Suchanfragen", "Häufigste Suchanfragen"), ("Seiten", "Die häufigsten Seiten"), ("Diagramm", "Datum"),
        ("Länder", "Land"), ("Geräte", "Gerät"), "Filter", ("Klicks", "Impressionen", "Klickrate", "Position"), ",", "\u00a0",
    ),
    "it": Language(
        ("Query", "Query più frequenti"), ("Pagine", "Pagine principali"), ("Grafico", "Data"),
        ("Paesi", "Paese"), ("Dispositivi", "Dispositivo"), "Filtri", ("Clic", "Impressioni", "CTR", "Posizione"), ",",
    ),
    "pt": Language(
        ("Consultas", "Principais consultas"), ("Páginas", "Páginas principais"), ("Gráfico", "Data"),
        ("Países", "País"), ("Dispositivos", "Dispositivo"), "Filtros", ("Cliques", "Impressões", "CTR", "Posição"), ",",
    ),
    "nl": Language(
        ("Zoekopdrachten", "Populairste zoekopdrachten"), ("Pagina's", "Populairste pagina's"), ("Diagram", "Datum"),
        ("Landen", "Land"), ("Apparaten", "Apparaat"), "Filters", ("Klikken", "Vertoningen", "CTR", "Positie"), ",",
    ),
    "xx": Language(
        ("Kuruz", "Blix kuruz"), ("Lapat", "Blix lapat"), ("Graf", "Dem"), ("Olut", "Olut"), ("Sim", "Sim"), "Fil",
        ("Vob", "Zug", "CTQ", "Hul"), ",",
    ),
}  # fmt: skip
"""`xx` is no language: everything has to be told from where it stands."""

DAYS = [f"2026-06-{day:02}" for day in range(1, 31)]
QUERIES = (
    ("knee pain clinic", 12, 1200, 4.25),
    ('shoulder, "frozen"', 3, 60, 12.0),
    ("señal épaule", 0, 40, 31.5),
)
PAGES = (
    ("https://clinic.example/knee-pain", 13, 1250, 4.4),
    ("https://clinic.example/knee-pain#exercises", 2, 50, 9.0),
)


def cells(language: Language, name: str, clicks: int, impressions: int, position: float) -> list[str]:
    rate = f"{100 * clicks / impressions:.2f}".replace(".", language.decimal) + language.space + "%"
    return [name, str(clicks), str(impressions), rate, str(position).replace(".", language.decimal)]


def csv_text(rows: Sequence[Sequence[str]], separator: str = ",") -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if separator in text or '"' in text else text

    return "".join(separator.join(map(cell, row)) + "\r\n" for row in rows)


def tables(language: Language) -> dict[str, str]:
    """Texts of the files of a zip by their names."""
    days = [(day, 1, 60, 5.5) for day in DAYS]
    places = [("A", 10, 900, 5.5), ("B", 5, 300, 6.5)]
    contents = {
        language.queries: QUERIES, language.pages: PAGES, language.countries: places,
        language.devices: places, language.days: days,
    }  # fmt: skip
    found = {
        f"{file}.csv": csv_text([[first, *language.metrics], *(cells(language, *row) for row in rows)])
        for (file, first), rows in contents.items()
    }
    return {**found, f"{language.filters}.csv": csv_text([["Filter", "Value"], ["Date", "Last 28 days"]])}


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()
