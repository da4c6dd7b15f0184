"""Polarity, mood and scope of one word of a sentence."""

from collections.abc import Callable, Mapping

import pytest

from tieline.claims.outlook import outlook
from tieline.claims.view import Outlook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Kind, Modality, Polarity

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]


def _outlook(parse: Parse, word: Word, text: str, trigger: str) -> Outlook:
    analyses = parse(text)
    index, token = word(analyses, trigger)
    return outlook(analyses[index], token)


@pytest.mark.parametrize(
    ("text", "trigger", "polarity"),
    [
        ("The army funds the clan.", "funds", "affirmed"),
        ("The army does not fund the clan.", "fund", "negated"),
        ("The army never funded the clan.", "funded", "negated"),
        ("The army failed to fund the clan.", "fund", "negated"),
        ("The army left without funding the clan.", "funding", "negated"),
        ("The army is unwilling to fund the clan.", "fund", "negated"),
        ("The army has yet to fund the clan.", "fund", "negated"),
        ("No army funded the clan.", "funded", "negated"),
        ("The army no longer funds the clan.", "funds", "ended"),
        ("The army does not fund the clan any longer.", "fund", "ended"),
        ("The army stopped funding the clan.", "funding", "ended"),
        ("The army has not stopped funding the clan.", "funding", "affirmed"),
        ("The army did not fail to fund the clan.", "fund", "affirmed"),
        ("Not only did the army fund the clan, it fed the clan.", "fund", "affirmed"),
        ("The army must stop funding the clan.", "funding", "negated"),
        ("The army funded nobody in the valley.", "funded", "negated"),
        ("The clan belonged to no party.", "belonged", "negated"),
        ("The army clashed neither with the clan nor with the police.", "clashed", "negated"),
        ("At no time did the army fund the clan.", "fund", "negated"),
        ("No general, no minister has ever funded the clan.", "funded", "negated"),
        ("The army funded nobody but the clan.", "funded", "affirmed"),
        ("The army gave no fewer than ten guns to the clan.", "gave", "affirmed"),
        ("The army has no airfield and supports the clan.", "supports", "affirmed"),
        ("The army must stop parading its men and start paying the clan.", "paying", "affirmed"),
        ("The army has not been beaten and is said to fund the clan.", "fund", "affirmed"),
        ("The army sent no soldier to fight the clan.", "fight", "negated"),
        ("No evidence has surfaced that the army funds the clan.", "funds", "negated"),
        ("There is no army that funds the clan.", "funds", "negated"),
        ("The army never tired of arming the clan.", "arming", "affirmed"),
        ("It is no secret that the army funds the clan.", "funds", "affirmed"),
        ("The army funded the clan until 2015.", "funded", "ended"),
        ("Until last year the army funded the clan.", "funded", "ended"),
        ("The army did not fund the clan until 2015.", "fund", "affirmed"),
        ("The army will fund the clan until May.", "fund", "affirmed"),
        ("The army gave up funding the clan.", "funding", "ended"),
        ("The army has not given up funding the clan.", "funding", "affirmed"),
        ("Gone are the days when the army funded the clan.", "funded", "ended"),
    ],
)
def test_polarity(parse: Parse, word: Word, text: str, trigger: str, polarity: str) -> None:
    """Denials turn a statement, ends end it, and two of them cancel."""
    assert _outlook(parse, word, text, trigger).polarity == Polarity(polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "moods", "kind"),
    [
        ("The army funds the clan.", "funds", {"asserted"}, "tie"),
        ("The army may fund the clan.", "fund", {"hedged"}, "tie"),
        ("The army allegedly funded the clan.", "funded", {"hedged"}, "tie"),
        ("The army is believed to fund the clan.", "fund", {"hedged"}, "tie"),
        ("The army must fund the clan.", "fund", {"demanded"}, "demand"),
        ("The envoy urged the army to fund the clan.", "fund", {"demanded"}, "demand"),
        ("The army will fund the clan.", "fund", {"predicted"}, "prediction"),
        ("The army vowed to fund the clan.", "fund", {"predicted"}, "prediction"),
        ("The army would fund the clan.", "fund", {"conditional"}, "prediction"),
        ("If the army funded the clan, they would win.", "funded", {"conditional"}, "tie"),
        ("Did the army fund the clan?", "fund", {"questioned"}, "tie"),
        ("They ask whether the army funds the clan.", "funds", {"questioned"}, "tie"),
        ("The envoys are to meet the clan.", "meet", {"predicted"}, "prediction"),
        ("The envoy urged the army to wait and to fund the clan.", "fund", {"demanded"}, "demand"),
        ("No link to the clan has been shown.", "link", {"hedged"}, "tie"),
        ("The witnesses believe that the army funds the clan.", "funds", {"hedged"}, "tie"),
    ],
)
def test_mood(  # noqa: PLR0913, PLR0917 - two fixtures and four columns
    parse: Parse, word: Word, text: str, trigger: str, moods: set[str], kind: str
) -> None:
    """Moods of the verb and of the words above it, and the kind that follows."""
    found = _outlook(parse, word, text, trigger)

    assert set(found.moods) == {Modality(mood) for mood in moods}
    assert found.kind is Kind(kind)


@pytest.mark.parametrize(
    ("text", "trigger", "scope"),
    [
        ("The army never fought the clan.", "fought", {"never"}),
        ("The army has never fought the clan in a serious way.", "fought", {"never", "meaningful"}),
        ("The army no longer has a monopoly of control.", "monopoly", {"monopoly"}),
        ("The army lacks a coherent campaign against the clan.", "campaign", {"coherent"}),
        ("Only the army funds the clan.", "funds", {"only"}),
        ("The army funds the clan.", "funds", set()),
    ],
)
def test_scope(parse: Parse, word: Word, text: str, trigger: str, scope: set[str]) -> None:
    """Words that limit or strengthen the statement, qualities under their common name."""
    assert set(_outlook(parse, word, text, trigger).scope) >= scope
    assert bool(_outlook(parse, word, text, trigger).scope) == bool(scope)


def test_presupposed(parse: Parse, word: Word) -> None:
    """What a noun phrase takes for granted is untouched by the verb above it."""
    text = "The army's ally was never seen."
    analyses = parse(text)
    index, ally = word(analyses, "ally")

    assert outlook(analyses[index], ally, presupposed=True).polarity is Polarity.AFFIRMED
