"""The pages, in the order of the navigation."""

from collections.abc import Callable
from dataclasses import dataclass

from dash.development.base_component import Component

from dashboard.pages import about, calls, coverage, crawl, gap, keywords, overview, page, pages, services, trust
from dashboard.view import View


@dataclass(frozen=True)
class Page:
    """A page: `layout` draws it for a view; `in_menu`: it stands in the navigation."""

    path: str
    name: str
    layout: Callable[[View], Component]
    in_menu: bool = True


PAGES: tuple[Page, ...] = (
    Page("/", "Overview", overview.layout),
    Page("/coverage", "Coverage", coverage.layout),
    Page("/calls", "Calls to action", calls.layout),
    Page("/keywords", "Keywords", keywords.layout),
    Page("/pages", "Pages & issues", pages.layout),
    Page("/trust", "Trust & privacy", trust.layout),
    Page("/services", "Our services", services.layout),
    Page("/crawl", "What we saw", crawl.layout),
    Page("/gap", "Gap", gap.layout, in_menu=False),
    Page("/page", "Page", page.layout, in_menu=False),
    Page("/about", "About the data", about.layout, in_menu=False),
)
