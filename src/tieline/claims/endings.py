"""Ends told by what surrounds a deed: "until 2015", "used to", "gone are the days when"."""

from tieline.claims.view import Outlook
from tieline.model.analysis import Analysis, Token

_FORMER = frozenset(["go", "past", "over", "behind", "bygone"])
_AGES = frozenset(["day", "time", "year", "era", "age"])
# With a participle or in one piece: verbs that end what follows only with their particle.
ENDING_PARTICLES = {
    "give": "up",
    "swear": "off",
    "break": "off",
    "cut": "off",
    "wind": "up",
    "pull": "out",
    "back": "out",
    "shut": "down",
    "turn": "away",
    "dry": "up",
    "run": "out",
    "die": "out",
    "phase": "out",
    "close": "down",
    "fall": "apart",
    "throw": "over",
}
_REFUSING = {"turn": "down", "hold": "off", "keep": "out"}


def ends_with_particle(analysis: Analysis, verb: Token) -> bool:
    """ "gave up", "broke off", "dried up"."""
    return ENDING_PARTICLES.get(verb.lemma) in _particles(analysis, verb)


def refuses_with_particle(analysis: Analysis, verb: Token) -> bool:
    """ "turned down a request", "kept X out of"."""
    return _REFUSING.get(verb.lemma) in _particles(analysis, verb)


def _particles(analysis: Analysis, verb: Token) -> set[str]:
    return {t.text.casefold() for t in analysis.children(verb, "prt", "prep", "advmod")}


def lasted_until(analysis: Analysis, verb: Token, found: Outlook) -> None:
    """ "funded X until 2015": over since; "did not fund X until 2015": did so then."""
    mark = _until(analysis, verb)
    spanned = any(t.lemma == "from" for t in analysis.children(verb, "prep"))
    if mark is None or spanned or not _is_past(analysis, verb):
        return
    if found.turned:
        found.turn(mark)
    elif not found.ended:
        found.end(mark)


def _until(analysis: Analysis, verb: Token) -> Token | None:
    if verb.dep in {
        "ROOT",
        "ccomp",
        "conj",
        "relcl",
    }:  # "Until May X paid Y": its own, not a clause's
        for mark in analysis.children(verb, "mark"):
            if mark.lemma in {"until", "till"}:
                return mark
    for child in analysis.children(verb, "prep", "advcl", "advmod"):
        for word in (child, *analysis.children(child, "mark", "prep")):
            if word.lemma in {"until", "till"} and _is_time_bound(analysis, word, child):
                return word
    return None


def _is_time_bound(analysis: Analysis, word: Token, child: Token) -> bool:
    """Not "until death", "until victory" of a vow: those have no verb and no date."""
    inner = analysis.children(word, "pobj", "pcomp")
    return word.index != child.index or bool(inner)


def _is_past(analysis: Analysis, verb: Token) -> bool:
    helpers = analysis.children(verb, "aux", "auxpass")
    if any(t.tag == "MD" for t in helpers):
        return False
    return any(t.tag == "VBD" for t in (verb, *helpers))


def is_bygone(analysis: Analysis, clause: Token) -> bool:
    """ "gone are the days when X armed Y", "the time is past when …"."""
    noun = analysis.head(clause)
    if clause.dep not in {"relcl", "acl", "advcl"}:
        return False
    if noun.lemma in _AGES:
        verb = analysis.head(noun)
        words = (verb, *analysis.children(verb))
        return any(t.lemma in _FORMER or t.text.casefold() == "gone" for t in words)
    return False
