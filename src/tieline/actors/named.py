"""Names the registry does not know: persons, organisations and armed groups."""

import re
from collections.abc import Iterator

from tieline.actors.runs import BODY_WORDS, Run, runs
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_ARMED = re.compile(
    r"\b(?:Front|Army|Brigades?|Battalions?|Movement|Militia|Mujahid\w+|Mujahed\w+|Liberation"
    r"|Resistance|Insurgents?|Tigers|Fedayeen|Guerrillas?)\b"
    r"|^(?:Harakat|Jaysh|Jaish|Jeish|Lashkar|Katibat|Kat[ae]eb|Kata'ib|Liwa|Jabhat|Ansar|Jund|Jamaat"
    r"|Jama'at|Tehr[ie]e?k|Saraya|Asa'?ib|Sipah|Hizb|Ahl)\b"
)
_TITLES = frozenset(
    """mr mrs ms dr gen general col colonel capt captain maj major lt lieutenant sgt president
    minister prime secretary senator representative congressman ambassador emir sheikh shaykh
    mullah maulana mawlawi maulvi imam ayatollah king prince queen commander chairman director
    deputy vice father sir haji hajji qari sayyid sayyed governor mayor judge justice professor
    prof under assistant chief admiral brigadier marshal foreign defense defence sen rep""".split()
)
_NO_ACTOR_WORDS = frozenset(
    """act resolution law treaty agreement accord accords report section article chapter operation
    province district river street airport times post journal day week month year road highway
    bridge camp base valley mountain mountains hospital university school war conference summit
    plan program programme initiative amendment bill convention protocol charter constitution
    strategy statement press magazine daily herald tribune guardian telegraph news economist book
    embassy island islands ocean sea gulf strait peninsula desert lake region zone line authorization
    order executive note annex appendix table figure january february march april june july august
    september october november december monday tuesday wednesday thursday friday saturday sunday
    christmas ramadan eid islam christianity judaism internet twitter facebook youtube telegram
    congressional record title fiscal code number english arabic""".split()
)
_PERSON_MARKS = frozenset(["bin", "bint", "ibn", "abu", "abd", "al", "ul"])
_ACTING_DEPS = frozenset(["nsubj", "nsubjpass", "dobj", "agent", "poss", "appos", "conj", "attr"])
_LONGEST = 14


def unknown_names(
    text: str, analysis: Analysis, sentence: int, taken: list[tuple[int, int]]
) -> Iterator[Mention]:
    """Named actors of a sentence outside the stretches already taken."""
    for run in runs(analysis):
        for part in _free_parts(run, taken):
            kind = _kind(analysis, part)
            if kind is not None:
                yield _mention(text, part, sentence, kind)


def _free_parts(run: Run, taken: list[tuple[int, int]]) -> Iterator[Run]:
    """The run less the names taken: none of it if it is a known name with a title."""
    free: list[Token] = []
    for token in run.tokens:
        if any(token.begin < end and begin < token.end for begin, end in taken):
            if free:
                yield Run(tuple(free))
            free = []
        else:
            free.append(token)
    if free:
        yield Run(tuple(free))


def _kind(analysis: Analysis, run: Run) -> ActorKind | None:
    tokens = _without_titles(run.tokens)
    if not tokens or len(tokens) > _LONGEST or not any(t.text[0].isupper() for t in tokens):
        return None
    words = [token.text.lower() for token in tokens]
    if words[-1] in _NO_ACTOR_WORDS or words[0] in _NO_ACTOR_WORDS or len(words[-1]) == 1:
        return None
    name = " ".join(token.text for token in tokens)
    if len(tokens) > 1 and _ARMED.search(name):
        return ActorKind.ARMED_GROUP
    if len(tokens) > 1 and (words[-1] in BODY_WORDS or words[0] in BODY_WORDS):
        return ActorKind.ORGANISATION
    return _kind_by_entity(analysis, run, tokens)


def _kind_by_entity(analysis: Analysis, run: Run, tokens: tuple[Token, ...]) -> ActorKind | None:
    labels = [token.entity for token in tokens if token.entity]
    titled = len(tokens) < len(run.tokens)
    if titled or "PERSON" in labels:
        return ActorKind.PERSON
    if len(tokens) > 1 and {t.text.lower() for t in tokens} & _PERSON_MARKS:
        return ActorKind.PERSON
    if "ORG" in labels:
        return ActorKind.ORGANISATION
    if "NORP" in labels:
        return ActorKind.GROUP if tokens[-1].tag in {"NNS", "NNPS", "NNP"} else None
    if labels:
        return None
    root = analysis.root_of(run.begin, run.end)
    return ActorKind.UNKNOWN if root is not None and _stands_alone(root) else None


def _stands_alone(root: Token) -> bool:
    return root.pos == "PROPN" and root.dep in _ACTING_DEPS


def _without_titles(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    while tokens and tokens[0].text.lower().rstrip(".") in _TITLES | {"-"}:
        tokens = tokens[1:]
    return tokens


def _mention(text: str, run: Run, sentence: int, kind: ActorKind) -> Mention:
    tokens = _without_titles(run.tokens)
    begin, end = tokens[0].begin, tokens[-1].end
    written = text[begin:end]
    return Mention(begin, end, written, " ".join(written.split()), kind, MentionForm.NAME, sentence)
