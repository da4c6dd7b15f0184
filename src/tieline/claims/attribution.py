"""Which words of one sentence are handed to whom, read from its parse."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from tieline.claims import speech
from tieline.claims.attachment import clause_of
from tieline.claims.sources import agent_of, can_speak, first_person, owner_of, subject_of
from tieline.model.analysis import Analysis, Token

_CLAUSE_HEADS = frozenset(
    ["ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "xcomp"]
)
_ASIDES = frozenset({"parataxis", "ccomp", "advcl", "dep"})
_CLAUSES = ("ccomp", "acl", "relcl")


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens (by index) said or denied by a speaker; the speaker is None for "I deny"."""

    content: frozenset[int]
    speaker: Token | None
    denied: bool = False


def attributions(analysis: Analysis) -> tuple[Attribution, ...]:
    """All attributions of a sentence, the innermost first."""
    found = {a.content: a for rule in _RULES for a in rule(analysis) if a.content}
    return tuple(sorted(found.values(), key=lambda a: len(a.content)))


def _verbs(analysis: Analysis) -> Iterator[Token]:
    return (token for token in analysis.tokens if token.pos in {"VERB", "AUX"})


def _below(analysis: Analysis, tops: Iterable[Token]) -> frozenset[int]:
    return frozenset(token.index for top in tops for token in analysis.subtree(top))


def _negated(analysis: Analysis, verb: Token) -> bool:
    return bool(analysis.children(verb, "neg"))


def _attributed(
    analysis: Analysis, content: frozenset[int], speaker: Token | None, *, denied: bool = False
) -> Iterator[Attribution]:
    """An attribution, if the speaker may speak and does not speak inside the content."""
    if speaker is None or speaker.index in content or not can_speak(speaker):
        return
    if not first_person(analysis, speaker):
        yield Attribution(content, speaker, denied)
    elif denied:
        yield Attribution(content, None, denied)


def _reported(analysis: Analysis) -> Iterator[Attribution]:
    """'X said that S', 'S, X said', 'X denies supporting Y', 'X accused Y of Z'."""
    for verb in _verbs(analysis):
        content = _below(analysis, _said(analysis, verb))
        if not content:
            continue
        speaker = subject_of(analysis, verb)
        if speaker is None or not _fits(verb, speaker):
            continue
        denied = verb.lemma in speech.DENYING and not _negated(analysis, verb)
        yield from _attributed(analysis, content, speaker, denied=denied)


def _fits(verb: Token, speaker: Token) -> bool:
    """Verbs such as "show" hand over a statement only where a report is the subject."""
    return verb.lemma not in speech.DOCUMENT - speech.SAYING or speaker.lemma in speech.REPORTS


def _said(analysis: Analysis, verb: Token) -> Iterator[Token]:
    """The children of a verb that are what is said."""
    for child in analysis.children(verb):
        if _is_content(analysis, verb, child):
            yield child
    if verb.lemma == "accuse":  # the parser often hangs "of …" on the accused
        for accused in analysis.children(verb, "dobj"):
            yield from (of for of in analysis.children(accused, "prep") if of.lemma == "of")


def _is_content(analysis: Analysis, verb: Token, child: Token) -> bool:
    lemma, dep = verb.lemma, child.dep
    if dep == "ccomp":
        return lemma in speech.ATTRIBUTING and not _is_aside(analysis, child)
    if dep == "xcomp":
        return lemma in speech.OWNING | speech.DEMANDING or _calls_on(analysis, verb)
    if dep == "prep":
        return _is_content_phrase(lemma, child.lemma)
    if dep == "oprd":
        return lemma in speech.CALLING
    if dep in {"dobj", "nsubjpass"}:
        return lemma in speech.TAKING and child.pos != "PRON"
    return dep == "conj" and lemma in speech.ATTRIBUTING and _has_mark(analysis, child, "that")


def _is_content_phrase(verb: str, preposition: str) -> bool:
    return (
        (verb in speech.ACCUSING and preposition in {"of", "for", "with"})
        or (verb in speech.LABELLING and preposition == "as")
        or (verb == "call" and preposition == "for")
    )


def _calls_on(analysis: Analysis, verb: Token) -> bool:
    return verb.lemma == "call" and any(
        p.lemma in {"on", "upon"} for p in analysis.children(verb, "prep")
    )


def _has_mark(analysis: Analysis, verb: Token, word: str) -> bool:
    return any(t.lemma == word for t in analysis.children(verb, "mark"))


def _is_aside(analysis: Analysis, verb: Token) -> bool:
    """'…, X said, …': a clause of speech without content of its own."""
    return (
        verb.lemma in speech.SAYING
        and verb.dep in _ASIDES
        and not analysis.children(verb, "ccomp", "mark", "xcomp")
        and bool(analysis.children(verb, "nsubj"))
        and _set_off(analysis, verb)
    )


