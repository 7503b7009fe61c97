"""The columns that the queries need. A snapshot that lacks one shows nothing there, never an error."""

SCHEMA_VERSION = "4"
"""Version of the tables that these queries are written for."""

DECISIONS = "gap_id VARCHAR, state VARCHAR, decided_at VARCHAR, until VARCHAR, reason VARCHAR, note VARCHAR, decided_by VARCHAR, is_over BOOLEAN"
"""Columns of `decisions`, which is no table of a snapshot: what the clinic decided, from its file."""

COLUMNS: dict[str, str] = {
    "crawl": "crawl_id VARCHAR, site VARCHAR, seed VARCHAR, started_at TIMESTAMP, finished_at TIMESTAMP, "
    "outcome VARCHAR, note VARCHAR, pages BIGINT, requests BIGINT, bytes BIGINT, not_modified BIGINT, "
    "carried_over BIGINT, failures BIGINT, user_agent VARCHAR, config VARCHAR, previous_crawl_id VARCHAR, tool_version VARCHAR, "
    "schema_version VARCHAR, role VARCHAR",
    "analysis": "analysed_at TIMESTAMP, tool_version VARCHAR, taxonomy_version VARCHAR, formula_version VARCHAR, "
    "coverage_numerator DOUBLE, coverage_denominator DOUBLE, compared_with VARCHAR",
    "changes": "kind VARCHAR, url VARCHAR, field VARCHAR, label VARCHAR, before VARCHAR, after VARCHAR, weight DOUBLE",
    "resources": "url VARCHAR, kind VARCHAR, status BIGINT, outcome VARCHAR, failure VARCHAR, "
    "final_url VARCHAR, redirect_hops BIGINT, content_type VARCHAR, bytes BIGINT, elapsed_ms DOUBLE, "
    "depth BIGINT, found_on VARCHAR, found_by VARCHAR, in_sitemap BOOLEAN, fetched_at TIMESTAMP",
    "redirects": "url VARCHAR, hop BIGINT, source_url VARCHAR, status BIGINT, target_url VARCHAR",
    "sitemaps": "url VARCHAR, found_on VARCHAR, status BIGINT, format VARCHAR, entries BIGINT, children BIGINT, "
    "problem VARCHAR",
    "sitemap_entries": "sitemap VARCHAR, position BIGINT, loc VARCHAR, problem VARCHAR",
    "robots_agents": "url VARCHAR, agent VARCHAR, operator VARCHAR, agent_class VARCHAR, obeys VARCHAR, "
    "allowed BOOLEAN, line BIGINT, rule VARCHAR, pages_blocked BIGINT",
    "checked_urls": "url VARCHAR, kind VARCHAR, status BIGINT, outcome VARCHAR, "
    "failure VARCHAR, pages BIGINT, found_on VARCHAR",
    "traps": "kind VARCHAR, pattern VARCHAR, example VARCHAR, found_on VARCHAR, urls BIGINT, reason VARCHAR",
    "renderings": "url VARCHAR, reason VARCHAR, failure VARCHAR, raw_words BIGINT, rendered_words BIGINT, "
    "links_by_scripts VARCHAR[]",
    "pages": "url VARCHAR, status BIGINT, depth BIGINT, title VARCHAR, title_px BIGINT, "
    "meta_description VARCHAR, meta_description_px BIGINT, h1 VARCHAR, canonical VARCHAR, robots VARCHAR, "
    "lang VARCHAR, author VARCHAR, reviewer VARCHAR, published VARCHAR, modified VARCHAR, "
    "indexable BOOLEAN, indexability VARCHAR, word_count BIGINT, page_type VARCHAR, "
    "readability_grade DOUBLE, in_sitemap BOOLEAN, inlinks BIGINT, outlinks BIGINT, link_score DOUBLE, "
    "unchanged_since VARCHAR, text_words BIGINT, error_phrase VARCHAR, script_clue VARCHAR, rendered BOOLEAN, "
    "body_kind VARCHAR, og_title VARCHAR, og_image VARCHAR, booking_link VARCHAR, readability_grade_plain DOUBLE, "
    "reading_ease DOUBLE, smog_grade DOUBLE, smog_confidence VARCHAR, sentences BIGINT, long_sentences BIGINT, "
    "longest_sentence VARCHAR, hardest_words VARCHAR[], text_lang VARCHAR, paragraphs BIGINT, lists BIGINT, "
    "tables BIGINT",
    "head_tags": "url VARCHAR, position BIGINT, name VARCHAR, value VARCHAR, target_url VARCHAR, hreflang VARCHAR, "
    "place VARCHAR",
    "robots_directives": "url VARCHAR, position BIGINT, agent VARCHAR, directive VARCHAR, value VARCHAR, "
    "place VARCHAR",
    "headings": "url VARCHAR, position BIGINT, level BIGINT, text VARCHAR, zone VARCHAR, alt_text VARCHAR, "
    "skipped_levels BIGINT, is_question BOOLEAN, hidden VARCHAR, is_boilerplate BOOLEAN, words BIGINT, "
    "section_words BIGINT",
    "links": "source_url VARCHAR, position BIGINT, target_url VARCHAR, href VARCHAR, anchor VARCHAR, "
    "rel VARCHAR, zone VARCHAR, is_internal BOOLEAN",
    "images": "url VARCHAR, position BIGINT, src VARCHAR, alt VARCHAR, zone VARCHAR, width VARCHAR, height VARCHAR, "
    "lazy_src VARCHAR, loading VARCHAR, format VARCHAR, hidden VARCHAR",
    "videos": "url VARCHAR, position BIGINT, provider VARCHAR, src VARCHAR, title VARCHAR, captions BOOLEAN, "
    "autoplay BOOLEAN, loading VARCHAR, zone VARCHAR",
    "structured_data": "url VARCHAR, position BIGINT, syntax VARCHAR, type VARCHAR, error VARCHAR, repairs VARCHAR",
    "structured_items": "url VARCHAR, position BIGINT, root_position BIGINT, path VARCHAR, type VARCHAR, "
    "name VARCHAR, properties VARCHAR[], empty_properties VARCHAR[]",
    "people": "url VARCHAR, position BIGINT, role VARCHAR, name VARCHAR, published_as VARCHAR, credentials VARCHAR, "
    "profile_url VARCHAR, source VARCHAR",
    "dates": "url VARCHAR, position BIGINT, kind VARCHAR, date VARCHAR, published_as VARCHAR, source VARCHAR",
    "references": "url VARCHAR, position BIGINT, number BIGINT, markers BIGINT, text VARCHAR, year BIGINT, doi VARCHAR, "
    "pmid VARCHAR, pmcid VARCHAR, link VARCHAR, is_preprint BOOLEAN",
    "claims": "url VARCHAR, position BIGINT, claim_class VARCHAR, phrase VARCHAR, sentence VARCHAR, is_cited BOOLEAN",
    "trackers": "url VARCHAR, position BIGINT, vendor VARCHAR, tracker_class VARCHAR, account VARCHAR, "
    "found_in VARCHAR, evidence VARCHAR",
    "forms": "url VARCHAR, position BIGINT, purpose VARCHAR, method VARCHAR, action VARCHAR, fields VARCHAR[], "
    "unlabelled BIGINT, vendor VARCHAR, zone VARCHAR",
    "accessibility": "url VARCHAR, rule VARCHAR, places BIGINT, example VARCHAR",
    "phone_ctas": "url VARCHAR, position BIGINT, channel VARCHAR, href VARCHAR, shown_text VARCHAR, "
    "href_number VARCHAR, shown_number VARCHAR, number VARCHAR, extension VARCHAR, valid BOOLEAN, "
    "linked BOOLEAN, zone VARCHAR, cta_phrase VARCHAR, cta_class VARCHAR, context VARCHAR, "
    "ownership VARCHAR, is_template BOOLEAN",
    "phone_numbers": "number VARCHAR, national VARCHAR, region VARCHAR, ownership VARCHAR, "
    "ownership_source VARCHAR, label VARCHAR, pages_linked BIGINT, pages_text BIGINT, first_seen VARCHAR, "
    "last_seen VARCHAR, pages BIGINT, near_duplicate_of VARCHAR, near_duplicate_how VARCHAR, line_type VARCHAR, "
    "reason VARCHAR",
    "page_ctas": "url VARCHAR, own_numbers BIGINT, linked BIGINT, unlinked BIGINT, has_top BOOLEAN, "
    "has_body BOOLEAN, has_end BOOLEAN, first_cta_word BIGINT, longest_gap_words BIGINT, "
    "booking_link BOOLEAN, state VARCHAR, score BIGINT, is_counted BOOLEAN, score_number BIGINT, "
    "score_linked BIGINT, score_top BIGINT, score_body BIGINT, score_end BIGINT, score_verb BIGINT, "
    "score_nap BIGINT, score_format BIGINT, score_name BIGINT, score_deduction BIGINT",
    "nap": "kind VARCHAR, key VARCHAR, text VARCHAR, location VARCHAR, ownership VARCHAR, sources VARCHAR[], "
    "pages BIGINT, example_url VARCHAR, compared_with VARCHAR, verdict VARCHAR, difference VARCHAR",
    "call_tracking": "url VARCHAR, vendor VARCHAR, number VARCHAR, shown_text VARCHAR, swappable BOOLEAN, reason VARCHAR",
    "keywords": "url VARCHAR, rank BIGINT, keyphrase VARCHAR, key VARCHAR, score DOUBLE, count BIGINT, "
    "in_title BOOLEAN, in_h1 BOOLEAN, in_headings BOOLEAN, in_meta_description BOOLEAN, in_url BOOLEAN, "
    "in_first_100_words BOOLEAN, inbound_anchors BIGINT, entity VARCHAR, title_position BIGINT, in_h2 BOOLEAN, "
    "in_alt BOOLEAN, per_1000_words DOUBLE, is_overused BOOLEAN",
    "targets": "url VARCHAR, phrase VARCHAR, source VARCHAR, score BIGINT, strongest_url VARCHAR, "
    "strongest_score BIGINT, is_contradicted BOOLEAN",
    "title_promises": "url VARCHAR, phrase VARCHAR, missing VARCHAR[], is_kept BOOLEAN",
    "cannibalisation": "group_id VARCHAR, grade VARCHAR, phrase VARCHAR, url VARCHAR, score DOUBLE, reason VARCHAR",
    "search_demand": "query VARCHAR, key VARCHAR, page VARCHAR, clicks BIGINT, impressions BIGINT, ctr DOUBLE, position DOUBLE, "
    "is_brand BOOLEAN, period_start VARCHAR, period_end VARCHAR, source VARCHAR, is_reliable BOOLEAN, warning VARCHAR, "
    "is_counted BOOLEAN, impressions_28d DOUBLE, usual_ctr DOUBLE, usual_by VARCHAR, is_low_ctr BOOLEAN, is_striking BOOLEAN",
    "searches": "query VARCHAR, key VARCHAR, entities VARCHAR[], is_brand BOOLEAN, impressions_28d DOUBLE, clicks_28d DOUBLE, "
    "position DOUBLE, pages BIGINT, page VARCHAR, period_start VARCHAR, period_end VARCHAR",
    "page_demand": "url VARCHAR, clicks BIGINT, impressions BIGINT, impressions_28d DOUBLE, ctr DOUBLE, position DOUBLE, "
    "queries BIGINT, told_by VARCHAR, period_start VARCHAR, period_end VARCHAR, is_reliable BOOLEAN, warning VARCHAR",
    "competitors": "site VARCHAR, crawl_id VARCHAR, crawled_at TIMESTAMP, pages BIGINT, outcome VARCHAR, is_used BOOLEAN, "
    "problem VARCHAR",
    "competitor_topics": "kind VARCHAR, language VARCHAR, key VARCHAR, label VARCHAR, competitors BIGINT, sites VARCHAR[], "
    "urls VARCHAR[], titles VARCHAR[], our_state VARCHAR, our_url VARCHAR, our_pages BIGINT, why_unknown VARCHAR, "
    "impressions BIGINT",
    "topics": "topic_id VARCHAR, kind VARCHAR, label VARCHAR, phrases BIGINT, pages BIGINT, pages_about BIGINT, "
    "pages_part BIGINT, pages_mentioned BIGINT, pages_main BIGINT, words BIGINT, share DOUBLE, state VARCHAR, "
    "best_url VARCHAR, pages_before BIGINT, pages_added BIGINT, pages_lost BIGINT, change VARCHAR",
    "topic_pages": "topic_id VARCHAR, url VARCHAR, strength VARCHAR, is_main BOOLEAN, uses BIGINT",
    "topic_phrases": "topic_id VARCHAR, key VARCHAR, keyphrase VARCHAR, pages BIGINT, uses BIGINT",
    "keyness": "language VARCHAR, word VARCHAR, uses BIGINT, pages BIGINT, per_million DOUBLE, "
    "background_per_million DOUBLE, g2 DOUBLE, log_ratio DOUBLE",
    "entities": "url VARCHAR, kind VARCHAR, entity VARCHAR, in_title BOOLEAN, in_h1 BOOLEAN, "
    "in_headings BOOLEAN, count BIGINT, words BIGINT, score BIGINT",
    "coverage": "kind VARCHAR, condition VARCHAR, treatment VARCHAR, key VARCHAR, label VARCHAR, "
    "body_area VARCHAR, tier BIGINT, offered VARCHAR, state VARCHAR, score BIGINT, best_url VARCHAR, "
    "pages BIGINT, reasons VARCHAR, need VARCHAR, weight DOUBLE, impressions BIGINT",
    "coverage_scores": "kind VARCHAR, key VARCHAR, position BIGINT, part VARCHAR, points DOUBLE, most DOUBLE, reason VARCHAR",
    "services": "kind VARCHAR, key VARCHAR, label VARCHAR, family VARCHAR, offered VARCHAR, source VARCHAR, evidence VARCHAR, "
    "url VARCHAR",
    "gaps": "gap_id VARCHAR, kind VARCHAR, rule VARCHAR, severity BIGINT, key VARCHAR, entities VARCHAR[], url VARCHAR, "
    "pages VARCHAR[], title VARCHAR, "
    "why VARCHAR, action VARCHAR, effort VARCHAR, confidence DOUBLE, demand BIGINT, business_weight DOUBLE, "
    "priority DOUBLE, evidence VARCHAR, state VARCHAR, first_seen VARCHAR, last_seen VARCHAR, since VARCHAR",
    "next_actions": "rank BIGINT, action_id VARCHAR, theme VARCHAR, title VARCHAR, action VARCHAR, value VARCHAR, "
    "size VARCHAR, effort VARCHAR, priority DOUBLE, gap_ids VARCHAR[], check_id VARCHAR, brief_kind VARCHAR, brief_key VARCHAR",
    "checks": "check_id VARCHAR, family VARCHAR, severity VARCHAR, title VARCHAR, why VARCHAR, "
    "fix VARCHAR, population VARCHAR, checked BIGINT, failed BIGINT",
    "issues": "check_id VARCHAR, url VARCHAR, severity VARCHAR, evidence VARCHAR, first_seen VARCHAR, "
    "state VARCHAR, mention BIGINT",
}
"""Columns and DuckDB types by table, as `crawler` writes them; times are UTC without a zone."""


def columns(table: str) -> dict[str, str]:
    """DuckDB type by column of `table`."""
    pairs = (column.split() for column in COLUMNS[table].split(", "))
    return {column[0]: column[1] for column in pairs}
