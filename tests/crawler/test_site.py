"""Whole crawls of the fictional clinic: the snapshot, what it finds, and how two nights compare."""

import hashlib
import json
import shutil
from pathlib import Path

import duckdb
import pytest

from crawler.errors import OperatorError
from crawler.schema import TABLES
from crawler.site import analyse_again
from crawler.snapshot import site_snapshots
from tests.crawler.conftest import Night

_FOUND = [
    ("phone.href_mismatch", "/treatments/shockwave-therapy/"),
    ("phone.href_mismatch", "/doctors/dr-priya-osterholm/"),
    ("phone.placeholder", "/conditions/achilles-tendinopathy/"),
    ("phone.placeholder", "/treatments/laser-therapy/"),
    ("phone.invalid_href", "/blog/your-first-visit/"),
    ("phone.invalid_href", "/conditions/neck-pain/"),
    ("phone.near_duplicate", "/conditions/tennis-elbow/"),
    ("phone.fax_as_cta", "/locations/quarrow-falls/"),
    ("phone.tracking_published", "/locations/quarrow-falls/"),
    ("phone.unlinked", "/low-back-pain/when-physical-therapy-does-not-relieve-low-back-pain/"),
    ("cta.phone_missing", "/research/"),
    ("http.client_error", "/treatments/ozone-injections/"),
    ("http.server_error", "/patient-portal/"),
    ("redirect.loop", "/portal-login"),
    ("redirect.to_error", "/physician-referral"),
    ("redirect.chain", "/stem-cells"),
    ("content.duplicate", "/conditions/plantar-fasciitis/"),
    ("content.placeholder", "/treatments/laser-therapy/"),
    ("structured_data.parse_error", "/treatments/nerve-hydrodissection/"),
    ("title.missing", "/old/news-2014.html"),
    ("architecture.orphan", "/conditions/tailbone-pain/"),
    ("robots.linked_page_blocked", "/staff/handbook/"),
    ("robots.ai_crawlers_blocked", "/"),
    ("robots.search_pages_blocked", "/"),
    ("robots.missing_or_invalid", "/"),
    ("sitemap.bad_address", "/sitemap-pages.xml"),
    ("sitemap.faulty_entry", "/cost-insurance/"),
    ("sitemap.faulty_entry", "/testimonials/"),
    ("sitemap.broken_url", "/conditions/spinal-stenosis/"),
    ("sitemap.redirect", "/back-pain"),
    ("sitemap.noindex", "/thank-you/"),
    ("sitemap.blocked", "/staff/handbook/"),
    ("sitemap.page_missing", "/conditions/frozen-shoulder/"),
    ("canonical.to_error", "/blog/desk-setup-for-a-sore-neck/"),
    ("canonical.to_redirect", "/treatments/physical-therapy/"),
    ("redirect.meta_refresh", "/old/newsletter.html"),
    ("http.soft_404", "/old/price-list.html"),
    ("url.trap", "/"),
    ("url.tracking_parameter", "/"),
    ("link.dead_domain", "/blog/runners-and-the-achilles/"),
    ("image.broken", "/events/"),
    ("asset.broken", "/events/"),
    ("rendering.text_by_scripts", "/doctors/find/"),
    ("rendering.links_by_scripts", "/doctors/find/"),
    ("rendering.title_by_scripts", "/doctors/find/"),
    ("rendering.canonical_by_scripts", "/doctors/find/"),
    ("heading.h1_is_image", "/blog/"),
    ("index.noindex_for_agent", "/old/specials.html"),
    ("index.snippet_blocked", "/treatments/laser-therapy/"),
    ("index.directive_unknown", "/events/"),
    ("head.tag_in_body", "/old/Patient_Forms.html"),
    ("head.icon_missing", "/"),
    ("head.share_picture_missing", "/contact/"),
    ("hreflang.return_missing", "/es/dolor-de-espalda/"),
    ("link.fragment_missing", "/contact/"),
    ("claim.absolute", "/old/specials.html"),
    ("claim.absolute", "/treatments/laser-therapy/"),
    ("claim.approval", "/old/specials.html"),
    ("claim.superlative", "/old/specials.html"),
    ("claim.tissue_effect", "/old/specials.html"),
    ("claim.prevention", "/treatments/laser-therapy/"),
    ("claim.evidence_uncited", "/treatments/laser-therapy/"),
    ("claim.testimonial", "/locations/quarrow-falls/"),
    ("references.entry_missing", "/treatments/bone-marrow-concentrate/"),
    ("references.uncited", "/treatments/bone-marrow-concentrate/"),
    ("references.preprint", "/treatments/bone-marrow-concentrate/"),
    ("references.old", "/treatments/shockwave-therapy/"),
    ("trust.author_missing", "/low-back-pain/when-physical-therapy-does-not-relieve-low-back-pain/"),
    ("trust.date_missing", "/blog/is-prolotherapy-painful/"),
    ("trust.date_old", "/blog/runners-and-the-achilles/"),
    ("trust.dates_differ", "/blog/stem-cell-claims-what-to-ask/"),
    ("trust.dates_differ", "/conditions/sacroiliac-joint-pain/"),
    ("trust.modified_before_published", "/blog/why-we-use-ultrasound/"),
    ("trust.review_old", "/conditions/herniated-disc/"),
    ("trust.byline_unlinked", "/conditions/rotator-cuff-tear/"),
    ("trust.credentials_missing", "/conditions/achilles-tendinopathy/"),
    ("privacy.tracker_by_form", "/contact/"),
    ("privacy.ads_on_medical_page", "/treatments/platelet-rich-plasma/"),
    ("privacy.session_recording", "/"),
    ("privacy.analytics_on_medical_pages", "/"),
    ("privacy.consent_missing", "/"),
    ("privacy.policy_link_missing", "/research/"),
    ("tag.missing", "/old/news-2014.html"),
    ("tag.missing", "/events/2026/knees.html"),
    ("call_tracking.missing", "/events/"),
    ("call_tracking.not_swapped", "/cost-insurance/"),
    ("form.data_in_address", "/contact/"),
    ("form.field_unlabelled", "/contact/"),
    ("form.health_sent_elsewhere", "/old/Patient_Forms.html"),
    ("a11y.autofill_invalid", "/newsletter/"),
    ("a11y.button_without_name", "/blog/"),
    ("a11y.field_without_label", "/resources/"),
    ("a11y.frame_without_title", "/about/"),
    ("a11y.table_without_headers", "/cost-insurance/"),
    ("a11y.tab_order", "/old/Patient_Forms.html"),
    ("a11y.id_not_unique", "/old/Patient_Forms.html"),
    ("a11y.link_without_name", "/testimonials/"),
    ("a11y.moves_or_sounds", "/old/specials.html"),
    ("a11y.aria_invalid", "/events/"),
    ("a11y.list_broken", "/events/"),
    ("a11y.focus_hidden", "/events/2026/knees.html"),
    ("a11y.graphic_without_name", "/events/2026/knees.html"),
    ("mobile.zoom_blocked", "/old/Patient_Forms.html"),
    ("video.no_captions", "/treatments/shockwave-therapy/"),
    ("pdf.no_title", "/files/fee-agreement.pdf"),
    ("pdf.not_tagged", "/files/new-patient-form.pdf"),
    ("structured_data.repaired", "/treatments/physical-therapy/"),
    ("structured_data.missing_required", "/events/2026/knees.html"),
    ("structured_data.date_not_iso", "/events/2026/knees.html"),
    ("structured_data.address_relative", "/events/2026/knees.html"),
    ("structured_data.question_not_shown", "/faq/"),
    ("structured_data.own_rating", "/testimonials/"),
    ("structured_data.breadcrumb_incomplete", "/cost-insurance/"),
]

