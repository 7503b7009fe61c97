"""What the snapshot says about the clinic itself."""

import json

from dashboard.text import clean
from dashboard.view import View


def clinic_name(view: View) -> str:
    """The clinic's name from the settings of the crawl, else the site."""
    try:
        settings = json.loads(view.crawl().get("config") or "{}")
    except ValueError:
        settings = {}
    found = settings.get("name") if isinstance(settings, dict) else None
    if not found and isinstance(settings, dict) and isinstance(settings.get("clinic"), dict):
        found = settings["clinic"].get("name")
    return clean(found or view.crawl().get("site") or view.site)
