"""What has been mentioned so far, and which of it a pronoun or description most likely means."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tieline.actors.salience import THEY, Candidate, effective_role, score, standing
from tieline.model.analysis import Analysis, Sentence, Token

_MARGIN = 0.35  # the best must be this much better than the next
_LEAST = -1.0
_STEP = 1.0  # cost of each sentence back
_LEAVING = 0.6  # and of leaving the pronoun's own


@dataclass
class Story:
    """Candidates by sentence. `topics` are keys of what the document is about, with a weight."""

    sentences: Sequence[Sentence]
    topics: Mapping[str, float]
    described: set[str] = field(default_factory=set)  # plural nouns used of nobody named
    _told: defaultdict[int, list[Candidate]] = field(default_factory=lambda: defaultdict(list))

    def tell(self, candidate: Candidate) -> None:
        """Add what is mentioned now."""
        self._told[candidate.sentence].append(candidate)

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


@dataclass(frozen=True)
class Search:
    """One search for the antecedent of `token`, in sentence `sentence`."""

    story: Story
    analysis: Analysis
    sentence: int
    token: Token
    back: int
    topic: float = 0.9  # what being the document's topic counts
    bound: bool = True  # a pronoun may be bound by the subject above it

    def best(
        self, fits: Callable[[Candidate], bool], ahead: Sequence[Candidate] = ()
    ) -> Candidate | None:
        """The likeliest candidate that fits, None if two are about as likely."""
        ranked = self._ranked(fits, ahead)
        if not ranked:
            return None
        top, chosen = ranked[0]
        others = [total for total, candidate in ranked if candidate.key != chosen.key]
        if top < _LEAST or (others and top - others[0] < _MARGIN):
            return None
        return chosen

    def _ranked(
        self, fits: Callable[[Candidate], bool], ahead: Sequence[Candidate]
    ) -> list[tuple[float, Candidate]]:
        role = effective_role(self.analysis, self.token)
        scored = []
        found = (*self.story.before(self.sentence, self.token.begin, self.back), *ahead)
        for candidate in filter(fits, found):
            total = self._score(candidate, role)
            if total is not None:
                scored.append((total, candidate))
        return sorted(scored, key=lambda pair: (-pair[0], -pair[1].begin))

    def _score(self, candidate: Candidate, role: str) -> float | None:
        if candidate.sentence == self.sentence:
            here = score(candidate, self.token, role, self.analysis, bound=self.bound)
            return None if here is None else here + self._topic(candidate)
        cost = _LEAVING + _STEP * (self.sentence - candidate.sentence)
        plural = self.token.text.lower() in THEY
        return standing(candidate, role, plural=plural) + self._topic(candidate) - cost

    def _topic(self, candidate: Candidate) -> float:
        return self.topic * self.story.topics.get(candidate.key, 0.0)
