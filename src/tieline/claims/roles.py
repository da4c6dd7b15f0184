"""Claims that a role noun states: "X, leader of Y", "Y's ally X", "X is a branch of Y"."""

from collections.abc import Iterator

from tieline.claims.candidate import Candidate
from tieline.claims.clauses import logical_objects, logical_subjects, possessors, prepositional
from tieline.claims.frames import Frame, Frames
from tieline.claims.referents import Referents
from tieline.claims.verbs import is_modified
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_COPULAS = frozenset(["be", "become", "remain", "seem", "appear"])
# "serves as", "is known as": whoever the verb is about holds the role.
_NAMING = frozenset(
    """know identify describe regard see serve act work name appoint elect designate consider
    view function rise operate portray label call brand treat use install recognize
    emerge succeed""".split()
)

_MUTUAL = frozenset(["allied_with", "rivals", "opposes", "cooperates_with"])
# Roles one may hold in a state; "Uzbek militants" are not members of Uzbekistan.
_OFFICES = frozenset(
    """official officer spokesman spokesperson spokeswoman representative envoy soldier ambassador
    diplomat minister secretary delegate legislator parliamentarian senator lawmaker congressman
    judge trooper policeman attache attaché consul agent adviser advisor negotiator
    deputy""".split()
)
_USING = frozenset(["use", "employ", "treat", "keep"])
_ONE_OF = frozenset(["one", "some", "part", "member", "kind", "form", "most"])
# Who holds a role, the word that says so, and by which construction.
_Borne = tuple[list[Mention], Token, str]


def role_candidates(
    analysis: Analysis, referents: Referents, frames: Frames
) -> Iterator[Candidate]:
    """All matches of role-noun frames in a sentence."""
    for token in analysis.tokens:
        if token.pos not in {"NOUN", "PROPN", "ADJ"}:
            continue
        for frame in frames.nouns.get(token.lemma, ()):
            if frame.pos == "role" and is_modified(analysis, token, frame):
                found = list(_match(analysis, referents, token, frame))
                yield from found
                if found:
                    break


def _match(
    analysis: Analysis, referents: Referents, noun: Token, frame: Frame
) -> Iterator[Candidate]:
    self_slot, other_slots = (
        (frame.source, frame.target) if "self" in frame.source else (frame.target, frame.source)
    )
    others = _others(analysis, referents, noun, other_slots) or _users(analysis, referents, noun)
    if not others:
        yield from _among_themselves(analysis, referents, noun, frame)
        return
    bearers, governor, pattern = _bearers(analysis, referents, noun)
    if noun.lemma not in _OFFICES and frame.relation == "member_of":
        others = [m for m in others if m.kind is not ActorKind.STATE]
    keys = {m.key for m in others}
    for bearer in bearers:
        if bearer.key in keys or not _fits(bearer, frame):
            continue
        for other in others:
            vague = _is_vague(bearer) and _is_vague(other)
            if vague or _says_nothing(bearer, pattern, frame.relation):
                continue
            source, target = (bearer, other) if self_slot is frame.source else (other, bearer)
            yield Candidate(frame, noun, governor, source, target, pattern)


def _users(analysis: Analysis, referents: Referents, noun: Token) -> list[Mention]:
    """ "X used Y as a proxy": X's proxy."""
    verb = analysis.head(analysis.head(noun))
    used = noun.dep == "pobj" and analysis.head(noun).lemma == "as" and verb.lemma in _USING
    if not used or not logical_objects(analysis, verb):
        return []
    return [m for t in logical_subjects(analysis, verb) for m in referents.of(t)]


def _says_nothing(bearer: Mention, pattern: str, relation: str) -> bool:
    """ "Its advisers", "officials of X" are known by nothing but whose they are."""
    if pattern != "description":
        return False
    owned = relation in {"member_of", "part_of"} and bearer.actor_id is None
    return bearer.form is MentionForm.DEFINITE or (owned and bearer.form is MentionForm.DESCRIBED)


def _is_vague(mention: Mention) -> bool:
    """A described group without a name: "factions of foreign militants" tells of no tie."""
    return mention.form is MentionForm.DESCRIBED and mention.actor_id is None


def _among_themselves(
    analysis: Analysis, referents: Referents, noun: Token, frame: Frame
) -> Iterator[Candidate]:
    """ "A and B are allies"."""
    if noun.tag != "NNS" or frame.relation not in _MUTUAL:
        return
    bearers, governor, pattern = _bearers(analysis, referents, noun)
    if pattern == "copula":
        for index, source in enumerate(bearers):
            for target in bearers[index + 1 :]:
                yield Candidate(frame, noun, governor, source, target, pattern)


def _fits(bearer: Mention, frame: Frame) -> bool:
    """A person is a member, a group is a part; only persons and groups lead."""
    if frame.relation == "member_of":
        return bearer.kind in {ActorKind.PERSON, ActorKind.GROUP, ActorKind.UNKNOWN}
    if frame.relation == "part_of":
        return bearer.kind != ActorKind.PERSON
    if frame.relation == "leads":
        return bearer.kind in {ActorKind.PERSON, ActorKind.UNKNOWN, ActorKind.GROUP}
    return True


