"""One picture of a signed network, as an SVG that stands alone or inside a page.

Sign is shown by dash and colour together (blue unbroken, vermilion dashed, grey
dotted), so it survives a grey printer and colour-blind eyes. Everything is drawn
with presentation attributes and classes: a page may forbid inline style, and may
restyle the classes for a dark screen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from xml.etree import ElementTree as ET

import networkx as nx

from tieline.model.claim import Claim
from tieline.networks import pen
from tieline.networks.backbone import ACTORS, backbone
from tieline.networks.build import network
from tieline.networks.layout import Box, arrange
from tieline.networks.lines import Curve, Line, curve, lines, words

WIDTH = 960
LEGEND = 92  # height of the legend, in pixels
NAMED_LINES = 48  # with more lines than this, relations are named on hover only


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture, and how much of the network it shows. `svg` is empty without a tie."""

    svg: str
    shown: int
    left_out: int
    ties_shown: int
    ties_left_out: int


def picture(claims: Iterable[Claim], limit: int = ACTORS) -> Picture:
    """Draw the `limit` actors with most claims, and the ties of most claims among them."""
    whole = network(claims)
    graph = backbone(whole, limit)
    actors, ties = len(graph), graph.number_of_edges()
    left_out = (len(whole) - actors, whole.number_of_edges() - ties)
    svg = draw(graph, *left_out) if actors else ""
    return Picture(svg, actors, left_out[0], ties, left_out[1])


def draw(graph: nx.MultiDiGraph, actors_left_out: int = 0, ties_left_out: int = 0) -> str:
    """The SVG of a network that has at least one tie."""
    names = {actor: str(data["name"]) for actor, data in graph.nodes(data=True)}
    layout = arrange(graph, {actor: pen.size(name) for actor, name in names.items()}, WIDTH)
    drawn = lines(graph)
    title = _title(graph, actors_left_out, ties_left_out)
    root = pen.page(WIDTH, layout.height + LEGEND, title, _account(drawn, names))
    _draw_lines(root, drawn, layout.boxes, names)
    for actor, box in sorted(layout.boxes.items()):
        pen.label(root, box, names[actor], graph.nodes[actor]["claims"])
    pen.legend(root, layout.height)
    return ET.tostring(root, encoding="unicode")


def _title(graph: nx.MultiDiGraph, actors_left_out: int, ties_left_out: int) -> str:
    title = f"Signed network of {len(graph)} actors and {graph.number_of_edges()} affirmed ties"
    if not ties_left_out:
        return title
    return f"{title}; {actors_left_out} actors and {ties_left_out} ties of fewer claims left out"


def _account(drawn: Iterable[Line], names: Mapping[str, str]) -> str:
    return ". ".join(words(line, names) for line in drawn) + "."


def _draw_lines(
    root: ET.Element, drawn: tuple[Line, ...], boxes: Mapping[str, Box], names: Mapping[str, str]
) -> None:
    curves = [(line, curve(line, boxes)) for line in drawn]
    for line, path in curves:
        pen.line(root, line, path, words(line, names))
    taken = list(boxes.values())
    for line, path in curves:
        if line.disputed:
            taken.append(pen.dispute(root, line, path))
    if len(drawn) <= NAMED_LINES:
        for line, path in curves:
            _name_line(root, line, path, taken)


def _name_line(root: ET.Element, line: Line, path: Curve, taken: list[Box]) -> None:
    """Write the relation on the line, where there is room for it; else leave it to hover."""
    text = pen.relation_words(line)
    width, height = pen.small_size(text)
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74):
        box = Box(*path.at(share), width, height)
        inside = width / 2 < box.x < WIDTH - width / 2
        if inside and not any(box.overlaps(other) for other in taken):
            pen.relation(root, box, text, line.sign)
            taken.append(box)
            return
