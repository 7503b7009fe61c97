"""Whether a page says that it is an article."""

import re

from crawler.extract.document import Document, attribute

_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*BlogPosting|Report)"')
_ITEM = re.compile(r"(?:Article|BlogPosting)/?$")


def declares_article(document: Document) -> bool:
    """By JSON-LD, microdata, or Open Graph's date of publication. A page that names several articles is a
    list of them."""
    if any(attribute(meta, "property") == "article:published_time" for meta in document.named("meta")):
        return True
    data = (script for script in document.named("script") if "ld+json" in str(script.attrs.get("type", "")))
    if sum(len(_TYPE.findall(script.get_text())) for script in data) == 1:
        return True
    if any("articleBody" in str(tag.attrs["itemprop"]) for tag in document.with_attribute("itemprop")):
        return True
    return sum(bool(_ITEM.search(str(tag.attrs["itemtype"]))) for tag in document.with_attribute("itemtype")) == 1
