import time

import pytest

from crawler.extract.blocks import blocks
from crawler.extract.claims.claims import claims
from crawler.extract.document import Document
from crawler.extract.encoding import Decoded
from crawler.tables.trust import ClaimRow

_CLAIMS = [
    ("absolute", "Our laser cures arthritis."),
    ("absolute", "Back pain can be cured in six visits."),
    ("absolute", "We guarantee lasting relief."),
    ("absolute", "Guaranteed results or your next visit is free."),
    ("absolute", "The injection is 100% safe."),
    ("absolute", "You get permanent relief from knee pain."),
    ("absolute", "It gets rid of the cause and relieves pain permanently."),
    ("absolute", "People call it a miracle cure for sciatica."),
    ("absolute", "The treatment is risk-free and quick."),
    ("absolute", "Shockwave has no side effects."),
    ("absolute", "It is a completely painless procedure."),
    ("absolute", "Decompression eliminates nerve pain."),
    ("approval", "Our exosomes are FDA-approved."),
    ("approval", "All stem cell products used here are approved by the FDA."),
    ("approval", "We use an FDA registered amniotic allograft."),
    ("superlative", "We are the best chiropractors in Harbor Town."),
    ("superlative", "We are home to the best podiatrist in Harbor Town."),
    ("superlative", "Harbor Clinic is a leading provider of joint care."),
    ("superlative", "Dr. Moss is one of the county's leading knee surgeons."),
    ("superlative", "The #1 rated clinic for back pain."),
    ("superlative", "It is the most effective treatment for heel pain."),
    ("superlative", "Prolotherapy is the treatment of choice for loose ligaments."),
    ("superlative", "Cell therapy is better than surgery."),
    ("superlative", "Our care is second to none."),
    ("tissue_effect", "PRP injections heal damaged tendons."),
    ("tissue_effect", "Prolotherapy strengthens and tightens loose ligaments."),
    ("tissue_effect", "Stem cell therapy regenerates cartilage in the knee."),
    ("tissue_effect", "The treatment stimulates the repair of injured tissue."),
    ("tissue_effect", "Not only does the laser calm pain, the laser also repairs nerves."),
    ("prevention", "The therapy prevents further degeneration of the joint."),
    ("prevention", "PRP stops arthritis in its tracks."),
    ("prevention", "With shockwave our patients avoid surgery."),
    ("prevention", "It eliminates the need for knee replacement."),
    ("evidence", "Prolotherapy is clinically proven."),
    ("evidence", "It has been shown to reduce pain within weeks."),
    ("evidence", "Studies show that most patients recover."),
    ("evidence", "According to recent research, laser shortens recovery."),
    ("evidence", "It is not only proven to work, it is gentle."),
    ("evidence", "Research shows that it works without adverse effects."),
    ("evidence", "Studies found that patients who did not improve with rest felt better."),
    ("evidence", "What research shows is that rest heals tendons."),
    ("testimonial", "“After two visits I was pain-free.”"),
    ("testimonial", "“Dr. Moss changed my life!”"),
]  # fmt: skip

_NONE = [
    "This is not a cure.",
    "There is no known cure for arthritis.",
    "Can arthritis be cured?",
    "We cannot guarantee results.",
    "No result, cure or outcome is guaranteed.",
    "The filling is cured with a blue light.",
    "The cure time of the resin is short.",
    "We guarantee your privacy.",
    "100 % of the proceeds go to the shelter.",
    "Turnout was 100%.",
    "We do permanent makeup and permanent retainers.",
    "Bring proof of permanent residence.",
    "Untreated, it leads to permanent nerve damage.",
    "The shelf holds Miracle-Gro for the plants.",
    "Book a risk-free consultation.",
    "PRP has few or no side effects.",
    "Ask your doctor about side effects.",
    "Exosomes are not FDA-approved.",
    "No stem cell product is approved by the FDA for knees.",
    "We use an FDA-cleared laser beside regenerative medicine.",
    "The best time to call is the morning.",
    "We follow best practices.",
    "We wish you the best of luck.",
    "Walking is the best way to stretch the calf.",
    "These are the best exercises for the hip.",
    "We help you to decide on the best treatment.",
    "For best results, rest for a day.",
    "Heart disease is the leading cause of death.",
    "Poor posture, leading to neck pain, is common.",
    "Back pain is the #1 cause of missed work.",
    "Choose the hospital of your choice.",
    "PRP may heal damaged tendons.",
    "Laser can help repair tissue.",
    "Studies suggest that the injection strengthens ligaments.",
    "The therapy aims to rebuild cartilage.",
    "Bones heal in six weeks.",
    "The heel takes the load.",
    "Exercise strengthens the muscles, and so does physical therapy.",
    "Surgery repairs the torn tendon.",
    "Your wound needs a day to heal after the procedure.",
    "Stretch daily to prevent further injury.",
    "Take an earlier road to avoid traffic.",
    "Our team has a proven track record.",
    "You will be shown to your room.",
    "Innocent until proven guilty.",
    "Dr. Moss leads research at the college.",
    "Good trials found no benefit.",
    "Studies show little or no improvement after a year.",
    "Research found it no better than a sham injection.",
    "Studies have found that it did not reduce pain.",
    "Trials found that the laser doesn’t help.",
    "It has not been shown to relieve pain.",
    "According to recent research there is little evidence for it.",
    "Studies found the method ineffective.",
    "Here is what the research shows about heel pain.",
    "We explain how studies demonstrate an effect.",
    "The treatment is not proven.",
    "Smith J, Doe A. Injection heals tendons in adults: a trial. J Pain. 2021;3:1-8.",
    "Statements have not been evaluated by the FDA and the therapy is not intended to cure disease.",
    "Be wary of clinics that promise a cure.",
    "I drove home and my car was fine.",
]


