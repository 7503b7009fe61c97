"""Keeps what is decided about a gap: POST /decide. Only pages of this server may send one; see `security`."""

from collections.abc import Callable
from datetime import datetime, timedelta

from flask import Flask, Response, abort, request

from dashboard.decisions import STATES, Decision, decide, decisions_file
from dashboard.kept_files import KeptFileError
from dashboard.queries import gaps
from dashboard.store import Store
from dashboard.text import clean
from dashboard.view import open_view

SNOOZE_DAYS = 30
_MOST_CHARACTERS = 1000
_WRITTEN = ("reason", "note", "by")


def add_deciding(server: Flask, store: Store, clock: Callable[[], datetime]) -> None:
    """Serve POST /decide with the fields site, gap, state, and reason, note and by where they are filled in.

    Answers 204; 422 with a sentence where the decision is not whole, 409 where the file cannot be used.
    """

    def keep() -> Response:
        site, gap_id, state = (request.form.get(name, "") for name in ("site", "gap", "state"))
        view = open_view(store, "/decide", {"site": site}, now=clock())
        if view is None or view.site != site or state not in STATES:
            abort(404)
        found = view.rows(*gaps.gap(gap_id))
        if not found:
            abort(404)
        decision = _decision(state, clock(), found[0]["title"])
        if state == "wont_do" and "reason" not in decision:
            return _answer("Say why it will not be done.", 422)
        try:
            decide(decisions_file(store.data, site), gap_id, decision)
        except KeptFileError as error:
            return _answer(str(error), 409)
        return Response(status=204)

    server.add_url_rule("/decide", "decide", keep, methods=["POST"])


def _decision(state: str, now: datetime, title: object) -> Decision:
    fields = {"state": state, "at": now.strftime("%Y-%m-%dT%H:%M:%SZ"), "title": clean(title)}
    if state == "snoozed":
        fields["until"] = (now + timedelta(days=SNOOZE_DAYS)).date().isoformat()
    written = {name: clean(request.form.get(name, "")).strip()[:_MOST_CHARACTERS] for name in _WRITTEN}
    return {**fields, **{name: text for name, text in written.items() if text}}


def _answer(text: str, status: int) -> Response:
    return Response(text, status, mimetype="text/plain")
