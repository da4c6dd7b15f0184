"""What is drawn between two actors: one line for each sign, so that ambivalence shows."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from tieline.codebook.loader import codebook
from tieline.networks.layout import Box

BEND = 34  # how far lines of different sign between the same two actors part, in pixels


@dataclass(frozen=True, slots=True)
class Line:
    """All ties of one sign between two actors, `first` before `second` in the alphabet.

    `forward` and `backward` say where arrowheads stand; `bend` is in pixels.
    """

    first: str
    second: str
    sign: int
    relations: tuple[str, ...]
    claims: int
    disputed: int
    forward: bool
    backward: bool
    bend: int


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve in whole pixels: begin, control point, end."""

    begin: tuple[int, int]
    control: tuple[int, int]
    end: tuple[int, int]

    def at(self, share: float) -> tuple[int, int]:
        """The point at a share (0-1) of the way."""
        a, b, c = (1 - share) ** 2, 2 * share * (1 - share), share**2
        x, y = (a * self.begin[i] + b * self.control[i] + c * self.end[i] for i in (0, 1))
        return round(x), round(y)


def lines(graph: nx.MultiDiGraph) -> tuple[Line, ...]:
    """The lines of a network, bent apart where two actors have several."""
    pairs: dict[tuple[str, str], dict[int, list[tuple[str, str, Mapping[str, object]]]]]
    pairs = defaultdict(lambda: defaultdict(list))
    for source, target, relation, data in graph.edges(keys=True, data=True):
        pair = (min(source, target), max(source, target))
        pairs[pair][data["sign"]].append((source, relation, data))
    drawn = []
    for pair, signs in sorted(pairs.items()):
        for place, sign in enumerate(sorted(signs, reverse=True)):
            bend = round((place - (len(signs) - 1) / 2) * 2 * BEND)
            drawn.append(_line(pair, sign, signs[sign], bend))
    return tuple(drawn)


def _line(
    pair: tuple[str, str], sign: int, edges: list[tuple[str, str, Mapping[str, object]]], bend: int
) -> Line:
    first, second = pair
    return Line(
        first,
        second,
        sign,
        relations=tuple(sorted({relation for _, relation, _ in edges})),
        claims=sum(_count(data["claims"]) for _, _, data in edges),
        disputed=sum(_count(data["disputed_by"]) for _, _, data in edges),
        forward=any(source == first and not data["symmetric"] for source, _, data in edges),
        backward=any(source == second and not data["symmetric"] for source, _, data in edges),
        bend=bend,
    )


def _count(ids: object) -> int:
    return len(ids) if isinstance(ids, tuple) else 0


def words(line: Line, names: Mapping[str, str]) -> str:
    """The line in words, for a reader who cannot see it."""
    known = codebook().relations
    relations = ", ".join(known[name].wording if name in known else name for name in line.relations)
    sign = {1: "cooperative", -1: "conflictual"}.get(line.sign, "neither")
    dispute = f"; disputed by {line.disputed}" if line.disputed else ""
    arrow = {(True, False): "→", (False, True): "←"}.get((line.forward, line.backward), "↔")
    ends = f"{names[line.first]} {arrow} {names[line.second]}"
    return f"{ends}: {relations} ({sign}; claims: {line.claims}{dispute})"


def curve(line: Line, boxes: Mapping[str, Box]) -> Curve:
    """Where a line runs, from the edge of one label to the edge of the other."""
    first, second = boxes[line.first], boxes[line.second]
    middle = ((first.x + second.x) / 2, (first.y + second.y) / 2)
    across, down = second.x - first.x, second.y - first.y
    length = max((across**2 + down**2) ** 0.5, 1)
    control = (
        round(middle[0] - down / length * line.bend),
        round(middle[1] + across / length * line.bend),
    )
    return Curve(_edge(first, control), control, _edge(second, control))


def _edge(box: Box, towards: tuple[int, int]) -> tuple[int, int]:
    """Where the way from a box's centre to a point leaves the box (with a little air)."""
    across, down = towards[0] - box.x, towards[1] - box.y
    if across == down == 0:
        return box.x, box.y
    half = (box.width / 2 + 4, box.height / 2 + 4)
    share = min(
        half[0] / abs(across) if across else 9e9,
        half[1] / abs(down) if down else 9e9,
        1.0,
    )
    return round(box.x + across * share), round(box.y + down * share)
