"""Cues that hang on a word itself: not, never, may, must, would, if, almost, meaningful."""

from tieline.claims.absences import empty_part
from tieline.claims.clauses import is_excluded
from tieline.claims.cues import CueBook
from tieline.claims.reversals import is_cancelled, is_only_qualified
from tieline.claims.view import Outlook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Modality


def own_words(
    analysis: Analysis, token: Token, found: Outlook, book: CueBook, below: Token | None
) -> None:
    """Cues that hang on a word of the path itself."""
    for child in analysis.children(token):
        if below is not None and child.index == below.index:
            continue
        if _is_void(analysis, token, child, below, book):
            continue
        _auxiliary(child, found, book)
        if child.dep in {"aux", "auxpass"} and analysis.children(child, "neg"):
            found.turn(child)
        if below is not None and _is_taken_for_granted(below, token):
            continue
        _adverb_or_determiner(analysis, token, child, found, book)
    if below is None or not _is_taken_for_granted(below, token):
        part = empty_part(analysis, token, below)
        if part is not None:
            found.turn(part)
    _scope_words(analysis, token, found, book, below)


def _is_void(
    analysis: Analysis, token: Token, child: Token, below: Token | None, book: CueBook
) -> bool:
    """Whether a negation denies nothing of what stands below it."""
    negates = child.dep == "neg" or child.lemma in book.negation.adverbs | book.negation.determiners
    if not negates:
        return False
    if _is_unproven(token, below):
        return True
    return is_only_qualified(analysis, below, token) or is_cancelled(analysis, token, child)


def _is_unproven(token: Token, below: Token | None) -> bool:
    """ "X's links to Y were never proven": that they are not is not said."""
    return below is not None and below.dep == "nsubjpass" and token.lemma in _PROVING


_PROVING = frozenset("prove confirm establish substantiate verify corroborate demonstrate".split())


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
        modal_verb(child, found, book)
    elif child.dep in {"mark", "advmod"} and child.lemma in book.condition.marks - {"until"}:
        found.note(child, Modality.CONDITIONAL)
    elif child.dep in {"mark", "cc", "preconj"} and child.lemma in book.question.marks:
        found.note(child, Modality.QUESTIONED)


def modal_verb(auxiliary: Token, found: Outlook, book: CueBook) -> None:
    """May, must, will, would."""
    word = auxiliary.text.casefold()
    for group, mood in (
        (book.hedge, Modality.HEDGED),
        (book.demand, Modality.DEMANDED),
        (book.prediction, Modality.PREDICTED),
        (book.condition, Modality.CONDITIONAL),
    ):
        if auxiliary.lemma in group.modals or word in group.modals:
            found.note(auxiliary, mood)


def _adverb_or_determiner(
    analysis: Analysis, token: Token, child: Token, found: Outlook, book: CueBook
) -> None:
    if child.dep == "advmod" and child.text.casefold() == "longer" and _no_longer(analysis, child):
        found.end(child)
    elif child.dep == "neg" or (child.dep == "advmod" and child.lemma in book.negation.adverbs):
        if _any_longer(analysis, token):
            found.end(child)
        elif not _only(analysis, child) and not _excludes(analysis, child):
            found.turn(child)
    elif (child.dep in {"det", "preconj"} and child.lemma in book.negation.determiners) or (
        child.dep == "advmod" and _hardly(analysis, child, book)
    ):
        found.turn(child)
    elif (child.dep == "advmod" and child.lemma in book.hedge.adverbs | _NOT_QUITE) or (
        child.dep == "amod" and child.lemma in _ALLEGED
    ):
        found.note(child, Modality.HEDGED)


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


def supposed(analysis: Analysis, token: Token, found: Outlook) -> None:
    """ "Had X not fought …": an inverted condition."""
    subjects = analysis.children(token, "nsubj", "nsubjpass")
    for aux in analysis.children(token, "aux", "auxpass") if token.dep == "advcl" else ():
        inverted = subjects and aux.index < subjects[0].index
        if inverted and aux.text.casefold() in {"had", "were", "should"}:
            found.modality.discard(Modality.DEMANDED)
            found.note(aux, Modality.CONDITIONAL)


def bidden(analysis: Analysis, token: Token, found: Outlook) -> None:
    """ "Let X stop …": a wish in the imperative."""
    first = token.lemma == "let" and token.tag == "VB" and token.dep in {"ROOT", "conj", "ccomp"}
    time = token.dep in {"relcl", "acl", "advcl"} and _is_time(analysis, analysis.head(token))
    if (first and not analysis.children(token, "nsubj", "aux")) or time:
        found.note(token, Modality.DEMANDED)


def _is_time(analysis: Analysis, noun: Token) -> bool:
    """ "it is time for X to …", "it is time that X …"."""
    return noun.lemma == "time" and noun.dep == "attr" and not analysis.children(noun, "det")


def is_rejected(analysis: Analysis, token: Token, found: Outlook, book: CueBook) -> bool:
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
            modal_verb(modal, found, book)
    return True


def _opener(analysis: Analysis, token: Token) -> Token | None:
    """The last word of "rather (…) than", "let alone", "instead of" just before a word."""
    skipped = {"to", "be", "being"}
    before = [t for t in analysis.tokens[: token.index] if t.text.casefold() not in skipped]
    words = [t.text.casefold() for t in before]
    rather = words[-1:] == ["than"] and "rather" in words
    rejects = rather or words[-2:] in (["let", "alone"], ["instead", "of"])
    return before[-1] if rejects else None


def _only(analysis: Analysis, negation: Token) -> bool:
    """ "not only … but also" denies nothing."""
    following = analysis.tokens[negation.index + 1 : negation.index + 2]
    after = [t.text.casefold() for t in analysis.tokens[negation.index + 1 : negation.index + 3]]
    compared = after[1:] == ["than"] and after[0] in {"less", "more", "fewer"}
    return compared or any(t.lemma in {"only", "just", "merely", "least"} for t in following)


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


_SCOPE_LINKS = frozenset(["advmod", "neg", "amod", "det", "predet", "preconj", "nummod"])
