"""Where a crawl may connect to."""

import pytest

from crawler.addresses import PUBLIC, Guard, RefusedAddress, address_kind, literal

_KINDS = [
    ("8.8.8.8", PUBLIC),
    ("2606:4700::1111", PUBLIC),
    ("127.0.0.1", "loopback"),
    ("127.255.255.254", "loopback"),
    ("::1", "loopback"),
    ("10.0.0.1", "private"),
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("172.32.0.1", PUBLIC),
    ("192.168.1.1", "private"),
    ("fc00::1", "private"),
    ("fdff::1", "private"),
    ("100.64.0.1", "shared"),
    ("100.127.255.255", "shared"),
    ("100.128.0.1", PUBLIC),
    ("169.254.1.1", "link-local"),
    ("169.254.170.2", "link-local"),
    ("fe80::1", "link-local"),
    ("fe80::1%eth0", "link-local"),
    ("169.254.169.254", "metadata"),
    ("fd00:ec2::254", "metadata"),
    ("100.100.100.200", "metadata"),
    ("0.0.0.0", "reserved"),  # noqa: S104
    ("0.1.2.3", "reserved"),
    ("::", "reserved"),
    ("192.0.2.1", "reserved"),
    ("198.18.0.1", "reserved"),
    ("224.0.0.1", "reserved"),
    ("240.0.0.1", "reserved"),
    ("255.255.255.255", "reserved"),
    ("ff02::1", "reserved"),
    ("fec0::1", "reserved"),
    ("2001:db8::1", "reserved"),
    ("::127.0.0.1", "reserved"),
    ("64:ff9b:1::7f00:1", "reserved"),
    ("::ffff:127.0.0.1", "loopback"),
    ("::ffff:10.0.0.1", "private"),
    ("::ffff:169.254.169.254", "metadata"),
    ("::ffff:8.8.8.8", PUBLIC),
    ("64:ff9b::7f00:1", "loopback"),
    ("64:ff9b::a9fe:a9fe", "metadata"),
    ("64:ff9b::808:808", PUBLIC),
    ("2002:7f00:1::", "loopback"),
    ("2002:c0a8:101::1", "private"),
]


@pytest.mark.parametrize(("address", "kind"), _KINDS)
def test_kinds_of_addresses(address: str, kind: str) -> None:
    assert address_kind(address) == kind


@pytest.mark.parametrize("address", [address for address, kind in _KINDS if kind != PUBLIC])
def test_a_public_seed_opens_nothing_else(address: str) -> None:
    guard = Guard("https://clinic.example/")
    guard.admit("clinic.example", ["8.8.8.8"])
    for host in ("clinic.example", "other.example"):
        with pytest.raises(RefusedAddress, match="the host leads to a"):
            guard.admit(host, [address])


@pytest.mark.parametrize(
    ("seed", "opened", "closed"),
    [
        ("127.0.0.1", ["127.0.0.2", "::1", "8.8.8.8"], ["10.0.0.1", "169.254.169.254", "100.64.0.1"]),
        ("192.168.1.1", ["10.0.0.1", "fc00::1", "8.8.8.8"], ["127.0.0.1", "169.254.169.254", "100.64.0.1"]),
        ("100.64.0.1", ["100.64.0.2"], ["10.0.0.1", "127.0.0.1"]),
        ("169.254.1.1", ["169.254.1.1"], ["169.254.1.2", "169.254.169.254", "127.0.0.1"]),
        ("169.254.169.254", ["169.254.169.254"], ["169.254.1.1", "fd00:ec2::254"]),
        ("0.0.0.0", ["0.0.0.0"], ["127.0.0.1", "240.0.0.1"]),  # noqa: S104
    ],
)
def test_a_seed_opens_its_own_kind(seed: str, opened: list[str], closed: list[str]) -> None:
    guard = Guard("http://Clinic.example:8080/path")
    assert guard.admit("clinic.example", [seed]) == [seed]
    for address in opened:
        assert guard.admit("other.example", [address]) == [address]
    for address in closed:
        with pytest.raises(RefusedAddress):
            guard.admit("other.example", [address])


def test_a_seed_that_is_an_address() -> None:
    assert Guard("http://[::1]:8000/").admit("::1", ["::1"]) == ["::1"]
    assert Guard("http://127.0.0.1/").admit("127.0.0.1", ["127.0.0.1"]) == ["127.0.0.1"]


def test_a_host_with_a_public_address_is_a_public_host() -> None:
    guard = Guard("http://clinic.example/")
    assert guard.admit("clinic.example", ["10.0.0.1", "8.8.8.8"]) == ["8.8.8.8"]
    with pytest.raises(RefusedAddress):
        guard.admit("clinic.example", ["10.0.0.1"])


def test_only_the_first_answer_for_a_seed_counts() -> None:
    guard = Guard("http://clinic.example/", "http://intranet.example/")
    guard.admit("clinic.example", ["8.8.8.8"])
    with pytest.raises(RefusedAddress, match=r"the host leads to a loopback address \(127\.0\.0\.1\)"):
        guard.admit("clinic.example", ["127.0.0.1"])
    assert guard.admit("intranet.example", ["10.0.0.1"]) == ["10.0.0.1"]


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("clinic.example", None),
        ("localhost", "127.0.0.1"),
        ("a.LOCALHOST.", "127.0.0.1"),
        ("notlocalhost", None),
        ("10.0.0.1", "10.0.0.1"),
        ("::1", "::1"),
        ("[::1]", "::1"),
    ],
)
def test_literals(host: str, address: str | None) -> None:
    assert literal(host) == address


def test_what_was_open_before_an_interruption_is_open_again() -> None:
    first = Guard("http://intranet.example/")
    first.admit("intranet.example", ["10.0.0.7"])
    again = Guard("http://elsewhere.example/")
    with pytest.raises(RefusedAddress):
        again.admit("intranet.example", ["10.0.0.7"])
    again.reopen(first.opened)
    assert again.admit("intranet.example", ["10.0.0.7"]) == ["10.0.0.7"]
