"""Polarity, modality and scope of what a word states.

Starts at the word that carries the relation and climbs to the verb of its clause; each
step may turn the statement (not, fail, lack), end it (no longer, stop), or colour it
(may, must, would, if).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tieline.claims.cues import CueBook, cues
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Kind, Modality, Polarity

# Links that carry polarity and modality from a word to the one above it.
_CARRIES = frozenset(
    """xcomp dobj pobj prep attr acomp pcomp oprd acl nsubj nsubjpass agent conj dative
    ccomp advcl relcl amod csubj aux""".split()
)
# Links after which only the mood of a verb of saying or a condition can matter.
_REPORTS = frozenset(["ccomp"])
_STOPS = frozenset(["relcl", "parataxis", "appos", "poss", "dep", "compound", "nmod"])
_SPEECH = frozenset(
    """say tell claim report state announce declare note argue maintain insist assert warn
    write add explain reveal disclose confirm acknowledge admit contend testify deny
    allege accuse believe""".split()
)


_UNREAL = frozenset([Modality.DEMANDED, Modality.PREDICTED, Modality.CONDITIONAL])


@dataclass(slots=True)
class Outlook:
    """How a statement is put.

    `cues` are the tokens that decided it, `limits` those that stand in `scope`.
    """

    turned: bool = False
    ended: bool = False
    modality: set[Modality] = field(default_factory=set)
    scope: list[str] = field(default_factory=list)
    limits: list[Token] = field(default_factory=list)
    cues: list[Token] = field(default_factory=list)

    @property
    def polarity(self) -> Polarity:
        """Ended and turned cancel: "has not stopped funding" affirms.

        An end that is only demanded, predicted or supposed has not come: it is negated.
        """
        if self.ended and self.modality & _UNREAL:
            return Polarity.AFFIRMED if self.turned else Polarity.NEGATED
        if self.ended:
            return Polarity.AFFIRMED if self.turned else Polarity.ENDED
        return Polarity.NEGATED if self.turned else Polarity.AFFIRMED

    @property
    def moods(self) -> tuple[Modality, ...]:
        """Modality in the codebook's order; asserted stands alone."""
        found = tuple(mood for mood in Modality if mood in self.modality)
        return found or (Modality.ASSERTED,)

    @property
    def kind(self) -> Kind:
        """Demand and prediction follow from the mood."""
        if Modality.DEMANDED in self.modality:
            return Kind.DEMAND
        if Modality.PREDICTED in self.modality or self._would:
            return Kind.PREDICTION
        return Kind.TIE

    @property
    def _would(self) -> bool:
        return Modality.CONDITIONAL in self.modality and any(
            t.lemma in cues().condition.modals for t in self.cues
        )


def outlook(analysis: Analysis, trigger: Token, *, presupposed: bool = False) -> Outlook:
    """Read polarity, modality and scope of the statement that `trigger` carries.

    What a noun phrase takes for granted ("X's ally Y was not attacked") is not touched
    by the verb above it: then only the trigger's own words count.
    """
    book = cues()
    found = Outlook()
    below: Token | None = None
    path = (trigger,) if presupposed else _path(analysis, trigger)
    for token in path:
        _own_words(analysis, token, found, book, below)
        _supposed(analysis, token, found)
        if below is not None:
            _judged(analysis, below, token, found)
            _effect_on_complement(analysis, below, token, found, book)
        below = token
    if analysis.tokens and analysis.tokens[-1].text.endswith("?"):
        found.modality.add(Modality.QUESTIONED)
    return found


def _path(analysis: Analysis, trigger: Token) -> Iterator[Token]:
    """The trigger and the words above it that bear on it."""
    token = trigger
    yield token
    while token.head != token.index and token.dep in _CARRIES and token.dep not in _STOPS:
        head = analysis.head(token)
        if token.dep == "conj" and not _shares(analysis, token):
            return
        if token.dep == "advcl":
            return
        if token.dep == "acl" and token.tag != "VB" and not _is_content_of(analysis, token):
            return
        if token.dep in {"relcl", "amod"}:
            return
        if token.dep == "ccomp" and not (token.index > head.index and _raises(head)):
            return
        yield head
        token = head


_WORDS_OF = frozenset(
    """accusation allegation assertion charge claim contention denial insistence report rumor
    rumour statement suggestion warning""".split()
)


def _is_content_of(analysis: Analysis, token: Token) -> bool:
    """ "no evidence that X …": what is said of the evidence bears on the clause.

    Of somebody's word ("rejects claims that X …") the holders see to denials.
    """
    if analysis.head(token).lemma in _WORDS_OF:
        return False
    return any(t.lemma == "that" for t in analysis.children(token, "mark"))


def _raises(verb: Token) -> bool:
    """Whether a verb's own negation or mood is really its clause's ("does not think that")."""
    book = cues()
    return verb.lemma in _RAISING or verb.lemma in (
        book.hedge.verbs | book.demand.verbs | book.prediction.verbs | book.ending.verbs
    )


