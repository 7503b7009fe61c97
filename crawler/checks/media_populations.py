"""What the checks of accessibility, videos and PDFs run over."""

from crawler.checks.population import Population

MEDIA = (
    Population(
        "tested_pages",
        "pages that visitors stay on, each once; an automated subset of WCAG 2.1 AA is tested, which proves no conformance",
        "SELECT * FROM shown_pages WHERE variant_of IS NULL",
        of_pages=True,
    ),
    Population(
        "video_pages",
        "pages with video files",
        "SELECT v.* FROM videos v SEMI JOIN html_pages p USING (url) WHERE v.provider = 'file'",
    ),
    Population("read_pdfs", "PDFs whose properties could be read", "SELECT * FROM pdfs WHERE failure IS NULL"),
    Population("sized_pdfs", "PDFs whose size is known", "SELECT * FROM pdfs WHERE bytes IS NOT NULL"),
)
