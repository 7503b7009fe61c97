"""Two invented competitors: a few generated pages each, about the same topics in other words."""

from collections.abc import Mapping
from pathlib import Path

_PAGE = """<!doctype html><html lang="en"><head><title>{title} | {name}</title></head><body>
<header><nav><a href="/">Home</a> {links}</nav></header>
<main><h1>{h1}</h1>{text}</main>
<footer><p>{name}, {address}</p></footer></body></html>"""

_TEXT = (
    "{0} is something we are asked about every week. Good {1} starts with questions about your day, then we look and "
    "measure.",
    "After {1} you take home a plan on a single sheet. Two visits of {1} suit most people, and nobody needs a machine.",
    "Bring shoes that you wear often and notes from earlier care. We explain {1} in plain words before anything begins.",
    "Is {1} for everyone? Not always. We tell you when rest, or another clinic, would serve you better.",
)

LARCH = {
    "/": ("Welcome to our practice", "Welcome", "movement care"),
    "/gait": ("Running gait analysis in Alder Falls", "Running gait analysis", "running gait analysis"),
    "/desk": ("Desk ergonomics", "Desk ergonomics at work", "desk ergonomics"),
    "/elbow": ("Tennis elbow", "Tennis elbow", "tennis elbow"),
    "/larch": ("Larch method", "The Larch method", "larch method"),
    "/alone": ("Pickleball warm-ups", "Pickleball warm-ups", "pickleball warm-ups"),
}
FJORD = {
    "/": ("Your practice by the water", "Good to see you", "movement care"),
    "/analysis": ("Running gait analysis", "Running gait analysis in Pine Harbor", "running gait analysis"),
    "/work": ("Desk ergonomics, Pine Harbor", "Desk ergonomics", "desk ergonomics"),
    "/tennis": ("Tennis elbow help", "Tennis elbow", "tennis elbow"),
}
LARCH_ADDRESS = "12 Mill Road, Alder Falls, OR 97301"
FJORD_ADDRESS = "4 Quay Street, Pine Harbor, OR 97302"


def write_site(
    folder: Path, name: str, address: str, pages: Mapping[str, tuple[str, str, str]], more: str = ""
) -> Path:
    """Write `pages` (title, H1 and what the text is about, by path) as a site to be served; `more`: its site.toml."""
    folder.mkdir(parents=True)
    (folder / "site.toml").write_text(more)
    links = " ".join(f'<a href="{path}">{h1}</a>' for path, (_, h1, _) in pages.items() if path != "/")
    for path, (title, h1, about) in pages.items():
        place = folder / path.strip("/")
        place.mkdir(exist_ok=True)
        text = "".join(f"<p>{part.format(about.capitalize(), about)}</p>" for part in _TEXT)
        page = _PAGE.format(title=title, name=name, links=links, h1=h1, text=text, address=address)
        (place / "index.html").write_text(page)
    return folder


def write_larch(folder: Path) -> Path:
    return write_site(folder, "Larch Movement", LARCH_ADDRESS, LARCH)


def write_fjord(folder: Path) -> Path:
    return write_site(folder, "Fjord and Sons", FJORD_ADDRESS, FJORD)
