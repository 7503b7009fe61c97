"""What is fetched next, and that nothing is fetched twice."""

from crawler.frontier import Frontier


def _taken(frontier: Frontier) -> list[str]:
    urls = []
    while known := frontier.take():
        urls.append(known.url)
    return urls


def test_links_come_before_what_only_a_sitemap_names() -> None:
    frontier = Frontier()
    frontier.add("s1", "map", from_sitemap=True)
    frontier.add("both", "map", from_sitemap=True)
    frontier.add("l1", "home")
    frontier.add("both", "home")
    assert _taken(frontier) == ["l1", "both", "s1"]
    assert frontier.in_sitemap("both")
    assert not frontier.in_sitemap("l1")


def test_a_url_is_handed_out_once() -> None:
    frontier = Frontier()
    frontier.add("a", None)
    assert frontier.claim("a")
    assert not frontier.claim("a")
    frontier.add("a", "later")
    assert _taken(frontier) == []
    assert len(frontier) == 1


def test_what_waits_is_what_was_never_taken() -> None:
    frontier = Frontier()
    for url in "abc":
        frontier.add(url, None)
    frontier.take()
    assert [known.url for known in frontier.waiting()] == ["b", "c"]


def test_the_first_finder_is_remembered() -> None:
    frontier = Frontier()
    frontier.add("a", "first")
    frontier.add("a", "second")
    assert frontier["a"].found_on == "first"
