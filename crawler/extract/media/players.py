"""Players of video services: which service it is, and where the video can be watched."""

import html
import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from crawler.extract.document import attribute
from crawler.extract.tree import Element


class Player(NamedTuple):
    """`src`: the address where people watch it, else that of the player; null: none published."""

    provider: str
    src: str | None


_WATCH = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "wistia": "https://fast.wistia.net/embed/iframe/{}",
    "loom": "https://www.loom.com/share/{}",
    "vidyard": "https://play.vidyard.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
}
"""Where a video with this id is watched. Wistia's own page stands on a host that differs by customer."""

_PLAYERS = tuple(
    (provider, re.compile(r"https?://(?:[\w-]+\.)*?" + pattern))
    for provider, pattern in (
        # https://developers.google.com/youtube/player_parameters
        (
            "youtube",
            r"youtube(?:-nocookie)?\.com/(?:embed|v|e|shorts|live)/(?!videoseries|live_stream)([\w-]{6,})",
        ),
        ("youtube", r"youtube(?:-nocookie)?\.com/watch\?(?:[^#]*&)?v=([\w-]{6,})"),
        ("youtube", r"youtu\.be/([\w-]{6,})"),
        ("youtube", r"youtube(?:-nocookie)?\.com/embed\b"),
        # https://developer.vimeo.com/player/sdk/embed; what is not listed needs the second part, h
        ("vimeo", r"player\.vimeo\.com/video/(\d+(?:\?(?:[^#]*&)?h=\w+)?)"),
        ("vimeo", r"vimeo\.com/(?:event|showcase|album)/"),
        # https://docs.wistia.com/docs/embed-options-and-plugins
        ("wistia", r"wistia\.(?:com|net)/embed/(?:iframe|medias)/(\w+)"),
        ("wistia", r"wi\.st/embed/(?:iframe|medias)/(\w+)"),
        ("loom", r"loom\.com/embed/(\w+)"),
        ("vidyard", r"play\.vidyard\.com/(\w+)"),
        ("brightcove", r"players\.brightcove\.net/"),
        ("dailymotion", r"dailymotion\.com/embed/video/(\w+)"),
        ("dailymotion", r"dailymotion\.com/player[^?#]*\?(?:[^#]*&)?video=(\w+)"),
        ("dailymotion", r"dai\.ly/(\w+)"),
        ("facebook", r"facebook\.com/(?:v\d[\d.]*/)?plugins/video\.php"),
    )
)

_ATTRIBUTES = {
    "lite-youtube": ("youtube", "videoid"),
    "lite-vimeo": ("vimeo", "videoid"),
    "wistia-player": ("wistia", "media-id"),
    "rll-youtube-player": ("youtube", "data-id"),
    "vidyard-player-embed": ("vidyard", "data-uuid"),
}
"""Elements and classes that scripts make a player of, with the attribute that holds the id."""

_CLASSES = frozenset({*_ATTRIBUTES, "wistia_embed", "fb-video", "elementor-widget-video"})
_WISTIA = re.compile(r"wistia_async_(\w+)")
_SETTING = re.compile(r'"(?:youtube|vimeo|dailymotion)_url":"([^"]{1,300})"')
_ID = re.compile(r"[\w-]{5,64}", re.ASCII)
_HIDDEN_PART = re.compile(r"\?.*?\bh=(\w+)")


def player_of_address(address: str) -> Player | None:
    """The player that an absolute address, as it stands in a frame, loads; null where it is none that is known."""
    if len(address) > 2_000:
        return None
    for provider, pattern in _PLAYERS:
        found = pattern.match(address)
        if found:
            return Player(provider, _watched(provider, found[1] if pattern.groups else None, address))
    return None


def player_of_element(tag: Element) -> Player | None:
    """The player that scripts make of an element; null where it is none that is known."""
    attributes = tag.attrs
    if tag.name in _ATTRIBUTES:
        return _by_id(tag, tag.name)
    if tag.name in ("video", "video-js"):
        return _brightcove(tag) if "data-video-id" in attributes else None
    if "class" not in attributes or _CLASSES.isdisjoint(attributes["class"]):
        return None
    name = next(iter(_CLASSES.intersection(attributes["class"])))
    if name in _ATTRIBUTES:
        return _by_id(tag, name)
    if name == "wistia_embed":
        found = _WISTIA.search(" ".join(attributes["class"]))
        return Player("wistia", _WATCH["wistia"].format(found[1])) if found else None
    if name == "fb-video":
        return Player("facebook", _web_address(attribute(tag, "data-href")))
    return _elementor(tag)


def _watched(provider: str, name: str | None, address: str) -> str | None:
    if provider == "facebook":
        return _web_address(parse_qs(urlsplit(address).query).get("href", [None])[0])
    query = parse_qs(urlsplit(address).query)
    if name is None:
        playlist = query.get("list", [""])[0]
        is_list = provider == "youtube" and _ID.fullmatch(playlist)
        return f"https://www.youtube.com/playlist?list={playlist}" if is_list else address
    hidden = _HIDDEN_PART.search(name)
    return _WATCH[provider].format(f"{name.partition('?')[0]}/{hidden[1]}" if hidden else name)


def _by_id(tag: Element, name: str) -> Player | None:
    provider, key = _ATTRIBUTES[name]
    value = (attribute(tag, key) or "").strip()
    return Player(provider, _WATCH[provider].format(value)) if _ID.fullmatch(value) else None


def _brightcove(tag: Element) -> Player:
    """https://player.support.brightcove.com/publish/choose-correct-embed-code.html"""
    account, player, video = (
        (attribute(tag, name) or "").strip() for name in ("data-account", "data-player", "data-video-id")
    )
    known = account.isdigit() and video.isdigit()
    base = f"https://players.brightcove.net/{account}/{player or 'default'}_default/index.html?videoId={video}"
    return Player("brightcove", base if known else None)


def _elementor(tag: Element) -> Player | None:
    """The widget of a site builder for WordPress keeps its address as JSON."""
    found = _SETTING.search(html.unescape(attribute(tag, "data-settings") or "")[:10_000])
    return player_of_address(found[1].replace("\\/", "/")) if found else None


def _web_address(value: str | None) -> str | None:
    return value if value and value.startswith(("https://", "http://")) else None
