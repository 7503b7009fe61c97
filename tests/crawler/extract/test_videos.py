"""Players of every kind, and what only looks like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.extract.media.players import player_of_address
from crawler.extract.media.videos import videos
from crawler.tables.media import VideoRow

_ID = "dQw4w9WgXcQ"
_WATCH = f"https://www.youtube.com/watch?v={_ID}"


def _rows(markup: str) -> list[VideoRow]:
    page = Decoded(markup, "utf-8", "header")
    return videos(Document.of("https://clinic.example/page", "clinic.example", page))


ADDRESSES = {
    f"https://www.youtube.com/embed/{_ID}": ("youtube", _WATCH),
    f"https://www.youtube.com/embed/{_ID}?rel=0&autoplay=1": ("youtube", _WATCH),
    f"https://www.youtube-nocookie.com/embed/{_ID}": ("youtube", _WATCH),
    f"https://m.youtube.com/watch?app=desktop&v={_ID}": ("youtube", _WATCH),
    f"https://youtu.be/{_ID}?t=10": ("youtube", _WATCH),
    f"https://www.youtube.com/shorts/{_ID}": ("youtube", _WATCH),
    f"https://www.youtube.com/v/{_ID}": ("youtube", _WATCH),
    "https://www.youtube.com/embed/videoseries?list=PL0123456789": (
        "youtube",
        "https://www.youtube.com/playlist?list=PL0123456789",
    ),
    "https://www.youtube.com/embed/live_stream?channel=UC012": (
        "youtube",
        "https://www.youtube.com/embed/live_stream?channel=UC012",
    ),
    "https://player.vimeo.com/video/76979871": ("vimeo", "https://vimeo.com/76979871"),
    "https://player.vimeo.com/video/76979871?badge=0&h=0abc12&dnt=1": (
        "vimeo",
        "https://vimeo.com/76979871/0abc12",
    ),
    "https://vimeo.com/showcase/123/embed": ("vimeo", "https://vimeo.com/showcase/123/embed"),
    "https://fast.wistia.net/embed/iframe/ab12cd34ef?videoFoam=true": (
        "wistia",
        "https://fast.wistia.net/embed/iframe/ab12cd34ef",
    ),
    "https://www.loom.com/embed/0123456789abcdef": ("loom", "https://www.loom.com/share/0123456789abcdef"),
    "https://play.vidyard.com/AbCdEf123.html?v=3": ("vidyard", "https://play.vidyard.com/AbCdEf123"),
    "https://players.brightcove.net/123/default_default/index.html?videoId=456": (
        "brightcove",
        "https://players.brightcove.net/123/default_default/index.html?videoId=456",
    ),
    "https://www.dailymotion.com/embed/video/x7tgad0": (
        "dailymotion",
        "https://www.dailymotion.com/video/x7tgad0",
    ),
    "https://geo.dailymotion.com/player/x1.html?video=x7tgad0": (
        "dailymotion",
        "https://www.dailymotion.com/video/x7tgad0",
    ),
    "https://www.facebook.com/plugins/video.php?height=3&href=https%3A%2F%2Fwww.facebook.com%2Fclinic%2Fvideos%2F1": (
        "facebook",
        "https://www.facebook.com/clinic/videos/1",
    ),
    "https://www.facebook.com/plugins/video.php?href=javascript:x": ("facebook", None),
}

NO_PLAYERS = [
    "https://www.google.com/maps/embed?pb=1",
    "https://www.youtube.com/",
    "https://www.youtube.com/channel/UC0123456789",
    f"https://notyoutube.com/embed/{_ID}",
    f"https://youtube.com.clinic.example/embed/{_ID}",
    "https://player.vimeo.com/api/player.js",
    "https://www.facebook.com/plugins/page.php?href=x",
    "https://www.bloom.com/embed/0123456789abcdef",
    f"https://www.youtube.com/embed/{_ID}?{'x' * 5_000}",
]

ELEMENTS = {
    f'<iframe data-src="https://www.youtube.com/embed/{_ID}" src="about:blank"></iframe>': ("youtube", _WATCH),
    f'<iframe src="/wait.html" data-cookieblock-src="//www.youtube.com/embed/{_ID}"></iframe>': (
        "youtube",
        _WATCH,
    ),
    f'<embed src="http://www.youtube.com/v/{_ID}">': ("youtube", _WATCH),
    f'<lite-youtube videoid="{_ID}"></lite-youtube>': ("youtube", _WATCH),
    '<lite-vimeo videoid="76979871"></lite-vimeo>': ("vimeo", "https://vimeo.com/76979871"),
    f'<div class="rll-youtube-player" data-id="{_ID}"></div>': ("youtube", _WATCH),
    '<div class="wistia_embed wistia_async_ab12cd34ef videoFoam=true"></div>': (
        "wistia",
        "https://fast.wistia.net/embed/iframe/ab12cd34ef",
    ),
    '<wistia-player media-id="ab12cd34ef"></wistia-player>': (
        "wistia",
        "https://fast.wistia.net/embed/iframe/ab12cd34ef",
    ),
    '<img class="vidyard-player-embed" data-uuid="AbCdEf123" src="/t.jpg">': (
        "vidyard",
        "https://play.vidyard.com/AbCdEf123",
    ),
    '<div class="fb-video" data-href="https://www.facebook.com/clinic/videos/1"></div>': (
        "facebook",
        "https://www.facebook.com/clinic/videos/1",
    ),
    '<video-js data-account="123" data-player="p1" data-video-id="456"></video-js>': (
        "brightcove",
        "https://players.brightcove.net/123/p1_default/index.html?videoId=456",
    ),
    '<div class="elementor-widget elementor-widget-video" data-settings=\'{"youtube_url":"https:\\/\\/youtu.be\\/'
    + _ID
    + '","video_type":"youtube"}\'></div>': ("youtube", _WATCH),
    '<video src="v.mp4"></video>': ("file", "https://clinic.example/v.mp4"),
    '<video><source src="/v.webm"><source src="/v.mp4"></video>': ("file", "https://clinic.example/v.webm"),
    '<video data-src="/v.mp4"></video>': ("file", "https://clinic.example/v.mp4"),
    '<video src="blob:x"></video>': ("file", None),
    "<video></video>": ("file", None),
}

NO_VIDEOS = [
    '<iframe src="https://www.google.com/maps/embed?pb=1" title="Map"></iframe><iframe></iframe>',
    '<div class="wistia_embed"></div><lite-youtube></lite-youtube><lite-youtube videoid="a b"></lite-youtube>',
    f'<a href="{_WATCH}">Watch</a><audio src="/a.mp3"></audio><img src="/a.png" alt="">',
    f'<template><iframe src="https://www.youtube.com/embed/{_ID}"></iframe></template>',
    '<div class="elementor-widget-video" data-settings="{}"></div><div class="elementor-widget-video"></div>',
]


@pytest.mark.parametrize(("address", "expected"), ADDRESSES.items())
def test_player(address: str, expected: tuple[str, str | None]) -> None:
    assert player_of_address(address) == expected


@pytest.mark.parametrize("address", NO_PLAYERS)
def test_no_player(address: str) -> None:
    assert player_of_address(address) is None


@pytest.mark.parametrize(("markup", "expected"), ELEMENTS.items())
def test_element(markup: str, expected: tuple[str, str | None]) -> None:
    assert [(row.provider, row.src) for row in _rows(markup)] == [expected]


@pytest.mark.parametrize("markup", NO_VIDEOS)
def test_no_video(markup: str) -> None:
    assert _rows(markup) == []


def test_what_stands_for_a_lazy_player_without_scripts_is_no_second_one() -> None:
    embed = f"https://www.youtube.com/embed/{_ID}"
    markup = f'<iframe data-src="{embed}"></iframe><noscript><iframe src="{embed}"></iframe></noscript>'
    assert [(row.src, row.position) for row in _rows(markup)] == [(_WATCH, 1)]
    assert [row.src for row in _rows(f'<noscript><iframe src="{embed}"></iframe></noscript>')] == [_WATCH]


@given(st.text(alphabet="abc/?&=#:.%[]@ \x00é", max_size=40))
def test_never_raises(rest: str) -> None:
    for start in ("https://www.youtube.com/embed/", "https://www.facebook.com/plugins/video.php?href=", "http://"):
        player_of_address(start + rest)
        _rows(f'<iframe src="{start}{rest}"></iframe><div class="elementor-widget-video" data-settings="{rest}">')
