"""Polarity, modality and scope of what a word states.

Starts at the word that carries the relation and climbs to the verb of its clause; each
step may turn the statement (not, fail, lack), end it (no longer, stop), or colour it
(may, must, would, if).
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from tieline.claims.clauses import is_calling, is_excluded
from tieline.claims.cues import CueBook, cues
from tieline.claims.reversals import (
    is_cancelled,
    is_falsified,
    is_kept_from,
    is_negative_phrase,
    is_only_qualified,
    is_past_habit,
    is_reported,
    is_undenied,
    is_unsaid,
    is_wrongly,
    opens_with_nor,
    really_ends,
)
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
        if opens_with_nor(analysis, token):
            found.turned = not found.turned
        _bidden(analysis, token, found)
        if token.tag == "MD" and below is not None:
            _modal(token, found, book)
        if below is not None:
            _judged(analysis, below, token, found)
            _effect_on_complement(analysis, below, token, found, book)
        if _is_rejected(analysis, token, found, book):
            break
        below = token
    if not presupposed:
        _whole(analysis, trigger, found)
    if not found.turned and "never" in found.scope:
        found.scope.remove("never")  # "never … without" does not say that it never happened
    if analysis.tokens and analysis.tokens[-1].text.endswith("?"):
        found.modality.add(Modality.QUESTIONED)
    return found


def _whole(analysis: Analysis, trigger: Token, found: Outlook) -> None:
    """What is said of the statement as a whole, wherever it stands."""
    if is_falsified(analysis, trigger):
        found.turned = not found.turned
    if is_undenied(analysis, trigger):
        found.modality.add(Modality.HEDGED)
    if is_unsaid(analysis, trigger):
        found.modality.add(Modality.QUESTIONED)


def _path(analysis: Analysis, trigger: Token) -> Iterator[Token]:
    """The trigger and the words above it that bear on it."""
    token = trigger
    yield token
    while token.head != token.index and token.dep in _CARRIES and token.dep not in _STOPS:
        head = analysis.head(token)
        if token.dep == "conj" and not _shares(analysis, token):
            return
        if token.dep == "advcl" and not (is_calling(head) and token.tag == "VB"):
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
        if _is_void(analysis, token, child, below, book):
            continue
        _auxiliary(child, found, book)
        if below is not None and _is_taken_for_granted(below, token):
            continue
        _adverb_or_determiner(analysis, token, child, found, book)
    _scope_words(analysis, token, found, book, below)


def _is_void(
    analysis: Analysis, token: Token, child: Token, below: Token | None, book: CueBook
) -> bool:
    """Whether a negation denies nothing of what stands below it."""
    negates = child.dep == "neg" or child.lemma in book.negation.adverbs | book.negation.determiners
    if not negates:
        return False
    return is_only_qualified(analysis, below, token) or is_cancelled(analysis, token, child)


def _is_taken_for_granted(noun: Token, verb: Token) -> bool:
    """ "X's support for Y knows no bounds", "… has not borne fruit": there is support."""
    return noun.dep == "nsubj" and verb.pos == "VERB" and verb.lemma not in _OCCURRING


_OCCURRING = frozenset(
    """happen occur take come materialize materialise exist begin start resume continue last
    persist cease end stop go break collapse follow ensue arise remain emerge seem appear
    extend include involve""".split()
)


def _auxiliary(child: Token, found: Outlook, book: CueBook) -> None:
    if child.dep == "aux" and child.tag == "MD":
        _modal(child, found, book)
    elif child.dep in {"mark", "advmod"} and child.lemma in book.condition.marks - {"until"}:
        _note(found, child, Modality.CONDITIONAL)
    elif child.dep in {"mark", "cc", "preconj"} and child.lemma in book.question.marks:
        _note(found, child, Modality.QUESTIONED)


def _modal(modal: Token, found: Outlook, book: CueBook) -> None:
    word = modal.text.casefold()
    for group, mood in (
        (book.hedge, Modality.HEDGED),
        (book.demand, Modality.DEMANDED),
        (book.prediction, Modality.PREDICTED),
        (book.condition, Modality.CONDITIONAL),
    ):
        if modal.lemma in group.modals or word in group.modals:
            _note(found, modal, mood)


def _adverb_or_determiner(
    analysis: Analysis, token: Token, child: Token, found: Outlook, book: CueBook
) -> None:
    if child.dep == "advmod" and child.text.casefold() == "longer" and _no_longer(analysis, child):
        _end(found, child)
    elif child.dep == "neg" or (child.dep == "advmod" and child.lemma in book.negation.adverbs):
        if _any_longer(analysis, token):
            _end(found, child)
        elif not _only(analysis, child) and not _excludes(analysis, child):
            _turn(found, child)
    elif child.dep in {"det", "preconj"} and child.lemma in book.negation.determiners:
        _turn(found, child)
    elif child.dep in {"nsubj", "nsubjpass", "dobj", "dative"}:
        _negative_party(analysis, child, found, book)
    elif child.dep == "advmod" and _hardly(analysis, child, book):
        _turn(found, child)
    elif (child.dep == "advmod" and child.lemma in book.hedge.adverbs | _NOT_QUITE) or (
        child.dep == "amod" and child.lemma in _ALLEGED
    ):
        _note(found, child, Modality.HEDGED)


_ALLEGED = frozenset("alleged suspected possible potential purported supposed apparent".split())


def _excludes(analysis: Analysis, negation: Token) -> bool:
    """ "X, not Y", "X but not Y": the negation is Y's, not the verb's."""
    following = analysis.tokens[negation.index + 1 : negation.index + 2]
    named = {"ADP", "DET", "NOUN", "PROPN", "PRON", "ADJ"}
    return any(t.pos in named and is_excluded(analysis, t) for t in following)


# Of a deed, not of a state or a habit: what almost happened did not.
_NOT_QUITE = frozenset(["almost", "nearly"])


def _hardly(analysis: Analysis, adverb: Token, book: CueBook) -> bool:
    """ "hardly ever"."""
    inner = analysis.children(adverb, "advmod", "neg")
    return adverb.lemma == "ever" and any(t.lemma in book.negation.adverbs for t in inner)


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
            found.modality.discard(Modality.DEMANDED)
            _note(found, aux, Modality.CONDITIONAL)


def _bidden(analysis: Analysis, token: Token, found: Outlook) -> None:
    """ "Let X stop …": a wish in the imperative."""
    first = token.lemma == "let" and token.tag == "VB" and token.dep in {"ROOT", "conj", "ccomp"}
    time = token.dep in {"relcl", "acl", "advcl"} and _is_time(analysis, analysis.head(token))
    if (first and not analysis.children(token, "nsubj", "aux")) or time:
        _note(found, token, Modality.DEMANDED)


def _is_time(analysis: Analysis, noun: Token) -> bool:
    """ "it is time for X to …", "it is time that X …"."""
    return noun.lemma == "time" and noun.dep == "attr" and not analysis.children(noun, "det")


def _is_rejected(analysis: Analysis, token: Token, found: Outlook, book: CueBook) -> bool:
    """ "arm X rather than fund Y", "fund X, let alone arm it": the second is not done.

    It shares the first verb's mood: "should arm X rather than fund Y".
    """
    opener = _opener(analysis, token)
    if opener is None or token.pos not in {"VERB", "AUX"} or token.dep == "ROOT":
        return False
    found.turned = not found.turned
    found.cues.append(opener)
    head = analysis.head(token)
    above = analysis.head(head)
    for modal in (*analysis.children(head, "aux"), above, *analysis.children(above, "aux")):
        if modal.tag == "MD" and modal.index < token.index:
            _modal(modal, found, book)
    return True


def _opener(analysis: Analysis, token: Token) -> Token | None:
    """The last word of "rather (…) than", "let alone", "instead of" just before a word."""
    skipped = {"to", "be", "being"}
    before = [t for t in analysis.tokens[: token.index] if t.text.casefold() not in skipped]
    words = [t.text.casefold() for t in before]
    rather = words[-1:] == ["than"] and "rather" in words
    rejects = rather or words[-2:] in (["let", "alone"], ["instead", "of"])
    return before[-1] if rejects else None


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


def _only(analysis: Analysis, negation: Token) -> bool:
    """ "not only … but also" denies nothing."""
    following = analysis.tokens[negation.index + 1 : negation.index + 2]
    return any(t.lemma in {"only", "just", "merely", "least"} for t in following)


_NOBODY = frozenset(["none", "nobody", "neither", "few"])


def _negative_party(analysis: Analysis, subject: Token, found: Outlook, book: CueBook) -> None:
    if (
        is_negative_phrase(analysis, subject)
        or subject.lemma in _NOBODY
        or any(
            t.lemma in book.negation.determiners
            for t in analysis.children(subject, "det", "preconj")
        )
    ):
        _turn(found, subject)


_WORD_KINDS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "ADJ": "adjectives"}


def _effect_on_complement(
    analysis: Analysis, below: Token, token: Token, found: Outlook, book: CueBook
) -> None:
    """What a word does to its complement: "failed to", "lacks", "stopped", "is likely to"."""
    if token.pos in {"ADP", "SCONJ", "ADV"}:
        _preposition(token, found, book)
    if is_kept_from(analysis, below, token):
        _turn(found, token)
        if token.lemma in {"warn", "caution", "advise"}:
            _note(found, token, Modality.DEMANDED)
        return
    if is_past_habit(analysis, below, token):
        _end(found, token)
    if is_reported(analysis, below, token):
        _note(found, token, Modality.HEDGED)
    kind = _WORD_KINDS.get(token.pos)
    if kind is not None and _is_complement(below, token):
        _have(analysis, below, token, found)
        _denies_or_ends(analysis, (below, token), kind, found, book)
        _moods(analysis, (below, token), kind, found, book)


def _have(analysis: Analysis, below: Token, token: Token, found: Outlook) -> None:
    """ "has yet to arm X", "has to stop arming X"."""
    if token.lemma != "have":
        return
    if _yet(analysis, token):
        _turn(found, token)
    elif below.dep == "xcomp":
        _note(found, token, Modality.DEMANDED)


def _denies_or_ends(
    analysis: Analysis, step: tuple[Token, Token], kind: str, found: Outlook, book: CueBook
) -> None:
    below, token = step
    if token.lemma in getattr(book.ending, kind):
        if kind == "nouns" or (below.dep != "prep" and really_ends(analysis, below, token)):
            _end(found, token)
    elif token.lemma in getattr(book.negation, kind):
        _turn(found, token)


def _moods(
    analysis: Analysis, step: tuple[Token, Token], kind: str, found: Outlook, book: CueBook
) -> None:
    below, token = step
    for group, mood in (
        (book.hedge, Modality.HEDGED),
        (book.demand, Modality.DEMANDED),
        (book.prediction, Modality.PREDICTED),
    ):
        if token.lemma in getattr(group, kind):
            _mood_of_complement(analysis, below, token, found, mood)


def _turn(found: Outlook, token: Token) -> None:
    found.turned = not found.turned
    found.cues.append(token)


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
    if token.lemma == "call" and below.dep == "oprd":  # "calls X an ally of Y"
        return
    if below.dep == "prep" and below.lemma == "as":
        _note(found, token, mood)
        return
    if below.dep == "prep" and token.lemma not in {
        "accuse",
        "blame",
        "suspect",
        "charge",
        "call",
        "plan",
        "attempt",
        "commit",
        "seek",
    }:
        return
    if is_wrongly(analysis, token):
        _turn(found, token)
    if found.ended and token.lemma in _BLAMING:  # "no longer accused of": the blame has ended
        found.ended = False
        _note(found, token, Modality.QUESTIONED)
    _note(found, token, mood)


_BLAMING = frozenset(["accuse", "suspect", "blame", "believe", "think", "charge"])


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
        _turn(found, token)


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
