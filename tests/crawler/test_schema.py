"""The schema: every column has a meaning, rows become tables, the generated pages are up to date."""

from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest

from crawler.datapackage import dictionary_markdown
from crawler.schema import TABLES, Table, arrow_table
from crawler.tables.facts import HeadingRow

_ROOT = Path(__file__).parents[2]

_CONTRACT = {
    "crawl": "crawl_id site seed started_at finished_at outcome pages requests bytes not_modified failures "
    "user_agent config previous_crawl_id tool_version schema_version",
    "resources": "url kind status outcome failure final_url redirect_hops content_type charset bytes elapsed_ms "
    "attempts depth found_on in_sitemap etag last_modified fetched_at",
    "pages": "url status depth indexable indexability title title_px meta_description meta_description_px h1 "
    "canonical robots lang charset word_count main_text content_hash page_type readability_grade author reviewer "
    "published modified inlinks outlinks link_score unchanged_since",
    "headings": "url position level text zone",
    "blocks": "url position zone heading_position text block_hash is_boilerplate",
    "links": "source_url position target_url anchor rel zone is_internal",
    "images": "url position src alt width height zone",
    "structured_data": "url position syntax type data error",
    "phone_ctas": "url position channel href shown_text href_number shown_number number extension valid linked "
    "zone cta_phrase cta_class ownership is_template context word_offset",
    "phone_numbers": "number national region ownership ownership_source label pages_linked pages_text",
    "page_ctas": "url own_numbers linked unlinked has_top has_body has_end first_cta_word longest_gap_words "
    "booking_link score",
    "keywords": "url rank keyphrase key score count in_title in_h1 in_headings in_meta_description in_url "
    "in_first_100_words inbound_anchors entity",
    "entities": "url kind entity in_title in_h1 in_headings in_url count words score",
    "coverage": "kind condition treatment key label offered state score best_url pages",
    "gaps": "gap_id kind severity key url title why action effort priority evidence state first_seen last_seen",
    "checks": "check_id family severity title why fix population checked failed",
    "issues": "check_id url severity evidence first_seen state",
    "sitemap_entries": "",
    "redirects": "",
}


@pytest.mark.parametrize(("name", "columns"), _CONTRACT.items())
def test_the_contract_is_kept(name: str, columns: str) -> None:
    assert set(columns.split()) <= {column.name for column in TABLES[name].columns}


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_every_column_has_a_meaning_and_the_key_exists(table: Table) -> None:
    names = [column.name for column in table.columns]
    assert len(names) == len(set(names))
    assert set(table.key) <= set(names)
    assert all(column.meaning for column in table.columns)


def test_rows_become_a_table() -> None:
    rows = [
        HeadingRow("u", 1, 2, "Text", "main", None, None, 2, 1, False, None),
        HeadingRow("u", 2, 3, "", "nav", "Alt", 1, 2, 0, False, "hidden"),
    ]
    arrow = arrow_table(TABLES["headings"].facts, rows)
    assert arrow.to_pylist() == [row._asdict() for row in rows]
    assert arrow.schema.field("url").metadata[b"description"] == b"the page"


def test_no_rows_become_an_empty_table_of_the_same_shape() -> None:
    arrow = arrow_table(TABLES["crawl"].facts, [])
    assert arrow.num_rows == 0
    assert arrow.schema.field("started_at").type == pa.timestamp("us", tz="UTC")
    assert datetime.now(UTC).tzinfo is UTC


def test_the_data_dictionary_is_up_to_date() -> None:
    written = (_ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert written == dictionary_markdown(), "run: make docs"
