from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tieline.evaluation.agreement import field, found, matched, mentions, report
from tieline.evaluation.passes import Row, load_passes

Write = Callable[..., Path]
Make = Callable[..., Row]
OWNER = {"name": "Chad", "begin": 0, "end": 4}


def test_a_claim_of_one_pass_is_sought_in_the_other(write: Write, made: Make) -> None:
    """Required claims are found by quote and actors, and agreed by sign and polarity."""
    a = [made(), made(begin=60, end=90, source=(60, 65), target=(80, 85))]
    b = [made(polarity="negated"), made(optional=True, relation="fights")]
    passages = load_passes(write(a, b))
    first, second = found(passages), found(passages, turned=True)
    assert (first.required, first.pairs, first.agreed) == (2, 1, 0)
    assert (second.required, second.pairs, second.agreed) == (1, 1, 0)


def test_exchanged_actors_are_not_found(write: Write, made: Make) -> None:
    """Who does it to whom must be the same, but for relations without direction."""
    turned: dict[str, Any] = {"source": (20, 25), "target": (0, 5)}
    passages = load_passes(write([made()], [made(**turned)]))
    assert found(passages).pairs == 0
    fight = {"relation": "fights"}
    passages = load_passes(write([made(**fight)], [made(**turned, **fight)]))
    assert found(passages).pairs == 1


def test_each_label_is_paired_once_with_the_closest(write: Write, made: Make) -> None:
    """Two ties of the same actors are told apart by what they say."""
    a = [made(), made(relation="attacks")]
    b = [made(relation="attacks"), made(), made(relation="kills")]
    pairs = matched(load_passes(write(a, b)))
    assert [(x.claim.relations[0], y.claim.relations[0]) for x, y in pairs] == [
        ("funds", "funds"),
        ("attacks", "attacks"),
    ]


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("relation", {"relation": "arms"}),
        ("family", {"relation": "leads"}),
        ("sign", {"relation": "fights"}),
        ("polarity", {"polarity": "ended"}),
        ("kind", {"kind": "demand"}),
        ("modality", {"modality": ["hedged"]}),
        ("direction", {"source": (20, 25), "target": (0, 5)}),
        ("holder given", {"holder": OWNER}),
        ("holder", {"holder": OWNER}),
        ("time given", {"time": [26, 30]}),
        ("quantity given", {"quantity": [26, 30]}),
        ("optional", {"optional": True}),
    ],
)
def test_a_difference_shows_in_its_own_field(
    write: Write, made: Make, name: str, change: dict[str, Any]
) -> None:
    """One label that differs of two lowers the agreement on that field."""
    far: dict[str, Any] = {"begin": 60, "end": 90, "source": (60, 65), "target": (80, 85)}
    pairs = matched(load_passes(write([made(), made(**far)], [made(**change), made(**far)])))
    of = field(name, pairs)
    assert (of.units, of.same) == (2, 0.5)
    assert of.alpha is not None
    assert of.alpha <= 0


def test_holders_are_the_same_by_their_words(write: Write, made: Make) -> None:
    """Two coders may name a speaker differently; the words in the text decide."""
    other = OWNER | {"name": "Republic of Chad"}
    pairs = matched(load_passes(write([made(holder=OWNER)], [made(holder=other)])))
    assert field("holder", pairs).same == 1
    elsewhere = {"name": "Chad", "begin": 30, "end": 34}
    pairs = matched(load_passes(write([made(holder=OWNER)], [made(holder=elsewhere)])))
    assert field("holder", pairs).same == 0


def test_mentions_agree_on_place_and_actor(write: Write) -> None:
    """Spans that overlap are one mention; its id may still differ."""
    a = [(0, 5, "x:1"), (20, 25, "x:2"), (40, 45, None)]
    b = [(0, 5, "x:1"), (18, 25, "x:3")]
    of = mentions(load_passes(write([], [], a, b)))
    assert (of.a, of.b, of.both, of.exact) == (3, 2, 2, 1)
    assert of.f1(of.both) == pytest.approx(0.8)
    assert of.ids.same == 0.5


def test_the_report_has_a_row_for_each_genre(write: Write, made: Make) -> None:
    """Figures are given for all passages and for those of each genre."""
    lines = list(report(write([made()], [made()])))
    assert sum(line.startswith("| all |") for line in lines) == 3
    assert sum(line.startswith("| brief |") for line in lines) == 3
    assert "| a | 1 | 1 | 1 | 0 | 0 |" in lines
