"""Who can be a source: the subject of a verb of speech, and the words that name it."""

from dataclasses import dataclass

from tieline.claims import speech
from tieline.claims.wordlists import words
from tieline.model.analysis import Analysis, Token

_SUBJECTS = ("nsubj", "csubj")
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep"})
_INNER = frozenset(
    ["det", "predet", "amod", "compound", "nmod", "poss", "nummod", "quantmod", "case", "neg"]
)
_HEADS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X"})
_BLOCKED = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"})
_ISSUING = words(
    "issue release publish post write make give put circulate voice express advance offer present"
    " repeat raise"
)
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPERS = frozenset({"aux", "auxpass", "neg", "advmod"})


@dataclass(frozen=True, slots=True)
class Source:
    """A speaker at one place: the sentence's index and the tokens `first` to `last`."""

    sentence: int
    head: Token
    first: Token
    last: Token

    @property
    def span(self) -> tuple[int, int]:
        """Begin and end in the document."""
        return self.first.begin, self.last.end


def subject_of(analysis: Analysis, verb: Token) -> Token | None:
    """The noun that does what the verb says, through relatives, lists and infinitives."""
    seen: set[int] = set()
    while verb.index not in seen:
        seen.add(verb.index)
        own = _own_subject(analysis, verb)
        if own is not None:
            return _unrelate(analysis, verb, own)
        if analysis.children(verb, "nsubjpass", "agent"):
            return agent_of(analysis, verb)
        if verb.dep in {"acl", "relcl"}:
            return _issuer(analysis, analysis.head(verb))
        if verb.dep not in _SHARED or (verb.dep == "advcl" and verb.tag in _FINITE):
            return _adjacent(analysis, verb)
        verb = analysis.head(verb)
    return None


def _own_subject(analysis: Analysis, verb: Token) -> Token | None:
    subjects = analysis.children(verb, *_SUBJECTS)
    before = [subject for subject in subjects if subject.index < verb.index]
    if before:  # of two, the farther one is the subject of what is said
        return before[-1]
    return subjects[0] if subjects else _inverted(analysis, verb)


def _inverted(analysis: Analysis, verb: Token) -> Token | None:
    """'…, said Smith': the parser may take a subject after its verb for an object."""
    if verb.tag not in {"VBD", "VBZ"} or verb.index == 0 or verb.dep == "conj":
        return None
    before = analysis.tokens[verb.index - 1]
    if before.tag not in {",", "''", "``", "."} and before.text not in {'"', "”", ","}:
        return None
    after = [t for t in analysis.children(verb, "dobj", "attr") if t.index > verb.index]
    return after[0] if after else None


def _adjacent(analysis: Analysis, verb: Token) -> Token | None:
    """The noun phrase right before a finite verb, where the parser lost its subject."""
    before = verb.index - 1
    while before >= 0 and analysis.tokens[before].dep in _HELPERS:
        before -= 1
    if before < 0 or verb.tag not in _FINITE or analysis.tokens[before].pos not in _HEADS:
        return None
    noun = analysis.tokens[before]
    while noun.dep in {"pobj", "compound", "nmod"}:
        above = analysis.head(noun)
        if noun.dep == "pobj" and above.lemma != "of":
            break
        noun = analysis.head(above) if noun.dep == "pobj" else above
    return noun if noun.index < verb.index and noun.pos in _HEADS else None


def _unrelate(analysis: Analysis, verb: Token, subject: Token) -> Token:
    """The noun a relative pronoun stands for; any other subject as it is."""
    if subject.lemma not in _RELATIVES or subject.tag not in {"WP", "WDT"}:
        return subject
    for node in (verb, *analysis.ancestors(verb)):
        if node.dep == "relcl":
            return analysis.head(node)
    return subject


def _issuer(analysis: Analysis, noun: Token) -> Token:
    """'X issued a statement saying …': X; otherwise the statement itself."""
    verb = analysis.head(noun)
    if noun.lemma in speech.REPORTS | speech.STATEMENTS and verb.lemma in _ISSUING:
        issuer = _own_subject(analysis, verb)
        if issuer is not None:
            return _unrelate(analysis, verb, issuer)
    return noun


def agent_of(analysis: Analysis, verb: Token) -> Token | None:
    """The noun after "by" in a passive."""
    for by in analysis.children(verb, "agent", "prep"):
        if by.lemma == "by":
            for noun in analysis.children(by, "pobj"):
                return noun
    return None


def owner_of(analysis: Analysis, noun: Token) -> Token | None:
    """Whose statement it is: "X's claim", "U.S. demands", "allegations by X"."""
    for child in analysis.children(noun, "poss"):
        return child
    for by in analysis.children(noun, "prep", "agent"):
        if by.lemma in {"by", "from"}:
            for owner in analysis.children(by, "pobj"):
                return owner
    for child in analysis.children(noun, "compound", "nmod", "amod"):
        if child.entity in {"GPE", "ORG", "NORP", "PERSON"}:
            return child
    verb = analysis.head(noun)
    if noun.dep == "dobj" and verb.lemma in _ISSUING:
        return subject_of(analysis, verb)
    return None


def can_speak(token: Token) -> bool:
    """Whether this may be a source at all: nothing inanimate but reports."""
    if token.pos == "PRON":
        return token.lemma in speech.PRONOUNS or token.text.lower() in speech.PRONOUNS | {"it"}
    if token.entity in _BLOCKED and token.pos != "NOUN":
        return token.text.lower() in {"one", "two", "three"}
    return token.pos in _HEADS and token.lemma not in speech.DEAF


def first_person(analysis: Analysis, token: Token) -> bool:
    """Whether the speaker speaks of himself: "I", "we", "my view"."""
    if token.text.lower() in speech.FIRST_PERSON:
        return True
    owners = analysis.children(token, "poss")
    return any(owner.text.lower() in speech.FIRST_PERSON for owner in owners) and (
        token.lemma in speech.STATEMENTS | speech.REPORTS | {"opinion", "judgment", "word"}
    )


def named(analysis: Analysis, sentence: int, head: Token) -> Source:
    """The words that name a source: its noun phrase without relative clauses."""
    head = _own_name(analysis, head)
    first, last = head, head
    for token in _core(analysis, head):
        first = token if token.index < first.index else first
        last = token if token.index > last.index else last
    return Source(sentence, head, first, last)


def _names_owner(head: Token, preposition: Token) -> bool:
    """'Ministry of Defence', 'a report by the ministry'."""
    return preposition.lemma == "of" or (
        preposition.lemma in {"by", "from"} and head.lemma in speech.REPORTS
    )


def _own_name(analysis: Analysis, head: Token) -> Token:
    """'The movement's envoy, Smith': Smith."""
    for name in analysis.children(head, "appos"):
        if head.pos == "NOUN" and name.pos == "PROPN" and name.entity == "PERSON":
            return name
    return head


def _core(analysis: Analysis, head: Token) -> list[Token]:
    tokens = [head]
    for child in analysis.children(head):
        if child.dep in _INNER and child.index < head.index:
            tokens.extend(analysis.subtree(child))
        elif child.dep == "prep" and child.index > head.index and _names_owner(head, child):
            for noun in analysis.children(child, "pobj"):
                tokens.extend(_core(analysis, noun))
        elif child.dep == "conj" and child.index > head.index and child.pos in _HEADS:
            tokens.extend(_core(analysis, child))
    return tokens
