"""Which addresses a crawl may connect to: public ones, and those of the kind that its seed itself has."""

import ipaddress
from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address

PUBLIC: Final = "public"
_METADATA = frozenset(
    {"169.254.169.254", "fd00:ec2::254", "fd20:ce::254", "100.100.100.200", "168.63.129.16", "192.0.0.192"}
)
"""Where clouds (AWS, Google, Alibaba, Azure, Oracle) hand credentials and settings to their machines."""

_SHARED = ipaddress.ip_network("100.64.0.0/10")
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_PRIVATE = tuple(map(ipaddress.ip_network, ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")))
_AS_A_CLASS = frozenset({"loopback", "private", "shared"})
"""Kinds that a seed opens as a whole; of all others it opens its own address alone."""


class RefusedAddress(Exception):
    """Nothing may be sent there; the text says why."""


class Guard:
    """Lets a crawl connect to public addresses, and to private ones only where a seed is there itself.

    What a seed's host resolves to the first time counts for good, so that no later answer of a name server opens
    more. A host that has a public address beside a private one is a public host.
    """

    def __init__(self, *seeds: str) -> None:
        self._waiting = {urlsplit(seed).hostname or "" for seed in seeds}
        self._open: set[str] = set()

    @property
    def opened(self) -> list[str]:
        """Classes and addresses that the seeds have opened."""
        return sorted(self._open)

    def reopen(self, opened: Iterable[str]) -> None:
        """Let through what they opened before an interruption."""
        self._open |= set(opened)

    def admit(self, host: str, addresses: Sequence[str]) -> list[str]:
        """Those of `addresses`, to which `host` resolved, that may be connected to.

        Raises `RefusedAddress` where there is none.
        """
        kinds = {address: address_kind(address) for address in addresses}
        if host.lower() in self._waiting:
            self._waiting.discard(host.lower())
            if PUBLIC not in kinds.values():
                self._open |= {kind if kind in _AS_A_CLASS else address for address, kind in kinds.items()}
        admitted = [a for a, kind in kinds.items() if kind == PUBLIC or kind in self._open or a in self._open]
        if not admitted:
            refused, kind = next(iter(kinds.items()))
            raise RefusedAddress(f"the host leads to a {kind} address ({refused})")
        return admitted


def literal(host: str) -> str | None:
    """The address that `host` is; null where it is a name that must be resolved."""
    if host.lower().rstrip(".").rpartition(".")[2] == "localhost":
        return "127.0.0.1"
    try:
        return str(ipaddress.ip_address(host.strip("[]")))
    except ValueError:
        return None


def address_kind(address: str) -> str:
    """public, loopback, private, shared, link-local, metadata or reserved, by the IANA registries.

    An IPv4 address inside an IPv6 one (mapped, NAT64, 6to4) counts as itself.
    """
    ip = _inner(ipaddress.ip_address(address))
    if str(ip).partition("%")[0] in _METADATA:
        return "metadata"
    if ip.is_loopback:
        return "loopback"
    if ip.is_link_local:
        return "link-local"
    if any(ip in network for network in _PRIVATE):
        return "private"
    if ip in _SHARED:
        return "shared"
    odd = ip.is_multicast or ip.is_reserved or ip.is_unspecified or not ip.is_global
    if odd or (ip.version == 6 and ip not in _GLOBAL_UNICAST):
        return "reserved"
    return PUBLIC


def _inner(ip: _Address) -> _Address:
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    if ip in _NAT64:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or ip
