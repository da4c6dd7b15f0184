"""Those beside source and target: a third party and its role, and whom a demand addresses."""

from collections.abc import Iterator

from tieline.claims.candidate import Candidate
from tieline.claims.clauses import logical_objects, possessors, prepositional
from tieline.claims.referents import Referents
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Party, Third
from tieline.model.mention import Mention

_BIDDING = frozenset(
    ["order", "behest", "direction", "instruction", "command", "request", "behalf"]
)
_FIGHTING = frozenset(
    """fight attack combat kill oppose counter target resist overthrow oust topple expel weaken
    undermine destabilize contain defeat bomb""".split()
)
_URGING = frozenset(
    """urge press ask tell order call demand request warn advise beg implore exhort pressure require
    appeal invite""".split()
)


def party(mention: Mention) -> Party:
    """A mention as a party to a claim."""
    return Party(
        mention.actor_id, mention.name, mention.kind, mention.text, mention.begin, mention.end
    )


def third_party(analysis: Analysis, referents: Referents, candidate: Candidate) -> Third | None:
    """The first actor in a third role who is neither source nor target."""
    for role, tokens in _roles(analysis, candidate):
        for token in tokens:
            for mention in referents.of(token):
                if _is_other(mention, candidate):
                    whole = party(mention)
                    return Third(
                        whole.actor_id, whole.name, whole.kind, whole.text, whole.begin,
                        whole.end, role,
                    )  # fmt: skip
    return None


def _roles(analysis: Analysis, candidate: Candidate) -> Iterator[tuple[str, tuple[Token, ...]]]:
    verb = candidate.governor
    slots = {*candidate.frame.source, *candidate.frame.target}
    if "between" in slots:
        yield "between", tuple(prepositional(analysis, verb, ("between",)))
        yield "between", tuple(prepositional(analysis, candidate.trigger, ("between",)))
    if "against" not in slots:
        yield "against", tuple(prepositional(analysis, verb, ("against",)))
        yield "against", tuple(_to_be_fought(analysis, verb))
    if "with" not in slots and not candidate.frame.reciprocal:
        yield "with", tuple(prepositional(analysis, verb, ("with", "alongside")))
    yield "on_orders_of", tuple(_bidders(analysis, verb))


def _to_be_fought(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """ "trained by X to fight Y"."""
    for purpose in analysis.children(verb, "xcomp", "advcl"):
        if purpose.lemma in _FIGHTING and any(
            t.lemma == "to" for t in analysis.children(purpose, "aux")
        ):
            yield from logical_objects(analysis, purpose)


def _bidders(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """ "on the orders of X", "at X's behest"."""
    for preposition in analysis.children(verb, "prep"):
        for noun in analysis.children(preposition, "pobj"):
            if noun.lemma in _BIDDING and preposition.lemma in {"on", "at", "under", "by"}:
                yield from prepositional(analysis, noun, ("of",))
                yield from possessors(analysis, noun)


def _is_other(mention: Mention, candidate: Candidate) -> bool:
    both = (candidate.source, candidate.target)
    apart = all(m.end <= mention.begin or mention.end <= m.begin for m in both)
    return apart and mention.key not in {m.key for m in both}


def addressee(analysis: Analysis, referents: Referents, governor: Token) -> Party | None:
    """Whom a demand is put to: "urged X to …", "called on X to …", "demanded of X that …"."""
    for verb in (governor, *analysis.ancestors(governor)):
        if verb.lemma not in _URGING:
            continue
        asked = [
            *prepositional(analysis, verb, ("on", "upon", "of", "from", "to")),
            *logical_objects(analysis, verb),
        ]
        for token in asked:
            for mention in referents.of(token):
                return party(mention)
    return None
