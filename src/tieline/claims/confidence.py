"""How sure a pattern makes us: shares right on labelled passages, by rule."""

from tieline.claims.candidate import Candidate
from tieline.claims.outlook import Outlook
from tieline.model.mention import MentionForm

_BY_PATTERN = {
    "verb": 0.8,
    "verb+object": 0.8,
    "noun": 0.75,
    "copula": 0.85,
    "apposition": 0.85,
    "title": 0.85,
    "as": 0.8,
    "description": 0.7,
    "adjective": 0.7,
    "hyphen": 0.8,
    "prefix": 0.6,
}
_REFERRING = {MentionForm.PRONOUN, MentionForm.DEFINITE}


def confidence(candidate: Candidate, view: Outlook) -> float:
    """Between 0 and 1."""
    value = _BY_PATTERN[candidate.pattern]
    if candidate.source.form in _REFERRING or candidate.target.form in _REFERRING:
        value -= 0.15
    if view.turned and view.ended:
        value -= 0.1
    return round(value, 2)
