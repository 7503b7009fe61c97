import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.analyse.text.matcher import find_matches
from crawler.analyse.text.tokens import tokenise
from tests.crawler.analyse.packs import vocabulary


def named(text: str) -> set[str]:
    found = find_matches(tokenise(text), vocabulary(), text)
    return {str(ref) for match in found for ref in match.term.refs if not match.term.weak}


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("low back pain", {"condition:low_back_pain"}),
        ("Lower-Back Pains", {"condition:low_back_pain"}),
        ("arthritis of the knee", {"condition:knee_oa"}),
        ("platelet rich plasma (PRP)", {"treatment:prp"}),
        ("Runners’ knee", {"condition:pfps"}),
        ("torn ligaments", {"condition:ligament_injury"}),
        ("neck and back pain", {"condition:neck_pain", "condition:low_back_pain"}),
        ("Hip, Knee & Shoulder Pain", {"condition:hip_pain", "condition:knee_pain", "condition:shoulder_pain"}),
        ("knee, hip or hand arthritis", {"condition:knee_oa", "condition:hip_oa", "condition:thumb_arthritis"}),
        ("low. Back pain", {"condition:low_back_pain"}),
    ],
)
def test_terms(text: str, entities: set[str]) -> None:
    assert named(text) == entities


@pytest.mark.parametrize(
    ("text", "not_named"),
    [
        ("stem cell for hair", "treatment:stem_cell"),
        ("stem cell therapy for hair loss", "treatment:stem_cell"),
        ("knee-high socks", "body_area:knee"),
        ("cold laser hair removal", "treatment:laser"),
        ("laser hair removal", "treatment:laser"),
        ("get back to work", "body_area:low_back"),
        ("non-surgery options", "treatment:surgery"),
        ("non-surgical care", "treatment:surgery"),
        ("without surgery", "treatment:surgery"),
        ("rheumatoid arthritis", "condition:osteoarthritis"),
        ("low back pain", "body_area:low_back"),
        ("from head to toe", "body_area:foot"),
        ("on the other hand", "body_area:hand"),
        ("a gel for your hair", "treatment:hyaluronic"),
        ("an injection", "treatment:hyaluronic"),
        ("ten units", "treatment:tens"),
        ("the tendon heals", "condition:tendinopathy"),
        ("medical care", "treatment:medication"),
        ("cancer", "condition:coccydynia"),
    ],
)
def test_traps(text: str, not_named: str) -> None:
    assert not_named not in named(text)


def test_a_longer_term_uses_its_words_up() -> None:
    matches = find_matches(tokenise("chronic low back pain and back pain"), vocabulary())
    assert [match.end - match.first for match in matches] == [4, 2]


@settings(deadline=None)
@given(st.text(max_size=120))
def test_matches_never_overlap(text: str) -> None:
    tokens = tokenise(text)
    end = 0
    for match in find_matches(tokens, vocabulary()):
        assert end <= match.first < match.end <= len(tokens)
        end = match.end


@settings(deadline=None)
@given(st.lists(st.sampled_from("low back pain knee and or arthritis , . stem cell for hair PRP".split())))
def test_words_of_terms_in_any_order(words: list[str]) -> None:
    tokens = tokenise(" ".join(words))
    end = 0
    for match in find_matches(tokens, vocabulary()):
        assert end <= match.first
        end = match.end
