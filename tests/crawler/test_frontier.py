"""What is fetched next, and that nothing is fetched twice."""

import pytest

from crawler.frontier import WAYS, Frontier


def _taken(frontier: Frontier) -> list[str]:
    urls = []
    while known := frontier.take():
        urls.append(known.url)
        frontier.done(known)
    return urls


def test_fewest_clicks_come_first_and_what_only_a_sitemap_names_last() -> None:
    frontier = Frontier()
    frontier.add("s1", "map", "sitemap")
    frontier.add("both", "map", "sitemap")
    frontier.add("far", "home", depth=2)
    frontier.add("near", "home", depth=1)
    frontier.add("both", "home", depth=1)
    assert _taken(frontier) == ["near", "both", "far", "s1"]
    assert frontier["both"].in_sitemap
    assert not frontier["near"].in_sitemap


def test_a_url_is_handed_out_once() -> None:
    frontier = Frontier()
    frontier.add("a", None)
    assert frontier.claim("a")
    assert not frontier.claim("a")
    frontier.add("a", "later", depth=1)
    assert _taken(frontier) == []
    assert len(frontier) == 1


def test_what_waits_is_what_was_never_taken() -> None:
    frontier = Frontier()
    for url in "abc":
        frontier.add(url, None)
    frontier.take()
    assert [known.url for known in frontier.waiting()] == ["b", "c"]


@pytest.mark.parametrize(
    ("first", "second", "way", "found_on"),
    [("link", "sitemap", "link", "one"), ("sitemap", "link", "link", "two")],
)
def test_the_strongest_way_is_remembered(first: str, second: str, way: str, found_on: str) -> None:
    frontier = Frontier()
    frontier.add("a", "one", first)
    frontier.add("a", "two", second)
    assert (frontier["a"].way, frontier["a"].found_on, frontier["a"].in_sitemap) == (way, found_on, True)
    assert WAYS.index("link") < WAYS.index("sitemap")


def test_the_first_finder_is_remembered() -> None:
    frontier = Frontier()
    frontier.add("a", "first")
    frontier.add("a", "second")
    assert frontier["a"].found_on == "first"


def test_beyond_the_deepest_level_nothing_is_handed_out() -> None:
    frontier = Frontier(max_depth=1)
    frontier.add("seed", None, "seed", 0)
    seed = frontier.take()
    assert seed is not None
    frontier.add("near", "seed", depth=1)
    frontier.add("far", "near", depth=2)
    assert frontier.take() is None, "a level waits for the one before"
    frontier.done(seed)
    assert _taken(frontier) == ["near"]
    assert [frontier.too_deep(known) for known in frontier.waiting()] == [True]


def test_a_shorter_way_brings_a_url_back_into_reach() -> None:
    frontier = Frontier(max_depth=1)
    frontier.add("a", "far away", depth=2)
    assert frontier.take() is None
    frontier.add("a", "seed", depth=1)
    assert _taken(frontier) == ["a"]
