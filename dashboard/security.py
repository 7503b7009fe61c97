"""What the server refuses, and the headers that keep the browser from doing more than it must."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from flask import Flask, Response, abort, request, send_file

LOOPBACK = ["127.0.0.1", "localhost", "[::1]"]
SLIM_PLOTLY = Path(__file__).parent / "vendor" / "plotly-basic.min.js"
"""plotly.js with the charts that are used here, of the same version as the Python package's."""
_STOCK_PLOTLY = re.compile(r"/_dash-component-suites/plotly/package_data/plotly[^/]*\.min[^/]*\.js$")
_UPDATE = "/_dash-update-component"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Frame-Options": "DENY",
}


Callbacks = Callable[[], Mapping[str, Any]]


def protect(
    server: Flask,
    *,
    trusted_hosts: list[str] | None,
    callbacks: Callbacks,
    script_hashes: Callable[[], Sequence[str]],
) -> None:
    """Add all refusals and headers to a server. `trusted_hosts` null: a proxy in front has chosen.

    `callbacks` gives those that exist, by their output; `script_hashes` those of the inline scripts, as CSP wants them.
    """
    server.config["TRUSTED_HOSTS"] = trusted_hosts
    server.config["MAX_CONTENT_LENGTH"] = 1_000_000
    server.before_request(_refuse_strangers)
    server.before_request(_slim_plotly)
    server.before_request(_well_formed(callbacks))
    server.after_request(_add_headers(script_hashes))


def _refuse_strangers() -> None:
    """A POST must come from a page of this server, or another site could send it in a visitor's name."""
    request.host  # noqa: B018 - raises for a host that is not trusted
    if request.method != "POST":
        return
    origin = request.headers.get("Origin")
    if origin is not None:
        same = urlsplit(origin).netloc == request.host
    else:
        same = request.headers.get("Sec-Fetch-Site") == "same-origin"
    if not same:
        abort(403)


def _slim_plotly() -> Response | None:
    if not _STOCK_PLOTLY.search(request.path) or not SLIM_PLOTLY.exists():
        return None
    return send_file(SLIM_PLOTLY, mimetype="text/javascript", max_age=31536000, conditional=True)


def _well_formed(callbacks: Callbacks) -> Callable[[], None]:
    """Dash takes a callback's body on trust; what it could not read is the sender's mistake, not ours."""

    def check() -> None:
        if (
            request.method == "POST"
            and request.path == _UPDATE
            and not _is_callback(callbacks(), request.get_json(silent=True))
        ):
            abort(400)

    return check


def _is_callback(callbacks: Mapping[str, Any], body: Any) -> bool:
    if not isinstance(body, dict) or not isinstance(body.get("output"), str):
        return False
    if body["output"] not in callbacks:
        return False
    spec = callbacks[body["output"]]
    lists = [(body.get("inputs"), len(spec["inputs"])), (body.get("state", []), len(spec["state"]))]
    changed = body.get("changedPropIds", [])
    return (
        all(
            isinstance(items, list) and len(items) == count and all(map(_is_value, items))
            for items, count in lists
        )
        and isinstance(changed, list)
        and all(isinstance(name, str) and "." in name for name in changed)
        and _has_outputs(body.get("outputs"))
    )


def _is_value(item: Any) -> bool:
    if isinstance(item, list):
        return all(map(_is_value, item))
    return (
        isinstance(item, dict) and isinstance(item.get("id"), str | dict) and isinstance(item.get("property"), str)
    )


def _has_outputs(outputs: Any) -> bool:
    items = outputs if isinstance(outputs, list) else [outputs]
    return bool(items) and all(map(_is_value, items))


def _add_headers(script_hashes: Callable[[], Sequence[str]]) -> Callable[[Response], Response]:
    def add(response: Response) -> Response:
        scripts = " ".join(["'self'", *script_hashes()])
        response.headers["Content-Security-Policy"] = (
            f"default-src 'self'; script-src {scripts}; style-src 'self' 'unsafe-inline'; "
            "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
            "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
        )
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response

    return add
