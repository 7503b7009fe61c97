"""Keyness: the two measures, and which words of a site pass."""

import pytest

from crawler.analyse import keyness
from tests.crawler.analyse.small_site import Page, Site, analysed_anew, rows


@pytest.mark.parametrize(
    ("uses", "size", "background", "background_size", "expected"),
    [
        (10, 1000, 10, 1000, 0.0),
        (20, 1000, 10, 1000, 3.398),
        (10, 1000, 0, 1000, 13.863),
        (5, 1000, 500, 100_000, 0.0),
        (50, 1000, 500, 100_000, 136.36),
    ],
)
def test_g2(uses: int, size: int, background: float, background_size: int, expected: float) -> None:
    assert keyness.g2(uses, size, background, background_size) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize(
    ("share", "background", "expected"), [(0.01, 0.01, 0), (0.02, 0.01, 1), (0.08, 0.01, 3), (0.01, 0.02, -1)]
)
def test_log_ratio(share: float, background: float, expected: float) -> None:
    assert keyness.log_ratio(share, background) == pytest.approx(expected)


_SAID = "Prolotherapy and the knee’s ligament. People say it works. It's the Shoreham way."


def _site(pages: int, text: str = _SAID, lang: str = "en", **more: object) -> Site:
    return Site(
        [Page(f"/{n}", blocks=[("h1", f"Page {n}"), ("p", text)], lang=lang, **more) for n in range(pages)],  # type: ignore[arg-type]
        places=["Shoreham"],
    )


def _words(site: Site) -> dict[str, tuple[int, int]]:
    db = analysed_anew(site)
    keyness.count_words(db)
    keyness.run(db, {"shoreham"})
    return {word: (uses, pages) for word, uses, pages in rows(db, "SELECT word, uses, pages FROM keyness")}


def test_words_that_set_a_site_apart() -> None:
    found = _words(_site(6, _SAID + " Prolotherapy helps."))
    assert found["prolotherapy"] == (12, 6)
    assert {"ligament", "knee"} <= found.keys()
    assert found.keys().isdisjoint({"the", "it's", "people", "shoreham", "s"})


def test_pages_that_search_engines_may_not_show_do_not_count() -> None:
    assert _words(_site(6, indexable=False)) == {}


def test_few_uses_say_nothing() -> None:
    assert "prolotherapy" not in _words(_site(4))


def test_french_apostrophes_part_words() -> None:
    found = _words(_site(6, "La douleur de l’épaule et l'arthrose du genou. " * 2, lang="fr"))
    assert {"épaule", "arthrose"} <= found.keys()


def test_words_that_may_be_broken_are_whole() -> None:
    found = _words(_site(6, "Prolo\u00adtherapy helps Crohn´s. Prolotherapy helps Crohn’s."))
    assert found == {"prolotherapy": (12, 6), "crohn": (12, 6)}
