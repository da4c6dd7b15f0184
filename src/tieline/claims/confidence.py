"""How sure a pattern makes us: shares right on labelled texts (confidence.toml)."""

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from tieline.claims.candidate import Candidate
from tieline.claims.view import Outlook
from tieline.model.mention import MentionForm

TABLE = Path(str(files("tieline.claims") / "confidence.toml"))
_REFERRING = {MentionForm.PRONOUN, MentionForm.DEFINITE}


def confidence(candidate: Candidate, _: Outlook) -> float:
    """Between 0 and 1: how often claims of this pattern agree with a careful coder."""
    table = _table()
    share: float = table["patterns"].get(candidate.pattern, table["overall"])
    lost: float = table["referring"] if refers(candidate) else 0.0
    return round(max(0.0, share - lost), 2)


def confidence_of_assessment() -> float:
    """Between 0 and 1; judgements of one actor are too few to be calibrated apart."""
    overall: float = _table()["overall"]
    return round(overall, 2)


def refers(candidate: Candidate) -> bool:
    """Whether an actor is meant by a pronoun or a description, which may be misread."""
    return candidate.source.form in _REFERRING or candidate.target.form in _REFERRING


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))
