"""Every table that can be shown as a list and saved as CSV."""

from dashboard.listings import calls, coverage, crawl, keywords, page, pages, topics, trust
from dashboard.listings.fields import Field, Listing

LISTINGS: dict[str, Listing] = {
    listing.name: listing
    for module in (coverage, calls, keywords, topics, pages, page, crawl, trust)
    for listing in module.LISTINGS
}
"""Every listing by its name, which is also that of its CSV file."""

__all__ = ["LISTINGS", "Field", "Listing"]
