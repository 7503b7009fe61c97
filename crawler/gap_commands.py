"""The command `gaps`: what to do on a site, and what the clinic decided about it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import click

from crawler.command_parts import data_option, one_sentence
from crawler.decisions import Decision, decide, decisions_file, read_decisions, stamp
from crawler.errors import OperatorError
from crawler.text import collapse

_SNOOZE_DAYS = 30
_EFFORT = {"S": "up to an hour", "M": "about half a day", "L": "a day or more"}
_Decorator = Callable[[Callable[..., None]], Any]
_Chosen = tuple[Path, str | None]
"""The data folder, and the site as the operator named it."""

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@click.group(invoke_without_command=True)
@data_option
@click.option("--site", help="Host of the site; needed where there are several.")
@click.pass_context
@one_sentence
def gaps(ctx: click.Context, data: Path, site: str | None) -> None:
    """List what is missing on a site, and keep what was decided about it."""
    ctx.obj = data, site
    if ctx.invoked_subcommand is None:
        _list(ctx.obj, everything=False)


@gaps.command("list")
@click.option("--all", "everything", is_flag=True, help="Those that were decided, too.")
@click.pass_obj
@one_sentence
def list_gaps(chosen: _Chosen, everything: bool) -> None:
    """List the gaps of the newest snapshot, what to do first on top."""
    _list(chosen, everything=everything)


@gaps.command("next")
@click.pass_obj
@one_sentence
def list_actions(chosen: _Chosen) -> None:
    """Say what to do first: at most seven actions, each with why, how much and about how long."""
    from crawler.analyse.actions.read import first_actions  # noqa: PLC0415 - heavy libraries load where they are used

    data, site = chosen
    folder = _site_folder(data, site)
    decisions = read_decisions(decisions_file(data, folder.name))
    actions = first_actions(_newest(folder), decisions, _today().isoformat())
    for place, action in enumerate(actions, start=1):
        click.echo(f"{place}. {_plain(action.title)}")
        click.echo(f"   {_plain(action.value)}")
        click.echo(
            f"   {_plain(action.size)} · {_EFFORT[action.effort]} · {' '.join(action.gap_ids) or action.check_id}"
        )


def _deciding(*options: _Decorator) -> Callable[[Callable[..., None]], click.Command]:
    """A command on GAP_ID with `options`, and with who decides and what to remember."""
    by = click.option("--by", help="Who decides.")
    note = click.option("--note", help="Anything to remember.")

    def command(function: Callable[..., None]) -> click.Command:
        adds: tuple[_Decorator, ...] = (one_sentence, click.pass_obj, note, by, *options, click.argument("gap_id"))
        for add in adds:
            function = add(function)
        return gaps.command()(function)

    return command


@_deciding()
def accept(chosen: _Chosen, gap_id: str, by: str | None, note: str | None) -> None:
    """Note that GAP_ID will be done."""
    _keep(chosen, gap_id, Decision("accepted", _now(), note=note, by=by))


@_deciding(click.option("--days", type=click.IntRange(1, 3650), default=_SNOOZE_DAYS, show_default=True))
def snooze(chosen: _Chosen, gap_id: str, days: int, by: str | None, note: str | None) -> None:
    """Leave GAP_ID out of the lists for some days."""
    until = (_today() + timedelta(days=days)).isoformat()
    _keep(chosen, gap_id, Decision("snoozed", _now(), until=until, note=note, by=by))


@_deciding(click.option("--reason", required=True, help="Why it will not be done."))
def dismiss(chosen: _Chosen, gap_id: str, reason: str, by: str | None, note: str | None) -> None:
    """Note that GAP_ID will not be done, and why."""
    _keep(chosen, gap_id, Decision("wont_do", _now(), reason=reason, note=note, by=by))


@_deciding()
def reopen(chosen: _Chosen, gap_id: str, by: str | None, note: str | None) -> None:
    """Take back what was decided about GAP_ID."""
    _keep(chosen, gap_id, Decision("open", _now(), note=note, by=by))


def _list(chosen: _Chosen, *, everything: bool) -> None:
    data, site = chosen
    for gap in _published(data, _site_folder(data, site)):
        if everything or gap.standing not in ("snoozed", "wont_do"):
            click.echo(
                f"{gap.gap_id}  {gap.priority:6.2f}  {gap.standing:<9}  {gap.kind:<15}  {_plain(gap.title)}"
            )


def _keep(chosen: _Chosen, gap_id: str, decision: Decision) -> None:
    data, site = chosen
    folder = _site_folder(data, site)
    found = next((gap for gap in _published(data, folder) if gap.gap_id == gap_id), None)
    if found is None:
        raise OperatorError(
            f"The newest snapshot of the site has no gap {gap_id!r}; `gaps list --all` names them."
        )
    path = decisions_file(data, folder.name)
    decide(path, gap_id, replace(decision, title=found.title))
    click.echo(f"{decision.state}: {_plain(found.title)} ({path})")


def _published(data: Path, folder: Path) -> list[Any]:
    from crawler.analyse.gaps.published import published_gaps  # noqa: PLC0415 - heavy libraries load where they are used

    decisions = read_decisions(decisions_file(data, folder.name))
    return published_gaps(_newest(folder), decisions, _today().isoformat())


def _newest(folder: Path) -> Path:
    """The newest snapshot of a site; raises `OperatorError` where another version of Rounds wrote it."""
    from crawler.snapshot import open_snapshot, site_snapshots  # noqa: PLC0415

    snapshot = site_snapshots(folder)[-1]
    open_snapshot(snapshot)
    return snapshot


def _site_folder(data: Path, site: str | None) -> Path:
    """Folder of the snapshots of a site; raises `OperatorError` where there is none, or it is not clear which."""
    from crawler.snapshot import site_snapshots  # noqa: PLC0415

    folders = sorted(folder for folder in (data / "snapshots").glob("*") if site_snapshots(folder))
    names = [folder.name for folder in folders]
    if site is not None:
        folders = [folder for folder in folders if folder.name == site.replace(":", "_")]
    if len(folders) == 1:
        return folders[0]
    if not names:
        raise OperatorError(f"There is no snapshot in {data / 'snapshots'}: crawl a site first.")
    raise OperatorError(f"Name one of the sites with --site: {', '.join(names)}.")


def _plain(text: str) -> str:
    """Text of the site, which must not steer the terminal."""
    return collapse(_CONTROL.sub(" ", text))


def _now() -> str:
    return stamp(datetime.now(UTC))


def _today() -> date:
    return datetime.now(UTC).date()
