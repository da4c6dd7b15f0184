"""Two actors and the word that ties them, before polarity and holder are known."""

from dataclasses import dataclass

from tieline.claims.frames import Frame
from tieline.model.analysis import Token
from tieline.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of a frame. `trigger` is the word; `governor` the verb that carries the clause.

    `pattern` names the rule, for explanations and for calibration. `objects` are the
    nouns that a verb's frame took in; they state nothing more of their own.
    """

    frame: Frame
    trigger: Token
    governor: Token
    source: Mention
    target: Mention
    pattern: str
    objects: tuple[Token, ...] = ()


_PRESUPPOSING = frozenset(["apposition", "title", "hyphen", "prefix", "description"])
_INSIDE = frozenset(["poss", "compound", "nmod", "amod", "nsubj", "nsubjpass", "appos"])


def is_presupposed(candidate: Candidate) -> bool:
    """Whether the sentence takes the tie for granted instead of stating it."""
    if candidate.pattern in _PRESUPPOSING:
        return True
    loose = candidate.governor.index == candidate.trigger.index
    return candidate.pattern == "noun" and loose and candidate.trigger.dep in _INSIDE
