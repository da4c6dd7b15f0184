"""Claims that an event noun states: "attacks on X by Y", "Y gave X support", "talks between …"."""

from collections.abc import Iterator
from dataclasses import dataclass

from tieline.claims.candidate import Candidate
from tieline.claims.clauses import (
    at_hands,
    logical_objects,
    logical_subjects,
    possessors,
    prepositional,
    recipients,
)
from tieline.claims.frames import Frame, Frames
from tieline.claims.referents import Referents
from tieline.claims.verbs import DITRANSITIVE
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

# Verbs whose subject does what their object names ("provide support").
_GIVE = frozenset(
    """provide give offer lend extend supply deliver furnish render send carry conduct launch
    stage mount perform make have maintain enjoy_not commit undertake wage lead direct plan
    orchestrate execute perpetrate coordinate continue begin start resume increase expand step
    intensify escalate renew declare issue impose place levy announce hold pursue build forge
    establish cultivate keep preserve develop strengthen deepen sign reach conclude strike
    negotiate engage exert exercise hide deny_not pledge promise claim use employ unleash
    express voice show display arrange broker pose pour raise funnel channel facilitate organize
    organise oversee finance fund sponsor order plot prepare attempt end stop halt cease cut
    withdraw suspend sever break terminate lose curb reduce freeze abandon drop renounce repeat
    sustain retain seek want resist drum celebrate administer enforce advocate preach incite
    intensify""".split()
) - {"enjoy_not", "deny_not"}
# Verbs whose subject is the one to whom their object is done ("receive support").
_RECEIVE = frozenset(
    """receive get obtain draw accept enjoy secure solicit attract win suffer face sustain undergo
    repel repulse survive resist withstand lack need seek request owe lose rely depend require
    benefit gain earn escape evade beg""".split()
)
# Verbs whose subject only looks at, judges or meets what their object names.
_OUTSIDE = frozenset(
    """accept accuse acknowledge address admit anger answer applaud approve avenge avert avoid await
    be become believe blame call cause challenge cite combat compare concern condemn condone
    confirm consider contain counter criticise criticize dampen decry defend define demand
    denounce deny deplore describe detail deter discover discuss dislike dismiss document
    doubt echo embarrass encourage ensure enter exacerbate excuse expect explain exploit
    expose favor favour fear feel fight find foil follow forbid foresee forget fuel hail hear
    help hinder ignore include inflame inspire investigate invite justify know lament
    leave like link loathe make match mean mention mock monitor mourn name note notice observe
    oppose outlaw permit portray praise precede predict prevent probe prompt propose protest
    provoke question recall recognize reflect refuse regret reject remain remember repeat
    report represent reveal say see seem shape show signal spark spurn stir study suggest
    survey survive think thwart tolerate track trigger uncover understand urge view want warn
    watch welcome witness""".split()
)
# Prepositions before the noun that make the verb's subject its agent ("took part in attacks").
_INVOLVED = frozenset(["in", "for", "to", "behind", "on", "through", "with", "by", "into"])
_INVOLVING = frozenset(
    """participate take engage involve be claim play share continue persist join collaborate
    cooperate use help assist resort implicate focus plan train turn conspire specialize commit
    enter cease convict charge accuse suspect arrest indict sanction designate blame
    condemn criticize punish retaliate""".split()
)
_WITH_HELP = frozenset(
    """support backing help assistance aid cooperation blessing complicity funding protection
    training sponsorship connivance acquiescence consent approval encouragement money cash
    patronage collusion succour succor""".split()
)
# Verbs whose subject is without the thing: without help given to it, but without deeds of its own.
_WANTING = frozenset(["lack", "need", "seek", "lose", "sustain"])
# "at the direction of X": X directs whoever does it; "in coordination with X".
_UNDER = frozenset(
    """direction command control leadership order supervision auspices protection patronage
    guidance behest influence tutelage oversight""".split()
)
_TOGETHER = frozenset(
    [
        "coordination",
        "collaboration",
        "cooperation",
        "conjunction",
        "concert",
        "partnership",
        "alliance",
        "league",
        "collusion",
        "association",
    ]
)
# Nouns between the verb and the noun that matters: "claimed responsibility for attacks".
_LOOKED_THROUGH = frozenset(
    """responsibility role part involvement series number wave string participation campaign hand
    complicity kind form lot amount million billion thousand hundred dozen use provision conduct
    bulk majority share most much source flow transfer network program programme range variety
    lack absence escalation increase resumption continuation expansion spate
    credit""".split()
)
# "depends on X for its attacks": X is no target.
_LEANING = frozenset(["depend", "rely", "count", "bank", "lean"])
_STATIVE = frozenset(["be", "remain", "stay", "get", "go", "become", "find", "seem"])
_DEEPEST = 4


@dataclass(frozen=True, slots=True)
class _Governed:
    """The verb above a noun: who does, to whom, and the verb itself."""

    verb: Token
    agents: tuple[Token, ...] = ()
    patients: tuple[Token, ...] = ()
    receives: bool = False


