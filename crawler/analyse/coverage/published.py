"""The coverage formula in words, from the numbers that it is computed with."""

from collections.abc import Iterator

from crawler.analyse.coverage import formula as f

_PART_NAMES = {
    "title": "the title names it",
    "h1": "an H1 names it",
    "heading": "an H2 or H3 names it",
    "address": "the page's address names it",
    "first_words": "the first 100 words name it",
    "depth": f"words in sections about it, in full from {f.DEPTH_WORDS}",
    "answers": f"share of the required questions that a heading asks and {f.ANSWER_WORDS} words or more answer",
    "anchors": f"pages whose links to it name it, in full from {f.ANCHOR_PAGES}",
    "call": "the page offers a number of the clinic that a tap calls",
}


def formula_lines() -> Iterator[str]:
    """Lines of Markdown."""
    yield f"Version {f.FORMULA_VERSION}. A score is 0 to 100; the state follows from it: none 0, mentioned from 1,"
    yield f"thin from {f.THIN_FROM}, covered from {f.COVERED_FROM}, strong from {f.STRONG_FROM}. What could not be seen is unknown."
    yield "`coverage_scores` holds the parts of every score, to be added up by hand."
    yield ""
    yield "**A condition or treatment** has the score of its best page, which is the sum of:"
    yield ""
    yield "| Points | For |"
    yield "|---|---|"
    for part, points in f.POINTS.items():
        yield f"| {points} | {_PART_NAMES[part]} |"
    yield f"| −{f.OLD_POINTS} or −{f.VERY_OLD_POINTS} | last changed more than {f.OLD_MONTHS} or {f.VERY_OLD_MONTHS} months ago |"
    yield ""
    yield f"A page of under {f.FEWEST_WORDS} words gets {f.THIN_CAP} at most, and {f.MENTION_CAP} for what neither title nor headings nor"
    yield "address name. One that search engines may not show gets 0, and so does text that most pages share. A section"
    yield "is about what its heading, a heading above it or its text names, and about what title and H1 both name."
    yield "On a site in several languages the pages in its main one count, which is that of the home page (or of most pages,"
    yield "where fewer than a fifth are in that): a translation hides no gap. Kinds of pages count in any language."
    yield ""
    places = ", ".join(f"{place} {share}" for place, share in f.PROMINENCE.items())
    yield f"**A treatment for a condition** (a cell): {f.CELL_PROMINENCE} × the lesser prominence of the two ({places}, else"
    yield f"{f.NAMED_PROMINENCE}) + {f.CELL_DEPTH} × min(1, words in sections about both ÷ {f.CELL_WORDS}) + {f.CELL_SUPPORT} × support: a third each for a"
    yield f"number that a tap calls, {f.SUPPORT_INLINKS} pages that link there, and a change in the last {f.OLD_MONTHS} months (or no date)."
    yield ""
    yield f"Of pages with at most {f.NARROWER_POINTS} points less than the highest score, that counts whose title and H1 name fewest topics: the page"
    yield "about PRP goes before the one about PRP for the knee."
    yield ""
    yield "**A discipline** is a treatment in the clinic's own name, or one that"
    yield f"{f.TITLE_SHARE:.0%} of the titles name, such as physiotherapy. Its score is that of the page whose title and H1 begin"
    yield "with it, or whose address says little else; without such a page that of the home page, where that is covered or"
    yield "strong. The whole site then answers for it: no questions and no cells are asked of it. In no case does every page"
    yield "that names it have to link to its page."
    yield ""
    yield f"**A question** about one of them: {f.COVERED_FROM} from {f.ANSWER_WORDS} words below a heading that asks it, rising to 100 at {f.GOOD_ANSWER_WORDS}; {f.HEADING_ONLY} for"
    yield "less; 0 where no heading asks. **A kind of page, an office, a clinician:** the words of its page: "
    yield f"{f.COVERED_FROM} from the fewest that its kind needs, 100 from twice as many; {f.NAMED_ONLY} for an office or clinician that pages only name."
    yield ""
    tiers = ", ".join(f"{weight:g} for tier {tier}" for tier, weight in f.TIER_WEIGHT.items())
    yield f"**Site coverage** is Σ weight × score ÷ 100, divided by Σ weight. The weight is {tiers}; times the weights in the"
    yield "clinic's file; times 1 + log10(1 + impressions in 28 days) where search demand was imported. What is not offered, what is"
    yield "unknown, and questions that are not required (`need`) are in neither sum."
