"""The commands that crawl nothing: what people searched for, what a draft is about, what Rounds knows."""

import re
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

import click

from crawler.command_parts import clinic_for, data_option, one_sentence
from crawler.errors import OperatorError


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(dir_okay=False, path_type=Path))
@data_option
@click.option("--site", help="Host that the export is of; without it, what its pages or its name tell.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="First day, for files that name no days.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="Last day, for files that name no days.")
@one_sentence
def demand(
    files: tuple[Path, ...], data: Path, site: str | None, first: datetime | None, last: datetime | None
) -> None:
    """Keep exports of Search Console: its zip, its CSV files, or tables of query and page."""
    from crawler.demand.imports import import_demand  # noqa: PLC0415

    days = (first and first.date(), last and last.date())
    done = import_demand(files, data, site, *days, datetime.now(UTC))
    for line in done.told:
        click.echo(line)
    for warning in done.warnings:
        click.echo(f"Note: {warning}", err=True)
    click.echo(done.path)


@click.command()
@click.argument("file", type=click.File("r", encoding="utf-8"))
@data_option
@click.option(
    "--language", default="en", show_default=True, help="Of a text too short to tell its own, ISO 639-1."
)
@click.option("--top", type=click.IntRange(1, 50), default=10, show_default=True, help="How many.")
@one_sentence
def phrases(file: TextIO, data: Path, language: str, top: int) -> None:
    """Name the keyphrases of a draft before it is a page: a text file, or - for what is piped in."""
    from crawler.analyse.text.plain import keyphrases  # noqa: PLC0415
    from crawler.analyse.text.vocabularies import Vocabularies  # noqa: PLC0415
    from crawler.site import taxonomy_for  # noqa: PLC0415

    try:
        text = file.read()
    except UnicodeDecodeError as error:
        raise OperatorError(f"{file.name} is no text in UTF-8: save it as plain text.") from error
    if re.fullmatch("[a-z]{2}", language) is None:
        raise OperatorError(f"--language {language}: name it by two letters, such as en or es.")
    clinic = clinic_for(data, None)
    found = keyphrases(text, language, top, Vocabularies(taxonomy_for(data, clinic), clinic.brand))
    if not found:
        raise OperatorError(f"{file.name} holds no words to find phrases in.")
    for phrase in found:
        click.echo(phrase)


@click.command()
@one_sentence
def checks() -> None:
    """List every check with its threshold, as Markdown."""
    from crawler.checks.reference import reference  # noqa: PLC0415

    click.echo(reference())


@click.command()
@one_sentence
def dictionary() -> None:
    """Print the data dictionary, as it stands in data/README.md."""
    from crawler.datapackage import dictionary_markdown  # noqa: PLC0415

    click.echo(dictionary_markdown(), nl=False)


OTHERS = (demand, phrases, checks, dictionary)