_NOT_FOUND = """
    http.unknown_address_ok http.wrong_type http.no_answer http.rate_limited http.refused
    canonical.multiple canonical.other_site canonical.to_home canonical.to_noindex
    index.noindex_home index.noindex_sitewide
    robots.search_engine_blocked robots.search_agent_blocked robots.user_fetch_blocked
    sitemap.missing sitemap.unreachable sitemap.invalid sitemap.not_in_robots sitemap.too_many
    rendering.failed rendering.not_run link.external_broken link.test_server image.too_large
    hreflang.code_invalid hreflang.language_twice hreflang.not_shown hreflang.default_missing language.mismatch
    structured_data.missing structured_data.business_missing form.unencrypted a11y.page_hidden pdf.large
""".split()
"""Checks that this site passes."""

_FOUND_BY = [
    ("/doctors/odile-brannock-rn/", "link", 200),
    ("/blog/page/3/", "pagination", 200),
    ("/newsletter/", "refresh", 200),
    ("/blog/desk-setup/", "canonical", 404),
    ("/conditions/tailbone-pain/", "sitemap", 200),
]

_OF_THE_ANSWER = {"elapsed_ms", "fetched_at", "attempts", "status", "outcome"}
"""Columns that tell of an answer, not of what it says: that of a page that did not change is another one."""


