"""Structured data: what a page tells search engines in their own format (schema.org)."""

from crawler.checks.check import Check

# LocalBusiness and those of its kinds on schema.org that a clinic may be.
_BUSINESS = (
    "LocalBusiness|MedicalBusiness|MedicalClinic|MedicalOrganization|Physician|PhysiciansOffice|IndividualPhysician"
    "|Dentist|Hospital|Optician|Pharmacy|DiagnosticLab|CommunityHealth|Dermatology|DietNutrition|Emergency|Geriatric"
    "|Gynecologic|Midwifery|Nursing|Obstetric|Oncologic|Optometric|Otolaryngologic|Pediatric|Physiotherapy"
    "|PlasticSurgery|Podiatric|PrimaryCare|Psychiatric|PublicHealth|HealthAndBeautyBusiness|HealthClub|DaySpa"
    "|ProfessionalService|EmergencyService|CovidTestingFacility"
)

CHECKS = (
    Check(
        id="structured_data.parse_error",
        severity="error",
        population="published_items",
        title="Structured data cannot be read",
        why="Search engines ignore all of a block that has a typing error.",
        fix="Correct the block; the evidence names the line. Google's Rich Results Test shows it as well.",
        sql="""
            SELECT url, syntax || ' block ' || position || ': ' || error AS evidence
            FROM published_items WHERE error IS NOT NULL
        """,
    ),
    Check(
        id="structured_data.missing",
        severity="notice",
        population="whole_site",
        title="The site has no structured data in JSON-LD",
        why="It tells search engines name, address, phone and opening hours; JSON-LD is the form Google asks for.",
        fix="Let your website system or a plugin add structured data for the clinic.",
        sql="""
            SELECT url, 'None on ' || counted((SELECT count(*) FROM html_pages), 'page') AS evidence
            FROM whole_site WHERE NOT EXISTS (SELECT 1 FROM published_items WHERE syntax = 'json-ld')
        """,
    ),
    Check(
        id="structured_data.business_missing",
        severity="warning",
        population="home_and_contact_pages",
        title="Structured data does not say what clinic this is",
        why="Search engines read name, address and phone of a clinic from it, above all on home and contact pages.",
        fix="Add a MedicalClinic, Physician, Dentist or LocalBusiness item with name, address and phone.",
        sql=rf"""
            SELECT url, 'None of the home and contact pages has a JSON-LD item of a local business' AS evidence
            FROM home_and_contact_pages
            WHERE page_type = 'home' AND EXISTS (FROM published_items) AND EXISTS (FROM whole_site)
              AND NOT EXISTS (
                SELECT 1 FROM published_items
                WHERE regexp_matches(data, '"@type"\s*:\s*(\[[^\]]*)?"([^"]*[/:#])?({_BUSINESS})"')
                  AND url IN (SELECT url FROM home_and_contact_pages))
              AND NOT EXISTS (SELECT 1 FROM phone_ctas WHERE channel = 'microdata')
        """,
    ),
    Check(
        id="structured_data.business_incomplete",
        severity="warning",
        population="published_items",
        title="Structured data of the clinic lacks its name or address",
        why="Google asks for both before it uses the data of a local business.",
        fix="Add what is missing to the item.",
        sql=rf"""
            SELECT url, type || ' without ' || concat_ws(' and ', if(name IS NULL, 'name', NULL),
                   if(address IS NULL, 'address', NULL)) AS evidence
            FROM (SELECT url, type, json_extract_string(data, '$.name') AS name,
                         json_extract_string(data, '$.address') AS address
                  FROM published_items
                  WHERE regexp_full_match(type, '({_BUSINESS})') AND type NOT IN ('Physician', 'MedicalOrganization')
                    AND len(json_keys(data)) > 3)
            WHERE name IS NULL OR address IS NULL
        """,
    ),
)
