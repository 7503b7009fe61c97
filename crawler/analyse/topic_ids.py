"""What a topic made of phrases is called in the tables: the same from crawl to crawl, even under another label."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import duckdb

from crawler.analyse.topic_clusters import Cluster

_SAME = 0.5
"""Share of common phrases from which a topic is that of the crawl before under another label."""

_KNOWN = "SELECT topic_id, key FROM previous.topic_phrases WHERE starts_with(topic_id, 'phrase:') ORDER BY ALL"


def known_phrases(db: duckdb.DuckDBPyConnection) -> list[tuple[str, str]]:
    """Ids and keys of the phrases that made topics at the crawl before."""
    return db.execute(_KNOWN).fetchall()


def identified(clusters: Iterable[Cluster], before: Iterable[tuple[str, str]]) -> Iterator[tuple[str, Cluster]]:
    """Clusters with their ids: that of an earlier topic with half of the phrases in common, else of their label."""
    known: defaultdict[str, set[str]] = defaultdict(set)
    for topic_id, key in before:
        known[topic_id].add(key)
    named = {f"phrase:{cluster.label.language}:{cluster.label.key}": cluster for cluster in clusters}
    free = {topic_id: keys for topic_id, keys in known.items() if topic_id not in named}
    for own, cluster in named.items():
        earlier = None if own in known else _earlier(cluster, free)
        free.pop(earlier or "", None)
        yield earlier or own, cluster


def _earlier(cluster: Cluster, free: Mapping[str, set[str]]) -> str | None:
    keys = {phrase.key for phrase in cluster.phrases}
    language = f"phrase:{cluster.label.language}:"
    alike = [
        (len(keys & other) / len(keys | other), topic_id)
        for topic_id, other in free.items()
        if topic_id.startswith(language)
    ]
    share, topic_id = max(alike, default=(0.0, ""))
    return topic_id if share >= _SAME else None
