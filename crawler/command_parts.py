"""What all commands share: how they fail, the options that each has, the clinic's file."""

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from crawler.config import Clinic, load_clinic
from crawler.config_lines import place_of
from crawler.errors import OperatorError, RoundsError, SettingError
from crawler.targets_file import load_targets

DATA = Path("data")
_INTERRUPTED = 130
_INTERRUPTED_SENTENCE = "Interrupted: nothing half-done was published. A crawl goes on where it stopped with the same command and --resume."


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
        except BrokenPipeError:
            raise  # Click ends quietly where a reader such as `head` has read enough
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
    path = config or (default if default.is_file() else None)
    clinic = load_clinic(path)
    clinic = clinic.model_copy(update={"target": (*clinic.target, *load_targets(data / "targets.csv"))})
    try:
        check_clinic(clinic, taxonomy_for(data, clinic))
    except SettingError as error:
        raise OperatorError(f"{place_of(path, error)}: {error}" if path else str(error)) from error
    own_checks(data)
    return clinic
