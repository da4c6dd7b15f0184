"""How well something said before suits a pronoun: where it stands and what it does."""

from dataclasses import dataclass

from tieline.actors.phrases import is_announced
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

SUBJECTS = frozenset(["nsubj", "nsubjpass"])
_ARGUMENTS = SUBJECTS | {"dobj", "dative", "pobj", "attr", "oprd"}
THEY = frozenset(["they", "them", "their", "theirs"])
_ROLES = {
    "nsubj": 1.5, "nsubjpass": 1.5, "agent": 1.0, "dobj": 0.7, "dative": 0.5, "pobj": 0.3,
    "poss": 0.6, "appos": 0.0, "attr": -0.5, "": 0.3, "amod": -0.8, "compound": -0.8, "nmod": -0.8,
}  # fmt: skip
_MAIN_CLAUSE = 0.5
_GOVERNS = (2.8, 1.0)  # subject of the nearest verb above; of one further up
_LOOSELY = 0.3  # share of that for "they" of one group
_NAMED = 1.1
_PLACE = 0.6  # a country after a preposition is mostly where, not who
_PARALLEL = 0.7
_COLLECTIVE = 0.4  # "they" of one group
_AS_ONE = 1.4  # "they" of a group whose verb was in the singular
_BLAMED = 3.5
_COORDINATED = 6.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something a pronoun may stand for; no `mention` means a noun that is no actor.

    `together` holds all actors of a coordination ("Iran and Syria"), on its first.
    `verb` is the index of the nearest verb above, -1 if unknown; `agrees_as_one` says
    that its verb is in the singular.
    """

    begin: int
    end: int
    sentence: int
    token: Token | None
    role: str
    plural: bool
    main: bool = False
    mention: Mention | None = None
    together: tuple[Mention, ...] = ()
    verb: int = -1
    agrees_as_one: bool = False

    @property
    def key(self) -> str:
        """What makes two candidates the same thing."""
        if self.mention is None:
            return f"@{self.begin}"
        return self.mention.key


def score(
    candidate: Candidate, pronoun: Token, role: str, analysis: Analysis, *, bound: bool = True
) -> float | None:
    """The salience of a candidate in the pronoun's own sentence; None if grammar rules it out."""
    token = candidate.token
    plural = pronoun.text.lower() in THEY
    if token is None:
        return standing(candidate, role, plural=plural)
    if _is_excluded(token, pronoun, analysis):
        return None
    if not bound and _governing(token, pronoun, analysis) == _GOVERNS[0]:
        return None
    total = standing(candidate, role, plural=plural)
    if _coordinated(token, pronoun, analysis):
        total += _COORDINATED
    if _blamed(token, pronoun, analysis):
        total += _BLAMED
    if not bound:
        return total
    governs = _governing(token, pronoun, analysis)
    many = not plural or candidate.plural or bool(candidate.together)
    return total + (governs if many else _LOOSELY * governs)


def standing(candidate: Candidate, role: str, *, plural: bool = False) -> float:
    """The salience of a candidate by its own role, whatever lies between."""
    mention = candidate.mention
    total = _ROLES.get(candidate.role, 0.0)
    if mention is not None and mention.form is MentionForm.ADJECTIVE:
        total = _ROLES["amod"]
    if mention is not None and mention.kind is ActorKind.STATE and candidate.role == "pobj":
        total -= _PLACE
    if mention is not None and mention.form is not MentionForm.DESCRIBED:
        total += _NAMED
    if candidate.role in SUBJECTS:
        total += _MAIN_CLAUSE if candidate.main else 0.0
        total += _PARALLEL if role in SUBJECTS else 0.0
    if plural and not candidate.plural and not candidate.together:
        total -= _AS_ONE if candidate.agrees_as_one else _COLLECTIVE
    return total


def effective_role(analysis: Analysis, token: Token) -> str:
    """The token's label; that of the first conjunct in a coordination, "agent" after by."""
    while token.dep == "conj" and token.head != token.index:
        token = analysis.head(token)
    return "agent" if token.dep == "pobj" and analysis.head(token).dep == "agent" else token.dep


def in_main_clause(analysis: Analysis, token: Token) -> bool:
    """Whether the token's verb is the root of the sentence."""
    head = analysis.head(token)
    return head.head == head.index


