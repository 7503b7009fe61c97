"""Which properties an item of structured data needs, by its type: opinions of search engines, with their source."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

BUSINESSES = (
    "LocalBusiness|MedicalBusiness|MedicalClinic|MedicalOrganization|Physician|PhysiciansOffice|IndividualPhysician"
    "|Dentist|Hospital|Optician|Pharmacy|DiagnosticLab|CommunityHealth|Dermatology|DietNutrition|Emergency|Geriatric"
    "|Gynecologic|Midwifery|Nursing|Obstetric|Oncologic|Optometric|Otolaryngologic|Pediatric|Physiotherapy"
    "|PlasticSurgery|Podiatric|PrimaryCare|Psychiatric|PublicHealth|HealthAndBeautyBusiness|HealthClub|DaySpa"
    "|ProfessionalService|EmergencyService|CovidTestingFacility"
).split("|")
"""LocalBusiness and those of its kinds on schema.org that a clinic may be."""

_EVENTS = (
    "Event BusinessEvent CourseInstance EducationEvent ExhibitionEvent Hackathon SaleEvent SocialEvent SportsEvent"
)
_PEOPLE = ("Physician", "IndividualPhysician", "MedicalOrganization")
"""Published for a doctor or for a group of clinics as often as for a place with a door: they may have no address."""

_GOOGLE = "https://developers.google.com/search/docs/appearance/structured-data/"
_SCHEMA = "https://schema.org/"

_ANYWHERE = ".*"
_ON_ITS_OWN = r"((mainEntity|mainEntityOfPage|about)(\.(mainEntity|about))*)?"
_BYLINE = r"((mainEntity|mainEntityOfPage|about|isPartOf)\.)*(author|reviewedBy)"


@dataclass(frozen=True)
class Profile:
    """Properties of an item of one of `types`; ``a or b`` where either will do.

    `where`: pattern of the path from the outermost item: a clinic that an article only mentions as its publisher
    needs no address. `least`: properties that it has, or it is a mention as well. `source`: where the rule stands.
    """

    id: str
    types: tuple[str, ...]
    source: str
    required: tuple[str, ...] = ()
    recommended: tuple[str, ...] = ()
    where: str = _ANYWHERE
    least: int = 0


PROFILES = (
    Profile(
        id="business",
        types=tuple(kind for kind in BUSINESSES if kind not in _PEOPLE),
        source=_GOOGLE + "local-business",
        required=("name", "address"),
        recommended=(
            "telephone",
            "url",
            "openingHoursSpecification or openingHours",
            "geo",
            "image or logo or photo",
        ),
        where=_ON_ITS_OWN,
        least=2,
    ),
    Profile(
        id="physician",
        types=("Physician", "IndividualPhysician"),
        source=_SCHEMA + "Physician",
        required=("name",),
        recommended=(
            "medicalSpecialty",
            "telephone",
            "address or worksFor or hospitalAffiliation",
            "image or photo",
        ),
        where=_ON_ITS_OWN,
        least=2,
    ),
    Profile(
        id="organization",
        types=("Organization", "MedicalOrganization", "NGO", "Corporation"),
        source=_GOOGLE + "organization",
        recommended=("name", "url", "logo", "sameAs"),
        where=_ON_ITS_OWN,
        least=2,
    ),
    Profile(
        id="website",
        types=("WebSite",),
        source="https://developers.google.com/search/docs/appearance/site-names",
        required=("name", "url"),
        where=_ON_ITS_OWN,
        least=1,
    ),
    Profile(
        id="medical_page",
        types=("MedicalWebPage",),
        source=_SCHEMA + "MedicalWebPage",
        recommended=("lastReviewed", "reviewedBy"),
        where=_ON_ITS_OWN,
    ),
    Profile(
        id="condition",
        types=("MedicalCondition",),
        source=_SCHEMA + "MedicalCondition",
        recommended=("name", "signOrSymptom", "possibleTreatment"),
        where=_ON_ITS_OWN,
        least=2,
    ),
    Profile(
        id="therapy",
        types=("MedicalTherapy", "PhysicalTherapy"),
        source=_SCHEMA + "MedicalTherapy",
        recommended=("name", "contraindication", "seriousAdverseOutcome"),
        where=_ON_ITS_OWN,
        least=2,
    ),
    Profile(
        id="article",
        types=("Article", "BlogPosting", "NewsArticle"),
        source=_GOOGLE + "article",
        recommended=("headline", "author", "datePublished", "dateModified", "image"),
        where=_ON_ITS_OWN,
    ),
    Profile(
        id="byline",
        types=("Person", "Physician"),
        source=_GOOGLE + "article#author-bp",
        required=("name",),
        recommended=("url or sameAs",),
        where=_BYLINE,
    ),
    Profile(
        id="person",
        types=("Person",),
        source=_GOOGLE + "profile-page",
        required=("name",),
        recommended=("url or sameAs", "jobTitle"),
        where=_ON_ITS_OWN,
        least=1,
    ),
    Profile(
        id="faq",
        types=("FAQPage",),
        source=_SCHEMA + "FAQPage",
        required=("mainEntity",),
    ),
    Profile(
        id="question",
        types=("Question",),
        source=_SCHEMA + "Question",
        required=("name or text", "acceptedAnswer or suggestedAnswer"),
    ),
    Profile(
        id="answer",
        types=("Answer",),
        source=_SCHEMA + "Answer",
        required=("text",),
    ),
    Profile(
        id="breadcrumb",
        types=("BreadcrumbList",),
        source=_GOOGLE + "breadcrumb",
        required=("itemListElement",),
    ),
    Profile(
        id="review",
        types=("Review", "UserReview"),
        source=_GOOGLE + "review-snippet",
        required=("author", "reviewRating"),
    ),
    Profile(
        id="rating",
        types=("AggregateRating",),
        source=_GOOGLE + "review-snippet",
        required=("ratingValue", "ratingCount or reviewCount"),
    ),
    Profile(
        id="event",
        types=tuple(_EVENTS.split()),
        source=_GOOGLE + "event",
        required=("name", "startDate", "location"),
        recommended=("endDate", "description", "image", "organizer", "eventStatus", "offers", "performer"),
    ),
    Profile(
        id="video",
        types=("VideoObject",),
        source=_GOOGLE + "video",
        required=("name", "thumbnailUrl or thumbnail", "uploadDate"),
        recommended=("description", "contentUrl or embedUrl", "duration"),
    ),
)
"""As the documents stood in 2026. No profile asks that anything be taken away: what shows nothing in results any more,
such as a FAQ, stays valid."""


class Need(NamedTuple):
    """A property that items of a type need, as a row; `property`: ``a or b`` where either will do."""

    type: str
    profile: str
    path_pattern: str
    least: int
    severity: str
    property: str


def needs() -> Iterator[Need]:
    """Every type with every property that it needs."""
    for profile in PROFILES:
        for severity, properties in (("required", profile.required), ("recommended", profile.recommended)):
            for kind in profile.types:
                for name in properties:
                    yield Need(kind, profile.id, profile.where, profile.least, severity, name)
