"""The command `dashboard`."""

from pathlib import Path

import click


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--data",
    default="data",
    show_default=True,
    type=click.Path(path_type=Path),
    help="Folder that holds snapshots/.",
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    default=8050,
    show_default=True,
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--i-have-a-proxy",
    is_flag=True,
    help="Allow an address that others can reach: a proxy in front asks for a login.",
)
def dashboard(data: Path, host: str, port: int, i_have_a_proxy: bool) -> None:
    """Show the snapshots in a browser.

    Example: run.py dashboard --data data --port 8050
    """
    from dashboard.server import ServerError, serve  # noqa: PLC0415 - Dash is slow to import, and only this command needs it

    try:
        serve(
            data,
            host=host,
            port=port,
            behind_proxy=i_have_a_proxy,
            announce=lambda url: click.echo(f"The dashboard is at {url} (Ctrl+C ends it)."),
        )
    except ServerError as error:
        click.echo(str(error), err=True)
        raise SystemExit(2) from None


COMMANDS = (dashboard,)
main = dashboard
"""What the installed script `clinic-dashboard` runs."""
