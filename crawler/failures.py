"""Why there is no answer, in words, and what of it may pass."""

import socket
import ssl
from typing import NamedTuple

import httpx

from crawler.addresses import RefusedAddress
from crawler.decoding import Undecodable

MANY = 13
"""Requests for one URL of a host that does answer: of faults that hit 40 % of requests, each on its own, 7 in a
million URLs are lost."""

FEW = 4
_SOME = 5

_LASTING = 8
"""The same 5xx so often in a row is no mishap: a server that fails every fifth time does so once in 390,000 pages."""

REFUSALS = frozenset({429, 430})
"""Too many requests; 430 is what shops at Shopify say for it."""

_PASSING = frozenset({408, 425, *REFUSALS, *range(500, 600)}) - {501, 505, 511}


class Failure(NamedTuple):
    """`kind`: dns, refused, tls, timeout, reset, truncated, too_large, decoding, address, protocol, rate_limited or
    other; `reason` in words."""

    kind: str
    reason: str


_UNKNOWN_NAME = Failure("dns", "the host name is not known")
_NAME_SERVER = Failure("dns", "the name server gave no answer")
_REFUSED = Failure("refused", "the connection was refused")
_UNREACHABLE = Failure("refused", "the host could not be reached")
_PROXY = Failure("refused", "the proxy turned the request away")
_NO_CONNECTION = Failure("timeout", "no connection in time")
_LATE = Failure("timeout", "no answer in time")
_TOO_SLOW = Failure("timeout", "the whole answer did not come in time")
_CUT_OFF = Failure("truncated", "the answer was cut off")
_BROKE = Failure("reset", "the connection broke")
_DAMAGED = Failure("decoding", "the answer's compression is damaged")
_MALFORMED = Failure("protocol", "the answer breaks the rules of HTTP")
INVALID = Failure("other", "the address cannot be requested")
SILENCE = Failure("other", "the host stopped answering")
TURNED_AWAY = Failure("rate_limited", "the host kept turning requests away")

_TLS = Failure("tls", "the encryption could not be agreed on")
_CERTIFICATES = {
    9: Failure("tls", "the certificate is not valid yet"),
    10: Failure("tls", "the certificate has expired"),
    18: Failure("tls", "the certificate is self-signed"),
    19: Failure("tls", "the certificate is self-signed"),
    62: Failure("tls", "the certificate is for another host"),
    64: Failure("tls", "the certificate is for another host"),
}
"""By OpenSSL's number (x509_vfy.h)."""

_UNTRUSTED = Failure("tls", "the certificate is from no known authority")
_DEAD_KINDS = frozenset({"dns", "refused", "timeout", "reset"})


def status_may_pass(status: int) -> bool:
    """Whether an answer with this status may be followed by a better one."""
    return status in _PASSING


def asks_to_slow_down(status: int, headers: httpx.Headers) -> bool:
    """Whether an answer refuses a request for now."""
    return status in REFUSALS or (status == 503 and "retry-after" in headers)


def lasts(tried: list[str]) -> bool:
    """The last of what was tried, statuses and kinds of failures, is a 5xx that will not change."""
    last = tried[-_LASTING:]
    return len(last) == _LASTING and last[0] >= "500" and last[0].isdigit() and len(set(last)) == 1


def attempts_for(failure: Failure, *, host_known: bool) -> int:
    """How many requests such a failure is worth; fewer at a host that never answered."""
    if failure.kind in ("tls", "too_large", "address", "other") or failure == _UNKNOWN_NAME:
        return 1
    if failure.kind in ("reset", "truncated"):
        return MANY
    if failure.kind == "timeout":
        return _SOME if host_known else FEW
    return MANY if host_known and failure.kind in _DEAD_KINDS else FEW


def is_silence(kind: str) -> bool:
    """Whether the host as a whole may be down."""
    return kind in _DEAD_KINDS


def failure_of(error: BaseException) -> Failure:
    """What an exception of the way to the net means; a cause deep in the chain says more than the outermost."""
    causes = _causes(error)
    for cause in causes:
        if known := _of_cause(cause):
            return known
    return _of_text(" ".join(str(cause) for cause in causes).lower(), causes[0])


def _causes(error: BaseException | None) -> list[BaseException]:
    causes: list[BaseException] = []
    while error is not None and error not in causes:
        causes.append(error)
        error = error.__cause__ or error.__context__
    return causes


def _of_cause(cause: BaseException) -> Failure | None:
    match cause:
        case Undecodable():
            return Failure(cause.kind, str(cause))
        case RefusedAddress():
            return Failure("address", str(cause))
        case ssl.SSLCertVerificationError():
            return _CERTIFICATES.get(getattr(cause, "verify_code", 0), _UNTRUSTED)
        case socket.gaierror():
            temporary = cause.errno in (socket.EAI_AGAIN, socket.EAI_FAIL)
            return _NAME_SERVER if temporary else _UNKNOWN_NAME
        case httpx.ConnectTimeout():
            return _NO_CONNECTION
        case httpx.TimeoutException():
            return _LATE
        case httpx.DecodingError():
            return _DAMAGED
        case httpx.InvalidURL() | httpx.UnsupportedProtocol() | UnicodeError():
            return INVALID
        case httpx.ProxyError():
            return _PROXY
        case ConnectionRefusedError():
            return _REFUSED
        case ConnectionError() | ssl.SSLEOFError():
            return _BROKE
    return None


def _of_text(text: str, error: BaseException) -> Failure:
    """What only the words of the libraries tell apart."""
    if isinstance(error, httpx.ConnectError):
        return _of_connecting(text)
    if "incomplete" in text or "without sending complete message" in text or "invalidbodylength" in text:
        return _CUT_OFF
    if isinstance(error, httpx.ProtocolError) and not any(words in text for words in _BREAKS):
        return _MALFORMED
    return _TOO_SLOW if isinstance(error, TimeoutError) else _BROKE


_BREAKS = ("disconnected", "streamreset", "stream_id", "connectionterminated")


def _of_connecting(text: str) -> Failure:
    if "name or service not known" in text or "getaddrinfo" in text or "name resolution" in text:
        return _UNKNOWN_NAME
    if "certificate" in text:
        return _UNTRUSTED
    if "ssl" in text or "tls" in text:
        return _TLS
    if "refused" in text or "all connection attempts failed" in text:
        return _REFUSED
    return _UNREACHABLE
