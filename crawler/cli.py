"""The commands that crawl and analyse. Exit status: 0 done, 1 done with a regression that the clinic's file
says to fail on, 2 the operator's mistake, 3 the seed could not be reached, 130 interrupted."""

import os
import sys
from collections.abc import Callable, Mapping
from datetime import timedelta
from pathlib import Path
from typing import Any

import click
from pydantic import ValidationError

from crawler import __version__
from crawler.command_parts import DATA, clinic_for, config_option, data_option, one_sentence
from crawler.commands import OTHERS
from crawler.config import Clinic, SiteRole
from crawler.errors import OperatorError
from crawler.roles import check_options, clinic_of
from crawler.text import counted

# Arrow's own allocator keeps 100 MB that nobody uses any more; it is chosen when Arrow loads, which is later.
os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")


def with_options(clinic: Clinic, region: str | None, options: Mapping[str, Any]) -> Clinic:
    """`clinic` with what the command line says in place of its own settings of the crawl; null: not said.

    Raises `OperatorError` that names the option.
    """
    given = {name: value for name, value in options.items() if value is not None and value != ()}
    try:
        crawl = type(clinic.crawl).model_validate(clinic.crawl.model_dump() | given)
        known = type(clinic)(region=region.upper()).region if region else clinic.region
    except ValidationError as error:
        problem = error.errors()[0]
        name = str(problem["loc"][0]).replace("_", "-").removesuffix("s" if problem["loc"][0] == "hosts" else "")
        raise OperatorError(f"--{name}: {problem['msg'].removeprefix('Value error, ')}.") from error
    return clinic.model_copy(update={"crawl": crawl, "region": known})


def _speed(flag: str, help_text: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return click.option(f"--{flag}", "speed", flag_value=flag, default=None, help=help_text)


@click.command()
@click.argument("url", required=False)
@data_option
@config_option
@click.option(
    "--role",
    type=click.Choice(["own", "competitor"]),
    help="Whose site it is; own if left out. A competitor's is read politely, and compared with yours.",
)
@click.option("--resume", is_flag=True, help="Go on with the crawl that was interrupted, with its own settings.")
@click.option("--list", "listed", type=click.Path(path_type=Path), help="Ask for the addresses in this file only.")
@click.option("--sitemap-only", is_flag=True, default=None, help="Ask for the addresses in sitemaps only.")
@click.option(
    "--scope", type=click.Choice(["host", "subdomains", "path"]), help="How much of the site: see README."
)
@click.option("--host", "hosts", multiple=True, help="Crawl this host too; may be repeated.")
@click.option(
    "--include", multiple=True, help="Crawl only addresses like this, such as '/blog/*'; may be repeated."
)
@click.option("--exclude", multiple=True, help="Leave out addresses like this; may be repeated.")
@click.option("--max-pages", type=click.IntRange(min=1), help="Stop after this many pages.")
@click.option(
    "--max-depth",
    type=click.IntRange(min=0),
    help="Follow links this many clicks from the start, and none from pages that only sitemaps name.",
)
@click.option("--max-minutes", type=click.FloatRange(0, min_open=True), help="Stop after this time.")
@_speed("polite", "One request at a time, one a second at most.")
@_speed("fast", "Many requests at a time, for a server that can bear it.")
@click.option("--concurrency", type=click.IntRange(1, 64), help="Requests at a time.")
@click.option("--delay", type=click.FloatRange(0, 3600), help="Seconds between requests; 0: politeness off.")
@click.option(
    "--check-links/--no-check-links", default=None, help="Check links to other sites, images and scripts."
)
@click.option(
    "--render", type=click.Choice(["auto", "always", "never"]), help="Run the scripts of pages in Chromium."
)
@click.option(
    "--ignore-robots", is_flag=True, default=None, help="Read what robots.txt forbids; the snapshot says so."
)
@click.option("--contact", help="E-mail or web address that the User-Agent names.")
@click.option("--region", help="Country of national phone numbers, such as US; guessed if left out.")
@click.option("--workers", type=click.IntRange(min=0), help="Processes that read pages; 0: none.")
@one_sentence
def crawl(
    url: str | None,
    data: Path,
    config: Path | None,
    role: SiteRole | None,
    resume: bool,
    listed: Path | None,
    region: str | None,
    **options: Any,
) -> None:
    """Crawl the site at URL into a snapshot, whose path is the last line of output."""
    from crawler.progress import reporter  # noqa: PLC0415
    from crawler.site import crawl_site  # noqa: PLC0415
    from crawler.work import Job  # noqa: PLC0415

    check_options(role or "own", options)
    clinic = with_options(clinic_of(role or "own", clinic_for(data, config)), region, options)
    urls = listed_urls(listed) if listed else ()
    seed = seed_of(url) if url is not None else urls[0] if urls else None
    if seed is None and not resume:
        raise OperatorError("Name the address of a site, such as https://www.clinic.example.")
    with reporter() as show:
        resume_within = timedelta.max if resume else None
        done = crawl_site(Job(seed, data, clinic, urls, resume_within, show.crawling, show.analysing, role))
    if done.row.note:
        click.echo(f"Note: {done.row.note}", err=True)
    click.echo(summary(done))
    click.echo(done.path)


def listed_urls(path: Path) -> tuple[str, ...]:
    """Addresses in a file, one a line; empty lines and those that begin with # are left out.

    Raises `OperatorError` that names the line, or where there is no address.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise OperatorError(f"{path} is no text file in UTF-8.") from error
    urls = []
    for number, line in enumerate(map(str.strip, lines), start=1):
        if line and not line.startswith("#"):
            urls.append(seed_of(line, f"{path}, line {number}: "))
    if not urls:
        raise OperatorError(f"{path} lists no address.")
    return tuple(dict.fromkeys(urls))


def seed_of(url: str, place: str = "") -> str:
    """The URL to start from; raises `OperatorError`, which begins with `place`, where `url` is none."""
    from crawler.urls import seed_url  # noqa: PLC0415

    seed = seed_url(url)
    if seed is None:
        raise OperatorError(f"{place}{url!r} is not a web address such as https://www.clinic.example.")
    return seed


def summary(done: Any) -> str:
    """One line on a finished crawl."""
    row = done.row
    seconds = (row.finished_at - row.started_at).total_seconds()
    return (
        f"{row.site}: {counted(row.pages, 'page')} read in {seconds:.0f} s, "
        f"{counted(row.failures, 'address')} failed, outcome {row.outcome}."
    )


@click.command()
@click.argument("snapshot", type=click.Path(path_type=Path))
@click.option(
    "--data",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the clinic's file, the taxonomy and the snapshots; without it, the one that SNAPSHOT lies in.",
)
@config_option
@one_sentence
def analyse(snapshot: Path, data: Path | None, config: Path | None) -> None:
    """Compute SNAPSHOT's findings again, after the clinic's file, the taxonomy or a threshold changed."""
    from crawler.site import analyse_again  # noqa: PLC0415
    from crawler.snapshot import data_of  # noqa: PLC0415

    data = data or data_of(snapshot) or DATA
    click.echo(analyse_again(snapshot, data, clinic_for(data, config)))


@click.command()
@data_option
@config_option
@one_sentence
def nightly(data: Path, config: Path | None) -> None:
    """Crawl every site of the clinic's file; the job for cron or a systemd timer."""
    from crawler.nightly import run_nightly  # noqa: PLC0415

    sys.exit(run_nightly(data, clinic_for(data, config), click.echo))


COMMANDS = (crawl, analyse, nightly, *OTHERS)


@click.group(commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Rounds")
def main() -> None:
    """Rounds: nightly rounds of a clinic's website."""