def noun_candidates(
    analysis: Analysis, referents: Referents, frames: Frames
) -> Iterator[Candidate]:
    """All matches of event-noun frames in a sentence."""
    for token in analysis.tokens:
        if not _is_noun(token):
            continue
        for frame in frames.nouns.get(token.lemma, ()):
            if frame.pos == "noun" and _modified(analysis, token, frame):
                found = list(_match(analysis, referents, token, frame))
                yield from found
                if found:
                    break


def _is_noun(token: Token) -> bool:
    """Nouns, and verbs that the parser itself uses as nouns ("air strikes on X resumed")."""
    if token.pos in {"NOUN", "PROPN"}:
        return token.dep not in {"compound", "nmod"}
    return token.pos == "VERB" and token.dep in {"nsubj", "nsubjpass", "dobj", "pobj"}


def _modified(analysis: Analysis, noun: Token, frame: Frame) -> bool:
    if not frame.modifiers:
        return True
    near = analysis.children(noun, "amod", "compound", "nmod")
    words = [*near, *(c for t in near for c in analysis.children(t, "conj"))]
    contents = prepositional(analysis, noun, ("of", "in"))  # "the flow of weapons to X"
    return any(t.lemma in frame.modifiers for t in (*words, *contents))


def _match(
    analysis: Analysis, referents: Referents, noun: Token, frame: Frame
) -> Iterator[Candidate]:
    governed = _governed(analysis, noun)
    governor = governed.verb if governed else noun
    agents = _agents(analysis, referents, noun, governed, frame)
    patients = _patients(analysis, referents, noun, governed, frame)
    if governed and governed.verb.lemma in DITRANSITIVE and not patients:
        modifiers = [
            m for t in analysis.children(noun, "compound", "nmod") for m in referents.at(t)
        ]
        givers = [m for t in governed.agents for m in referents.of(t)]
        if modifiers and givers:
            agents, patients = givers, modifiers
    pairs = [(source, target) for source in agents for target in patients]
    if frame.reciprocal:
        pairs = _mutual(agents, patients, _between(analysis, referents, noun)) or pairs
    for source, target in pairs:
        yield Candidate(frame, noun, governor, source, target, "noun")


def _mutual(
    agents: list[Mention], patients: list[Mention], between: list[Mention]
) -> list[tuple[Mention, Mention]]:
    """Pairs of a deed among equals; empty where one side does it to the other."""
    if len(between) == 1:
        return [(agent, between[0]) for agent in agents]
    pool = between or ([] if patients else agents)
    return [(one, other) for i, one in enumerate(pool) for other in pool[i + 1 :]]


def _between(analysis: Analysis, referents: Referents, noun: Token) -> list[Mention]:
    tokens = prepositional(analysis, noun, ("between", "among"))
    return list(dict.fromkeys(m for t in tokens for m in referents.of(t)))


def _agents(
    analysis: Analysis,
    referents: Referents,
    noun: Token,
    governed: _Governed | None,
    frame: Frame,
) -> list[Mention]:
    """Who does it, from the nearest evidence outwards."""
    if frame.source != ("agent",):
        return [m for t in prepositional(analysis, noun, frame.source) for m in referents.of(t)]
    for tokens in _agent_tokens(analysis, noun, governed):
        found = [m for t in tokens for m in _named_or_all(referents, t)]
        if found:
            return list(dict.fromkeys(found))
    return []


def _agent_tokens(
    analysis: Analysis, noun: Token, governed: _Governed | None
) -> Iterator[tuple[Token, ...]]:
    """Where an agent may stand, the surest place first."""
    above = governed.agents if governed else ()
    origin = tuple(_origin(analysis, noun, governed))
    modifiers = tuple(
        t for t in analysis.children(noun, "amod", "compound", "nmod") if t.tag[:2] != "VB"
    )
    if governed and governed.receives:
        yield from (above, origin, tuple(prepositional(analysis, noun, ("of",))))
        yield possessors(analysis, noun)
        yield modifiers
        return
    doers = tuple(prepositional(analysis, noun, ("by",)))
    if doers:
        yield doers
    yield possessors(analysis, noun)
    yield modifiers
    yield above
    yield origin


def _origin(analysis: Analysis, noun: Token, governed: _Governed | None) -> Iterator[Token]:
    """ "from X", "by X", "at the hands of X"; "money flowed from X" has it beside the verb."""
    yield from prepositional(analysis, noun, ("from", "by"))
    yield from at_hands(analysis, noun)
    if governed and noun.dep in {"nsubj", "dobj"}:
        yield from at_hands(analysis, governed.verb)
    if governed and noun.dep == "nsubj":
        yield from prepositional(analysis, governed.verb, ("from",))


