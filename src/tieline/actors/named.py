"""Names the registry does not know: persons, organisations and armed groups."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tieline.actors import nouns
from tieline.actors.deeds import does
from tieline.actors.phrases import first_conjunct
from tieline.actors.runs import Run, is_ordinal, runs
from tieline.actors.told import kind_told
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

Stretch = tuple[int, int]

_BODY_WORDS = nouns.load("body_words")
_TITLES = nouns.load("titles")
_NO_ACTOR_WORDS = nouns.load("no_actor_words")
_ARMED = re.compile(
    r"\b(?:Front|Army|Brigades?|Battalions?|Movement|Militia|Mujahid\w+|Mujahed\w+|Liberation"
    r"|Resistance|Insurgents?|Tigers|Fedayeen|Guerrillas?"
    r"|(?:Falcons|Lions|Knights|Hawks|Eagles|Wolves|Leopards|Sons|Soldiers|Guardians|Defenders"
    r"|Partisans|Martyrs|Avengers) of)\b"
    r"|^(?:Harakat|Jaysh|Jaish|Jeish|Lashkar(?!\W*Gah)|Katibat|Kata\W?[ei]b|Liwa|Jabhat|Ansar|Jund"
    r"|Jama\W?at|Tehr[ie]e?k|Saraya|Asa\W?ib|Sipah|Hizb|Ahl)\b"
)
_MACHINE = re.compile(r"[a-z]{1,3}-?\d{2,3}[a-z]?(?<!m23)")
_PEOPLE = nouns.load("people")  # not all roles: persons are called Bishop and Hunter too
_COMMON = nouns.BODIES | nouns.GOVERNMENT | nouns.FORCE | _PEOPLE | _BODY_WORDS
_ABSTRACT = ("tion", "tions", "ism", "ment", "ments", "ity", "ness", "ance", "ship", "ing")
_PERSON_PARTICLES = frozenset(["bin", "bint", "ibn", "abu", "abd", "al", "ul"])
_SAID_OF_ACTORS = frozenset(["nsubj", "nsubjpass", "dobj", "poss", "appos", "conj", "attr"])
_COMPANY = frozenset(["llc", "ltd", "inc", "corp", "limited", "gmbh", "plc", "co"])
_BANNERS = nouns.load("banner_words")
_LOCATIVE = nouns.load("locative")
_PLACE_NOUNS = nouns.load("place_nouns")
_ENTERED = nouns.load("entered")
_PLACE_LABELS = frozenset(["GPE", "LOC", "FAC"])
_POPULATIONS = nouns.load("populations")
_ALWAYS_PEOPLE = frozenset(["rohingya", "banyamulenge", "tuareg", "fulani", "druze", "yezidi"])
_DOUBTFUL = frozenset([None, ActorKind.PERSON, ActorKind.UNKNOWN])
_MODIFIERS = frozenset(["amod", "compound", "nmod", "npadvmod"])
_HARMING = nouns.load("harming_verbs")
_DEEDS = nouns.ACTING | _HARMING | nouns.load("reporting_verbs")
_LONGEST = 14
_SHORTEST_PERSON, _LONGEST_PERSON = 2, 4  # words of a name no label speaks for


@dataclass(frozen=True, slots=True)
class Proposal:
    """A name that may be an actor, with what this one place says for and against it."""

    mention: Mention
    words: tuple[str, ...]
    sure: bool  # a title, a body word or an armed group's pattern
    placed: bool  # stands where places stand
    acting: bool  # does something, or owns something


def proposals(
    text: str, analysis: Analysis, sentence: int, taken: Sequence[Stretch]
) -> Iterator[Proposal]:
    """Names of a sentence outside the stretches already taken."""
    for run in runs(analysis):
        for part in _free_parts(run, taken):
            proposal = _propose(text, analysis, part, sentence)
            if proposal is not None:
                yield proposal


def _free_parts(run: Run, taken: Sequence[Stretch]) -> Iterator[Run]:
    """The run less the names taken; the whole run where a body follows a name."""
    free = [not _is_taken(token, taken) for token in run.tokens]
    if free[-1] and not all(free) and not free[0] and _closes_body(run.tokens[-1].text):
        yield run
        return
    part: list[Token] = []
    hyphened = run.tokens[0].index + 2 == run.tokens[-1].index and run.tokens[1].text == "-"
    if hyphened and not all(free):
        return  # "Fatah-RC" with "Fatah" taken
    for token, is_free in zip(run.tokens, free, strict=True):
        if is_free:
            part.append(token)
        elif part:
            yield from _trimmed(part)
            part = []
    yield from _trimmed(part)


def _closes_body(last: str) -> bool:
    """Whether a name ends as a body's does; but a state's government is the state."""
    body = last.lower() in _BODY_WORDS or _ARMED.fullmatch(last) is not None
    return body and last.lower() not in nouns.GOVERNMENT


def _is_taken(token: Token, taken: Sequence[Stretch]) -> bool:
    return any(token.begin < end and begin < token.end for begin, end in taken)


def _trimmed(tokens: list[Token]) -> Iterator[Run]:
    """Without titles, and without lower case or marks at either end but an article."""
    while tokens and not _opens(tokens):
        tokens = tokens[1:]
    while tokens and not tokens[-1].text[0].isupper() and not tokens[-1].text[0].isdigit():
        tokens = tokens[:-1]
    if tokens:
        yield Run(tuple(tokens))


def _opens(tokens: list[Token]) -> bool:
    first = tokens[0].text
    if first[0].isupper() or is_ordinal(tokens[0]):
        return True
    return len(tokens) > 2 and first.lower() == "al" and tokens[1].text == "-"  # noqa: PLR2004


def _propose(text: str, analysis: Analysis, run: Run, sentence: int) -> Proposal | None:
    tokens = _without_titles(run.tokens)
    if not tokens or len(tokens) > _LONGEST:
        return None
    words = tuple(token.text.lower() for token in tokens)
    if not _is_namelike(words) or not any(t.text[0].isupper() for t in tokens):
        return None
    begin, end = tokens[0].begin, tokens[-1].end
    kind = _kind(analysis, run, tokens)
    told = kind_told(text, analysis, begin, end) if kind in _DOUBTFUL else None
    kind = told or kind
    if kind is None:
        return None
    written = text[begin:end]
    name = " ".join(written.split())
    mention = Mention(begin, end, written, name, kind, MentionForm.NAME, sentence)
    sure = (
        bool(told) or len(tokens) < len(run.tokens) or (len(tokens) > 1 and _is_body(words, name))
    )
    return Proposal(mention, words, sure, _is_placed(analysis, run), _is_acting(analysis, run))


def _is_namelike(words: tuple[str, ...]) -> bool:
    company = words[-1].rstrip(".") in _COMPANY and len(words) > 1
    if (words[-1] in _NO_ACTOR_WORDS and words[0] not in _BANNERS) or len(words[-1]) == 1:
        return False
    if words[0] in _NO_ACTOR_WORDS and not company:
        return False
    if words[-1] in _PEOPLE or (len(words) == 1 and _is_common(words[0])):
        return False
    return not (
        _MACHINE.fullmatch("".join(words)) or any(c in "()_/@#" for word in words for c in word)
    )


def _is_common(word: str) -> bool:
    """Whether a single capitalised word is a noun for bodies, or abstract by its ending."""
    return word.removesuffix("s") in _COMMON or word.endswith(_ABSTRACT)


def _is_body(words: tuple[str, ...], name: str) -> bool:
    return bool(_ARMED.search(name) or _BODY_WORDS.intersection(words))


def _kind(analysis: Analysis, run: Run, tokens: tuple[Token, ...]) -> ActorKind | None:
    words = [token.text.lower() for token in tokens]
    name = " ".join(token.text for token in tokens)
    if _is_population(analysis, tokens):
        return ActorKind.GROUP
    if len(tokens) > 1 and _ARMED.search(name):
        return ActorKind.ARMED_GROUP
    if len(tokens) > 1 and _BODY_WORDS.intersection(words):
        return ActorKind.ORGANISATION
    if len(tokens) < len(run.tokens):
        return ActorKind.PERSON
    return _kind_by_label(analysis, run, tokens)


def _kind_by_label(analysis: Analysis, run: Run, tokens: tuple[Token, ...]) -> ActorKind | None:
    labels = [token.entity for token in tokens if token.entity]
    particles = _PERSON_PARTICLES.intersection(token.text.lower() for token in tokens)
    if "PERSON" in labels or (len(tokens) > 1 and particles):
        return ActorKind.PERSON
    if "ORG" in labels:
        doubtful = len(tokens) == 1 and not tokens[0].text.isupper()
        return ActorKind.UNKNOWN if doubtful else ActorKind.ORGANISATION
    if "NORP" in labels:
        people = tokens[-1].text.endswith("s") or _stands_alone(analysis, tokens)
        return ActorKind.GROUP if people else None
    root = analysis.root_of(run.begin, run.end)
    if _follows_no_actor(analysis, tokens[0]):
        return None
    if root is not None and _does(analysis, root) and "GPE" not in labels:
        return _kind_of_doer(analysis, root, tokens)
    if labels:
        return None
    alone = root is not None and root.pos == "PROPN" and root.dep in _SAID_OF_ACTORS
    return ActorKind.UNKNOWN if alone else None


def _stands_alone(analysis: Analysis, tokens: tuple[Token, ...]) -> bool:
    """Whether a people's name has an article and a noun's place: "the Zerai"."""
    last = tokens[-1]
    return (
        last.tag.startswith("NNP")
        and last.dep not in _MODIFIERS
        and any(child.text.lower() == "the" for child in analysis.children(last, "det"))
    )


def _is_population(analysis: Analysis, tokens: tuple[Token, ...]) -> bool:
    """Whether it is a people that stands for itself: "the Hazara", not "Hazara militia"."""
    name = "-".join(token.text.lower() for token in tokens if token.text != "-")
    last = tokens[-1]
    if name not in _POPULATIONS or last.dep in _MODIFIERS:
        return False
    before = analysis.tokens[tokens[0].index - 1] if tokens[0].index else None
    told = before is not None and before.tag in {"DT", "CD", "JJ"}
    return name.endswith(("s", "ese")) or told or last.tag == "NNPS" or name in _ALWAYS_PEOPLE


def _does(analysis: Analysis, root: Token) -> bool:
    """Whether the name is a doer by its place: subject of a deed, or after "by"."""
    head = analysis.head(root)
    if root.dep == "pobj":
        return head.dep == "agent"
    return root.dep == "nsubj" and head.pos == "VERB" and head.lemma in _DEEDS


def _follows_no_actor(analysis: Analysis, first: Token) -> bool:
    """Whether the word before says it is no actor: "Operation X"."""
    before = analysis.tokens[first.index - 1].text.lower() if first.index else ""
    return before in _NO_ACTOR_WORDS


def _kind_of_doer(analysis: Analysis, root: Token, tokens: tuple[Token, ...]) -> ActorKind | None:
    if any(child.dep == "det" for child in analysis.children(root)):
        return ActorKind.ORGANISATION if len(tokens) > 1 else ActorKind.UNKNOWN
    if any(not token.text[0].isalpha() or token.text.isupper() for token in tokens):
        return ActorKind.UNKNOWN
    person = _SHORTEST_PERSON <= len(tokens) <= _LONGEST_PERSON
    return ActorKind.PERSON if person else ActorKind.UNKNOWN


def _is_placed(analysis: Analysis, run: Run) -> bool:
    """Whether the name stands after "in", after "north of", or is labelled a place."""
    root = analysis.root_of(run.begin, run.end)
    labels = {token.entity for token in run.tokens} & _PLACE_LABELS
    if labels and not ("GPE" not in labels and root is not None and _does(analysis, root)):
        return not _is_population(analysis, run.tokens)
    full = len(run.tokens) > 1 and all(token.entity == "PERSON" for token in run.tokens)
    joins = {"conj"} if full else {"conj", "appos"}
    while root is not None and root.dep in joins and root.head != root.index:
        root = analysis.head(root)
    if root is not None and root.dep == "dobj" and analysis.head(root).lemma in _ENTERED:
        return True
    if root is None or root.dep != "pobj":
        return False
    preposition = analysis.head(root)
    if preposition.lemma == "of":
        return analysis.head(preposition).lemma in _PLACE_NOUNS
    return preposition.lemma in _LOCATIVE


def _is_acting(analysis: Analysis, run: Run) -> bool:
    root = analysis.root_of(run.begin, run.end)
    if root is None:
        return False
    root = first_conjunct(analysis, root)
    return root.dep == "poss" or _is_done_to(analysis, root) or does(analysis, root)


def _is_done_to(analysis: Analysis, root: Token) -> bool:
    """Whether it is many to whom harm is done: "slaughtered the Banu Hadid"."""
    return root.dep == "dobj" and root.tag == "NNPS" and analysis.head(root).lemma in _HARMING


def _without_titles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The name itself; but the President's Office is not the president."""
    while tokens and tokens[0].text.lower().rstrip(".") in _TITLES | {"-"}:
        if len(tokens) > 1 and tokens[1].tag == "POS":
            break
        tokens = tokens[1:]
    return tokens
