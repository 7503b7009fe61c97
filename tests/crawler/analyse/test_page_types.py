import pytest

from crawler.analyse.page_types import page_type
from tests.crawler.analyse.packs import taxonomy, vocabulary


@pytest.mark.parametrize(
    ("path", "title", "h1", "types", "expected"),
    [
        ("/", None, None, [], "home"),
        ("/index.html", None, None, [], "home"),
        ("/fr/", None, None, [], "home"),
        ("/conditions/sciatica", None, None, [], "condition"),
        ("/services/prp.html", None, None, [], "treatment"),
        ("/hip-pain.html", None, None, [], "condition"),
        ("/plantar-fasciitis/", None, None, [], "condition"),
        ("/prp-injections.html", None, None, [], "treatment"),
        ("/how-we-think-about-prp-in-practice", None, None, [], "other"),
        ("/blog/", None, None, [], "listing"),
        ("/blog/category/knee/", None, None, [], "listing"),
        ("/blog/knee-pain-tips", None, None, [], "article"),
        ("/2024/05/knee", None, None, [], "article"),
        ("/news-about-knees", "News", "News", ["BlogPosting,Thing"], "article"),
        ("/team/", None, None, [], "provider"),
        ("/meet-dr-lane", None, None, [], "provider"),
        ("/lane", "Ann Lane, MD", None, [], "provider"),
        ("/locations/marlow", None, None, [], "location"),
        ("/locations/marlow/meniscus-tear/", None, None, [], "condition"),
        ("/locations/marlow/prp-injections.html", None, None, [], "treatment"),
        ("/conditions/", "Knee pain and more", None, [], "listing"),
        ("/treatments", None, None, [], "listing"),
        ("/our-services/index.html", None, None, [], "listing"),
        ("/conditions-we-treat/", None, None, [], "listing"),
        ("/en/what-we-treat", None, None, [], "listing"),
        ("/therapy/", None, None, [], "treatment"),
        ("/how-a-new-brace-eases-lasting-knee-pain/", None, None, ["BlogPosting"], "article"),
        ("/contact.html", None, None, [], "contact"),
        ("/book-online", None, None, [], "contact"),
        ("/find", "Contact us", None, ["ContactPage"], "contact"),
        ("/faq", None, None, [], "faq"),
        ("/answers", "Answers", "Frequently asked questions", [], "faq"),
        ("/privacy-policy", None, None, [], "legal"),
        ("/insurance", None, None, [], "cost"),
        ("/patient-reviews-and-more", "Reviews", "Patient reviews", [], "testimonial"),
        ("/about-us", None, None, [], "about"),
        ("/anything", "A page", "A page", [], "other"),
        ("/%ff%fe", None, None, [], "other"),
    ],
)
def test_page_types(path: str, title: str | None, h1: str | None, types: list[str], expected: str) -> None:
    rules = taxonomy("musculoskeletal").page_types
    found = page_type(f"https://clinic.example{path}", title, h1, types, rules, vocabulary("musculoskeletal"))
    assert found == expected
