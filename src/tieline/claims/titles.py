"""Claims that stand in a name's own setting: "X commander Fulan", "Fulan of X", "Fulan's X".

Read from the surface, because parsers often break such strings of nouns.
"""

from collections.abc import Iterator

from tieline.claims.candidate import Candidate
from tieline.claims.frames import Frame, Frames
from tieline.claims.referents import Referents
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_BODIES = frozenset([ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.FORCE])
_MEMBER = Frame("member_of", "role", ("self",), ("mod",))
_LEADER = Frame("leads", "role", ("self",), ("mod",))
_HEADS = frozenset(["president", "king", "emir", "premier", "chancellor", "sultan", "queen"])
_LONGEST_TITLE = 4  # words between the body's name and the person's
_TITLE_TAGS = frozenset(["NN", "NNP", "JJ", "NNS", "VBN", "HYPH", "POS"])


def title_candidates(
    analysis: Analysis, referents: Referents, frames: Frames
) -> Iterator[Candidate]:
    """Persons tied to a body by where their names stand."""
    persons = [m for m in referents.mentions if _is_named_person(m)]
    bodies = [m for m in referents.mentions if m.kind in _BODIES]
    states = [m for m in referents.mentions if m.kind is ActorKind.STATE]
    for person in persons:
        for state in states:
            yield from _head_of_state(analysis, person, state)
        for body in bodies:
            yield from _before(analysis, body, person, frames)
            yield from _after(analysis, person, body)
            yield from _of_leader(analysis, body, person)


def _head_of_state(analysis: Analysis, person: Mention, state: Mention) -> Iterator[Candidate]:
    """ "President Fulan of X"."""
    between = analysis.within(person.end, state.begin) if person.end < state.begin else ()
    before = analysis.within(person.begin - 2, person.begin)
    words = [t.text.casefold() for t in between if t.text.casefold() != "the"]
    if words == ["of"] and any(t.lemma in _HEADS for t in before):
        yield Candidate(_LEADER, between[0], between[0], person, state, "title")


def _is_named_person(mention: Mention) -> bool:
    return mention.kind is ActorKind.PERSON and mention.form is MentionForm.NAME


def _before(
    analysis: Analysis, body: Mention, person: Mention, frames: Frames
) -> Iterator[Candidate]:
    """ "X deputy chief Fulan": the last word before the name is the office."""
    title = analysis.within(body.end, person.begin) if body.end < person.begin else ()
    if not title or len(title) > _LONGEST_TITLE or any(t.tag not in _TITLE_TAGS for t in title):
        return
    office = title[-1]
    if office.tag not in {"NN", "NNP", "JJ"} or office.text == "-":
        return
    frame = next((f for f in frames.nouns.get(office.lemma, ()) if f.pos == "role"), _MEMBER)
    if "self" not in frame.source:
        return
    yield Candidate(frame, office, office, person, body, "title")


def _after(analysis: Analysis, person: Mention, body: Mention) -> Iterator[Candidate]:
    """ "Fulan of X", "Fulan's X"."""
    between = analysis.within(person.end, body.begin) if person.end < body.begin else ()
    words = [t.text.casefold() for t in between if t.text.casefold() != "the"]
    if words == ["of"]:
        yield Candidate(_MEMBER, between[0], between[0], person, body, "title")
    elif words in (["'s"], ["'"], ["’s"], ["’"]) and not _is_facet(analysis, body):
        yield Candidate(_LEADER, between[0], between[0], person, body, "title")


def _of_leader(analysis: Analysis, body: Mention, person: Mention) -> Iterator[Candidate]:
    """ "the X of Fulan": the X that Fulan leads."""
    between = analysis.within(body.end, person.begin) if body.end < person.begin else ()
    if body.form is MentionForm.NAME and [t.text.casefold() for t in between] == ["of"]:
        yield Candidate(_LEADER, between[0], between[0], person, body, "title")


def _is_facet(analysis: Analysis, body: Mention) -> bool:
    """ "Fulan's Taliban allies": the body only modifies what is Fulan's."""
    root = analysis.root_of(body.begin, body.end)
    return root is None or root.dep in {"compound", "amod", "nmod"} or _followed(analysis, root)


def _followed(analysis: Analysis, root: Token) -> bool:
    following = analysis.tokens[root.index + 1 : root.index + 2]
    return any(t.tag in {"NN", "NNS", "HYPH"} for t in following)
