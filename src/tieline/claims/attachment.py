"""Which predicate an adverbial belongs to: how far apart the two stand in the parse."""

from tieline.claims import speech
from tieline.claims.wordlists import words
from tieline.model.analysis import Analysis, Token

_CLAUSAL = frozenset(
    ["ROOT", "ccomp", "advcl", "relcl", "acl", "conj", "parataxis", "pcomp", "csubj", "xcomp"]
)
_DEED_ENDINGS = ("tion", "ment", "ance", "ence", "ing", "sion", "ship", "sis", "ure", "acy", "ity")
_DEEDS = words(
    """
    attack war support aid strike raid fight clash talk alliance tie link help murder
    assault siege oath pledge threat visit contact rivalry control deal split merger role
    use abuse arrest ambush battle coup backing rule conflict campaign offensive plot blast
    massacre training transfer shipment delivery dispute feud truce ceasefire accord
    rebellion revolt mutiny effort attempt arrival return withdrawal removal trial burial
    denial betrayal patrol
    """
)
_NOT_DEEDS = words(
    """
    organization organisation faction nation commission institution administration
    association delegation population government parliament department regiment
    establishment community university city facility corporation station foundation
    federation confederation building leadership king audience resident location mission
    position ambition entity authority
    """
)


def clause_of(analysis: Analysis, token: Token) -> Token:
    """The head of the clause a token stands in: itself if it heads one."""
    for node in (token, *analysis.ancestors(token)):
        if node.dep in _CLAUSAL and (node.pos in {"VERB", "AUX"} or node.head == node.index):
            return node
    return token


def distance(analysis: Analysis, predicate: Token, adverbial: Token) -> float | None:
    """0 for a predicate's own adverbial, more for a farther one, None for another's.

    `adverbial` is the head of its phrase: the preposition, or the noun or adverb itself.
    """
    host = analysis.head(adverbial)
    if predicate.index in {host.index, adverbial.index}:
        return 0
    if predicate.pos in {"NOUN", "PROPN"}:
        if _within_phrase(analysis, predicate, adverbial):
            return 0
        if not happens(predicate):
            return None
    return _from_clause(analysis, predicate, adverbial, clause_of(analysis, host))


def _within_phrase(analysis: Analysis, predicate: Token, root: Token) -> bool:
    for node in analysis.ancestors(root):
        if node.index == predicate.index:
            return True
        if node.pos in {"VERB", "AUX"}:
            return False
    return False


def happens(noun: Token) -> bool:
    """Whether a noun names a deed or tie, which the verb of its sentence may date."""
    if noun.pos != "NOUN" or noun.lemma in _NOT_DEEDS:
        return False
    return noun.lemma in _DEEDS or noun.lemma.endswith(_DEED_ENDINGS)


def _from_clause(
    analysis: Analysis, predicate: Token, adverbial: Token, wanted: Token
) -> float | None:
    clause, cost = clause_of(analysis, predicate), 0.2
    if _purpose(analysis, clause, wanted):
        return 1.5
    while clause.index != wanted.index:
        above = analysis.head(clause)
        if above.index == clause.index or not _inherits(analysis, clause, above, adverbial):
            return None
        clause, cost = clause_of(analysis, above), cost + 2
    return cost


def _purpose(analysis: Analysis, clause: Token, wanted: Token) -> bool:
    """'Sent troops to fight it in 2021': the date after the purpose dates the sending too."""
    return (
        wanted.dep in {"xcomp", "advcl"}
        and wanted.head == clause.index
        and wanted.index > clause.index
        and not analysis.children(wanted, "mark", "nsubj", "nsubjpass")
        and clause.lemma not in speech.ATTRIBUTING
    )


def _inherits(analysis: Analysis, clause: Token, above: Token, adverbial: Token) -> bool:
    """Whether a clause shares the adverbials of the clause above it."""
    if clause.dep == "conj":
        return adverbial.begin < min(clause.begin, above.begin) or _leads(analysis, adverbial)
    if clause.dep == "ccomp":
        return above.index < clause.index and above.lemma not in speech.ATTRIBUTING
    if clause.dep == "advcl":
        return not analysis.children(clause, "mark", "advmod")
    return clause.dep in {"xcomp", "pcomp", "csubj"}


def _leads(analysis: Analysis, adverbial: Token) -> bool:
    words = [t for t in analysis.tokens if t.pos != "PUNCT"]
    return bool(words) and adverbial.begin <= words[0].begin
