"""Claims → ties → a signed network. Only what is affirmed enters; what is denied disputes."""

from collections import Counter, defaultdict
from collections.abc import Iterable

import networkx as nx

from tieline.codebook.loader import codebook
from tieline.model.claim import Claim, Kind, Modality, Party, Polarity
from tieline.model.tie import Tie

STATED = frozenset({Modality.ASSERTED, Modality.HEDGED})
STATING = frozenset({Kind.TIE, Kind.QUANTITY})

# "never" denies the bare tie; any other scope ("monopoly", "meaningful", "always") means that
# only the qualified form is denied, which disputes nothing (codebook, `scope`).
WHOLE_DENIAL = frozenset({"never"})

TieKey = tuple[str, str, str]


def key(party: Party) -> str:
    """What makes two parties one actor: the registry id, or else the folded name."""
    return party.actor_id or party.name.casefold()


def ties(claims: Iterable[Claim]) -> tuple[Tie, ...]:
    """Every affirmed tie with its claims and those that dispute it, in a fixed order."""
    affirmed: dict[TieKey, list[tuple[str, Claim]]] = defaultdict(list)
    disputed: dict[TieKey, list[str]] = defaultdict(list)
    for identity, claim in _distinct(claims):
        tie = _tie_key(claim)
        if tie is not None and claim.polarity is Polarity.AFFIRMED:
            affirmed[tie].append((identity, claim))
        elif tie is not None and set(claim.scope) <= WHOLE_DENIAL:
            disputed[tie].append(identity)
    return tuple(_tie(tie, affirmed[tie], disputed[tie]) for tie in sorted(affirmed))


def network(claims: Iterable[Claim]) -> nx.MultiDiGraph:
    """The ties as edges keyed by relation; a symmetric one is stored once.

    Nodes have `name`, `kind`, `claims` (how many affirmed claims touch the actor) and
    `described` (no name: the "rebels" of two texts need not be the same); edges have
    `sign`, `symmetric`, `claims` and `disputed_by` (claim ids).
    """
    distinct = _distinct(claims)
    graph = nx.MultiDiGraph()
    found = ties(claim for _, claim in distinct)
    counts: Counter[str] = Counter()
    for tie in found:
        counts.update({tie.source: len(tie.claims), tie.target: len(tie.claims)})
    labels = _labels(claim for _, claim in distinct)
    for actor in sorted(counts):
        name, kind = labels[actor]
        described = actor == name and name.islower()
        graph.add_node(actor, name=name, kind=kind, claims=counts[actor], described=described)
    for tie in found:
        graph.add_edge(
            tie.source,
            tie.target,
            key=tie.relation,
            sign=tie.sign,
            symmetric=_symmetric(tie.relation),
            claims=tie.claims,
            disputed_by=tie.disputed_by,
        )
    return graph


def _distinct(claims: Iterable[Claim]) -> list[tuple[str, Claim]]:
    """One claim an id, in an order that does not depend on the input's."""
    ordered = sorted(((claim.id, claim) for claim in claims), key=lambda pair: _order(*pair))
    return list({identity: (identity, claim) for identity, claim in reversed(ordered)}.values())


def _order(identity: str, claim: Claim) -> tuple[str, ...]:
    """Two readings of one claim may link its actors differently: the first in order counts."""
    target = ("", "", "")
    if claim.target is not None:
        target = (key(claim.target), claim.target.name, claim.target.kind)
    return (identity, key(claim.source), claim.source.name, claim.source.kind, *target)


def _tie_key(claim: Claim) -> TieKey | None:
    """The tie a claim speaks of, or None if it states none between two actors."""
    if claim.kind not in STATING or not STATED.issuperset(claim.modality):
        return None
    if claim.relation is None or claim.target is None:
        return None
    source, target = key(claim.source), key(claim.target)
    if source == target:
        return None  # a linking artefact, or strife inside one actor: no tie between two
    if _symmetric(claim.relation):
        source, target = sorted((source, target))
    return source, target, claim.relation


def _tie(tie: TieKey, affirmed: list[tuple[str, Claim]], disputed: list[str]) -> Tie:
    known = codebook().relations.get(tie[2])
    sign = min(claim.sign for _, claim in affirmed) if known is None else known.sign
    claims = tuple(sorted(identity for identity, _ in affirmed))
    return Tie(*tie, sign=sign, claims=claims, disputed_by=tuple(sorted(disputed)))


def _symmetric(relation: str) -> bool:
    known = codebook().relations.get(relation)
    return known is not None and known.symmetric


def _labels(claims: Iterable[Claim]) -> dict[str, tuple[str, str]]:
    """The commonest name and kind of each actor; on a draw the first in the alphabet."""
    seen: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for claim in claims:
        for party in (claim.source, claim.target):
            if party is not None:
                seen[key(party)][party.name, str(party.kind)] += 1
    return {actor: _commonest(names) for actor, names in seen.items()}


def _commonest(names: Counter[tuple[str, str]]) -> tuple[str, str]:
    return min(names, key=lambda label: (-names[label], label))
