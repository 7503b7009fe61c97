"""The commands that crawl and analyse. Exit status: 0 done, 1 done with a regression that the clinic's file
says to fail on, 2 the operator's mistake, 3 the seed could not be reached, 130 interrupted."""

import math
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from crawler import __version__
from crawler.config import Clinic, load_clinic
from crawler.errors import OperatorError, RoundsError
from crawler.text import counted

DATA = Path("data")
_INTERRUPTED = 130
_INTERRUPTED_SENTENCE = "Interrupted: nothing half-done was published. Run the same command again to start over."


def one_sentence(command: Callable[..., None]) -> Callable[..., None]:
    """Show what the operator did wrong as one sentence; anything else is a bug and keeps its traceback."""

    @wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> None:
        try:
            command(*args, **kwargs)
        except RoundsError as error:
            click.echo(str(error), err=True)
            sys.exit(error.exit_status)
        except KeyboardInterrupt:
            click.echo(_INTERRUPTED_SENTENCE, err=True)
            sys.exit(_INTERRUPTED)
        except OSError as error:
            if error.errno is None:
                raise
            named = error.filename or "no file named"
            click.echo(f"The disk or a file refused: {error.strerror} ({named}).", err=True)
            sys.exit(OperatorError.exit_status)

    return wrapped


def data_option(command: Callable[..., None]) -> Callable[..., None]:
    """--data, shared by all commands."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        default=DATA,
        show_default=True,
        help="Folder of the clinic's file, the taxonomy and the snapshots.",
    )(command)


def config_option(command: Callable[..., None]) -> Callable[..., None]:
    """--config, shared by all commands."""
    return click.option(
        "--config",
        type=click.Path(dir_okay=False, path_type=Path),
        help="The clinic's file; without it, clinic.toml in the data folder where there is one.",
    )(command)


def clinic_for(data: Path, config: Path | None) -> Clinic:
    """The clinic's file that a command should use, checked as far as that is possible without a crawl."""
    from crawler.analyse.pipeline import check_clinic  # noqa: PLC0415 - heavy libraries load where they are used
    from crawler.site import own_checks, taxonomy_for  # noqa: PLC0415

    default = data / "clinic.toml"
    clinic = load_clinic(config or (default if default.is_file() else None))
    check_clinic(clinic, taxonomy_for(data, clinic))
    own_checks(data)
    return clinic


@dataclass(frozen=True)
class Limits:
    """What the command line says about a crawl; null: as the clinic's file says."""

    region: str | None
    max_pages: int | None
    concurrency: int | None
    delay: float | None
    workers: int | None

    def applied(self, clinic: Clinic) -> Clinic:
        """`clinic` with these settings in place of its own."""
        if self.delay is not None and math.isnan(self.delay):
            raise OperatorError("--delay: nan is no number of seconds.")
        own = {"max_pages": self.max_pages, "concurrency": self.concurrency, "delay": self.delay}
        own |= {"workers": self.workers}
        given = {name: value for name, value in own.items() if value is not None}
        settings = clinic.crawl.model_copy(update=given)
        try:
            region = Clinic(region=self.region.upper()).region if self.region else clinic.region
        except ValueError as error:
            raise OperatorError(
                f"--region: {self.region!r} is not a country code such as US, GB or DE."
            ) from error
        return clinic.model_copy(update={"crawl": settings, "region": region})


@click.command()
@click.argument("url")
@data_option
@config_option
@click.option("--region", help="Country of national phone numbers, such as US; guessed if left out.")
@click.option("--max-pages", type=click.IntRange(min=1), help="Stop after this many pages.")
@click.option("--concurrency", type=click.IntRange(1, 64), help="Requests at a time.")
@click.option("--delay", type=click.FloatRange(0, 3600), help="Seconds between requests; 0: politeness off.")
@click.option("--workers", type=click.IntRange(min=0), help="Processes that read pages; 0: none.")
@one_sentence
def crawl(url: str, data: Path, config: Path | None, **limits: Any) -> None:
    """Crawl the site at URL into a snapshot, whose path is the last line of output."""
    from crawler.progress import reporter  # noqa: PLC0415
    from crawler.site import Job, crawl_site  # noqa: PLC0415

    clinic = Limits(**limits).applied(clinic_for(data, config))
    with reporter() as show:
        done = crawl_site(Job(seed_of(url), data, clinic, show.crawling, show.analysing))
    if done.row.note:
        click.echo(f"Note: {done.row.note}", err=True)
    click.echo(summary(done))
    click.echo(done.path)


def seed_of(url: str) -> str:
    """The URL to start from; raises `OperatorError` where `url` is none."""
    from crawler.urls import seed_url  # noqa: PLC0415

    seed = seed_url(url)
    if seed is None:
        raise OperatorError(f"{url!r} is not a web address such as https://www.clinic.example.")
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
@data_option
@config_option
@one_sentence
def analyse(snapshot: Path, data: Path, config: Path | None) -> None:
    """Compute SNAPSHOT's findings again, after the clinic's file, the taxonomy or a threshold changed."""
    from crawler.site import analyse_again  # noqa: PLC0415

    click.echo(analyse_again(snapshot, data, clinic_for(data, config)))


@click.command()
@data_option
@config_option
@one_sentence
def nightly(data: Path, config: Path | None) -> None:
    """Crawl every site of the clinic's file; the job for cron or a systemd timer."""
    from crawler.nightly import run_nightly  # noqa: PLC0415

    sys.exit(run_nightly(data, clinic_for(data, config), click.echo))


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


COMMANDS = (crawl, analyse, nightly, checks, dictionary)


@click.group(commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="Rounds")
def main() -> None:
    """Rounds: nightly rounds of a clinic's website."""
