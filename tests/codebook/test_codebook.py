from dataclasses import fields

import pytest

from tieline.codebook.loader import Codebook, RelationType, codebook
from tieline.errors import InputError
from tieline.model.claim import Kind, Modality, Polarity

# Names by family and sign, kept here apart from the data file.
NAMES = {
    ("alliance", 1): "allied_with cooperates_with pledges_allegiance_to endorses"
    " shares_ideology_with",
    ("support", 1): "supports funds arms supplies trains shares_intelligence_with"
    " sends_fighters_to hosts shelters directs sponsors umbrella_for",
    ("structure", 1): "part_of member_of leads founded merged_with",
    ("structure", 0): "recruits_from splintered_from",
    ("contact", 0): "communicates_with negotiates_with mediates_between hands_over",
    ("conflict", -1): "fights attacks kills captures overthrows expels attacks_civilians represses",
    ("hostility", -1): "threatens denounces accuses sanctions opposes rivals cuts_ties_with",
    ("other", 0): "endangers profits_from",
}
SYMMETRIC = (
    "allied_with cooperates_with shares_ideology_with merged_with communicates_with"
    " negotiates_with fights rivals"
)
# UCDP External Support Dataset 18.1, codebook section 4: its categories.
ESD = {
    "cooperates_with": "Y",
    "supports": "UO",
    "funds": "F",
    "arms": "W",
    "supplies": "M",
    "trains": "T",
    "shares_intelligence_with": "I",
    "sends_fighters_to": "XP",
    "hosts": "L",
}
# Event types of PLOVER in the list that POLECAT uses (Halterman and others, 2023,
# arXiv:2304.01331).
PLOVER = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN"
    " PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
)
# STIX 2.1 (OASIS Standard, 10 June 2021), appendix B, types whose ends can be actors, and
# section 3.8's common relationships.
STIX = {"targets", "attributed-to", "impersonates", "related-to", "derived-from", "duplicate-of"}
# Interval and event schemata of followthemoney that hold between entities, by file name in
# its folder `schema`.
FTM = set(
    "Associate Debt Directorship Employment Event Family Membership Occupancy Ownership"
    " Payment Representation Sanction Succession UnknownLink".split()
)
# W3C PROV-O (Recommendation, 30 April 2013), properties between agents and entities.
PROV = {
    "prov:actedOnBehalfOf",
    "prov:hadMember",
    "prov:wasAttributedTo",
    "prov:wasDerivedFrom",
    "prov:wasInfluencedBy",
}
# PLOVER codes events: these are standing ties, structures or judgements.
NO_EVENT = set(
    "shares_ideology_with directs umbrella_for part_of member_of leads founded merged_with"
    " recruits_from splintered_from rivals endangers profits_from".split()
)


@pytest.fixture(scope="module")
def book() -> Codebook:
    """The shipped codebook."""
    return codebook()


@pytest.fixture(params=list(codebook().relations))
def relation(request: pytest.FixtureRequest) -> RelationType:
    """Each relation type in turn."""
    return codebook().relation(request.param)


def test_it_has_all_types_each_with_its_family_and_sign(book: Codebook) -> None:
    """Every type of the vocabulary is there, no other, in its family and with its sign."""
    stated = {
        (name, family, sign) for (family, sign), names in NAMES.items() for name in names.split()
    }
    assert {(r.name, r.family, r.sign) for r in book.relations.values()} == stated


def test_symmetric_types_are_marked(book: Codebook) -> None:
    """The types without direction are marked so, and only they."""
    assert {r.name for r in book.relations.values() if r.symmetric} == set(SYMMETRIC.split())


def test_support_types_have_their_external_support_categories(book: Codebook) -> None:
    """The categories of UCDP External Support are where the codebook puts them."""
    coded = {r.name: "".join(r.esd) for r in book.relations.values() if r.esd}
    assert coded == ESD


def test_a_type_is_complete(relation: RelationType) -> None:
    """Every type says what it means and how it reads in both directions."""
    assert relation.meaning
    assert relation.wording
    assert relation.inverse
    assert "_" not in relation.wording + relation.inverse + relation.meaning


def test_only_a_symmetric_type_reads_the_same_both_ways(relation: RelationType) -> None:
    """The inverse wording differs from the wording exactly where direction matters."""
    assert (relation.wording == relation.inverse) is relation.symmetric


def test_counterparts_are_words_of_the_other_vocabularies(relation: RelationType) -> None:
    """A counterpart is a word of the closed list it comes from."""
    assert relation.stix in STIX
    assert relation.ftm in FTM
    assert relation.plover in PLOVER | {""}
    assert relation.prov.removeprefix("^") in PROV | {""}


def test_a_type_without_an_event_counterpart_is_a_standing_one(relation: RelationType) -> None:
    """Only standing ties, structures and judgements have no PLOVER event type."""
    assert (not relation.plover) is (relation.name in NO_EVENT)


def test_conflict_never_maps_to_a_cooperative_event(relation: RelationType) -> None:
    """The sign of a type and that of its PLOVER counterpart do not contradict each other."""
    cooperative = {"AGREE", "SUPPORT", "COOPERATE", "AID"}
    conflictual = {"ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "ASSAULT"}
    assert not (relation.sign < 0 and relation.plover in cooperative)
    assert not (relation.sign > 0 and relation.plover in conflictual)


def test_deeds_done_to_an_actor_target_it_in_stix(book: Codebook) -> None:
    """STIX's `targets` is used for directed deeds of conflict only."""
    targeting = {r.name for r in book.relations.values() if r.stix == "targets"}
    directed = {
        r.name for r in book.relations.values() if r.family == "conflict" and not r.symmetric
    }
    assert targeting == directed


def test_field_words_are_the_models_own(book: Codebook) -> None:
    """Kinds, polarities and modalities are explained, each by the model's word for it."""
    assert set(book.fields["kind"]) == {str(word) for word in Kind}
    assert set(book.fields["polarity"]) == {str(word) for word in Polarity}
    assert set(book.fields["modality"]) == {str(word) for word in Modality}


def test_an_unknown_relation_is_refused_with_what_exists() -> None:
    """Asking for a type that does not exist names those that do."""
    with pytest.raises(InputError, match=r"unknown relation 'befriends'.*allied_with"):
        codebook().relation("befriends")


def test_every_column_of_a_type_is_in_the_data_file(book: Codebook) -> None:
    """No counterpart column is empty for all types."""
    for field in fields(RelationType):
        assert any(getattr(r, field.name) for r in book.relations.values()), field.name
