from collections.abc import Callable
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from tieline.model.claim import Claim, Polarity
from tieline.networks import pen
from tieline.networks.backbone import backbone
from tieline.networks.build import network
from tieline.networks.layout import arrange
from tieline.networks.picture import picture

MakeClaim = Callable[..., Claim]
SVG = "{http://www.w3.org/2000/svg}"


def _svg(text: str) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - our own output


def _web(make_claim: MakeClaim, count: int) -> list[Claim]:
    relations = ["funds", "fights", "negotiates_with", "allied_with"]
    pairs = [
        (f"Group of the {left}th Valley", relations[(left * right) % 4], f"Front {right}")
        for left in range(count)
        for right in range(count)
        if (left * 7 + right * 3) % 5 == 0
    ]
    return [make_claim(*pair, place) for place, pair in enumerate(pairs)]


def test_the_same_claims_give_the_same_picture(make_claim: MakeClaim) -> None:
    """The picture is the same to the byte whatever the order of the claims."""
    claims = _web(make_claim, 9)
    assert picture(claims).svg == picture(claims[::-1]).svg


def test_sign_is_shown_by_dash_and_colour(make_claim: MakeClaim) -> None:
    """Cooperative, conflictual and neutral lines differ in colour and in dash."""
    relations = ["funds", "fights", "negotiates_with"]
    claims = [make_claim("Ash", name, "Birch", at) for at, name in enumerate(relations)]
    groups = [g for g in _svg(picture(claims).svg).iter(f"{SVG}g") if "line" in g.get("class", "")]
    strokes = {
        (p.get("stroke"), p.get("stroke-dasharray")) for g in groups for p in g if p.get("d")
    }
    assert len({colour for colour, _ in strokes}) == 3
    assert len({dash for _, dash in strokes}) == 3


def test_an_ambivalent_pair_shows_both_lines_apart(make_claim: MakeClaim) -> None:
    """A pair with a tie of either sign has two curves that do not coincide."""
    claims = [make_claim("Ash", "funds", "Birch"), make_claim("Ash", "fights", "Birch", 3)]
    paths = [p.get("d") for p in _svg(picture(claims).svg).iter(f"{SVG}path")]
    assert len(set(paths)) == 2


def test_a_disputed_tie_is_marked(make_claim: MakeClaim) -> None:
    """A tie that another claim denies bears a mark, and the description says so."""
    affirmed = make_claim("Ash", "funds", "Birch")
    denied = make_claim("Ash", "funds", "Birch", 5, polarity=Polarity.NEGATED)
    assert "disputed by 1" in picture([affirmed, denied]).svg
    assert picture([affirmed, denied]).svg.count('class="dispute"') == 2
    assert picture([affirmed]).svg.count('class="dispute"') == 1  # the legend's


def test_labels_do_not_overlap(make_claim: MakeClaim) -> None:
    """No two boxes of a full picture share any space, and none leaves the page sideways."""
    graph = network(_web(make_claim, 20))
    sizes = {actor: pen.size(actor) for actor in graph}
    layout = arrange(graph, sizes, 960)
    boxes = layout.boxes.values()
    assert not [pair for pair in combinations(boxes, 2) if pair[0].overlaps(pair[1])]
    assert all(box.width / 2 <= box.x <= 960 - box.width / 2 for box in boxes)


def test_only_the_backbone_is_drawn(make_claim: MakeClaim) -> None:
    """Beyond the limit the actors with fewest claims are left out, and counted in the title."""
    claims = _web(make_claim, 30)
    drawn = picture(claims, limit=12)
    assert 0 < drawn.shown <= 12
    assert drawn.shown + drawn.left_out == len(network(claims))
    assert f"{drawn.left_out} actors and {drawn.ties_left_out} ties" in drawn.svg


def test_a_dense_network_is_thinned_but_nobody_is_cut_off(make_claim: MakeClaim) -> None:
    """With few lines allowed the heaviest stay, and every actor keeps one."""
    whole = network(_web(make_claim, 8))
    thin = backbone(whole, lines=3)
    assert 3 <= thin.number_of_edges() < whole.number_of_edges()
    assert all(degree for _, degree in thin.degree())
    assert set(thin) == set(whole)


def test_described_actors_give_way_to_named_ones(make_claim: MakeClaim) -> None:
    """Where room is short, "rebels" of several texts are left out before named groups."""
    vague = [make_claim("rebels", "fights", "soldiers", place) for place in range(5)]
    graph = backbone(network([*vague, make_claim("Ash", "funds", "Birch")]), actors=2)
    assert set(graph) == {"ash", "birch"}


def test_no_tie_no_picture(make_claim: MakeClaim) -> None:
    """Without an affirmed tie there is nothing to draw."""
    assert picture([make_claim("Ash", "funds", "Birch", polarity=Polarity.ENDED)]).svg == ""


@pytest.mark.parametrize(
    "name",
    [
        "</svg><script>alert(1)</script>",
        '" onload="alert(1)',
        "\u202egnorw",
        "bad\x00\x1b[31m\ud800",
        "جبهة التل",
        "",
    ],
)
def test_hostile_names_stay_text(make_claim: MakeClaim, name: str) -> None:
    """Whatever an actor is called, the picture is well-formed and holds nothing to run."""
    root = _svg(picture([make_claim(name, "funds", "Birch")]).svg)
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= {
        *("svg", "title", "desc", "g", "path", "polygon", "rect", "text", "circle", "line")
    }
    assert not [k for e in root.iter() for k in e.attrib if k.startswith("on") or "href" in k]
    assert "\u202e" not in "".join(root.itertext())


def test_no_inline_style(make_claim: MakeClaim) -> None:
    """The picture carries no style of its own, so that a page may forbid inline style."""
    drawn = picture([make_claim("Ash", "funds", "Birch")]).svg
    assert "style" not in drawn
