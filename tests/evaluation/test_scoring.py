from collections.abc import Callable
from typing import Any

import pytest

from tieline.evaluation.measures import MEASURES
from tieline.evaluation.scoring import Tally, grouped, score
from tieline.model.claim import Modality

Make = Callable[..., Any]
Place = tuple[int, int]


def _figure(name: str, tally: Tally) -> float | None:
    (measure,) = [each for each in MEASURES if each.name == name]
    return measure.of(tally)


def test_a_claim_like_its_label_is_found_agreed_and_typed(claim: Make, label: Make) -> None:
    """A claim with the label's quote, actors, polarity and relation counts everywhere."""
    tally = score([claim()], [label()])
    assert (tally.found, tally.agreed, tally.typed) == (1, 1, 1)
    assert (tally.read_found, tally.read_agreed, tally.read_typed) == (1, 1, 1)
    assert (tally.missed, tally.wrong, tally.disputed) == ([], [], [])


def test_no_claim_misses_the_label(claim: Make, label: Make, c: Place) -> None:
    """A claim with another actor neither finds the label nor is right."""
    tally = score([claim(target=c)], [label()])
    assert (tally.gold, tally.met, tally.read, tally.read_met) == (1, 0, 1, 0)
    assert len(tally.missed) == len(tally.wrong) == 1


def test_quotes_must_overlap(claim: Make, label: Make) -> None:
    """The same actors in another passage of the text are another claim."""
    tally = score([claim(begin=60, end=90)], [label()])
    assert tally.met == 0


def test_a_directed_relation_turned_round_is_not_found(
    claim: Make, label: Make, a: Place, b: Place
) -> None:
    """Source and target exchanged: met, but not found, and counted as wrong direction."""
    tally = score([claim("funds", b, a)], [label("funds", a, b)])
    assert (tally.met, tally.found, tally.agreed, tally.typed) == (1, 0, 0, 0)
    assert (tally.read_met, tally.read_found) == (1, 0)
    assert (tally.directed, tally.wrong_direction) == (1, 1)
    assert _figure("direction", tally) == 0


@pytest.mark.parametrize(
    "relations", [("fights", "fights"), ("fights", "attacks"), ("attacks", "fights")]
)
def test_a_symmetric_relation_may_stand_in_either_order(
    claim: Make, label: Make, a: Place, b: Place, relations: tuple[str, str]
) -> None:
    """Where either relation has no direction, order means nothing and is not counted."""
    read, labelled = relations
    tally = score([claim(read, b, a)], [label(labelled, a, b)])
    assert (tally.found, tally.agreed, tally.directed) == (1, 1, 0)
    assert tally.typed == (read == labelled)


def test_an_accepted_symmetric_relation_excuses_no_wrong_direction(
    claim: Make, label: Make, a: Place, b: Place
) -> None:
    """A directed relation read the wrong way round is wrong, whatever else was acceptable."""
    tally = score([claim("supports", b, a)], [label("supports|allied_with", a, b)])
    assert (tally.found, tally.wrong_direction) == (0, 1)


def test_a_relation_the_coder_accepts_is_typed(claim: Make, label: Make) -> None:
    """An alternative counts as the relation itself."""
    assert score([claim("kills")], [label("attacks|kills")]).typed == 1


def test_another_relation_of_the_sign_agrees_but_is_not_typed(claim: Make, label: Make) -> None:
    """Attacking read as accusing has the sign right and the type wrong."""
    tally = score([claim("accuses")], [label("attacks")])
    assert (tally.agreed, tally.typed, tally.type_right, tally.wrong_sign) == (1, 0, 0, 0)


def test_another_sign_disagrees(claim: Make, label: Make) -> None:
    """Attacking read as funding is a pair, and wrong in sign."""
    tally = score([claim("funds")], [label("attacks")])
    assert (tally.found, tally.agreed, tally.wrong_sign, len(tally.disputed)) == (1, 0, 1, 1)


@pytest.mark.parametrize(("read", "labelled"), [("ended", "negated"), ("negated", "ended")])
def test_ended_and_negated_are_one_class(
    claim: Make, label: Make, read: str, labelled: str
) -> None:
    """They agree, and are told apart in a figure of their own only."""
    tally = score([claim(polarity=read)], [label(polarity=labelled)])
    assert (tally.agreed, tally.typed, tally.wrong_polarity) == (1, 1, 0)
    assert _figure("negated_f1", tally) == 1
    assert _figure("negated_agreed", tally) == 1
    assert _figure("ended_told", tally) == 0


def test_a_lost_negation_is_a_wrong_polarity(claim: Make, label: Make) -> None:
    """A negated label read as affirmed is found and does not agree."""
    tally = score([claim()], [label(polarity="negated")])
    assert (tally.found, tally.agreed, tally.wrong_polarity) == (1, 0, 1)
    assert _figure("negated_recall", tally) == 0
    assert _figure("negated_agreed", tally) == 0
    assert _figure("negated_precision", tally) is None