def _set_off(analysis: Analysis, verb: Token) -> bool:
    """Whether a comma or quotation mark stands right before the clause."""
    first = min(t.index for t in analysis.subtree(verb) if t.pos != "PUNCT")
    before = analysis.tokens[first - 1] if first else None
    return before is None or before.pos == "PUNCT"


def _aside(analysis: Analysis) -> Iterator[Attribution]:
    """'S, X said, S' and 'As X said, S': everything around the aside is said."""
    for verb in _verbs(analysis):
        around = _around(analysis, verb)
        if around is None:
            continue
        content = _below(analysis, [around]) - _below(analysis, [verb])
        yield from _attributed(analysis, content, subject_of(analysis, verb))


def _around(analysis: Analysis, verb: Token) -> Token | None:
    """The clause an aside comments on."""
    head = analysis.head(verb)
    if head.index == verb.index or verb.lemma not in speech.SAYING:
        return None
    if _is_aside(analysis, verb):
        return head
    if head.lemma == "as" and verb.dep in {"pcomp", "pobj"}:
        return analysis.head(head)
    return clause_of(analysis, head) if _as_said(analysis, verb) else None


def _as_said(analysis: Analysis, verb: Token) -> bool:
    """'As X said', 'as X put it'; but not 'as long as X maintains a camp'."""
    return (
        verb.dep == "advcl"
        and any(t.lemma == "as" for t in analysis.children(verb, "mark", "advmod", "prep"))
        and (verb.lemma == "put" or not analysis.children(verb, "ccomp", "dobj"))
        and analysis.head(verb).pos in {"VERB", "AUX", "NOUN", "PROPN"}
    )


def _according(analysis: Analysis) -> Iterator[Attribution]:
    """'According to X', 'per X', 'in X's view', 'in the words of X'."""
    for token in analysis.tokens:
        for speaker in _cited(analysis, token):
            clause = _clause_of(analysis, token)
            content = _below(analysis, [clause]) - _below(analysis, [token])
            yield from _attributed(analysis, content, speaker)


def _cited(analysis: Analysis, token: Token) -> Iterator[Token]:
    if token.lemma in {"according", "accord"}:
        for to in analysis.children(token, "prep"):
            yield from analysis.children(to, "pobj")
    elif token.lemma == "per" and token.dep == "prep":
        for noun in analysis.children(token, "pobj"):
            if noun.pos == "PROPN" or analysis.children(noun, "det", "poss"):
                yield noun
    elif token.lemma == "in" and token.dep == "prep":
        for noun in analysis.children(token, "pobj"):
            yield from _view_holder(analysis, noun)


def _view_holder(analysis: Analysis, noun: Token) -> Iterator[Token]:
    if noun.lemma not in speech.VIEWS:
        return
    yield from analysis.children(noun, "poss")
    for of in analysis.children(noun, "prep"):
        if of.lemma == "of":
            yield from analysis.children(of, "pobj")


def _clause_of(analysis: Analysis, token: Token) -> Token:
    """The clause a phrase belongs to; a phrase that opens a sentence governs all of it."""
    heads = list(analysis.ancestors(token)) or [token]
    words = [t for t in analysis.tokens if t.pos != "PUNCT"]
    if words and token.index <= words[0].index + 1:
        return heads[-1]
    for head in heads:
        if head.dep in _CLAUSE_HEADS and head.pos in {"VERB", "AUX", "NOUN", "ADJ"}:
            return head
    return heads[-1]


def _nominal(analysis: Analysis) -> Iterator[Attribution]:
    """'X's claim that S', 'allegations by X of S', 'X rejected claims that S'."""
    for noun in analysis.tokens:
        if noun.lemma not in speech.STATEMENTS or noun.pos != "NOUN":
            continue
        content = _below(analysis, _stated(analysis, noun))
        owner = owner_of(analysis, noun)
        if owner is not None:
            yield from _attributed(analysis, content - _below(analysis, [owner]), owner)
        else:
            yield from _rejected(analysis, noun, content)


def _stated(analysis: Analysis, noun: Token) -> Iterator[Token]:
    for child in analysis.children(noun, *_CLAUSES):
        if _has_mark(analysis, child, "that") or child.dep != "relcl":
            yield child
    for child in analysis.children(noun, "prep"):
        if child.lemma in {"of", "about"}:
            yield child


def _rejected(analysis: Analysis, noun: Token, content: frozenset[int]) -> Iterator[Attribution]:
    verb = analysis.head(noun)
    if verb.lemma not in speech.REJECTING or noun.dep not in {"dobj", "nsubjpass"}:
        return
    passive = noun.dep == "nsubjpass"
    speaker = agent_of(analysis, verb) if passive else subject_of(analysis, verb)
    denied = not _negated(analysis, verb)
    yield from _attributed(analysis, content, speaker, denied=denied)


_RULES: tuple[Callable[[Analysis], Iterator[Attribution]], ...] = (
    _according,
    _nominal,
    _aside,
    _reported,
)
