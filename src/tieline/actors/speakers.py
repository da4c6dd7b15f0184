"""Whom "we" means: the state or body in whose name a speech or statement is given."""

import re
from collections.abc import Iterable

from tieline.model.actor import ActorKind
from tieline.model.analysis import Token
from tieline.model.mention import Mention

_OPENING = re.compile(
    r"\W*(?:the )?(?:opening |prepared |written |keynote |joint |official |press |full )*"
    r"(?:speech|statement|remarks|address|testimony|intervention|declaration|message|communiqu[eé]"
    r"|press release|news release|letter)\b[^\n]{0,80}?\b(?:of|by|from|delivered by)\b",
    re.IGNORECASE,
)
_LINE = 250  # code points of a first line
_BODIES = frozenset(
    [ActorKind.STATE, ActorKind.FORCE, ActorKind.ORGANISATION, ActorKind.ARMED_GROUP]
)
WE = frozenset(["we", "us", "our", "ours"])
MY = frozenset(["my"])


def speaker(text: str, mentions: Iterable[Mention]) -> Mention | None:
    """The first state or body named after "Speech of …" in the first line."""
    opening = _OPENING.match(text)
    if opening is None:
        return None
    end = text.find("\n", opening.end())
    end = min(end if end >= 0 else len(text), _LINE)
    begin = opening.start() + len(opening.group()) - len("of")
    named = [m for m in mentions if begin <= m.begin and m.end <= end and m.kind in _BODIES]
    return min(named, key=lambda m: m.begin, default=None)


def is_own_voice(text: str, token: Token) -> bool:
    """Whether the word stands outside quotation marks, counted from where the line begins."""
    before = text[text.rfind("\n", 0, token.begin) + 1 : token.begin]
    straight = before.count('"') % 2
    return not straight and before.count("\u201c") <= before.count("\u201d")