def test_a_missed_negation_counts_in_its_end_to_end_figure_only(label: Make) -> None:
    """A negated label that nothing meets is missing from the pairs, but not from the labels."""
    tally = score([], [label(polarity="negated")])
    assert _figure("negated_recall", tally) is None
    assert _figure("negated_agreed", tally) == 0


def test_an_optional_label_is_never_missed(label: Make) -> None:
    """Nothing read for an optional label: nothing counted."""
    tally = score([], [label(optional=True)])
    assert (tally.gold, tally.missed) == (0, [])


def test_a_claim_for_an_optional_label_is_not_wrong(claim: Make, label: Make) -> None:
    """Precision counts claims that meet optional labels as right; recall knows nothing of them."""
    tally = score([claim()], [label(optional=True)])
    assert (tally.read, tally.read_found, tally.wrong, tally.gold) == (1, 1, [], 0)


def test_one_span_may_be_both_actors(claim: Make, label: Make, a: Place, c: Place) -> None:
    """ "Each other" stands for both: the same words are source and target, read or labelled."""
    both = label("fights", a, a)
    assert score([claim("fights", a, a)], [both]).typed == 1
    assert score([claim("fights", a, c)], [both]).met == 0
    assert score([claim("fights", a, a)], [label("fights", a, c)]).met == 0


def test_an_actor_the_text_leaves_out_is_met_by_any(claim: Make, label: Make) -> None:
    """Where the label has no words for the source, the target alone decides."""
    assert score([claim()], [label(source=None, optional=True)]).read_found == 1


def test_a_claim_without_a_target_meets_no_label_that_has_one(claim: Make, label: Make) -> None:
    """An assessment of one actor is no tie between two."""
    assert score([claim(target=None)], [label()]).met == 0


def test_a_claim_is_held_against_the_label_it_fits_best(claim: Make, label: Make) -> None:
    """Of a demanded end and the tie it presupposes, each claim gets its own."""
    labels = [label("funds", polarity="negated"), label("funds")]
    tally = score([claim("funds"), claim("funds", polarity="negated")], labels)
    assert (tally.typed, tally.read_typed, tally.wrong_polarity) == (2, 2, 0)


def test_modality_is_the_whole_set(claim: Make, label: Make) -> None:
    """A mood too few is as wrong as another mood."""
    hedged = (Modality.HEDGED,)
    both = label(modality=("hedged", "predicted"))
    assert score([claim(modality=hedged)], [both]).modality_right == 0
    assert score([claim(modality=hedged)], [label(modality=("hedged",))]).modality_right == 1


@pytest.mark.parametrize(
    ("read", "labelled", "wrong"),
    [
        (None, None, 0),
        ((60, 65), (62, 70), 0),
        ((60, 65), None, 1),
        (None, (60, 65), 1),
        ((60, 65), (70, 75), 1),
    ],
)
def test_a_holder_is_wrong_if_given_missed_or_elsewhere(
    claim: Make, label: Make, read: Place | None, labelled: Place | None, wrong: int
) -> None:
    """A speaker where the author speaks is as wrong as none where somebody does."""
    given = {} if read is None else {"holder": read}
    tally = score([claim(**given)], [label(holder=labelled)])
    assert tally.wrong_holder == wrong
    assert (tally.holders_read, tally.holders) == (read is not None, labelled is not None)
    assert tally.holders_right == (read is not None and labelled is not None and not wrong)


@pytest.mark.parametrize("field", ["time", "quantity"])
def test_words_of_a_field_count_in_precision_and_recall(
    claim: Make, label: Make, field: str
) -> None:
    """A time or quantity read elsewhere lowers precision, one not read lowers recall."""
    labelled = label(**{field: (60, 65)})
    right = score([claim(**{field: (58, 62)})], [labelled])
    elsewhere = score([claim(**{field: (80, 85)})], [labelled])
    unread = score([claim()], [labelled])
    assert _figure(f"{field}_precision", right) == _figure(f"{field}_recall", right) == 1
    assert _figure(f"{field}_precision", elsewhere) == 0
    assert _figure(f"{field}_precision", unread) is None
    assert _figure(f"{field}_recall", unread) == 0


def test_tallies_sum_by_key(claim: Make, label: Make) -> None:
    """Tallies of one genre are added up, lists and counts alike."""
    tally = score([claim()], [label()])
    sums = grouped([("speech", tally), ("brief", tally), ("speech", tally)])
    assert {name: each.gold for name, each in sums.items()} == {"speech": 2, "brief": 1}
    assert len(sums["speech"].sure) == 2