def _claims(body: str, lang: str = "en", url: str = "https://clinic.example/page") -> list[ClaimRow]:
    page = f'<html lang="{lang}"><body>{body}</body></html>'
    document = Document.of(url, "clinic.example", Decoded(page, "utf-8", "header"))
    return claims(document, blocks(document))


@pytest.mark.parametrize(("claim_class", "sentence"), _CLAIMS)
def test_a_promise_is_found(claim_class: str, sentence: str) -> None:
    found = _claims(f"<p>The joint is stiff. {sentence} Call us.</p>")
    assert [(row.claim_class, row.sentence) for row in found] == [(claim_class, sentence)]
    assert found[0].phrase in sentence


@pytest.mark.parametrize("sentence", _NONE)
def test_what_promises_nothing(sentence: str) -> None:
    assert _claims(f"<p>{sentence}</p>") == []


@pytest.mark.parametrize(
    ("lang", "claim_class", "sentence"),
    [
        ("es", "absolute", "Obtendrá resultados garantizados."),
        ("es-MX", "superlative", "Somos la mejor clínica de la ciudad."),
        ("es", "tissue_effect", "La terapia regenera el cartílago."),
        ("es", "evidence", "El método está científicamente probado."),
        ("fr", "absolute", "Un traitement miracle contre la douleur."),
        ("fr", "superlative", "Le meilleur cabinet de la ville."),
        ("fr", "prevention", "Le traitement stoppe l’arthrose."),
        ("fr", "evidence", "Des études ont démontré cet effet."),
        ("de", "absolute", "Die Behandlung hat keine Nebenwirkungen."),
        ("de", "superlative", "Wir sind die beste Praxis der Stadt."),
        ("de", "tissue_effect", "Die Stammzelltherapie regeneriert den Knorpel."),
        ("de-AT", "evidence", "Die Wirkung ist wissenschaftlich bewiesen."),
    ],
)
def test_other_languages(lang: str, claim_class: str, sentence: str) -> None:
    assert [row.claim_class for row in _claims(f"<p>{sentence}</p>", lang)] == [claim_class]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("es", "No garantizamos resultados."),
        ("es", "El plasma puede ayudar."),
        ("fr", "Ce traitement n’est pas un remède miracle."),
        ("fr", "La cure thermale dure trois semaines."),
        ("fr", "Nous vous aidons à choisir le meilleur traitement."),
        ("de", "Das ist kein Wundermittel."),
        ("de", "Die Therapie kann das Gewebe regenerieren."),
        ("es", "Los estudios demuestran que no hay diferencia."),
        ("es", "Lo que los estudios demuestran sobre el talón."),
        ("fr", "Les études montrent peu de bénéfices."),
        ("fr", "Ce que les études montrent."),
        ("de", "Studien zeigen keinen Unterschied."),
        ("de", "Was die Studien zeigen, lesen Sie hier."),
    ],
)
def test_nothing_promised_in_other_languages(lang: str, sentence: str) -> None:
    assert _claims(f"<p>{sentence}</p>", lang) == []


def test_the_language_of_an_undeclared_page_is_that_of_its_text() -> None:
    text = (
        "Le genou est la plus grande articulation du corps et il porte la plus grande partie de notre poids. "
        "Nous avons le meilleur traitement de la région."
    )
    assert [row.claim_class for row in _claims(f"<p>{text}</p>", "")] == ["superlative"]


