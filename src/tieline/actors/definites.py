"""Definite descriptions: "the group", "the movement", "its leader"."""

from tieline.actors import nouns
from tieline.actors.offices import Offices
from tieline.actors.phrases import determiner, is_plural, phrase_of
from tieline.actors.salience import Candidate
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_DETERMINERS = frozenset(["the", "this", "that", "these", "those"])
_PLAIN = nouns.load("plain_modifiers")
_WITHOUT_NAME = frozenset([MentionForm.DESCRIBED, MentionForm.DEFINITE])
_ANYONE = frozenset(["man", "woman"])
_OFFICIAL = nouns.load("official_bodies")
_ARMED = nouns.load("armed_modifiers")
_POSTMODIFIERS = ("prep", "relcl", "acl", "appos")
_PLURAL_TOO = nouns.load("plural_definites")


def is_definite(analysis: Analysis, head: Token) -> bool:
    """Whether a noun with "the" may stand for an actor named before."""
    if head.lemma not in nouns.DEFINITES or determiner(analysis, head) not in _DETERMINERS:
        return False
    if is_plural(head) and head.lemma not in _PLURAL_TOO:
        return False
    if _is_named_next(analysis, head):
        return False
    modifiers = phrase_of(analysis, head).tokens[:-1]
    plain = all(token.text.lower() in _PLAIN for token in modifiers)
    return plain and not any(
        child.dep != "prep" or child.lemma in {"of", "in", "for"}
        for child in analysis.children(head, *_POSTMODIFIERS)
    )


def _is_named_next(analysis: Analysis, head: Token) -> bool:
    """Whether the name follows: "the terrorist organization, Jamaat X"."""
    following = analysis.tokens[head.index + 1 : head.index + 3]
    return (
        len(following) > 1
        and following[0].text == ","
        and (following[1].tag.startswith("NNP") and following[1].entity != "PERSON")
    )


def answers(head: Token, candidate: Candidate, offices: Offices) -> bool:
    """Whether the description may be said of the candidate."""
    mention = candidate.mention
    if mention is None or mention.kind not in nouns.DEFINITES[head.lemma]:
        return False
    if mention.actor_id is None and mention.form in _WITHOUT_NAME:
        return _same_noun(head, candidate)
    if mention.kind in {ActorKind.ORGANISATION, ActorKind.FORCE} and not _is_called(head, mention):
        return False
    if mention.kind is ActorKind.PERSON:
        return head.lemma in _ANYONE or offices.holds(mention.actor_id, head.lemma)
    return mention.kind is not ActorKind.GROUP or mention.form is not MentionForm.NAME


def is_armed(analysis: Analysis, head: Token) -> bool:
    """Whether only an armed group can be meant: "the extremist group"."""
    return any(t.text.lower() in _ARMED for t in phrase_of(analysis, head).tokens[:-1])


def _is_called(head: Token, mention: Mention) -> bool:
    """Whether an organisation's name shows it is what it is called: a bank, a company."""
    telling = nouns.TELLING.get(head.lemma)
    said = {word.lower() for word in f"{mention.name} {mention.text}".split()}
    return bool(telling & said) if telling else not said & _OFFICIAL


def _same_noun(head: Token, candidate: Candidate) -> bool:
    """A description takes up another description only in its own words."""
    return candidate.token is not None and candidate.token.lemma == head.lemma


def is_vague(head: Token, mention: Mention) -> bool:
    """Whether the description says nothing once nobody was found for it."""
    alone = len(mention.text.split()) == 1
    return mention.form is MentionForm.DESCRIBED and alone and head.lemma in nouns.VAGUE


def belongs_to(head: Token, owner: Mention) -> tuple[str, ActorKind, str | None] | None:
    """Name, kind and id of what "its fighters", "its army" or "its leader" is."""
    lemma = head.lemma
    many = is_plural(head) or lemma not in nouns.PEOPLE
    if owner.kind is ActorKind.STATE and lemma in nouns.GOVERNMENT:
        return owner.name, owner.kind, owner.actor_id
    if owner.kind is ActorKind.STATE and lemma in nouns.FORCE and many:
        return f"{head.text.lower()} of {owner.name}", ActorKind.FORCE, None
    armed = owner.kind in {ActorKind.ARMED_GROUP, ActorKind.FORCE}
    if armed and many and lemma in nouns.PERSONNEL:
        return owner.name, owner.kind, owner.actor_id
    if lemma in nouns.PEOPLE:
        kind = ActorKind.GROUP if is_plural(head) else ActorKind.PERSON
        return f"{head.text.lower()} of {owner.name}", kind, None
    return None