def test_the_snapshot_is_whole(night: Night) -> None:
    folder = night.second.path
    manifest = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    assert [table["name"] for table in manifest["resources"]] == list(TABLES)
    for table in manifest["resources"]:
        body = (folder / table["path"]).read_bytes()
        assert table["hash"] == f"sha256:{hashlib.sha256(body).hexdigest()}"
        assert table["bytes"] == len(body)
        assert night.rows(f"SELECT count(*) FROM main.{table['name']}") == [(table["rows"],)]
        columns = [name for name, *_ in night.rows(f"DESCRIBE main.{table['name']}")]
        assert columns == [field["name"] for field in table["schema"]["fields"]]
    assert {p.name for p in folder.iterdir()} == {"datapackage.json", *(f"{name}.parquet" for name in TABLES)}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_keys_are_unique_and_required_columns_filled(night: Night, table: object) -> None:
    spec = TABLES[table.name]  # type: ignore[attr-defined]
    key = ", ".join(spec.key)
    assert night.rows(f"SELECT {key} FROM main.{spec.name} GROUP BY {key} HAVING count(*) > 1") == []
    required = " OR ".join(f"{column.name} IS NULL" for column in spec.columns if not column.nullable)
    assert night.rows(f"SELECT {key} FROM main.{spec.name} WHERE {required}") == []
    may_be_empty = spec.name in (
        "structured_data",
        "search_demand",
        "searches",
        "page_demand",
        "competitors",
        "competitor_topics",
        "changes",
    )
    assert may_be_empty or night.rows(f"SELECT count(*) > 0 FROM main.{spec.name}") == [(True,)]


@pytest.mark.parametrize(("check", "path"), _FOUND, ids=str)
def test_a_deliberate_fault_is_found(night: Night, check: str, path: str) -> None:
    found = [url for (url,) in night.rows(f"SELECT url FROM issues WHERE check_id = '{check}'")]
    assert path in found


@pytest.mark.parametrize("check", _NOT_FOUND)
def test_a_fault_that_is_not_there_is_not_found(night: Night, check: str) -> None:
    assert night.rows(f"SELECT failed FROM checks WHERE check_id = '{check}'") == [(0,)]


@pytest.mark.parametrize(("path", "way", "status"), _FOUND_BY)
def test_what_is_named_in_one_way_only_is_found_by_it(night: Night, path: str, way: str, status: int) -> None:
    rows = night.rows("SELECT url, found_by, status FROM resources", night.first)
    assert [row for row in rows if row[0] == path] == [(path, way, status)]


def test_scripts_lead_to_a_page_that_nothing_else_names(night: Night) -> None:
    [page] = night.rows("SELECT url, reason, h1 FROM pages JOIN renderings USING (url) WHERE rendered")
    assert page == ("/doctors/find/", "<main> is empty", "Find a clinician")
    links = night.rows("SELECT DISTINCT source_url, target_url FROM links WHERE source_url <> target_url")
    assert [page for page, target in links if target == "/doctors/odile-brannock-rn/"] == ["/doctors/find/"]