def test_several_classes_one_of_each_in_a_sentence() -> None:
    found = _claims(
        "<h2>The best clinic in town</h2><p>Rest. Guaranteed relief and permanent results, clinically proven.</p>"
    )
    assert [(row.position, row.claim_class, row.phrase, row.block_position) for row in found] == [
        (1, "superlative", "best clinic", 1),
        (2, "absolute", "Guaranteed", 2),
        (3, "evidence", "clinically proven", 2),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<footer><p>We are the best clinic in town.</p></footer>",
        "<nav><p>We are the best clinic in town.</p></nav>",
        "<h2>Is this the best treatment for you</h2>",
        "<h2>Results: what the research shows</h2>",
        "<h2>Laser therapy – how it cures arthritis</h2>",
        '<p><a href="/best">The best clinic in town</a></p>',
    ],
)
def test_places_that_do_not_count(body: str) -> None:
    assert _claims(body) == []


@pytest.mark.parametrize(
    ("body", "cited"),
    [
        ("<p>It is clinically proven.</p>", False),
        ("<p>It is clinically proven [1].</p>", True),
        ("<p>It is clinically proven (2).</p>", True),
        ("<p>It is clinically proven<sup>3</sup>.</p>", True),
        ("<p>It is clinically proven.<span class=cite-inline>8</span></p>", True),
        ("<p>It is clinically proven. <em>Refs. 2, 3</em></p>", True),
        ("<p>It is clinically proven for 5 m<sup>2</sup>.</p>", False),
        ("<p>It is clinically proven since (2019).</p>", False),
        ('<p>It is <a href="https://pubmed.ncbi.nlm.nih.gov/1/">clinically proven</a>.</p>', True),
        ('<p>It is <a href="https://doi.org/10.1000/x">clinically proven</a>.</p>', True),
        ('<p>It is <a href="/about">clinically proven</a>.</p>', False),
        ("<div>It is clinically proven.<p>Another <sup>1</sup></p></div>", False),
    ],
)
def test_a_citation_in_the_same_block(body: str, *, cited: bool) -> None:
    assert [row.is_cited for row in _claims(body)] == [cited]


@pytest.mark.parametrize(
    ("body", "classes"),
    [
        ("<blockquote>I am pain-free after ten years.</blockquote>", ["testimonial"]),
        ('<div class="testimonial-card"><p>My back is fine. I am pain-free.</p></div>', ["testimonial"]),
        ("<h2>Patient stories</h2><p>I got back to running.</p>", ["testimonial"]),
        ("<p>I am pain-free after ten years.</p>", []),
        ("<blockquote>I love the friendly staff.</blockquote>", []),
        ("<blockquote>They are the best clinic, I say.</blockquote>", []),
        ("<blockquote>I am pain-free.</blockquote><p>Individual results vary.</p>", []),
    ],
)
def test_testimonials(body: str, classes: list[str]) -> None:
    assert [row.claim_class for row in _claims(body)] == classes


def test_what_a_heading_says_beside_its_question() -> None:
    [row] = _claims("<h2>Heel pain: the best clinic in town – what to expect</h2>")
    assert (row.claim_class, row.sentence) == ("superlative", "the best clinic in town")


@pytest.mark.parametrize(
    ("lang", "words", "found"),
    [
        ("en", "Results vary.", 0),
        ("en", "Results differ from one person to another.", 0),
        ("en", "Outcomes vary.", 0),
        ("en", "The outcomes of treatment may differ.", 0),
        ("en", "Individual results are not alike.", 0),
        ("en", "Your results may be different.", 0),
        ("en", "This is not a typical case.", 0),
        ("en", "Our results", 1),
        ("en", "Our results are different from others.", 1),
        ("es", "Los resultados pueden ser diferentes.", 0),
        ("es", "Los resultados difieren de una persona a otra.", 0),
        ("es", "Vea los resultados.", 1),
        ("fr", "Les résultats peuvent différer.", 0),
        ("fr", "Les résultats diffèrent d’une personne à l’autre.", 0),
        ("fr", "Voyez les résultats.", 1),
        ("de", "Ihre Ergebnisse können anders sein und voneinander abweichen.", 0),
        ("de", "Die Ergebnisse sind von Person zu Person unterschiedlich.", 0),
        ("de", "Das sind die Ergebnisse.", 1),
    ],
)
def test_words_that_say_that_results_vary(lang: str, words: str, found: int) -> None:
    story = {
        "en": "I am pain-free.",
        "es": "Me curaron y estoy sin dolor.",
        "fr": "Et je suis guéri.",
        "de": "Heute bin ich schmerzfrei.",
    }
    page = f"<blockquote>{story[lang]}</blockquote><h2>{words}</h2><p>Different people, other varying days.</p>"
    assert len(_claims(page, lang)) == found


@pytest.mark.parametrize(
    "text",
    [
        "studies show " * 8_000,
        "best " * 20_000,
        "best" * 25_000,
        "a best of " * 10_000,
        "healing " * 12_000,
        "no cure, " * 11_000,
        "(1) " * 25_000,
    ],
)
def test_hostile_text_takes_no_time(text: str) -> None:
    start = time.process_time()
    _claims(f"<p>{text}</p>")
    assert time.process_time() - start < 1
