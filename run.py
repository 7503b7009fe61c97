"""The front door of a checkout: ``python run.py --help``. It composes the commands and decides nothing."""

from dashboard.cli import COMMANDS as DASHBOARD
from crawler.cli import COMMANDS as CRAWLER
from crawler.cli import main

for command in (*CRAWLER, *DASHBOARD):
    main.add_command(command)

if __name__ == "__main__":
    main(prog_name="run.py")