def _is_excluded(token: Token, pronoun: Token, analysis: Analysis) -> bool:
    """Two arguments of one verb are two things; nor is a noun inside its own phrase."""
    if token.index in _told_of(pronoun, analysis):
        return True
    if pronoun.tag != "PRP$" and pronoun.dep in _ARGUMENTS:
        told_of = token.dep in _ARGUMENTS and not is_announced(analysis, token)
        if told_of and verb_over(token, analysis) == verb_over(pronoun, analysis):
            return True
        if pronoun.dep not in SUBJECTS and token.index in _subjects_over(pronoun, analysis):
            return True
    return token.index in _phrases_around(pronoun, analysis)


def _told_of(pronoun: Token, analysis: Analysis) -> set[int]:
    """The noun a relative clause is about, where the pronoun has another part in it."""
    if pronoun.tag == "PRP$" or pronoun.dep not in _ARGUMENTS:
        return set()
    verb = verb_over(pronoun, analysis)
    clause = analysis.tokens[verb]
    while verb >= 0 and clause.dep in {"conj", "xcomp", "ccomp"} and clause.head != clause.index:
        clause = analysis.head(clause)
    return {clause.head} if clause.dep == "relcl" else set()


def _phrases_around(pronoun: Token, analysis: Analysis) -> set[int]:
    """Heads of the noun phrases the pronoun lies in; a coordination begins another."""
    found: set[int] = set()
    below = pronoun
    for ancestor in analysis.ancestors(pronoun):
        if ancestor.pos in {"VERB", "AUX"} or below.dep == "conj":
            break
        found.add(ancestor.index)
        below = ancestor
    return found


def _subjects_over(pronoun: Token, analysis: Analysis) -> set[int]:
    """The subject of the pronoun's verb, found further up where verbs share one."""
    for ancestor in analysis.ancestors(pronoun):
        subjects = analysis.children(ancestor, *SUBJECTS)
        if ancestor.pos in {"VERB", "AUX"} and subjects:
            return {subject.index for subject in subjects}
    return set()


def subjects_of(verb: Token, analysis: Analysis) -> tuple[Token, ...]:
    """A verb's subjects, shared ones too: both verbs of "X arms and trains them"."""
    subjects = analysis.children(verb, "nsubj")
    while not subjects and verb.dep in {"conj", "xcomp"} and verb.head != verb.index:
        verb = analysis.head(verb)
        subjects = analysis.children(verb, "nsubj")
    return subjects


def agrees_as_one(token: Token, analysis: Analysis) -> bool:
    """Whether it is the subject of a verb in the singular."""
    if token.dep not in SUBJECTS:
        return False
    verb = analysis.head(token)
    finite = (verb, *analysis.children(verb, "aux", "auxpass"))
    return any(t.tag == "VBZ" or t.text.lower() == "was" for t in finite)


def verb_over(token: Token, analysis: Analysis) -> int:
    """Index of the nearest verb above the token, -1 if there is none."""
    verbs = (a.index for a in analysis.ancestors(token) if a.pos in {"VERB", "AUX"})
    return next(verbs, -1)


def _coordinated(token: Token, pronoun: Token, analysis: Analysis) -> bool:
    """Whether the candidate stands in "terrorists and their supporters"."""
    owned = analysis.head(pronoun)
    return pronoun.tag == "PRP$" and owned.dep == "conj" and owned.head == token.index


def _blamed(token: Token, pronoun: Token, analysis: Analysis) -> bool:
    """Whether the candidate is whom a deed is done to "for its support of …"."""
    owned = analysis.head(pronoun)
    reason = analysis.head(owned)
    if pronoun.tag != "PRP$" or owned.dep != "pobj" or reason.lemma != "for":
        return False
    above = analysis.head(token)
    if token.dep == "pobj" and above.lemma in {"against", "on"}:
        above = analysis.head(above)
    elif token.dep not in {"dobj", "nsubjpass"}:
        return False
    return above.index == reason.head


def _governing(token: Token, pronoun: Token, analysis: Analysis) -> float:
    """What being subject of a verb above the pronoun counts."""
    while token.dep == "conj" and token.head != token.index:
        token = analysis.head(token)
    if token.dep not in SUBJECTS:
        return 0.0
    clauses = 0
    for ancestor in analysis.ancestors(pronoun):
        if ancestor.index == token.head:
            return _GOVERNS[0] if clauses == 0 else _GOVERNS[1]
        subjects = analysis.children(ancestor, *SUBJECTS)
        clauses += bool(subjects) and pronoun.index not in {s.index for s in subjects}
    return 0.0
