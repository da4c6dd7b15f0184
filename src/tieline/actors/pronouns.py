"""Which pronouns refer, and to what kind of thing."""

from tieline.actors import epithets, nouns
from tieline.actors.salience import SUBJECTS, THEY, Candidate
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token

HE = frozenset(["he", "him", "his", "she", "her", "hers"])
SHE = frozenset(["she", "her", "hers"])
IT = frozenset(["it", "its"])
_SEEMING = nouns.load("seeming")
_OWNED_BY_ACTORS = nouns.PEOPLE | nouns.BODIES | nouns.FORCE | nouns.load("owned_by_actors")
_THINGS = epithets.load("things")
_DONE_TO_ACTORS = epithets.load("done_to_actors")
_DONE_BY_ACTORS = nouns.ACTING | epithets.load("done_by_actors")
_HOSTILE = epithets.load("hostile")
_OWN_FORCE = epithets.load("own_force") | nouns.PERSONNEL | nouns.FORCE
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman")
_CLAUSES = frozenset(["ccomp", "xcomp", "csubj", "advcl", "acl", "relcl"])
# "They" of a single name: the Taliban, the opposition; of a bank or ministry too seldom.
_COLLECTIVE = frozenset([ActorKind.ARMED_GROUP, ActorKind.GROUP])
_DEGREES = frozenset(["more", "less", "very", "so", "too", "even", "much", "increasingly"])


def refers(analysis: Analysis, token: Token) -> bool:
    """Whether the token is a pronoun of the third person that stands for something."""
    if token.tag not in {"PRP", "PRP$"} or token.text.lower() not in HE | IT | THEY:
        return False
    return token.text.lower() != "it" or not is_expletive(analysis, token)


def is_expletive(analysis: Analysis, token: Token) -> bool:
    """The empty "it" of "it is clear that …", "it seems …", "make it hard to …"."""
    verb = analysis.head(token)
    if token.dep == "expl" or verb.lemma in _SEEMING:
        return True
    if token.dep not in {"nsubj", "nsubjpass"}:
        following = analysis.tokens[token.index + 1 : token.index + 2]
        graded = any(t.pos == "ADJ" or t.text.lower() in _DEGREES for t in following)
        return token.dep != "pobj" and graded
    if verb.lemma == "be":
        below = (verb, *analysis.children(verb, "acomp", "attr"))
        return any(analysis.children(node, *_CLAUSES) for node in below)
    return token.dep == "nsubjpass" and bool(analysis.children(verb, "ccomp", "xcomp"))


def suits(pronoun: str, candidate: Candidate) -> bool:
    """Whether pronoun and candidate agree in kind and number."""
    mention = candidate.mention
    if mention is None:
        if pronoun in HE:
            return not candidate.plural and _may_be_person(candidate)
        return candidate.plural == (pronoun in THEY) and not _is_other(pronoun, candidate)
    if pronoun in THEY and candidate.together:
        return True
    if mention.kind is not ActorKind.UNKNOWN and (
        (mention.kind is ActorKind.PERSON) != (pronoun in HE)
    ):
        return False
    if pronoun in THEY:
        return candidate.plural or mention.kind in _COLLECTIVE
    return pronoun in HE or not candidate.plural


def _is_other(pronoun: str, candidate: Candidate) -> bool:
    """A person is never "it", nor are years or words "they"."""
    token = candidate.token
    if token is None:
        return False
    return token.lemma in (_THINGS if pronoun in THEY else nouns.PEOPLE)


def _may_be_person(candidate: Candidate) -> bool:
    """Whether a noun that is no actor may be a person all the same: "the doctor"."""
    token = candidate.token
    if token is None or candidate.role not in SUBJECTS:
        return False
    return token.lemma in nouns.PEOPLE or token.lemma.endswith(_PERSON_ENDINGS)


def is_people(candidate: Candidate) -> bool:
    """Whether a noun that is no mention still means people: "individuals who …"."""
    return candidate.token is not None and candidate.token.lemma in nouns.PEOPLE | nouns.BODIES


def wants_actor(analysis: Analysis, pronoun: Token) -> bool:
    """Whether only an actor can be meant: it does, or owns, what actors do or own."""
    head = analysis.head(pronoun)
    if pronoun.tag == "PRP$":
        return head.lemma in _OWNED_BY_ACTORS
    if pronoun.dep in {"dobj", "dative"}:
        return pronoun.dep == "dative" or head.lemma in _DONE_TO_ACTORS
    if pronoun.dep != "nsubj":
        return False
    return any(verb.lemma in _DONE_BY_ACTORS for verb in (head, *analysis.children(head, "xcomp")))


def victim_of(analysis: Analysis, pronoun: Token) -> Token | None:
    """The verb of a hostile act on somebody's force or base: "shelled its camps"."""
    owned = analysis.head(pronoun)
    if pronoun.tag != "PRP$" or owned.lemma not in _OWN_FORCE:
        return None
    above = analysis.head(owned)
    if owned.dep == "pobj" and above.lemma in {"on", "against", "at"}:
        above = analysis.head(above)
    elif owned.dep != "dobj":
        return None
    return above if above.pos == "VERB" and above.lemma in _HOSTILE else None
