"""What has been mentioned so far, and which of it a pronoun or description most likely means."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log2

from tieline.actors.homes import Home
from tieline.actors.salience import THEY, Candidate, effective_role, score, standing
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Sentence, Token
from tieline.model.mention import MentionForm

_MARGIN = 0.35  # the best must be this much better than the next
_STATE = 0.8
_LEAVING = 0.6  # cost of leaving the pronoun's own


@dataclass
class Story:
    """Candidates by sentence. `topics` are keys of what the document is about, with a weight."""

    sentences: Sequence[Sentence]
    topics: Mapping[str, float]
    home: Home | None = None  # the country it is set in
    described: set[str] = field(default_factory=set)  # plural nouns used of nobody named
    counts: Counter[str] = field(default_factory=Counter)  # how often each actor was meant
    last: dict[str, Candidate] = field(default_factory=dict)  # where each actor was last meant
    women: dict[str, bool] = field(default_factory=dict)  # whether a person was "she"
    named: set[str] = field(default_factory=set)  # actors with a name of their own
    said: defaultdict[str, frozenset[str]] = field(default_factory=lambda: defaultdict(frozenset))
    _told: defaultdict[int, list[Candidate]] = field(default_factory=lambda: defaultdict(list))

    def tell(self, candidate: Candidate) -> None:
        """Add what is mentioned now."""
        self._told[candidate.sentence].append(candidate)
        if candidate.mention is not None:
            key = candidate.key
            self.counts[key] += 1
            self.last[key] = candidate
            if candidate.mention.form is MentionForm.NAME:
                self.named.add(key)

    def characterise(self, key: str, said: frozenset[str]) -> None:
        """Keep what an actor is said to be: "X, a trading house"."""
        if said:
            self.said[key] |= said

    def before(self, sentence: int, begin: int, back: int) -> Iterator[Candidate]:
        """What was mentioned in up to `back` sentences before, nearest sentence first.

        Nothing from further up than the paragraph before, or from above a heading.
        """
        paragraph = self.sentences[sentence].paragraph
        for index in range(sentence, max(-1, sentence - back - 1), -1):
            here = self.sentences[index]
            if paragraph - here.paragraph > 1 or (here.heading and index != sentence):
                return
            yield from (c for c in self._told[index] if c.end <= begin)


@dataclass(frozen=True, slots=True)
class Manner:
    """How an anaphor is resolved: what its distance, role and topic count."""

    back: int  # sentences
    step: float  # cost of each sentence back
    role: float  # factor on what standing as subject or object counts
    topic: float  # what being the document's topic counts
    least: float  # no antecedent below this
    bound: bool  # whether the subject above it may bind it
    often: float = 0.0  # what each doubling of the times it was meant counts
    said: float = 0.0  # what having been called so before counts
    anywhere: bool = False  # whether actors from further up may be meant


PRONOUN = Manner(back=2, step=1.0, role=1.0, topic=0.9, least=-1.5, bound=True)
DEFINITE = Manner(back=3, step=0.9, role=0.5, topic=0.6, least=-2.0, bound=False,
                  often=0.5, said=2.0, anywhere=True)  # fmt: skip
# "The government" is mostly that of the country a document is about.
GOVERNMENT = replace(DEFINITE, step=1.05, topic=2.0, role=0.7, least=-1.0)


@dataclass(frozen=True)
class Search:
    """One search for the antecedent of `token`, in sentence `sentence`."""

    story: Story
    analysis: Analysis
    sentence: int
    token: Token
    manner: Manner

    def best(
        self, fits: Callable[[Candidate], bool], ahead: Sequence[Candidate] = ()
    ) -> Candidate | None:
        """The likeliest candidate that fits, None if two are about as likely."""
        ranked = self._ranked(fits, ahead)
        if not ranked:
            return None
        top, chosen = ranked[0]
        others = [total for total, candidate in ranked if candidate.key != chosen.key]
        if top < self.manner.least or (others and top - others[0] < _MARGIN):
            return None
        return chosen

    def _ranked(
        self, fits: Callable[[Candidate], bool], ahead: Sequence[Candidate]
    ) -> list[tuple[float, Candidate]]:
        role = effective_role(self.analysis, self.token)
        scored = []
        near = (*self.story.before(self.sentence, self.token.begin, self.manner.back), *ahead)
        for candidate in filter(fits, (*near, *self._far(near))):
            total = self._score(candidate, role)
            if total is not None:
                scored.append((total, candidate))
        return sorted(scored, key=lambda pair: (-pair[0], -pair[1].begin))

    def _far(self, near: Sequence[Candidate]) -> Iterator[Candidate]:
        """Actors not meant for a while."""
        if self.manner.anywhere:
            keys = {candidate.key for candidate in near}
            yield from (c for key, c in self.story.last.items() if key not in keys)

    def _score(self, candidate: Candidate, role: str) -> float | None:
        manner, key = self.manner, candidate.key
        known = manner.topic * self.story.topics.get(key, 0.0)
        if manner.often:
            known += manner.often * log2(1 + self.story.counts[key])
            known += manner.said * (self.token.lemma in self.story.said[key])
        if candidate.sentence == self.sentence:
            here = score(candidate, self.token, role, self.analysis, bound=manner.bound)
            return None if here is None else manner.role * here + known
        back = min(self.sentence - candidate.sentence, manner.back + 1)
        cost = _LEAVING + self._strangeness(candidate) + manner.step * back
        plural = self.token.text.lower() in THEY
        return manner.role * standing(candidate, role, plural=plural) + known - cost

    def _strangeness(self, candidate: Candidate) -> float:
        """A state is seldom what "it" goes on about from one sentence to the next."""
        mention = candidate.mention
        state = mention is not None and mention.kind is ActorKind.STATE
        return _STATE if state and self.manner is PRONOUN else 0.0
