"""The vocabulary of a clinic: what patients look for, in the words that they use."""

from crawler.taxonomy.load import check_names, load_taxonomy, pack_names
from crawler.taxonomy.model import BodyArea, Condition, Intent, Kind, Need, Pack, PageType, Taxonomy, Treatment
from crawler.taxonomy.own import with_own

__all__ = [
    "BodyArea",
    "Condition",
    "Intent",
    "Kind",
    "Need",
    "Pack",
    "PageType",
    "Taxonomy",
    "Treatment",
    "check_names",
    "load_taxonomy",
    "pack_names",
    "with_own",
]
