"""Polarity, modality and scope of what a word states.

Starts at the word that carries the relation and climbs to the verb of its clause; each
step may turn the statement (not, fail, lack), end it (no longer, stop), or colour it
(may, must, would, if).
"""

from tieline.claims.carrying import carrying_path
from tieline.claims.complements import effect_on_complement, judgement_of_clause
from tieline.claims.cues import cues
from tieline.claims.endings import is_bygone, lasted_until
from tieline.claims.own_cues import bidden, is_rejected, modal_verb, own_words, supposed
from tieline.claims.relays import Between, below_relay, own_effect, takes_for_granted
from tieline.claims.reversals import is_falsified, is_undenied, is_unsaid, opens_with_nor
from tieline.claims.view import Outlook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import Modality

# Complements that last as long as the verb above them.
_SHARING_TIME = frozenset(["xcomp", "dobj", "attr", "acomp", "oprd"])


def outlook(
    analysis: Analysis,
    trigger: Token,
    *,
    presupposed: bool = False,
    between: Between | None = None,
) -> Outlook:
    """Read polarity, modality and scope of the statement that `trigger` carries.

    What a noun phrase takes for granted ("X's ally Y was not attacked") is not touched
    by the verb above it: then only the trigger's own words count. `between` is given for a
    trigger that merely stands between two actors: it need not state the tie itself.
    """
    found = Outlook()
    start = trigger if between is None else below_relay(analysis, trigger, between)
    if between is not None and takes_for_granted(analysis, start, between):
        presupposed = True
    below: Token | None = None
    for token in (start,) if presupposed else carrying_path(analysis, start):
        if _step(analysis, below, token, found):
            break
        below = token
    if between is not None:
        own_effect(analysis, start, between.relation, found)
    if not presupposed:
        _whole(analysis, start, found)
    if not found.turned and "never" in found.scope:
        found.scope.remove("never")  # "never … without" does not say that it never happened
    if analysis.tokens and analysis.tokens[-1].text.endswith("?"):
        found.modality.add(Modality.QUESTIONED)
    return found


def _step(analysis: Analysis, below: Token | None, token: Token, found: Outlook) -> bool:
    """Add what one word of the way up says; true where nothing above it counts."""
    book = cues()
    own_words(analysis, token, found, book, below)
    supposed(analysis, token, found)
    if opens_with_nor(analysis, token):
        found.turned = not found.turned
    bidden(analysis, token, found)
    _ends(analysis, below, token, found)
    if below is not None:
        if token.tag == "MD":
            modal_verb(token, found, book)
        judgement_of_clause(analysis, below, token, found)
        effect_on_complement(analysis, below, token, found, book)
    return is_rejected(analysis, token, found, book)


def _ends(analysis: Analysis, below: Token | None, token: Token, found: Outlook) -> None:
    if below is None or below.dep in _SHARING_TIME or below.lemma == "as":
        lasted_until(analysis, token, found)
    if is_bygone(analysis, token):
        found.end(token)


def _whole(analysis: Analysis, trigger: Token, found: Outlook) -> None:
    """What is said of the statement as a whole, wherever it stands."""
    if is_falsified(analysis, trigger):
        found.turned = not found.turned
    if is_undenied(analysis, trigger):
        found.modality.add(Modality.HEDGED)
    if is_unsaid(analysis, trigger):
        found.modality.add(Modality.QUESTIONED)
