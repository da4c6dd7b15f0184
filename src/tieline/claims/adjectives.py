"""Claims that adjectives and hyphenated participles state: "loyal to X", "X-backed militias"."""

from collections.abc import Iterator

from tieline.claims.candidate import Candidate
from tieline.claims.clauses import logical_subjects, prepositional
from tieline.claims.frames import Frame, Frames
from tieline.claims.referents import Referents
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention

_HYPHENS = frozenset({"-", "\u2010", "\u2011", "\u2013"})


def adjective_candidates(
    analysis: Analysis, referents: Referents, frames: Frames
) -> Iterator[Candidate]:
    """All matches of adjective frames, and of "X-backed Y", "anti-X Y"."""
    for token in analysis.tokens:
        for frame in frames.adjectives.get(token.lemma, frames.adjectives.get(token.text, ())):
            yield from _with_complement(analysis, referents, token, frame)
        yield from _hyphenated(analysis, referents, token, frames)


def _with_complement(
    analysis: Analysis, referents: Referents, adjective: Token, frame: Frame
) -> Iterator[Candidate]:
    complements = frame.target if frame.target != ("subj",) else frame.source
    others = [m for t in prepositional(analysis, adjective, complements) for m in referents.of(t)]
    if not others:
        return
    bearers, governor = _described(analysis, referents, adjective)
    for bearer in bearers:
        for other in others:
            source, target = (bearer, other) if frame.source == ("subj",) else (other, bearer)
            yield Candidate(frame, adjective, governor, source, target, "adjective")


def _described(
    analysis: Analysis, referents: Referents, adjective: Token
) -> tuple[list[Mention], Token]:
    head = analysis.head(adjective)
    if adjective.dep in {"acomp", "attr", "oprd"}:
        subjects = logical_subjects(analysis, head)
        return [m for t in subjects for m in referents.of(t)], head
    if adjective.dep in {"amod", "acl", "relcl", "appos"}:
        return list(_whole(analysis, referents, head)), adjective
    if adjective.dep == "conj":
        return _described(analysis, referents, head)
    return [], adjective


def _hyphenated(
    analysis: Analysis, referents: Referents, word: Token, frames: Frames
) -> Iterator[Candidate]:
    before = _joined_before(analysis, word)
    if before is None:
        return
    named = referents.at(before)
    if named and (word.tag in {"VBN", "VBD", "JJ"} or word.lemma in frames.adjectives):
        bearers = list(_whole(analysis, referents, analysis.head(word)))
        for frame in _participle_frames(word, frames):
            yield from _pairs(frame, word, named, bearers)
    elif before.lemma in {"anti", "pro"} and referents.at(word):
        yield from _prefixed(analysis, referents, before, word)


def _joined_before(analysis: Analysis, word: Token) -> Token | None:
    """The token that a hyphen without blanks joins to this one."""
    if word.index < 2:  # noqa: PLR2004 - a first part and the hyphen stand before it
        return None
    hyphen, before = analysis.tokens[word.index - 1], analysis.tokens[word.index - 2]
    joined = hyphen.text in _HYPHENS and before.end == hyphen.begin and hyphen.end == word.begin
    return before if joined else None


def _participle_frames(word: Token, frames: Frames) -> tuple[Frame, ...]:
    plain = [
        frame
        for frame in (*frames.verbs.get(word.lemma, ()), *frames.adjectives.get(word.text, ()))
        if not frame.objects and not frame.particles
    ]
    return tuple(plain[:1])


def _pairs(
    frame: Frame, word: Token, named: tuple[Mention, ...], bearers: list[Mention]
) -> Iterator[Candidate]:
    turned = "subj" in frame.source and "obj" in frame.target
    for name in named:
        for bearer in bearers:
            source, target = (name, bearer) if turned else (bearer, name)
            yield Candidate(frame, word, word, source, target, "hyphen")


def _prefixed(
    analysis: Analysis, referents: Referents, prefix: Token, word: Token
) -> Iterator[Candidate]:
    relation = "opposes" if prefix.lemma == "anti" else "supports"
    frame = Frame(relation, "adj", ("subj",), ("obj",))
    head = analysis.head(word)
    named = referents.at(word)
    for bearer in _whole(analysis, referents, head):
        for name in named:
            if bearer.key != name.key:
                yield Candidate(frame, word, word, bearer, name, "prefix")


def _whole(analysis: Analysis, referents: Referents, head: Token) -> Iterator[Mention]:
    """Actors a modified noun stands for, or the name it is a title or apposition of."""
    found = referents.of(head)
    if found:
        yield from found
    elif head.dep in {"attr", "oprd"}:
        for token in logical_subjects(analysis, analysis.head(head)):
            yield from referents.of(token)
    elif head.dep == "appos":
        yield from referents.of(analysis.head(head))
    else:
        yield from referents.right_of(head)
