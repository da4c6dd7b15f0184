"""Claims that a verb states: actives, passives, participles, light verbs with an object."""

from collections.abc import Iterator
from dataclasses import dataclass

from tieline.claims.candidate import Candidate
from tieline.claims.clauses import (
    is_passive,
    logical_objects,
    logical_subjects,
    possessors,
    prepositional,
    recipients,
)
from tieline.claims.frames import Frame, Frames
from tieline.claims.referents import Referents
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

# "gave the group sanctuary": the parser may make the recipient a part of the object.
DITRANSITIVE = frozenset(
    ["give", "grant", "offer", "afford", "provide", "send", "supply", "sell", "lend", "deny"]
)
# Deeds that stand for their doer; who it was, `Referents` sees from the noun's modifiers.
_DEEDS = frozenset(
    ["strike", "airstrike", "attack", "raid", "operation", "bombing", "ambush", "offensive"]
)
# Amounts of what stands after "of".
_AMOUNTS = frozenset(
    """million billion thousand hundred dozen amount most much some bulk majority part half all lot
    sum kind form range variety""".split()
)
# Where the words stand that a frame asks for beside its verb.
_PARTICLE_LINKS = "prt prep advmod dobj acomp agent xcomp ccomp oprd advcl npadvmod dative".split()
# Nouns of prepositional phrases that act as prepositions themselves.
_PHRASES = frozenset(
    ["payroll", "behalf", "benefit", "rank", "order", "favor", "favour", "direction"]
)


def verb_candidates(
    analysis: Analysis, referents: Referents, frames: Frames
) -> Iterator[Candidate]:
    """All matches of verb frames in a sentence."""
    for token in analysis.tokens:
        if token.pos not in {"VERB", "AUX"} and token.tag[:2] != "VB":
            continue
        known = (*frames.verbs.get(token.lemma, ()), *frames.verbs["*"])
        yield from _first_matches(analysis, referents, token, known)


def _first_matches(
    analysis: Analysis, referents: Referents, verb: Token, frames: tuple[Frame, ...]
) -> Iterator[Candidate]:
    """Matches of the most demanding frames; weaker ones only for actors not yet tied."""
    tied: set[frozenset[str]] = set()
    took_object = False
    for frame in frames:
        if took_object and not frame.objects and "obj" in (*frame.source, *frame.target):
            continue
        found = list(match_verb(analysis, referents, verb, frame))
        fresh = [c for c in found if frame.objects or _pair(c) not in tied]
        yield from fresh
        took_object = took_object or (bool(fresh) and bool(frame.objects))
        tied.update(_pair(c) for c in fresh)


def _pair(candidate: Candidate) -> frozenset[str]:
    return frozenset((candidate.source.key, candidate.target.key))


def match_verb(
    analysis: Analysis, referents: Referents, verb: Token, frame: Frame
) -> Iterator[Candidate]:
    """One frame against one verb."""
    if not all(_has_particle(analysis, verb, particle) for particle in frame.particles):
        return
    if frame.ends and analysis.children(verb, "prt"):  # "leaves behind", "leave out"
        return
    objects = _required_objects(analysis, verb, frame)
    if frame.objects and not objects:
        return
    place = _Place(analysis, referents, verb, objects, frame.particles)
    sources = place.fill(frame.source)
    targets = place.fill(frame.target)
    mutual = _each_other(analysis, verb) and not targets
    if mutual or (
        frame.reciprocal and not targets and not _has_other(analysis, verb, objects, frame)
    ):
        pairs = [(a, b) for i, a in enumerate(sources) for b in sources[i + 1 :]]
    else:
        pairs = [(a, b) for a in sources for b in targets]
    for source, target in pairs:
        yield Candidate(
            frame, verb, verb, source, target, "verb+object" if frame.objects else "verb", objects
        )


def _has_other(analysis: Analysis, verb: Token, objects: tuple[Token, ...], frame: Frame) -> bool:
    """Whether a verb names somebody else: then its subjects are on one side."""
    others = [t for t in logical_objects(analysis, verb) if t not in objects]
    if others and not is_passive(analysis, verb):
        return True
    hostile = frame.relation in {"fights", "rivals"}
    sides = ("with", "alongside", "beside", *(("against",) if hostile else ()))
    served = prepositional(analysis, verb, ("for",)) if hostile else ()  # but not "for years"
    return any(prepositional(analysis, verb, sides)) or any(t.pos == "PROPN" for t in served)


def _each_other(analysis: Analysis, verb: Token) -> bool:
    """ "fought one another", "clashed with each other"."""
    objects = [
        *analysis.children(verb, "dobj"),
        *(t for p in analysis.children(verb, "prep") for t in analysis.children(p, "pobj")),
    ]
    return any(
        t.text.casefold() in {"other", "another"}
        and t.index > 0
        and analysis.tokens[t.index - 1].text.casefold() in {"each", "one"}
        for t in objects
    )


