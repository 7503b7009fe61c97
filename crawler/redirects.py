"""Where an answer sends its reader."""

from crawler.fetch import Response
from crawler.urls import normalise, without_credentials

MAX_HOPS = 10


def redirect_target(answer: Response) -> str | None:
    """Where an answer sends its reader; null where it does not, or to no http(s) address."""
    location = next(iter(answer.headers.get_list("location")), None)
    target = normalise(location, answer.url) if 300 <= answer.status < 400 and location else None
    return without_credentials(target) if target else None
