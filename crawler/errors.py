"""What the operator can do wrong, and what ends a crawl before it starts.

RoundsError
├── OperatorError     bad URL, bad file, bad option            exit status 2
│   └── SettingError  a setting of the clinic's file           exit status 2
└── SeedUnreachable   the first page gave no answer            exit status 3
"""


class RoundsError(Exception):
    """One clear sentence for the operator; `exit_status` is what the command ends with."""

    exit_status = 2


class OperatorError(RoundsError):
    """Something the operator gave cannot be used."""


class SettingError(OperatorError):
    """A setting of the clinic's file that does not fit the rest; `setting`: its key, `value`: what is wrong about it.

    It names no file: who read the file does.
    """

    def __init__(self, setting: str, value: str, message: str) -> None:
        super().__init__(f"{setting}: {message}")
        self.setting = setting
        self.value = value


class SeedUnreachable(RoundsError):
    """The seed gave no answer, so there is nothing to crawl."""

    exit_status = 3