def test_the_program_ends_where_nobody_plans(night: Night) -> None:
    [(kind, pattern, left_out)] = night.rows("SELECT kind, pattern, urls FROM traps")
    assert (kind, pattern, left_out) == ("calendar", "/events/program/{date}", 1)
    assert night.rows("SELECT count(*) < 30 FROM pages WHERE url LIKE '%/events/program/%'") == [(True,)]
    assert night.rows("SELECT count(*) FROM resources WHERE outcome = 'over_limit'") == [(0,)]


def test_what_is_right_is_not_called_an_error(night: Night) -> None:
    rows = night.rows("SELECT check_id, url FROM issues WHERE severity = 'error'")
    good = {
        "/",
        "/treatments/prolotherapy/",
        "/conditions/low-back-pain/",
        "/contact/",
        "/resources/",
        "/hipaa-notice/",
        "/doctors/find/",
        "/doctors/odile-brannock-rn/",
        "/newsletter/",
        "/blog/page/3/",
    }
    assert [row for row in rows if row[1] in good] == []


def test_what_is_hedged_denied_or_reported_is_no_promise(night: Night) -> None:
    rows = night.rows("SELECT DISTINCT url FROM claims WHERE claim_class <> 'evidence' ORDER BY url")
    assert [url for (url,) in rows] == [
        "/locations/quarrow-falls/",
        "/old/specials.html",
        "/treatments/laser-therapy/",
    ]


def test_every_kind_of_form_is_known(night: Night) -> None:
    rows = night.rows("SELECT url, purpose FROM forms ORDER BY url")
    assert rows == [
        ("/blog/", "search"),
        ("/contact/", "booking"),
        ("/newsletter/", "newsletter"),
        ("/old/Patient_Forms.html", "contact"),
    ]


def test_the_seed_like_page_cites_one_source_and_names_nobody(night: Night) -> None:
    page = "/low-back-pain/when-physical-therapy-does-not-relieve-low-back-pain/"
    cited = night.rows(f"SELECT number, markers, is_preprint FROM main.references WHERE url LIKE '%{page}'")
    assert cited == [(1, 1, True)]
    assert night.rows(f"SELECT count(*) FROM people WHERE url LIKE '%{page}'") == [(0,)]
    assert night.rows(f"SELECT count(*) FROM dates WHERE url LIKE '%{page}'") == [(0,)]


def test_a_video_with_captions_is_told_from_one_without(night: Night) -> None:
    assert night.rows("SELECT url, captions FROM videos ORDER BY url") == [
        ("/treatments/shockwave-therapy/", False),
        ("/treatments/ultrasound-guided-injections/", True),
    ]


def test_numbers_have_their_owner(night: Night) -> None:
    owners = dict(night.rows("SELECT number, ownership FROM phone_numbers"))
    assert owners["+15419584417"] == "main"
    assert owners["+15419592630"] == "location"
    assert owners["+15419587702"] == "fax"
    assert owners["+14589593305"] == "messaging"
    assert owners["+18003681019"] == "agency"
    assert owners["+15415550142"] == "placeholder"
    assert owners["+15039589041"] == "third_party"


def test_coverage_knows_strong_from_missing(night: Night) -> None:
    states = dict(night.rows("SELECT key, state FROM coverage WHERE kind = 'condition'"))
    assert states["low_back_pain"] == "strong"
    assert states["hip_oa"] == "thin"
    assert states["spinal_stenosis"] in ("none", "mentioned")