def _others(
    analysis: Analysis, referents: Referents, noun: Token, slots: tuple[str, ...], depth: int = 0
) -> list[Mention]:
    """The actor in whose regard the role is held."""
    for slot in slots:
        if slot == "poss":
            tokens = list(possessors(analysis, noun))
        elif slot == "mod":
            found = [m for m in referents.left_of(noun) if m.form != MentionForm.PRONOUN]
            if found:
                return _not_persons(found) or found
            continue
        else:
            tokens = list(prepositional(analysis, noun, (slot,)))
        found = [m for t in tokens for m in referents.of(t) if not _is_place(m, slot)]
        if found:
            return list(dict.fromkeys(found))
    return _shared(analysis, referents, noun, slots, depth)


def _is_place(mention: Mention, slot: str) -> bool:
    """ "an employee in Pakistan" works there, not for its state."""
    return slot in {"in", "at", "within"} and mention.kind is ActorKind.STATE


def _not_persons(found: list[Mention]) -> list[Mention]:
    return [m for m in found if m.kind != ActorKind.PERSON]


def _shared(
    analysis: Analysis, referents: Referents, noun: Token, slots: tuple[str, ...], depth: int
) -> list[Mention]:
    """ "founder and leader of X", "its founder and leader": one complement serves both."""
    if depth:
        return []
    for other in (*analysis.children(noun, "conj"), analysis.head(noun)):
        coordinated = other.dep == "conj" or noun.dep == "conj"
        if coordinated and other.pos in {"NOUN", "PROPN"} and other.index != noun.index:
            found = _others(analysis, referents, other, slots, depth + 1)
            if found:
                return found
    return []


def _bearers(analysis: Analysis, referents: Referents, noun: Token, depth: int = 0) -> _Borne:
    """Who holds the role, the verb that says so, and by which construction."""
    head = analysis.head(noun)
    if noun.dep == "pobj" and head.lemma == "of" and analysis.head(head).lemma in _ONE_OF:
        noun = analysis.head(head)
        head = analysis.head(noun)
    for construction in (_as_object, _by_verb, _beside):
        found = construction(analysis, referents, noun)
        if found:
            return found
    if noun.dep == "conj" and not depth and head.pos in {"NOUN", "PROPN"}:
        shared = _bearers(analysis, referents, head, depth + 1)
        if shared[2] != "description":
            return shared
    return list(referents.at(noun)), noun, "description"


def _as_object(analysis: Analysis, referents: Referents, noun: Token) -> _Borne | None:
    head = analysis.head(noun)
    small = [m for t in analysis.children(noun, "nsubj") for m in referents.of(t)]
    if small or _is_second_object(analysis, noun, head):
        first = [t for t in analysis.children(head, "dobj") if t.index < noun.index]
        return small or [m for t in first for m in referents.of(t)], noun, "as"
    return None


def _by_verb(analysis: Analysis, referents: Referents, noun: Token) -> _Borne | None:
    head = analysis.head(noun)
    if noun.dep == "nsubj" and head.lemma == "be":
        named = [m for t in analysis.children(head, "attr") for m in referents.of(t)]
        return named or list(referents.at(noun)), head, "copula"
    if noun.dep in {"attr", "oprd", "acomp"} and head.lemma in _COPULAS | _NAMING:
        return _subject_or_object(analysis, referents, head), head, "copula"
    if noun.dep == "pobj" and head.lemma == "as" and analysis.head(head).pos == "VERB":
        verb = analysis.head(head)
        if verb.lemma in _NAMING:
            return _subject_or_object(analysis, referents, verb), verb, "as"
    return None


def _beside(analysis: Analysis, referents: Referents, noun: Token) -> _Borne | None:
    head = analysis.head(noun)
    if noun.dep == "advcl" and noun.index < head.index:  # "once a client of X, Y led …"
        fronted = [m for t in logical_subjects(analysis, head) for m in referents.of(t)]
        return fronted, noun, "apposition"
    if noun.dep == "appos":
        return list(referents.of(analysis.head(noun))), noun, "apposition"
    named = [m for t in analysis.children(noun, "appos") for m in referents.of(t)]
    if named:
        return named, noun, "apposition"
    if noun.dep in {"compound", "nmod", "amod"} or not analysis.children(noun, "prep"):
        beside = [m for m in referents.right_of(noun) if m.kind != ActorKind.STATE]
        if beside:
            return beside, noun, "title"
    return None


def _is_second_object(analysis: Analysis, noun: Token, head: Token) -> bool:
    """ "considers X an extension of Y": two objects, the second said of the first."""
    if noun.dep not in {"dobj", "oprd"} or head.lemma not in _NAMING:
        return False
    return any(t.index < noun.index for t in analysis.children(head, "dobj"))


def _subject_or_object(analysis: Analysis, referents: Referents, verb: Token) -> list[Mention]:
    objects = logical_objects(analysis, verb) if verb.lemma not in _COPULAS else ()
    tokens = objects or logical_subjects(analysis, verb)
    return list(dict.fromkeys(m for t in tokens for m in referents.of(t)))