_RAISING = frozenset(
    [
        "think",
        "believe",
        "expect",
        "suppose",
        "imagine",
        "seem",
        "be",
        "let",
        "make",
        "help",
        "see",
        "have",
        "keep",
        "mean",
        "ensure",
        "allow",
    ]
)


def _shares(analysis: Analysis, token: Token) -> bool:
    """A coordinated word takes the first one's negation unless it starts afresh."""
    if token.pos not in {"VERB", "AUX"}:
        return True
    fresh = analysis.children(token, "nsubj", "nsubjpass", "aux", "neg")
    contrast = [t for t in analysis.children(analysis.head(token), "cc") if t.lemma == "but"]
    return not fresh and not contrast


def _own_words(
    analysis: Analysis, token: Token, found: Outlook, book: CueBook, below: Token | None
) -> None:
    """Cues that hang on a word of the path itself."""
    for child in analysis.children(token):
        if below is not None and child.index == below.index:
            continue
        _auxiliary(child, found, book)
        _adverb_or_determiner(analysis, token, child, found, book)
    _scope_words(analysis, token, found, book, below)


def _auxiliary(child: Token, found: Outlook, book: CueBook) -> None:
    if child.dep == "aux" and child.tag == "MD":
        word = child.text.casefold()
        for group, mood in (
            (book.hedge, Modality.HEDGED),
            (book.demand, Modality.DEMANDED),
            (book.prediction, Modality.PREDICTED),
            (book.condition, Modality.CONDITIONAL),
        ):
            if child.lemma in group.modals or word in group.modals:
                _note(found, child, mood)
    elif child.dep in {"mark", "advmod"} and child.lemma in book.condition.marks - {"until"}:
        _note(found, child, Modality.CONDITIONAL)
    elif child.dep in {"mark", "cc", "preconj"} and child.lemma in book.question.marks:
        _note(found, child, Modality.QUESTIONED)


def _adverb_or_determiner(
    analysis: Analysis, token: Token, child: Token, found: Outlook, book: CueBook
) -> None:
    if child.dep == "advmod" and child.text.casefold() == "longer" and _no_longer(analysis, child):
        _end(found, child)
    elif child.dep == "neg" or (child.dep == "advmod" and child.lemma in book.negation.adverbs):
        if _any_longer(analysis, token):
            _end(found, child)
        elif not _only(analysis, child):
            found.turned = not found.turned
            found.cues.append(child)
    elif child.dep in {"det", "preconj"} and child.lemma in book.negation.determiners:
        found.turned = not found.turned
        found.cues.append(child)
    elif child.dep in {"nsubj", "nsubjpass", "dobj", "dative"}:
        _negative_party(analysis, child, found, book)
    elif (child.dep == "advmod" and child.lemma in book.hedge.adverbs) or (
        child.dep == "amod" and child.lemma in _ALLEGED
    ):
        _note(found, child, Modality.HEDGED)


_ALLEGED = frozenset("alleged suspected possible potential purported supposed apparent".split())


def _no_longer(analysis: Analysis, longer: Token) -> bool:
    before = analysis.tokens[longer.index - 1] if longer.index else longer
    return before.text.casefold() == "no"


def _any_longer(analysis: Analysis, verb: Token) -> bool:
    """ "does not fund X any longer", "not … anymore": an end, not a flat denial."""
    adverbs = analysis.children(verb, "advmod")
    return any(
        t.lemma == "anymore"
        or (
            t.lemma in {"longer", "long", "more"}
            and any(c.lemma == "any" for c in analysis.children(t))
        )
        for t in adverbs
    )


def _supposed(analysis: Analysis, token: Token, found: Outlook) -> None:
    """ "Had X not fought …": an inverted condition."""
    subjects = analysis.children(token, "nsubj", "nsubjpass")
    for aux in analysis.children(token, "aux", "auxpass") if token.dep == "advcl" else ():
        inverted = subjects and aux.index < subjects[0].index
        if inverted and aux.text.casefold() in {"had", "were", "should"}:
            _note(found, aux, Modality.CONDITIONAL)


def _judged(analysis: Analysis, below: Token, token: Token, found: Outlook) -> None:
    """ "It is unlikely that …", "it is far from clear that …", "it is not true that …"."""
    if below.dep not in {"ccomp", "csubj"} or token.lemma != "be":
        return
    for adjective in analysis.children(token, "acomp"):
        doubted = any(
            t.lemma in {"far", "not", "n't", "hardly"}
            for t in analysis.subtree(token)
            if t.index < adjective.index
        )
        if adjective.lemma in {
            "unlikely",
            "doubtful",
            "unclear",
            "uncertain",
            "possible",
            "likely",
        }:
            _note(found, adjective, Modality.HEDGED)
        elif adjective.lemma in {"clear", "certain", "evident", "obvious"} and doubted:
            _note(found, adjective, Modality.HEDGED)
            found.turned = found.turned and any(
                t.dep == "neg" and t.lemma == "never" for t in analysis.children(token)
            )
        elif adjective.lemma in {"false", "untrue", "wrong"}:
            found.turned = not found.turned


