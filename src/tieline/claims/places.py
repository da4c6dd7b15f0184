"""Where a predicate happened, and which names stand for a place and not for an actor."""

from collections.abc import Callable, Iterator, Sequence

from tieline.claims.attachment import distance, happens
from tieline.claims.wordlists import words
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Place
from tieline.model.mention import Mention

_STATIC = words(
    """
    in inside within across throughout near around outside along through into onto at on
    beyond via toward towards off amid
    """
)
_LOOSE = frozenset({"at", "on", "from", "to", "around", "off", "along"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MOVING = words(
    """
    flee come go leave travel move return operate launch withdraw retreat cross escape enter
    migrate relocate infiltrate smuggle ship fly transfer transport evacuate emerge arrive
    hail run deploy send pour spill expel drive oust depart bring carry traffic
    """
)
_AIMING = words(
    """
    aim fire shoot direct point lob shell bomb launch strike anger angry furious target lash
    look laugh hit
    """
)
_MINDING = words(
    """
    trust interest confidence faith believe stake invest belief hope role involve
    involvement participate participation engage interested
    """
)
_AREAS = words(
    """
    part area region province district border side north south east west northeast northwest
    southeast southwest center centre heart city town village capital outskirt countryside
    portion territory stretch frontier edge suburb mountain coast island valley corner rest
    much state camp governorate prison refinery base airport
    """
)


def locative_spans(analysis: Analysis) -> set[tuple[int, int]]:
    """Begin and end of every name that a preposition of place makes a place."""
    return {
        (run[0].begin, run[-1].end)
        for preposition in analysis.tokens
        if _is_locative(analysis, preposition)
        for run in _names(analysis, preposition)
    }


def for_predicate(
    analysis: Analysis,
    text: str,
    predicate: Token,
    mentions: Sequence[Mention],
    lookup: Callable[[str], str | None],
) -> Place | None:
    """The place a predicate is given; `lookup` gives a name's ISO 3166-1 alpha-3 country."""
    ranked: list[tuple[float, int, Place]] = []
    for preposition in analysis.tokens:
        if not _is_locative(analysis, preposition):
            continue
        cost = _cost(analysis, predicate, preposition)
        place = _place(analysis, text, preposition, mentions, lookup)
        if cost is not None and place is not None:
            ranked.append((cost, place.begin, place))
    return min(ranked, key=lambda entry: entry[:2])[2] if ranked else None


def _is_locative(analysis: Analysis, token: Token) -> bool:
    if token.tag not in {"IN", "TO", "RB", "RP"} or token.dep not in {"prep", "pcomp", "prt"}:
        return False
    head = analysis.head(token)
    if token.lemma in {"from", "to"}:
        return head.lemma in _MOVING or any(a.lemma in _MOVING for a in _governor(analysis, head))
    if token.lemma in {"at", "on", "into", "toward", "towards"}:
        return head.lemma not in _AIMING
    return token.lemma in _STATIC and head.lemma not in _MINDING


def _governor(analysis: Analysis, token: Token) -> Iterator[Token]:
    """The verb of a thing moved: "shipped arms from X"."""
    if token.dep in {"dobj", "nsubjpass"} or token.dep == "prep":
        yield analysis.head(token)


def _names(analysis: Analysis, preposition: Token) -> Iterator[list[Token]]:
    """The place names a preposition governs, lists and "any part of X" included."""
    for noun in analysis.children(preposition, "pobj", "pcomp", "prep"):
        heads = [noun, *_listed(analysis, noun)]
        for head in heads:
            yield from _named(analysis, head, loose=preposition.lemma in _LOOSE)


def _listed(analysis: Analysis, noun: Token) -> Iterator[Token]:
    for other in analysis.children(noun, "conj", "appos"):
        yield other
        yield from _listed(analysis, other)


def _named(analysis: Analysis, head: Token, *, loose: bool) -> Iterator[list[Token]]:
    run = _run(analysis, head, loose=loose)
    if run:
        yield run
    elif head.lemma in _AREAS:
        for inner in analysis.children(head, "prep"):
            if inner.lemma in {"of", "with", "between", "in"}:
                yield from _names(analysis, inner)
        for owner in analysis.children(head, "poss", "compound", "nmod"):
            found = _run(analysis, owner, loose=True)
            if found:
                yield found


def _run(analysis: Analysis, head: Token, *, loose: bool) -> list[Token]:
    """The tokens of one place name around its head; none if it names no place."""
    if head.pos != "PROPN" or not (head.entity in _PLACES or (head.entity == "" and not loose)):
        return []
    parts = [
        child
        for child in analysis.children(head, "compound", "nmod")
        if child.pos == "PROPN" and child.index < head.index
    ]
    first = min([head.index, *(part.index for part in parts)])
    return list(analysis.tokens[first : head.index + 1])


def _cost(analysis: Analysis, predicate: Token, preposition: Token) -> float | None:
    """A place on the doer is the doer's; on the deed or its object it is the deed's."""
    host = analysis.head(preposition)
    own = host.index == predicate.index or host.pos not in {"NOUN", "PROPN"} or happens(host)
    if not own and host.dep not in {"dobj", "nsubjpass", "attr"}:
        return None
    return distance(analysis, predicate, preposition)


def _place(
    analysis: Analysis,
    text: str,
    preposition: Token,
    mentions: Sequence[Mention],
    lookup: Callable[[str], str | None],
) -> Place | None:
    runs = [run for run in _names(analysis, preposition) if not _is_group(run, mentions)]
    if not runs:
        return None
    begin, end = preposition.begin, max(run[-1].end for run in runs)
    name = _words(text, runs[0])
    countries = (_country(run, text, mentions, lookup) for run in runs)
    country = next((code for code in countries if code), None)
    return Place(text[begin:end], begin, end, name, country)


def _words(text: str, run: list[Token]) -> str:
    return " ".join(text[run[0].begin : run[-1].end].split())


def _over(run: list[Token], mentions: Sequence[Mention]) -> Iterator[Mention]:
    begin, end = run[0].begin, run[-1].end
    return (m for m in mentions if m.begin < end and begin < m.end)


def _is_group(run: list[Token], mentions: Sequence[Mention]) -> bool:
    """Whether the name is that of an actor which is no country."""
    return any(m.kind is not ActorKind.STATE and m.actor_id for m in _over(run, mentions))


def _country(
    run: list[Token],
    text: str,
    mentions: Sequence[Mention],
    lookup: Callable[[str], str | None],
) -> str | None:
    for mention in _over(run, mentions):
        if mention.actor_id and mention.actor_id.startswith("state:"):
            return mention.actor_id.removeprefix("state:")
    return lookup(_words(text, run))
