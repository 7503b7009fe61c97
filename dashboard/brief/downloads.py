"""Briefs to be saved: /export/brief.md and /export/brief.docx."""

import re
from collections.abc import Callable
from datetime import datetime

from flask import Flask, Response, abort, request

from dashboard.brief.brief import brief_of
from dashboard.brief.markdown import markdown
from dashboard.brief.word import word
from dashboard.store import Store
from dashboard.view import open_view, read_params

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def add_briefs(server: Flask, store: Store, clock: Callable[[], datetime]) -> None:
    """Serve a brief for a row of `coverage`, which `kind` and `key` name."""

    def brief(form: str) -> Response:
        params = read_params(request.query_string.decode("utf-8", "replace"))
        view = open_view(store, f"/export/brief.{form}", params, now=clock())
        if view is None or {"site", "snapshot"} & set(view.ignored):
            abort(404)
        found = brief_of(view, params.get("kind", ""), params.get("key", ""))
        if found is None:
            abort(404)
        body, kind = (word(found), _WORD) if form == "docx" else (markdown(found), "text/markdown")
        name = re.sub(r"[^a-z0-9]+", "-", found.subject.lower()).strip("-")[:60] or "page"
        disposition = f'attachment; filename="brief-{name}.{form}"'
        return Response(body, mimetype=kind, headers={"Content-Disposition": disposition})

    server.add_url_rule("/export/brief.<any(md, docx):form>", "brief", brief, methods=["GET"])
