"""What the checks of keyphrases run over beside pages."""

from crawler.checks.population import Population

TARGETED = Population(
    "targeted_pages",
    "pages that the clinic chose a phrase for, and that search engines may show",
    "SELECT * FROM targets WHERE source = 'manual' AND score IS NOT NULL",
)
