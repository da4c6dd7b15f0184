"""The part of a network that fits on one page."""

from collections import defaultdict

import networkx as nx

ACTORS = 40
LINES = 110

Pair = tuple[str, str]
Edge = tuple[str, str, str]


def backbone(graph: nx.MultiDiGraph, actors: int = ACTORS, lines: int = LINES) -> nx.MultiDiGraph:
    """At most so many actors with most claims, and the ties among them that most claims make.

    Actors come in pairs that are tied, the pair first whose lesser actor has most
    claims: so nobody stands on the page without a tie, and the page is never empty.
    Described actors come last, for those of several texts may not be the same.
    """
    kept: set[str] = set()
    for pair in sorted(_pairs(graph), key=lambda pair: _rank(graph, pair)):
        if len(kept | set(pair)) <= actors:
            kept |= set(pair)
    return _thinned(graph.subgraph(kept).copy(), lines)


def _pairs(graph: nx.MultiDiGraph) -> set[Pair]:
    return {(min(ends), max(ends)) for ends in graph.edges()}


def _rank(graph: nx.MultiDiGraph, pair: Pair) -> tuple[bool, int, int, Pair]:
    ends = [graph.nodes[actor] for actor in pair]
    counts = [end["claims"] for end in ends]
    return any(end["described"] for end in ends), -min(counts), -sum(counts), pair


def _thinned(graph: nx.MultiDiGraph, limit: int) -> nx.MultiDiGraph:
    """At most `limit` lines (ties of one sign between two actors), and one for everybody.

    Disputed ties stay before undisputed ones of as many claims.
    """
    bundles: dict[tuple[Pair, int], list[Edge]] = defaultdict(list)
    weights: dict[tuple[Pair, int], int] = defaultdict(int)
    for source, target, relation, data in graph.edges(keys=True, data=True):
        bundle = ((min(source, target), max(source, target)), data["sign"])
        bundles[bundle].append((source, target, relation))
        weights[bundle] += len(data["claims"]) + len(data["disputed_by"])
    kept: list[Edge] = []
    reached: set[str] = set()
    for place, bundle in enumerate(sorted(bundles, key=lambda each: (-weights[each], each))):
        if place < limit or not reached.issuperset(bundle[0]):
            kept += bundles[bundle]
            reached |= set(bundle[0])
    return graph.edge_subgraph(kept).copy()
