"""Logical roles in a parsed sentence: who does what, whatever the surface says.

Passives are turned round, relative pronouns are replaced by what they stand for, and
verbs without a subject of their own (infinitives, participles, second verbs of a
coordination) take the one that grammar gives them.
"""

from collections.abc import Iterator

from tieline.model.analysis import Analysis, Token

SUBJECTS = ("nsubj", "csubj")
PASSIVE_SUBJECTS = ("nsubjpass", "csubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
# Verbs whose object is the subject of the verb below them: "help Y to fight".
_OBJECT_CONTROL = frozenset(
    """accuse allow ask assist authorize cause charge compel convict convince direct
    discourage enable encourage enlist expect force get help hire instruct invite let make
    motivate order pay permit persuade press pressure prevent prompt push recruit require
    stop suspect task teach tell train urge use want warn""".split()
)
_BLAMING = frozenset(["accuse", "suspect", "convict", "charge", "blame", "condemn", "implicate"])
# Prepositions before a gerund whose subject is the subject above, not the object.
_SUBJECT_PREPOSITIONS = frozenset(
    ["by", "after", "before", "without", "while", "since", "upon", "through", "in"]
)
# "called on X to …": X is to do it.
_CALLING = frozenset(["call", "appeal", "prevail", "lean"])
# Verbs of two objects, the second of which only names the first.
_NAMING = frozenset(
    """designate label consider call name declare brand make elect appoint deem
    proclaim""".split()
)
_PREPOSITIONAL = frozenset(["ADP", "SCONJ", "VERB", "ADV", "PART"])
_DEEPEST = 12  # control chains longer than this are parser noise


def is_passive(analysis: Analysis, verb: Token) -> bool:
    """Whether a verb stands in the passive, as a finite verb or a participle."""
    if analysis.children(verb, "auxpass", *PASSIVE_SUBJECTS):
        return True
    if verb.tag != "VBN":
        return False
    if verb.dep in {"acl", "amod"}:
        return True
    if verb.dep == "conj" and not analysis.children(verb, *SUBJECTS, "aux"):
        return is_passive(analysis, analysis.head(verb))
    return verb.dep in {"relcl", "advcl", "xcomp"} and not analysis.children(verb, "aux", "nsubj")


def logical_subjects(analysis: Analysis, verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Heads of whatever does the verb; empty if the text does not say."""
    if is_passive(analysis, verb):
        return tuple(_agents(analysis, verb))
    return _subjects(analysis, verb, depth)


def _agents(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """ "by X"; in "was trained and armed by X" the last verb's serves all."""
    own = [*prepositional(analysis, verb, ("by",)), *at_hands(analysis, verb)]
    yield from own
    if not own:
        for other in analysis.children(verb, "conj"):
            if other.tag == "VBN" and not analysis.children(other, *SUBJECTS, *PASSIVE_SUBJECTS):
                yield from _agents(analysis, other)


def logical_objects(analysis: Analysis, verb: Token, depth: int = 0) -> tuple[Token, ...]:
    """Heads of whatever the verb is done to."""
    if is_passive(analysis, verb):
        return _subjects(analysis, verb, depth)
    own = analysis.children(verb, "dobj", "attr" if verb.lemma != "be" else "dobj")
    if own:
        first = own[:1] if verb.lemma in _NAMING else own
        return tuple(_resolved(analysis, token, verb) for token in first)
    gap = _relative_gap(analysis, verb)
    if gap is not None:
        return (gap,)
    return tuple(_shared_object(analysis, verb)) or _raised_object(analysis, verb)


def _raised_object(analysis: Analysis, verb: Token) -> tuple[Token, ...]:
    """ "helped the group obtain weapons": whoever obtains is helped."""
    if verb.lemma not in _OBJECT_CONTROL:
        return ()
    return tuple(
        subject
        for clause in analysis.children(verb, "ccomp", "xcomp")
        if not analysis.children(clause, "mark")
        for subject in analysis.children(clause, "nsubj")
    )


def recipients(analysis: Analysis, verb: Token) -> tuple[Token, ...]:
    """Indirect objects without a preposition: "gave the group money"."""
    return tuple(t for t in analysis.children(verb, "dative") if t.pos != "ADP")


def possessors(analysis: Analysis, noun: Token) -> tuple[Token, ...]:
    """Whoever owns the noun; "whose" stands for the noun its clause modifies."""
    return tuple(_unrelated(analysis, token) for token in analysis.children(noun, "poss"))


def _unrelated(analysis: Analysis, owner: Token) -> Token:
    return antecedent_of_relative(analysis, owner) if owner.tag == "WP$" else owner


def antecedent_of_relative(analysis: Analysis, owner: Token) -> Token:
    """The noun that "whose" or "whom" refers to; the word itself if there is none."""
    clause = next((t for t in analysis.ancestors(owner) if t.dep == "relcl"), None)
    return analysis.head(clause) if clause is not None else owner


def prepositional(
    analysis: Analysis, head: Token, prepositions: tuple[str, ...]
) -> Iterator[Token]:
    """Objects of the head's own prepositions, two-word ones ("on behalf of") included."""
    for child in analysis.children(head, "prep", "agent", "dative"):
        if child.pos not in _PREPOSITIONAL or is_excluded(analysis, child):
            continue
        if child.lemma in prepositions:
            yield from analysis.children(child, "pobj")
            for second in analysis.children(child, "conj"):
                if not analysis.children(child, "pobj"):
                    yield from analysis.children(second, "pobj")
        yield from _stacked(analysis, child, prepositions)


def is_excluded(analysis: Analysis, token: Token) -> bool:
    """ "arms X, not Y", "friends with X but not with Y": Y is left out of what is said."""
    before = [t.text.casefold() for t in analysis.tokens[max(0, token.index - 2) : token.index]]
    return before[1:] == ["not"] and before[0] in {",", "but", "and"}


def at_hands(analysis: Analysis, head: Token) -> Iterator[Token]:
    """ "suffered at the hands of X", "at X's hands": X."""
    for inner in prepositional(analysis, head, ("at",)):
        if inner.lemma == "hand":
            yield from possessors(analysis, inner)
            yield from prepositional(analysis, inner, ("of",))


def _stacked(analysis: Analysis, first: Token, wanted: tuple[str, ...]) -> Iterator[Token]:
    """ "out of X", "from within X", "together with X": the inner preposition counts."""
    for second in analysis.children(first, "prep"):
        if second.lemma in wanted:
            yield from analysis.children(second, "pobj")


def _subjects(analysis: Analysis, verb: Token, depth: int) -> tuple[Token, ...]:
    """The grammatical subject, own or inherited."""
    own = analysis.children(verb, *SUBJECTS, *PASSIVE_SUBJECTS)
    if own:
        return tuple(_resolved(analysis, token, verb) for token in own)
    if depth > _DEEPEST or verb.head == verb.index:
        return ()
    return _inherited(analysis, verb, depth + 1)


def _inherited(analysis: Analysis, verb: Token, depth: int) -> tuple[Token, ...]:
    head = analysis.head(verb)
    if verb.dep == "conj" and verb.tag == "VB" and not _same_form(analysis, verb, head):
        return ()
    if verb.dep == "conj":
        return _subjects(analysis, head, depth) if _verbal(head) else _of_noun(head)
    if verb.dep in {"acl", "relcl", "amod"} and not _verbal(head):
        return _of_participle(analysis, verb, head, depth)
    if verb.dep in {"attr", "acomp"} and head.pos == "AUX":
        return _subjects(analysis, head, depth)
    if verb.dep in {"xcomp", "ccomp", "advcl", "dep", "parataxis"}:
        return _controlled(analysis, verb, head, depth)
    if verb.dep == "pcomp":
        return _of_gerund(analysis, head, depth)
    return ()


def _same_form(analysis: Analysis, verb: Token, head: Token) -> bool:
    """ "how to defeat" beside a finite verb is no second deed of its subject."""
    infinitive = any(t.lemma == "to" for t in analysis.children(verb, "aux"))
    return not infinitive or head.tag == "VB"


def _verbal(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"}


def _of_noun(head: Token) -> tuple[Token, ...]:
    return (head,) if head.pos in {"NOUN", "PROPN"} else ()


def _of_participle(analysis: Analysis, verb: Token, head: Token, depth: int) -> tuple[Token, ...]:
    """ "militants fighting X": the noun; "attempt to fight X": whoever makes the attempt."""
    infinitive = any(t.lemma == "to" for t in analysis.children(verb, "aux"))
    if verb.dep == "acl" and infinitive:
        return agents_of_noun(analysis, head, depth)
    return (head,)


def agents_of_noun(analysis: Analysis, noun: Token, depth: int = 0) -> tuple[Token, ...]:
    """Who stands behind a noun: its possessor, or the subject of the verb above it."""
    owners = possessors(analysis, noun)
    if owners:
        return owners
    if depth > _DEEPEST:
        return ()
    head = analysis.head(noun)
    if noun.dep in {"dobj", "attr", "oprd"} and _verbal(head):
        return logical_subjects(analysis, head, depth + 1)
    if noun.dep == "pobj":
        above = analysis.head(head)
        if _verbal(above):
            return _subjects(analysis, above, depth + 1)
        if above.pos == "NOUN" and head.lemma in {"in", "for", "of"}:
            return agents_of_noun(analysis, above, depth + 1)
        return (above,) if above.pos == "PROPN" else ()
    return ()


def is_calling(verb: Token) -> bool:
    """ "called on X to …", "lean on X to …": what X is to do follows."""
    return verb.lemma in _CALLING


def _controlled(analysis: Analysis, verb: Token, head: Token, depth: int) -> tuple[Token, ...]:
    if not _verbal(head):
        return _subjects(analysis, head, depth) if head.dep in {"acomp", "attr"} else ()
    called = list(prepositional(analysis, head, ("on", "upon", "to")))
    if is_calling(head) and called:
        return tuple(called)
    if verb.dep != "advcl" and head.lemma in _OBJECT_CONTROL:
        objects = logical_objects(analysis, head, depth)
        if objects:
            return objects
    return _subjects(analysis, head, depth)


def _of_gerund(analysis: Analysis, preposition: Token, depth: int) -> tuple[Token, ...]:
    """ "accused X of funding Y": X; "struck X by funding Y": the striker."""
    head = analysis.head(preposition)
    if not _verbal(head):
        if head.pos == "ADJ":
            return _subjects(analysis, analysis.head(head), depth)
        return agents_of_noun(analysis, head, depth)
    fronted = preposition.index < head.index  # "instead of arming X, Y …"
    outside = preposition.lemma in _SUBJECT_PREPOSITIONS or fronted
    if not outside or head.lemma in _BLAMING:
        objects = logical_objects(analysis, head, depth)
        if objects:
            return objects
    return _subjects(analysis, head, depth)


def _resolved(analysis: Analysis, token: Token, verb: Token) -> Token:
    """A relative pronoun stands for the noun its clause modifies."""
    if token.lemma not in _RELATIVE or token.tag not in {"WP", "WDT", "IN", "DT"}:
        return token
    clause = verb
    while clause.dep == "conj" or (
        clause.dep in {"xcomp", "ccomp"} and clause.head != clause.index
    ):
        clause = analysis.head(clause)
    return analysis.head(clause) if clause.dep == "relcl" else token


def _relative_gap(analysis: Analysis, verb: Token) -> Token | None:
    """ "the groups X funds": the object left out is the noun above."""
    if verb.dep != "relcl":
        return None
    subjects = analysis.children(verb, "nsubj")
    if not subjects or any(t.lemma in _RELATIVE for t in subjects):
        return None
    if analysis.children(verb, "mark"):  # "time for X to stop"
        return None
    if analysis.children(verb, "prep") and verb.lemma == "be":
        return None
    return analysis.head(verb)


def _shared_object(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """ "trained and armed the rebels": the last verb's object serves the first too."""
    for other in analysis.children(verb, "conj"):
        between = analysis.tokens[verb.index + 1 : other.index]
        close = all(t.dep in {"cc", "punct", "conj", "advmod"} for t in between)
        if _verbal(other) and close and not analysis.children(other, *SUBJECTS):
            own = analysis.children(other, "dobj")
            yield from own or _shared_object(analysis, other)