def _named_or_all(referents: Referents, token: Token) -> tuple[Mention, ...]:
    """A modifier counts only if it is itself a name."""
    if token.dep in {"amod", "compound", "nmod"}:
        return referents.of(token) if referents.at(token) else ()
    return referents.of(token)


def _patients(
    analysis: Analysis,
    referents: Referents,
    noun: Token,
    governed: _Governed | None,
    frame: Frame,
) -> list[Mention]:
    for slot in frame.target:
        if slot == "of" and governed and governed.receives:
            continue
        tokens = [*prepositional(analysis, noun, (slot,))]
        for content in prepositional(analysis, noun, ("of",)) if frame.modifiers else ():
            tokens += prepositional(analysis, content, (slot,))
        if governed and slot != "of" and governed.verb.lemma not in _LEANING:
            tokens += prepositional(analysis, governed.verb, (slot,))
        found = [m for t in tokens for m in referents.of(t)]
        if found:
            return list(dict.fromkeys(found))
    if any(prepositional(analysis, noun, ("by",))):  # "X's assassination by Y"
        return [m for t in possessors(analysis, noun) for m in referents.of(t)]
    if governed:
        return list(dict.fromkeys(m for t in governed.patients for m in referents.of(t)))
    return []


def _governed(analysis: Analysis, noun: Token, depth: int = 0) -> _Governed | None:
    """How the noun hangs on the verb above it."""
    head = analysis.head(noun)
    if noun.dep == "conj" and depth < _DEEPEST:
        return _governed(analysis, head, depth + 1)
    if noun.dep in {"dobj", "nsubjpass", "attr", "oprd"} and head.pos in {"VERB", "AUX"}:
        return _as_object(analysis, noun, head)
    if noun.dep == "nsubj" and head.pos in {"VERB", "AUX"}:
        return _Governed(head)
    if head.dep == "relcl":
        return _Governed(head)
    if noun.dep == "pobj":
        return _as_prepositional(analysis, noun, head, depth)
    return None


def _as_object(analysis: Analysis, noun: Token, verb: Token) -> _Governed | None:
    subjects = logical_subjects(analysis, verb)
    if verb.lemma in _RECEIVE and not (verb.lemma in _WANTING and noun.lemma not in _WITH_HELP):
        return _Governed(
            verb, tuple(prepositional(analysis, verb, ("from", "by"))), subjects, receives=True
        )
    if verb.lemma not in _OUTSIDE or verb.lemma in _GIVE:
        return _Governed(verb, subjects, recipients(analysis, verb))
    return _Governed(verb)


def _as_prepositional(
    analysis: Analysis, noun: Token, preposition: Token, depth: int
) -> _Governed | None:
    above = analysis.head(preposition)
    if above.pos in {"VERB", "AUX"}:
        subjects = logical_subjects(analysis, above)
        if preposition.lemma == "with" and noun.lemma in _WITH_HELP:
            return _Governed(above, (), subjects, receives=True)
        if preposition.lemma in {"at", "under", "on"} and noun.lemma in _UNDER:
            return _Governed(above, (), _doer(analysis, above), receives=True)
        if preposition.lemma == "in" and noun.lemma in _TOGETHER:
            return _Governed(above, subjects)
        if above.lemma in _INVOLVING and preposition.lemma in _INVOLVED:
            objects = logical_objects(analysis, above)
            accused = above.lemma not in {"claim", "take", "play", "use", "be", "join", "share"}
            return _Governed(above, objects if accused and objects else subjects)
        if above.lemma in _STATIVE and preposition.lemma in {"at", "in", "on"}:
            return _Governed(above, subjects)  # "is at war with", "remains in league with"
        if preposition.lemma == "under" or above.lemma == "come":
            return _Governed(above, (), subjects, receives=True)
        return _Governed(above)
    if above.pos in {"NOUN", "PROPN"} and preposition.lemma == "with":
        return _Governed(noun, (above,))  # "groups with ties to X"
    if above.pos in {"NOUN", "ADJ"} and depth < _DEEPEST:
        return _through_noun(analysis, above, depth)
    return None


def _doer(analysis: Analysis, verb: Token) -> tuple[Token, ...]:
    return logical_subjects(analysis, verb) or logical_objects(analysis, verb)


def _through_noun(analysis: Analysis, above: Token, depth: int) -> _Governed | None:
    """ "claimed responsibility for attacks", "responsible for attacks", "a role in attacks"."""
    if above.pos == "ADJ":
        verb = analysis.head(above)
        return _Governed(verb, logical_subjects(analysis, verb)) if verb.lemma == "be" else None
    if above.lemma not in _LOOKED_THROUGH:
        return None
    owners = possessors(analysis, above)
    head = analysis.head(above)
    if above.dep == "attr" and head.lemma == "be" and above.lemma == "source":
        return _Governed(head, logical_subjects(analysis, head))
    outer = _governed(analysis, above, depth + 1)
    if owners:
        return _Governed(outer.verb if outer else above, owners)
    return outer
