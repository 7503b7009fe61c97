import pytest

from crawler.analyse.syllables import syllables


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("table", 2), ("whole", 1), ("muscles", 2), ("treated", 2), ("handled", 2), ("called", 1), ("relieved", 2),
        ("therapy", 3), ("injury", 3), ("arthritis", 3), ("osteoarthritis", 6), ("prolotherapy", 5), ("create", 2), ("creature", 2),
        ("patient", 2), ("client", 2), ("degenerative", 5), ("area", 3), ("idea", 3), ("experience", 4), ("orthopedic", 4),
        ("exercise", 3), ("exercises", 4), ("medial", 3), ("special", 2), ("radiation", 4), ("association", 5), ("million", 2),
        ("people", 2), ("surgeons", 2), ("society", 4), ("sea", 1), ("quality", 3), ("usually", 4), ("tissue", 2), ("movement", 2),
        ("supplement", 3), ("safely", 2), ("rely", 2), ("sometimes", 2), ("matches", 2), ("aches", 1), ("spasm", 2), ("fasciitis", 4),
        ("royal", 2), ("carrying", 3), ("easier", 3), ("marriage", 2), ("knee’s", 1), ("a", 1), ("low-back", 2), ("2021", 1), ("X", 1),
    ],
)  # fmt: skip
def test_english(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


@pytest.mark.parametrize(
    ("language", "word", "count"),
    [
        ("es", "rodilla", 3), ("es", "cirugía", 4), ("es", "agua", 2), ("es", "que", 1), ("es", "ciudad", 2), ("es", "tratamiento", 4),
        ("es", "país", 2), ("es", "muy", 1),
        ("fr", "genou", 2), ("fr", "épaule", 2), ("fr", "douleurs", 2), ("fr", "kinésithérapeute", 6), ("fr", "le", 1),
        ("fr", "théâtre", 2),
        ("de", "Schulter", 2), ("de", "Knie", 1), ("de", "Behandlung", 3), ("de", "Häuser", 2), ("de", "Schmerzen", 2),
        ("it", "ginocchio", 3), ("it", "dolore", 3), ("pt", "joelho", 3), ("pt", "coração", 3),
        ("nl", "knie", 1), ("nl", "schouder", 2), ("nl", "ziekenhuis", 3), ("ru", "колено", 3), ("ru", "врач", 1),
    ],
)  # fmt: skip
def test_other_languages(language: str, word: str, count: int) -> None:
    assert syllables(word, language) == count
