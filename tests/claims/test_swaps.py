"""The coding rests on the sentence, not on whose names stand in it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.claims.engine import EmbeddedEngine
from tieline.language.analyser import Analyser
from tieline.model.claim import Claim, Party
from tieline.model.document import Document
from tieline.pipeline import read

SENTENCES = (
    "{A} attacked {B}.",
    "{A} was attacked by {B}.",
    "{A} has never attacked {B}.",
    "{A} and {B} clashed in the north.",
    "{A} is fighting {B} for the city.",
    "{A} no longer fights {B}.",
    "{A} must stop fighting {B}.",
    "{A} should cut ties with {B}.",
    "{A} will attack {B}.",
    "{A} refused to negotiate with {B}.",
    "{A} signed an agreement with {B}.",
    "{A} killed fighters of {B}.",
    "{A} trained {B}.",
    "{A} received money from {B}.",
    "{A} gave sanctuary to {B}.",
    "{A} pledged allegiance to {B}.",
    "{A} is a branch of {B}.",
    "{A} broke away from {B}.",
    "{A} merged with {B} last year.",
    "{A} cooperated with {B}.",
    "{A} carried out attacks against {B}.",
    "{A} denounced {B}.",
    "{A} threatened {B}.",
    "{A}, a rival of {B}, lost the town.",
    "{A}, an ally of {B}, kept the town.",
    "{A} enjoys deep ties with {B}.",
    "{A} stopped supporting {B}.",
    "{A} lacks a coherent campaign against {B}.",
    "{A} expelled {B} from the valley.",
    "{A} did not attack {B}, a witness said.",
    "Officials said that {A} had attacked {B}.",
    "{A} poses a threat to {B}.",
    "{A} opposes {B}.",
    "{A} allegedly funded {B}.",
)
PAIRS = (
    ("Boko Haram", "Renamo"),
    ("Hamas", "Hezbollah"),
    ("Lashkar-e-Taiba", "al-Shabaab"),
    ("the Tamil Tigers", "the Houthis"),
    ("al Qaeda", "Ansar Dine"),
    ("the Haqqani network", "the Islamic State"),
)
Pipeline = tuple[Analyser, Linker, EmbeddedEngine]


@pytest.fixture(scope="module")
def pipeline() -> Pipeline:
    """The real parts, made once."""
    return Analyser(), Linker(Registry.shipped()), EmbeddedEngine()


def _coding(pipeline: Pipeline, sentence: str, one: str, other: str) -> set[tuple[object, ...]]:
    """What is coded, with the two names replaced by their places in the template."""
    text = sentence.format(A=one, B=other)
    text = text[0].upper() + text[1:]
    places = {_bare(one): "A", _bare(other): "B"}

    def place(party: Party | None) -> str | None:
        return party and places.get(_bare(party.text), party.text)

    return {
        (
            *(c.relation, c.kind, c.polarity, c.modality, c.scope),
            *(place(c.source), place(c.target), c.holder.text),
        )
        for c in read(Document(text, "text/1"), *pipeline).claims
    }


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


@pytest.mark.parametrize("sentence", SENTENCES)
def test_names_do_not_matter(pipeline: Pipeline, sentence: str) -> None:
    """Other groups in the same places are coded in the same way."""
    codings = [_coding(pipeline, sentence, *pair) for pair in PAIRS]

    assert codings[0]
    assert all(coding == codings[0] for coding in codings), codings


def test_places_matter(pipeline: Pipeline) -> None:
    """Names that change places change the direction."""
    for sentence in ("{A} attacked {B}.", "{B} was attacked by {A}."):
        assert {c[5:7] for c in _coding(pipeline, sentence, *PAIRS[0])} == {("A", "B")}


def _read(pipeline: Pipeline, text: str) -> tuple[Claim, ...]:
    return read(Document(text, "text/1"), *pipeline).claims


def test_deterministic(pipeline: Pipeline) -> None:
    """The same text gives the same claims with the same ids, alone or after other texts."""
    text = "\n\n".join(s.format(A="Boko Haram", B="Renamo") for s in SENTENCES)
    first = _read(pipeline, text)
    _read(pipeline, "Hamas met Fatah.")

    assert _read(pipeline, text) == first
    assert len({claim.id for claim in first}) == len(first)


WORDS = st.sampled_from(
    """Hamas Renamo Iran the The of by and , . ; : ( ) “ ” ' - not never no longer which its attacked
    funds support ally leader to with against who said must if whether 2014 million U.S. \n
    \n\n * Is are was a""".split(" ")
)
MESS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=120)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(text=MESS)
def test_any_text(pipeline: Pipeline, text: str) -> None:
    """No text is too odd to be read, and whatever is read stands in it."""
    for claim in _read(pipeline, text):
        assert text[claim.begin : claim.end] == claim.quote
        assert claim.begin < claim.end
        parties = [p for p in (claim.source, claim.target, claim.third) if p is not None]
        assert all(text[p.begin : p.end] == p.text for p in parties)
        if claim.holder.begin is not None:
            assert text[claim.holder.begin : claim.holder.end] == claim.holder.text
