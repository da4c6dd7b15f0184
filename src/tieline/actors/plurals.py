"""What stands for two or three actors at once: "the two sides", "both", "each other"."""

from collections.abc import Iterable, Sequence
from itertools import takewhile

from tieline.actors import epithets
from tieline.actors.phrases import determiner, is_plural
from tieline.actors.salience import SUBJECTS, Candidate
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_NUMBERS = {"two": 2, "three": 3}
_WORDS = frozenset(["two", "three", "both", "neither", "pair"])
_SIDES = epithets.load("sides")
OPENERS = _SIDES | _WORDS | {"other", "another"}  # lemmas without which nothing is plural so
_COUNTRIES = frozenset(
    ["country", "neighbour", "neighbor", "government", "state", "nation", "capital"]
)
_MEN = frozenset("man leader president gentleman general brother woman commander warlord".split())
_GROUPS = frozenset(["group", "movement", "militia", "faction", "organization", "organisation"])
_ARGUMENTS = SUBJECTS | {"dobj", "pobj", "dative", "conj", "poss"}
_STATES = frozenset([ActorKind.STATE])
_EQUALS = (
    _STATES,
    frozenset([ActorKind.PERSON]),
    frozenset([ActorKind.ARMED_GROUP]),
    frozenset([ActorKind.ORGANISATION]),
)
_ANYBODY = frozenset(ActorKind)
_MODIFIERS = frozenset(["amod", "compound", "nmod"])
_BODIES = frozenset("side party partner force army movement power nation".split())


def number(analysis: Analysis, token: Token) -> int:
    """How many actors the token heads words for; 0 if it is no such anaphor."""
    word = token.text.lower()
    if token.lemma in _SIDES and token.pos == "NOUN" and is_plural(token):
        return _counted(analysis, token)
    if word not in _WORDS:
        return 0
    if token.dep not in _ARGUMENTS or _is_partitive(analysis, token):
        return 0
    if word in _NUMBERS and token.pos == "NUM":
        return _NUMBERS[word] if _is_definite(analysis, token) else 0
    if word in {"both", "neither"} and token.dep != "conj":
        alone = _is_alone(analysis, token) or token.dep == "dobj"
        return 2 if not analysis.children(token, "conj") and alone else 0
    return 2 if word == "pair" and determiner(analysis, token) == "the" else 0


def _counted(analysis: Analysis, noun: Token) -> int:
    """For "the two sides" or "both parties", with nothing said of them but their number."""
    children = analysis.children(noun)
    if any(
        c.dep in {"amod", "compound", "relcl", "acl", "appos", "poss", "conj"} for c in children
    ):
        return 0
    if any(c.dep == "prep" and c.lemma in {"of", "in", "to"} for c in children):
        return 0
    words = {c.text.lower() for c in children if c.dep in {"det", "nummod", "predet", "amod"}}
    if "both" in words:
        return 2
    definite = words & {"the", "these", "all"}
    return next((n for w, n in _NUMBERS.items() if w in words and definite), 0)


def _is_partitive(analysis: Analysis, token: Token) -> bool:
    """Whether it is some of many: "two of its men"."""
    return any(child.lemma == "of" for child in analysis.children(token, "prep"))


def _is_definite(analysis: Analysis, token: Token) -> bool:
    before = analysis.tokens[token.index - 1] if token.index else None
    return before is not None and before.text.lower() in {"the", "all", "these"}


def _is_alone(analysis: Analysis, token: Token) -> bool:
    """Whether "both" stands for itself: not "both A and B", nor "both countries"."""
    following = analysis.tokens[token.index + 1 : token.index + 2]
    return all(
        t.pos not in {"NOUN", "PROPN", "DET", "ADJ", "NUM", "ADP", "PRON"} or t.text == "in"
        for t in following
    )


def begin_of(analysis: Analysis, token: Token) -> int:
    """Where the words begin: at the article or the number."""
    if reciprocal(analysis, token):
        return analysis.tokens[token.index - 1].begin
    left = takewhile(
        lambda t: t.head == token.index or t is token, reversed(analysis.tokens[: token.index + 1])
    )
    return min(t.begin for t in left)


def kinds_of(token: Token) -> frozenset[ActorKind]:
    """Which kinds of actors are called so."""
    if token.lemma in _COUNTRIES:
        return _STATES
    if token.lemma in _MEN:
        return frozenset([ActorKind.PERSON])
    if token.lemma in _GROUPS:
        return frozenset([ActorKind.ARMED_GROUP, ActorKind.ORGANISATION, ActorKind.UNKNOWN])
    return _ANYBODY - {ActorKind.PERSON} if token.lemma in _BODIES else _ANYBODY


