"""Which phrases go together, what a cluster is called, and what can name a topic."""

import pytest

from crawler.analyse.topic_clusters import SitePhrase, clustered, is_telling


def _phrase(words: str, pages: int = 2, about: int = 1, score: float = 50, language: str = "en") -> SitePhrase:
    """A phrase whose words are their own stems."""
    key = words.lower().replace("-", " ")
    return SitePhrase(language, key, words, pages, about, 0, 0, 3 * pages, score)


@pytest.mark.parametrize(
    ("phrases", "shared", "expected"),
    [
        (["dry eye", "dry eye drops"], {}, [{"dry eye", "dry eye drops"}]),
        (["insurance plan", "plan"], {}, [{"insurance plan", "plan"}]),
        (["dry eye", "iron infusion"], {}, [{"dry eye"}, {"iron infusion"}]),
        (["dry eye", "iron infusion"], {("dry eye", "iron infusion"): 0.6}, [{"dry eye", "iron infusion"}]),
        (["dry eye", "iron infusion"], {("dry eye", "iron infusion"): 0.59}, [{"dry eye"}, {"iron infusion"}]),
        (["autologous serum", "autologous tears"], {("autologous serum", "autologous tears"): 0.2}, [{"autologous serum", "autologous tears"}]),
        (["autologous serum", "autologous tears"], {}, [{"autologous serum"}, {"autologous tears"}]),
        (["first day", "day bed"], {("day bed", "first day"): 0.3}, [{"first day"}, {"day bed"}]),
        (["eye", "dry eyelid"], {}, [{"eye"}, {"dry eyelid"}]),
    ],
)  # fmt: skip
def test_phrases_that_go_together(
    phrases: list[str], shared: dict[tuple[str, str], float], expected: list[set[str]]
) -> None:
    found = clustered([_phrase(words) for words in phrases], {"en": shared})
    assert sorted(sorted(p.key for p in cluster.phrases) for cluster in found) == sorted(map(sorted, expected))


def test_likeness_does_not_spread() -> None:
    """Two phrases that are each like a third, but not the first of a cluster, stay apart."""
    phrases = [_phrase("a one", score=9), _phrase("b two", score=8), _phrase("c three", score=7)]
    shared = {("a one", "b two"): 0.9, ("b two", "c three"): 0.9}
    assert [len(cluster.phrases) for cluster in clustered(phrases, {"en": shared})] == [2, 1]


def test_languages_stay_apart() -> None:
    phrases = [_phrase("massage"), _phrase("massage", language="fr")]
    assert len(clustered(phrases, {})) == 2


@pytest.mark.parametrize("turned", [False, True])
def test_order_of_the_phrases_changes_nothing(turned: bool) -> None:
    phrases = [_phrase(words) for words in ("dry eye", "dry eye drops", "eye drops", "bone marrow")]
    found = clustered(reversed(phrases) if turned else phrases, {})
    assert [cluster.label.key for cluster in found] == ["bone marrow", "dry eye", "eye drops"]


@pytest.mark.parametrize(
    ("phrases", "label"),
    [
        ([_phrase("dry eye", 5), _phrase("dry eye drops", 2)], "dry eye"),
        ([_phrase("dry eye", 2), _phrase("dry eye drops", 2)], "dry eye"),
        ([_phrase("mesenchymal stromal", 4), _phrase("mesenchymal stromal cells", 2)], "mesenchymal stromal cells"),
        ([_phrase("mesenchymal stromal", 5), _phrase("mesenchymal stromal cells", 2)], "mesenchymal stromal"),
        ([_phrase("root pain", 2), _phrase("pain", 9)], "root pain"),
        ([_phrase("night splint", 2), _phrase("same-day night splint", 1)], "night splint"),
    ],
)  # fmt: skip
def test_label_is_what_most_pages_use(phrases: list[SitePhrase], label: str) -> None:
    [cluster] = clustered(phrases, {})
    assert cluster.label.keyphrase == label


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("dry eye", "en", True),
        ("treatment option", "en", False),
        ("range of motion", "en", True),
        ("anxiety and pain", "en", False),
        ("shockwave", "en", True),
        ("biologic", "en", False),
        ("pain", "en", False),
        ("people", "en", False),
        ("same-day", "en", False),
        ("kinésithérapie", "fr", True),
        ("drainage lymphatique", "fr", True),
    ],
)
def test_what_can_name_a_topic(words: str, language: str, expected: bool) -> None:
    assert is_telling(_phrase(words, language=language)) is expected
