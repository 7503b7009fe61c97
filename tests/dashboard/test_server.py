"""Where the server listens, and what the command says when it cannot."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner

from dashboard.cli import COMMANDS, dashboard
from dashboard.server import ServerError, check_host, listen


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1", "[::1]", "127.0.0.9"])
def test_loopback_is_allowed(host: str) -> None:
    check_host(host, behind_proxy=False)


@pytest.mark.parametrize("host", [".".join("0000"), "::", "192.168.1.5", "clinic.example", ""])
def test_reachable_address_needs_a_proxy(host: str) -> None:
    with pytest.raises(ServerError, match="--i-have-a-proxy"):
        check_host(host, behind_proxy=False)
    check_host(host, behind_proxy=True)


def test_busy_port_is_one_sentence_and_status_2(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(dashboard, ["--data", str(tmp_path), "--port", str(port)])
    assert result.exit_code == 2
    assert result.stderr == f"Port {port} is in use. Choose another one with --port.\n"


def test_missing_folder_is_one_sentence_and_status_2(tmp_path: Path) -> None:
    result = CliRunner().invoke(dashboard, ["--data", str(tmp_path / "none")])
    assert result.exit_code == 2
    assert "There is no folder" in result.stderr


def test_listen_takes_a_free_port() -> None:
    with listen("127.0.0.1", 0) as found:
        assert found.getsockname()[1] > 0


def test_commands_are_exported() -> None:
    assert (dashboard,) == COMMANDS
