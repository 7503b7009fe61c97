"""What marketing confirmed or struck of the services that the site seems to offer: a file that the dashboard writes.

`data/services/<site>.json`, <site> as in `data/snapshots/`:

    {"confirmed": ["prp", "knee_oa"], "struck": ["ozone"]}

Both lists hold ids of conditions and treatments of the taxonomy; either may be missing. Ids that no pack knows any more
are passed over, for a pack may change after a click. The clinic's own file wins: what it names in `offered` or
`not_offered` is as it says there. A topic in both lists is struck. A writer replaces the file as a whole, and keeps
the keys that it does not know: the reader passes over them.
"""

import json
from pathlib import Path
from typing import NamedTuple

from crawler.errors import OperatorError

FOLDER = "services"


class Services(NamedTuple):
    """Ids that marketing said yes and no to."""

    confirmed: frozenset[str] = frozenset()
    struck: frozenset[str] = frozenset()


NO_SERVICES = Services()


def load_services(data: Path, site: str) -> Services:
    """What is confirmed and struck for `site`, a folder's name below `snapshots`; nothing without a file.

    Raises `OperatorError` that names the file.
    """
    path = data / FOLDER / f"{site}.json"
    if not path.is_file():
        return NO_SERVICES
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise OperatorError(
            f"{path} cannot be read: {error}. It holds what you confirmed; mend or delete it."
        ) from error
    if not isinstance(content, dict):
        raise OperatorError(f'{path}: write {{"confirmed": [], "struck": []}}, with ids of services.')
    struck = _ids(path, content, "struck")
    return Services(_ids(path, content, "confirmed") - struck, struck)


def _ids(path: Path, content: dict[str, object], key: str) -> frozenset[str]:
    values = content.get(key, [])
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise OperatorError(f"{path}: {key}: write a list of ids of services.")
    return frozenset(values)
