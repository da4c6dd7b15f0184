"""Finds verbs that the parser took for nouns, and lets it read the sentence again.

English has many words that are both ("funds", "arms", "attack"). The small model takes
them for nouns after names it has never met. The second reading shows it a verb that can
be nothing else in their place.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BOTH = frozenset(
    """aid aids arm arms ally allies attack attacks back backs blame blames bomb bombs battle
    battles capture captures challenge challenges claim claims command commands control controls
    counter counters court courts demand demands deploy deploys direct directs fight fights fire
    fires finance finances fund funds force forces guide guides harbor harbors harbour harbours
    head heads help helps host hosts hunt hunts influence influences jail jails kidnap kidnaps
    lead leads mentor mentors murder murders order orders oust ousts pay pays plot plots praise
    praises protect protects raid raids rebel rebels recruit recruits rescue rescues rival rivals
    rule rules sanction sanctions school schools shell shells shelter shelters shield shields
    smuggle smuggles sponsor sponsors strike strikes supply supplies support supports target
    targets tax taxes threaten threatens torture tortures train trains treat treats trust trusts
    cooperates collaborates coordinates negotiates mediates brokers clashes harasses denounces
    condemns opposes""".split()
)
_NAME = "Russia"
_OPENERS = frozenset(["DT", "PRP$", "NNP", "NNPS", "PRP", "CD"])
_PARTNERS = frozenset(["with", "against", "alongside", "between"])
_JOINS = frozenset([",", "and", "or"])


def misread_verbs(doc: "Doc", names: set[int]) -> list[int]:
    """Indices of words that look like verbs taken for nouns.

    `names` are offsets where known names begin.

    Such a noun follows a name or noun, adverbs aside, and opens another noun phrase ("the
    X attack the army"), by itself or at the end of a list of its like.
    """
    found: list[int] = []
    place = 0
    while place < len(doc):
        run = list(_run(doc, place)) if _may_begin(doc, place, names) else []
        if run and _opens_phrase(doc, run[-1] + 1):
            misread = any(doc[i].tag_ in {"NN", "NNS", "NNP", "NNPS"} for i in run)
            found.extend(run if misread else ())
        place = (run[-1] if run else place) + 1
    return found


def _may_begin(doc: "Doc", place: int, names: set[int]) -> bool:
    before = place - 1
    while before > 0 and doc[before].tag_ in {"RB", "RBR"}:
        before -= 1
    if before < 0:
        return False
    nominal = doc[before].tag_ in {"NN", "NNS", "NNP", "NNPS"} or doc[before].idx in names
    return nominal and doc[before].lower_ not in _BOTH


def _run(doc: "Doc", place: int) -> Iterator[int]:
    """The word and those joined to it: "funds, arms and directs"."""
    while place < len(doc) and doc[place].text in _BOTH:
        yield place
        place += 1
        joined = False
        while place < len(doc) and doc[place].text in _JOINS:
            joined = True
            place += 1
        if not joined:
            return


def _opens_phrase(doc: "Doc", place: int) -> bool:
    if place >= len(doc):
        return False
    third = doc[place - 1].text.endswith("s") and doc[place].lower_ in _PARTNERS
    return doc[place].tag_ in _OPENERS or third


def misread_names(doc: "Doc", names: set[int]) -> list[int]:
    """Indices of known names that the parser took for a verb or an adverb."""
    return [t.i for t in doc if t.idx in names and t.tag_[:2] in {"VB", "RB", "IN", "UH", "FW"}]


def is_mended(token: "Token") -> bool:
    """Whether a stand-in is read as what it is."""
    return token.tag_.startswith("NN" if token.text == _NAME else "VB")


def stand_in(token: "Token") -> str:
    """A word that is nothing else: a verb in the same form, a name for a name."""
    if token.text not in _BOTH:
        return _NAME
    return "destroys" if token.text.endswith("s") else "destroy"


def verb_lemma(word: str) -> str:
    """The base of a third person: "supplies" to "supply", "arms" to "arm"."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