def meant(
    candidates: Iterable[Candidate], count: int, kinds: frozenset[ActorKind], here: int
) -> tuple[Mention, ...]:
    """The actors meant, given what was said before, nearest sentence first; () if unclear."""
    by_sentence: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_sentence.setdefault(candidate.sentence, []).append(candidate)
    seen: list[Candidate] = []
    for sentence in sorted(by_sentence, reverse=True):
        seen += _best_known(by_sentence[sentence], kinds)
        found = _listed(by_sentence[sentence], count, kinds) or _exactly(seen, count, kinds)
        if found:
            return found
        if sentence != here and len(_distinct(seen, kinds)) >= count:
            return ()
    return ()


def _best_known(told: list[Candidate], kinds: frozenset[ActorKind]) -> list[Candidate]:
    """Those with a place in the parse; all if the sentence has none, and all countries."""
    if kinds == _STATES:
        return told
    return [c for c in told if c.token is not None] or told


def _listed(
    told: Sequence[Candidate], count: int, kinds: frozenset[ActorKind]
) -> tuple[Mention, ...]:
    """The last list of so many actors in a sentence, unless it goes on about others."""
    named = sorted((c for c in told if _is_named(c, kinds)), key=lambda c: c.begin, reverse=True)
    later: list[Candidate] = []
    for listing in named:
        keys = {m.key for m in listing.together}
        if len(keys) == count and all(m.kind in kinds for m in listing.together):
            others = [c for c in later if c.key not in keys]
            first = listing.role in SUBJECTS or _is_anaphor(listing)
            rivals = [c for c in others if c.role in SUBJECTS] if first else others
            return () if rivals else tuple(_by_key(listing.together))
        later.append(listing)
    return ()


def _is_anaphor(candidate: Candidate) -> bool:
    return candidate.mention is not None and candidate.mention.form is MentionForm.PRONOUN


def _exactly(
    seen: Sequence[Candidate], count: int, kinds: frozenset[ActorKind]
) -> tuple[Mention, ...]:
    """So many actors, where no more of their kind were named."""
    found = _distinct(seen, kinds)
    if len(found) == count and (_are_alike(found) or _share_verb(seen, found)):
        return tuple(found)
    alike = [_distinct(seen, kinds & equals) for equals in _EQUALS]
    fitting = [some for some in alike if len(some) == count]
    return tuple(fitting[0]) if len(fitting) == 1 else ()


def _are_alike(mentions: Sequence[Mention]) -> bool:
    return len({mention.kind for mention in mentions}) == 1


def _share_verb(seen: Sequence[Candidate], mentions: Sequence[Mention]) -> bool:
    """Whether one verb has them all as its arguments: "the army attacked the rebels"."""
    verbs = [
        {(c.sentence, c.verb) for c in seen if c.mention and c.key == m.key and c.verb >= 0}
        for m in mentions
    ]
    return bool(set.intersection(*verbs))


def _distinct(seen: Sequence[Candidate], kinds: frozenset[ActorKind]) -> list[Mention]:
    named = (
        c.mention for c in seen if c.mention and _is_named(c, kinds) and c.mention.kind in kinds
    )
    return _by_key(sorted(named, key=lambda m: m.begin))


def _is_named(candidate: Candidate, kinds: frozenset[ActorKind]) -> bool:
    """Whether it is a name that stands for itself; of countries an adjective will do."""
    mention = candidate.mention
    if mention is None:
        return False
    if kinds == _STATES:
        return mention.kind is ActorKind.STATE
    described = mention.form is MentionForm.DESCRIBED and mention.actor_id is None
    modifies = candidate.role in _MODIFIERS or mention.form is MentionForm.ADJECTIVE
    return not described and not modifies


def _by_key(mentions: Iterable[Mention]) -> list[Mention]:
    found: dict[str, Mention] = {}
    for mention in mentions:
        found.setdefault(mention.key, mention)
    return list(found.values())


def reciprocal(analysis: Analysis, token: Token) -> Token | None:
    """The subject that "each other" or "one another" takes up; None for other words."""
    if token.text.lower() not in {"other", "another"}:
        return None
    before = analysis.tokens[token.index - 1] if token.index else None
    said = f"{before.text.lower()} {token.text.lower()}" if before else ""
    if said not in {"each other", "one another"}:
        return None
    for ancestor in (token, *analysis.ancestors(token)):
        subjects = analysis.children(ancestor, *SUBJECTS)
        if subjects:
            return subjects[0]
    return None
