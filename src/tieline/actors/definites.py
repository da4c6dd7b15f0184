"""Definite descriptions: "the group", "the movement", "its leader"."""

from tieline.actors import epithets, nouns
from tieline.actors.offices import Offices
from tieline.actors.phrases import determiner, is_plural, phrase_of
from tieline.actors.salience import Candidate
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_DETERMINERS = frozenset(["the", "this", "that", "these", "those"])
_PLAIN = nouns.load("plain_modifiers")
_ANYONE = frozenset(["man", "woman"])
_OFFICIAL = nouns.load("official_bodies")
_ARMED = nouns.load("armed_modifiers")
_POSTMODIFIERS = ("prep", "relcl", "acl", "appos")
_FORCE = frozenset([ActorKind.FORCE])
_WHOSE = frozenset(["of", "in", "for"])
_CALLED_BY_NAME = frozenset([ActorKind.ORGANISATION, ActorKind.FORCE, ActorKind.ARMED_GROUP])
_PLURAL_TOO = epithets.load("plural")
_OF_THE_STATE = epithets.load("of_the_state")


def is_definite(analysis: Analysis, head: Token) -> bool:
    """Whether a noun with "the" may stand for an actor named before."""
    if head.lemma not in epithets.DEFINITES or determiner(analysis, head) not in _DETERMINERS:
        return False
    if is_plural(head) and head.lemma not in _PLURAL_TOO:
        return False
    if _is_named_next(analysis, head):
        return False
    modifiers = phrase_of(analysis, head).tokens[:-1]
    plain = all(token.text.lower() in _PLAIN for token in modifiers)
    return plain and not any(
        _narrows(analysis, child) for child in analysis.children(head, *_POSTMODIFIERS)
    )


def is_states(analysis: Analysis, head: Token) -> bool:
    """Whether each state has one of them: "the army", "the security forces"."""
    said = phrase_of(analysis, head).name.lower().replace(" ", "_")
    follows = analysis.children(head, "prep", "appos", "acl")
    return (
        said in _OF_THE_STATE
        and determiner(analysis, head) == "the"
        and not any(_narrows(analysis, child) for child in follows)
    )


def _narrows(analysis: Analysis, below: Token) -> bool:
    """Whether it says which one: "the group of X", "the group that …", not "the group, which"."""
    if below.dep == "prep":
        return below.lemma in _WHOSE
    before = analysis.tokens[min(t.index for t in analysis.subtree(below)) - 1]
    return below.dep != "relcl" or before.text != ","


def _is_named_next(analysis: Analysis, head: Token) -> bool:
    """Whether the name follows: "the terrorist organization, Jamaat X"."""
    following = analysis.tokens[head.index + 1 : head.index + 3]
    return (
        len(following) > 1
        and following[0].text == ","
        and (following[1].tag.startswith("NNP") and following[1].entity != "PERSON")
    )


def answers(
    head: Token, candidate: Candidate, offices: Offices, said: frozenset[str], *, named: bool
) -> bool:
    """Whether the description may be said of the candidate, of which `said` was said before."""
    mention = candidate.mention
    if mention is None or not _is_kind(head, mention, said):
        return False
    if mention.actor_id is None and not named:
        return _same_noun(head, candidate)
    if mention.kind in _CALLED_BY_NAME and not _is_called(head, mention, said):
        return False
    if mention.kind is ActorKind.PERSON:
        holds = offices.holds(mention.actor_id, head.lemma)
        return head.lemma in _ANYONE | said or holds
    if mention.kind is ActorKind.STATE and head.lemma in epithets.TELLING:
        return _is_called(head, mention, said)
    return mention.kind is not ActorKind.GROUP or mention.form is not MentionForm.NAME


def _is_kind(head: Token, mention: Mention, said: frozenset[str]) -> bool:
    """A name of no known kind is what it is said to be."""
    if mention.kind is ActorKind.UNKNOWN:
        return bool(said & (epithets.TELLING.get(head.lemma, frozenset()) | {head.lemma}))
    return mention.kind in epithets.DEFINITES.get(head.lemma, _FORCE)


def is_armed(analysis: Analysis, head: Token) -> bool:
    """Whether only an armed group can be meant: "the extremist group"."""
    return any(t.text.lower() in _ARMED for t in phrase_of(analysis, head).tokens[:-1])


def _is_called(head: Token, mention: Mention, said: frozenset[str]) -> bool:
    """Whether its name, or what was said of it, shows what it is: a bank, a company."""
    telling = epithets.TELLING.get(head.lemma)
    if telling is None and mention.kind is ActorKind.ARMED_GROUP:
        return True
    words = {word.lower() for word in f"{mention.name} {mention.text}".split()}
    if telling is None:
        return not words & _OFFICIAL
    return bool(telling & (words | said)) or head.lemma in said


def _same_noun(head: Token, candidate: Candidate) -> bool:
    """A description takes up another description only in its own words."""
    return candidate.token is not None and candidate.token.lemma == head.lemma


def is_vague(head: Token, mention: Mention) -> bool:
    """Whether the description says nothing once nobody was found for it."""
    alone = len(mention.text.split()) == 1
    return mention.form is MentionForm.DESCRIBED and alone and head.lemma in nouns.VAGUE