def _has_particle(analysis: Analysis, verb: Token, particle: str) -> bool:
    wanted = set(particle.split("|"))
    near = analysis.children(verb, *_PARTICLE_LINKS)
    if any(not wanted.isdisjoint((t.lemma, t.text)) for t in near):
        return True
    hung = (p for child in near if child.dep == "dobj" for p in analysis.children(child, "prep"))
    deeper = (t for child in (*near, *hung) for t in analysis.children(child, "pobj"))
    return any(not wanted.isdisjoint((t.lemma, t.text)) for t in deeper)


def _required_objects(analysis: Analysis, verb: Token, frame: Frame) -> tuple[Token, ...]:
    if not frame.objects:
        return ()
    heads = [
        *logical_objects(analysis, verb),
        *analysis.children(verb, "dobj", "attr", "oprd", "acomp"),
    ]
    return tuple(
        noun
        for head in heads
        for noun in _coordinated(analysis, head)
        if noun.lemma in frame.objects and is_modified(analysis, noun, frame)
        if noun.lemma not in _AMOUNTS or not any(prepositional(analysis, noun, ("of",)))
    )


def _coordinated(analysis: Analysis, head: Token) -> Iterator[Token]:
    yield head
    for child in analysis.children(head, "conj"):
        yield from _coordinated(analysis, child)
    if head.lemma in _AMOUNTS:
        yield from prepositional(analysis, head, ("of", "in"))


def is_modified(analysis: Analysis, noun: Token, frame: Frame) -> bool:
    """Whether one of the modifiers a frame asks for stands with the noun."""
    if not frame.modifiers:
        return True
    return any(t.lemma in frame.modifiers for t in analysis.children(noun, "amod", "compound"))


@dataclass(frozen=True)
class _Place:
    """A verb and what a frame has taken in with it: where its slots are looked for."""

    analysis: Analysis
    referents: Referents
    verb: Token
    objects: tuple[Token, ...]
    particles: tuple[str, ...]

    def fill(self, slots: tuple[str, ...]) -> list[Mention]:
        """Actors in the first of the slots that holds any."""
        for slot in slots:
            found = [m for token in self._slot(slot) for m in self.referents.of(token)]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _slot(self, slot: str) -> Iterator[Token]:
        analysis, verb = self.analysis, self.verb
        if slot == "subj":
            yield from logical_subjects(analysis, verb) or _through_deed(analysis, verb)
        elif slot == "obj":
            yield from (t for t in logical_objects(analysis, verb) if t not in self.objects)
        elif slot == "iobj":
            yield from self._recipients()
        elif slot == "clause":
            for clause in analysis.children(verb, "ccomp"):
                yield from logical_subjects(analysis, clause)
        elif slot == "poss":
            for noun in (*self.objects, *self._phrases()):
                yield from possessors(analysis, noun)
        else:
            yield from self._after_preposition(slot)

    def _recipients(self) -> Iterator[Token]:
        """Indirect objects; "was given sanctuary" has its recipient for a subject."""
        analysis, verb = self.analysis, self.verb
        yield from recipients(analysis, verb)
        if verb.lemma not in DITRANSITIVE:
            return
        if is_passive(analysis, verb) and analysis.children(verb, "dobj"):
            yield from analysis.children(verb, "nsubjpass")
        yield from logical_objects(analysis, verb)[:-1]
        for noun in self.objects:
            yield from analysis.children(noun, "compound", "nmod")

    def _after_preposition(self, preposition: str) -> Iterator[Token]:
        """The verb's own prepositions, and those the parser hung on its object instead."""
        analysis, verb = self.analysis, self.verb
        yield from prepositional(analysis, verb, (preposition,))
        nouns = self.objects
        if not nouns and preposition != "of":
            nouns = logical_objects(analysis, verb)
        for noun in nouns:
            for part in _coordinated(analysis, noun):
                yield from prepositional(analysis, part, (preposition,))
        for part in (*analysis.children(verb, "prt", "advmod"), *self._phrases()):
            yield from prepositional(analysis, part, (preposition,))

    def _phrases(self) -> Iterator[Token]:
        """Nouns that act as prepositions ("on behalf of"), and those the frame names."""
        heads = (self.verb, *self.analysis.children(self.verb, "dobj"))
        for child in (p for head in heads for p in self.analysis.children(head, "prep")):
            for inner in self.analysis.children(child, "pobj"):
                if inner.lemma in _PHRASES or self._is_asked_for(inner):
                    yield inner

    def _is_asked_for(self, word: Token) -> bool:
        asked = {alternative for part in self.particles for alternative in part.split("|")}
        return not asked.isdisjoint((word.lemma, word.text))


def _through_deed(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """ "was killed in an X air strike": whoever's deed it was."""
    if not is_passive(analysis, verb):
        return
    for deed in prepositional(analysis, verb, ("in", "during", "by")):
        if deed.lemma in _DEEDS:
            yield deed
