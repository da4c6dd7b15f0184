"""The part of a network that fits on one page."""

import networkx as nx

ACTORS = 40


def backbone(graph: nx.MultiDiGraph, limit: int = ACTORS) -> nx.MultiDiGraph:
    """At most `limit` actors with most claims, and the ties among them.

    Actors come in pairs that are tied, the pair first whose lesser actor has most
    claims: so nobody stands on the page without a tie, and the page is never empty.
    """
    kept: set[str] = set()
    for pair in sorted(_pairs(graph), key=lambda pair: _rank(graph, pair)):
        if len(kept | set(pair)) <= limit:
            kept |= set(pair)
    return graph.subgraph(kept).copy()


def _pairs(graph: nx.MultiDiGraph) -> set[tuple[str, str]]:
    return {(min(ends), max(ends)) for ends in graph.edges()}


def _rank(graph: nx.MultiDiGraph, pair: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
    counts = [graph.nodes[actor]["claims"] for actor in pair]
    return -min(counts), -sum(counts), pair
