"""Where labels stand: stress majorisation, then labels pushed apart. No randomness.

The stress model is Gansner, Koren and North (2004), "Graph drawing by stress
majorization": distances on the page should equal distances in the graph.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, sqrt

import networkx as nx
import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
ROUNDS = 400
GAP = 26  # the least space between two labels, in pixels
TOUCH = 0.5  # an overlap of less than half a pixel is none
TINY = 1e-9  # guards divisions
SIDEWAYS = np.array([0.4, 1.0])  # labels are wide: without this all would be pushed up and down


@dataclass(frozen=True, slots=True)
class Box:
    """A label's centre and size, in whole pixels."""

    x: int
    y: int
    width: int
    height: int

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any space."""
        across = abs(self.x - other.x) * 2 < self.width + other.width
        return across and abs(self.y - other.y) * 2 < self.height + other.height


@dataclass(frozen=True, slots=True)
class Layout:
    """A page of the given size with a box for every actor."""

    width: int
    height: int
    boxes: Mapping[str, Box]


def arrange(graph: nx.MultiDiGraph, sizes: Mapping[str, tuple[int, int]], width: int) -> Layout:
    """Place labels of the given sizes on a page of the given width; its height follows."""
    actors = sorted(graph.nodes)
    extents = np.array([sizes[actor] for actor in actors], dtype=float)
    points = _stress(_distances(graph, actors))
    height = _height(len(actors))
    points = _spread(_fit(points, extents, width, height), extents, width)
    top = float((points[:, 1] - extents[:, 1] / 2).min()) - GAP
    points[:, 1] -= top
    bottom = float((points[:, 1] + extents[:, 1] / 2).max()) + GAP
    boxes = {
        actor: Box(round(float(x)), round(float(y)), *sizes[actor])
        for actor, (x, y) in zip(actors, points, strict=True)
    }
    return Layout(width, ceil(bottom), boxes)


def _height(count: int) -> int:
    return 110 + 120 * ceil(sqrt(count))


def _distances(graph: nx.MultiDiGraph, actors: list[str]) -> Points:
    """Steps between actors; those of separate parts stand a little further than the furthest."""
    simple = nx.Graph()
    simple.add_nodes_from(actors)
    simple.add_edges_from((source, target) for source, target in graph.edges())
    steps = dict(nx.all_pairs_shortest_path_length(simple))
    furthest = max(max(row.values()) for row in steps.values()) + 1
    apart = min(furthest, 4)
    return np.array([[steps[a].get(b, apart) for b in actors] for a in actors], dtype=float)


def _stress(distances: Points) -> Points:
    """Positions by repeated Guttman transforms with weights 1/d², begun on a circle."""
    count = len(distances)
    angles = 2 * np.pi * np.arange(count) / count
    # A circle slightly out of round, so that opposite actors are not stuck in a draw.
    radius = 1 + 0.1 * np.arange(count) / count
    points: Points = np.column_stack([radius * np.cos(angles), radius * np.sin(angles)])
    weights = np.where(distances > 0, 1 / np.maximum(distances, 1) ** 2, 0)
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.pinv(laplacian)
    for _ in range(ROUNDS):
        points = inverse @ _guttman(points, distances, weights) @ points
    return points


def _guttman(points: Points, distances: Points, weights: Points) -> Points:
    lengths = np.linalg.norm(points[:, None] - points[None, :], axis=2)
    ratio = np.where(lengths > TINY, weights * distances / np.maximum(lengths, TINY), 0)
    transform: Points = np.diag(ratio.sum(axis=1)) - ratio
    return transform


def _fit(points: Points, extents: Points, width: int, height: int) -> Points:
    """Turn the longer axis to the page's width and stretch to the margins."""
    centred = points - points.mean(axis=0)
    _, _, axes = np.linalg.svd(centred, full_matrices=False)
    turned = centred @ axes.T
    # The sign of a singular vector is arbitrary: fix it by the first actor off the axis.
    turned = turned * np.where(turned[0] < 0, -1, 1)
    low, span = turned.min(axis=0), np.ptp(turned, axis=0)
    unit = (turned - low) / np.where(span > TINY, span, 1)
    unit[:, span <= TINY] = 0.5
    margin = extents.max(axis=0) / 2 + GAP
    placed: Points = margin + _evened(unit) * (np.array([width, height]) - 2 * margin)
    return placed


def _evened(unit: Points) -> Points:
    """Loosen crowds: half each actor's own place, half its rank along the axis."""
    ranks = unit.argsort(axis=0, kind="stable").argsort(axis=0, kind="stable")
    return unit / 2 + ranks / max(len(unit) - 1, 1) / 2


def _spread(points: Points, extents: Points, width: int) -> Points:
    """Push overlapping labels apart, downwards and sideways, inside the page's width."""
    points = points.copy()
    left = extents[:, 0] / 2 + GAP / 2
    for _ in range(ROUNDS):
        if not _push(points, extents):
            break
        points[:, 0] = np.clip(points[:, 0], left, width - left)
    return points


def _push(points: Points, extents: Points) -> bool:
    moved = False
    for i in range(len(points)):
        for j in range(i):
            moved = _part(points, extents, i, j) or moved
    return moved


def _part(points: Points, extents: Points, i: int, j: int) -> bool:
    apart = points[i] - points[j]
    overlap = (extents[i] + extents[j]) / 2 + GAP - np.abs(apart)
    if (overlap <= TOUCH).any():
        return False
    axis = int(np.argmin(overlap * SIDEWAYS))
    step = (overlap[axis] / 2) * (1 if apart[axis] >= 0 else -1)
    points[i, axis] += step
    points[j, axis] -= step
    return True