def _only(analysis: Analysis, negation: Token) -> bool:
    """ "not only … but also" denies nothing."""
    following = analysis.tokens[negation.index + 1 : negation.index + 2]
    return any(t.lemma in {"only", "just", "merely", "least"} for t in following)


def _negative_party(analysis: Analysis, subject: Token, found: Outlook, book: CueBook) -> None:
    if subject.lemma in {"none", "nobody", "neither", "few"} or any(
        t.lemma in book.negation.determiners for t in analysis.children(subject, "det", "preconj")
    ):
        found.turned = not found.turned
        found.cues.append(subject)


def _effect_on_complement(
    analysis: Analysis, below: Token, token: Token, found: Outlook, book: CueBook
) -> None:
    """What a word does to its complement: "failed to", "lacks", "stopped", "is likely to"."""
    kind = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}.get(token.pos)
    if token.pos in {"ADP", "SCONJ", "ADV"}:
        _preposition(token, found, book)
    if kind is None or not _is_complement(below, token):
        return
    if token.lemma == "have" and _yet(analysis, token):
        found.turned = not found.turned
        found.cues.append(token)
    if token.lemma in getattr(book.ending, kind):
        if below.dep != "prep" or kind == "nouns":
            _end(found, token)
    elif token.lemma in getattr(book.negation, kind):
        found.turned = not found.turned
        found.cues.append(token)
    for group, mood in (
        (book.hedge, Modality.HEDGED),
        (book.demand, Modality.DEMANDED),
        (book.prediction, Modality.PREDICTED),
    ):
        if token.lemma in getattr(group, kind):
            _mood_of_complement(analysis, below, token, found, mood)


def _mood_of_complement(
    analysis: Analysis, below: Token, token: Token, found: Outlook, mood: Modality
) -> None:
    """The mood is the complement's only if the complement is a deed, not a thing."""
    if below.dep in {"dobj", "nsubj", "nsubjpass"} and token.lemma not in {"suspect", "allege"}:
        return
    if token.lemma in {"want", "wish", "expect", "like"} and _has_own_subject(analysis, below):
        mood = Modality.DEMANDED
    if token.lemma == "go" and below.tag != "VB":
        return
    if below.dep == "prep" and below.lemma == "as":
        _note(found, token, mood)
        return
    if below.dep == "prep" and token.lemma not in {
        "accuse",
        "suspect",
        "charge",
        "call",
        "plan",
        "attempt",
        "commit",
        "seek",
    }:
        return
    _note(found, token, mood)


def _has_own_subject(analysis: Analysis, verb: Token) -> bool:
    """ "wants X to fight": the wish is about somebody else."""
    return bool(analysis.children(verb, "nsubj"))


def _is_complement(below: Token, token: Token) -> bool:
    if below.dep == "prep" and below.lemma == "as":
        return token.lemma in _SEEING
    if below.dep in {"conj", "amod", "relcl"}:
        return False
    if below.dep in {"nsubj", "nsubjpass"}:
        return token.lemma in cues().ending.verbs or token.lemma in {"lack", "suspect", "deny"}
    if below.dep == "prep":
        return below.lemma in {"from", "to", "of", "in", "for", "against", "about", "on", "with"}
    return not (below.dep == "ccomp" and token.lemma in _SPEECH)


def _yet(analysis: Analysis, token: Token) -> bool:
    return any(t.lemma == "yet" for t in analysis.children(token, "advmod"))


def _preposition(token: Token, found: Outlook, book: CueBook) -> None:
    far = token.lemma == "far" and token.pos == "ADV"
    if far or token.lemma in book.negation.prepositions:
        found.turned = not found.turned
        found.cues.append(token)


def _end(found: Outlook, token: Token) -> None:
    found.ended = True
    found.cues.append(token)


def _note(found: Outlook, token: Token, mood: Modality) -> None:
    found.modality.add(mood)
    found.cues.append(token)


def _scope_words(
    analysis: Analysis, token: Token, found: Outlook, book: CueBook, below: Token | None
) -> None:
    near = [t for t in analysis.children(token) if t.dep in _SCOPE_LINKS]
    inside = [
        inner
        for child in analysis.children(token, "prep", "dobj", "nsubj")
        if child.dep != "nsubj" or below is None
        for noun in (child, *analysis.children(child, "pobj"))
        for inner in (noun, *analysis.children(noun, "amod", "det", "predet", "advmod"))
    ]
    for word in [*near, *inside, *([token] if token.pos in {"NOUN", "ADJ"} else [])]:
        plural = word.tag in {"NNS", "NNPS"}
        name = (
            None if plural else book.scope.get(word.lemma) or book.scope.get(word.text.casefold())
        )
        if name and name not in found.scope:
            found.scope.append(name)
            found.limits.append(word)


# "is seen as X's proxy": somebody's judgement, hence hedged.
_SEEING = frozenset(["see", "view", "consider", "regard", "perceive", "portray", "deem"])
_SCOPE_LINKS = frozenset(["advmod", "neg", "amod", "det", "predet", "preconj", "nummod"])