def test_the_second_night_knows_the_first(night: Night) -> None:
    assert night.rows("SELECT previous_crawl_id FROM crawl") == [("20261121T021400Z",)]
    assert night.rows("SELECT count(*) FROM issues WHERE state = 'new'", night.first) != [(0,)]
    assert night.rows("SELECT check_id, url FROM issues WHERE state = 'new'") == []
    assert night.rows("SELECT DISTINCT first_seen, last_seen FROM gaps") == [
        ("20261121T021400Z", "20261122T021400Z")
    ]
    assert night.rows("SELECT DISTINCT unchanged_since FROM pages") == [("20261121T021400Z",)]
    assert len(site_snapshots(night.second.path.parent)) == 2


def test_the_second_night_reads_only_what_scripts_may_have_changed(night: Night) -> None:
    [(not_modified, carried_over, pages)] = night.rows("SELECT not_modified, carried_over, pages FROM crawl")
    [(pdfs,)] = night.rows("SELECT count(*) FROM pdfs")
    assert carried_over == pages - 1
    assert not_modified == carried_over + pdfs
    assert night.rows("SELECT not_modified, carried_over FROM crawl", night.first) == [(0, 0)]
    assert night.rows("SELECT url FROM resources WHERE kind = 'page' AND outcome = 'fetched'") == [
        ("/doctors/find/",)
    ]
    [[first], [second]] = (night.rows("SELECT bytes FROM crawl", done) for done in (night.first, night.second))
    assert second[0] < first[0] / 20


@pytest.mark.parametrize("table", [name for name, table in TABLES.items() if table.facts and name != "crawl"])
def test_the_facts_of_both_nights_are_the_same(night: Night, table: str) -> None:
    columns = ", ".join(f'"{c.name}"' for c in TABLES[table].facts if c.name not in _OF_THE_ANSWER)
    query = f"SELECT {columns} FROM main.{table} ORDER BY ALL"
    assert night.rows(query) == night.rows(query, night.first)


def test_analysing_again_gives_the_same_bytes(night: Night, tmp_path: Path) -> None:
    site = tmp_path / "snapshots" / night.second.path.parent.name
    shutil.copytree(night.second.path.parent, site)
    snapshot = site / night.second.path.name
    before = {path.name: path.read_bytes() for path in snapshot.glob("*.parquet")}
    assert analyse_again(snapshot, tmp_path, night.clinic) == snapshot
    after = {path.name: path.read_bytes() for path in snapshot.glob("*.parquet")}
    assert {name for name in before if before[name] != after.get(name)} == {"analysis.parquet"}
    assert sorted(path.name for path in site_snapshots(site)) == [night.first.path.name, snapshot.name]


def test_a_changed_clinics_file_changes_the_findings_without_a_fetch(night: Night, tmp_path: Path) -> None:
    site = tmp_path / "snapshots" / night.second.path.parent.name
    shutil.copytree(night.second.path.parent, site)
    snapshot = site / night.second.path.name
    clinic = night.clinic.model_copy(update={"thresholds": {"title.too_long.max_px": 200.0}})
    analyse_again(snapshot, tmp_path, clinic)
    query = "SELECT failed FROM checks WHERE check_id = 'title.too_long'"
    [[before]] = night.rows(query)
    done = type(night.second)(snapshot, night.second.row)
    [[after]] = night.rows(query, done)
    assert after > before


@pytest.mark.parametrize(
    ("raised", "becomes", "said"),
    [
        (RuntimeError("Query interrupted"), KeyboardInterrupt, "^$"),
        (RuntimeError("a bug"), RuntimeError, "a bug"),
        (duckdb.IOException('{"errno":"28"}'), OperatorError, "No space left on device"),
    ],
)
def test_what_the_database_says_its_own_way(
    night: Night,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    raised: Exception,
    becomes: type[BaseException],
    said: str,
) -> None:
    def analyse(*_: object) -> None:
        raise raised

    site = tmp_path / "snapshots" / night.second.path.parent.name
    shutil.copytree(night.second.path.parent, site)
    monkeypatch.setattr("crawler.site.analyse", analyse)
    monkeypatch.chdir(site / night.second.path.name)
    with pytest.raises(becomes, match=said):
        analyse_again(Path(), tmp_path, night.clinic)
    assert len(site_snapshots(site)) == 2
