"""The project's taxonomy packs, read once."""

from functools import cache
from pathlib import Path

from crawler.analyse.text.matcher import Vocabulary, build_vocabulary
from crawler.analyse.text.vocabularies import Vocabularies
from crawler.taxonomy import Taxonomy, load_taxonomy, pack_names

FOLDER = Path(__file__).parents[3] / "data" / "taxonomy"


@cache
def taxonomy(*packs: str) -> Taxonomy:
    """The packs named; without a name, all."""
    return load_taxonomy(FOLDER, packs or pack_names(FOLDER))


@cache
def vocabulary(*packs: str, brands: tuple[str, ...] = ()) -> Vocabulary:
    return build_vocabulary(taxonomy(*packs), brands)


@cache
def vocabularies(*packs: str, brands: tuple[str, ...] = ()) -> Vocabularies:
    """Of every language."""
    return Vocabularies(taxonomy(*packs), brands)
