"""The front door of a checkout: ``python run.py --help``. It composes the commands and decides nothing."""

from pathlib import Path

import click

from crawler.cli import COMMANDS, crawl, main
from crawler.command_parts import data_option, one_sentence
from crawler.gap_commands import gaps
from dashboard.cli import COMMANDS as DASHBOARD_COMMANDS
from dashboard.cli import dashboard

__all__ = ["main"]

_DEMO_SITE = Path(__file__).parent / "tests" / "site"


@click.command()
@data_option
@click.option("--port", type=int, default=8050, show_default=True, help="Port of the dashboard.")
@click.option("--site-port", type=int, default=8051, show_default=True, help="Port of the invented clinic's site.")
@click.pass_context
@one_sentence
def demo(ctx: click.Context, data: Path, port: int, site_port: int) -> None:
    """Serve the bundled, invented clinic on loopback, crawl it and open the dashboard."""
    from crawler.demo import serve_site  # noqa: PLC0415 - only this command needs it

    with serve_site(_DEMO_SITE, site_port) as origin:
        ctx.invoke(crawl, url=origin, data=data, config=_DEMO_SITE / "clinic.toml", delay=0.0)
        ctx.invoke(dashboard, data=data, port=port)


for command in (*COMMANDS, *DASHBOARD_COMMANDS, gaps, demo):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="run.py")
