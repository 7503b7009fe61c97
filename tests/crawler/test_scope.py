"""What belongs to a crawl."""

import pytest

from crawler.scope import Scope, directory, hosts_of

_SEED = "https://www.clinic.example/blog/post"


@pytest.mark.parametrize(
    ("url", "alone", "with_others", "with_subdomains"),
    [
        ("https://www.clinic.example/x", True, True, True),
        ("http://www.clinic.example/", True, True, True),
        ("https://clinic.example/", False, False, True),
        ("https://shop.clinic.example/", False, True, True),
        ("https://a.b.clinic.example/", False, False, True),
        ("https://badclinic.example/", False, False, False),
        ("https://www.clinic.example:8443/", False, False, False),
        ("https://other.example/", False, False, False),
    ],
)
def test_hosts(url: str, alone: bool, with_others: bool, with_subdomains: bool) -> None:
    assert hosts_of(_SEED).include(url) is alone
    assert hosts_of(_SEED, ["shop.clinic.example"]).include(url) is with_others
    assert hosts_of(_SEED, subdomains=True).include(url) is with_subdomains


@pytest.mark.parametrize(
    ("path", "include", "exclude", "url", "why"),
    [
        (None, (), (), "/anything?x=1", None),
        ("/blog/", (), (), "/blog/post", None),
        ("/blog/", (), (), "/blogger", "outside of the path /blog/"),
        (None, ("/a*", "*.html"), (), "/b/c.html", None),
        (None, ("/a",), (), "/b", "matches none of the patterns to include"),
        (None, (), ("/private",), "/private/x", "excluded by the pattern /private"),
        (None, (), ("/private$",), "/private/x", None),
        (None, (), ("*?sort=",), "/list?sort=up", "excluded by the pattern *?sort="),
        (None, ("/a",), ("/a/b",), "/a/b", "excluded by the pattern /a/b"),
        (
            None,
            (),
            ("https://www.clinic.example/x$",),
            "/x",
            "excluded by the pattern https://www.clinic.example/x$",
        ),
        (None, (), ("/a.b",), "/aXb", None),
        (None, (), ("/(",), "/(x", "excluded by the pattern /("),
    ],
)
def test_patterns(
    path: str | None, include: tuple[str, ...], exclude: tuple[str, ...], url: str, why: str | None
) -> None:
    scope = Scope(hosts_of(_SEED), path, include, exclude)
    assert scope.why_not(f"https://www.clinic.example{url}") == why


@pytest.mark.parametrize(
    ("url", "path"), [(_SEED, "/blog/"), ("https://a.example/", "/"), ("https://a.example/x?y=/z/", "/")]
)
def test_directory(url: str, path: str) -> None:
    assert directory(url) == path
