"""Takes the answers of the page "Our services"; a form of the browser's own, so that it works as any form does."""

import re
from urllib.parse import urlencode

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from dashboard.kept_files import KeptFileError
from dashboard.services import services_file, write_answers
from dashboard.store import Store

SAVE = "/save/services"
FIELD = "service."
"""Begins the name of the field of a service."""

_ID = re.compile(r"[\w-]{1,80}")


def add_services(server: Flask, store: Store) -> None:
    """Keep what was answered for `site`, and lead back to the page."""

    def save() -> Answer:
        site = request.args.get("site", "")
        if site not in store.sites() or store.is_competitor(site):
            abort(404)
        answers = {
            name.removeprefix(FIELD): value or None
            for name, value in request.form.items()
            if name.startswith(FIELD)
        }
        if not all(_ID.fullmatch(key) and answer in ("yes", "no", None) for key, answer in answers.items()):
            abort(400)
        try:
            write_answers(services_file(store.data, site), answers)
        except KeptFileError as error:
            return Response(f"{error} Nothing was changed.", status=500, mimetype="text/plain")
        return redirect(f"/services?{urlencode({'site': site, 'saved': 1})}", code=303)

    server.add_url_rule(SAVE, "save_services", save, methods=["POST"])
