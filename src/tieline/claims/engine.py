"""The embedded engine: mentions and parses in, claims out."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from tieline.claims import holders
from tieline.claims.adjectives import adjective_candidates
from tieline.claims.candidate import Candidate
from tieline.claims.frames import Frames, frames
from tieline.claims.nouns import noun_candidates
from tieline.claims.passage import Passage
from tieline.claims.roles import role_candidates
from tieline.claims.scored import agreed, scored_candidates, told_once
from tieline.claims.scorer import Scored, Scorer
from tieline.claims.speech import might_attribute
from tieline.claims.titles import title_candidates
from tieline.claims.verbs import verb_candidates
from tieline.model.analysis import Analysis, Sentence
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm

_RULES = (
    verb_candidates,
    noun_candidates,
    role_candidates,
    title_candidates,
    adjective_candidates,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]+")
_STEM = 5  # letters that inflected forms of a cue word share
_ENDING = 4  # letters that inflection may add to a short word: "plot", "plotting"
_IRREGULAR = frozenset(
    """fought led sent gave given made held met shot bound sold bought brought paid kept took taken
    struck driven drove threw thrown swore sworn sought taught fed hid hidden left lost stole
    stood spoke broke broken split rose risen overthrew overthrown overran withdrew withdrawn
    wrote written fell fallen came went gone grew grown laid won dealt bore borne forbade set
    rode slew slain""".split()
)


def _stem(word: str) -> str:
    return word[:_STEM] if len(word) > _STEM else word.removesuffix("e")


class EmbeddedEngine:
    """Reads claims by grammar: frames over parses, then polarity, holder, time and the rest."""

    name = "embedded"
    version = "2"

    @cached_property
    def _frames(self) -> Frames:
        return frames()

    @property
    def _signature(self) -> str:
        return f"{self.name}/{self.version}"

    @cached_property
    def _scorer(self) -> Scorer:
        return Scorer()

    @cached_property
    def _stems(self) -> frozenset[str]:
        return frozenset(_stem(word) for word in self._frames.words())

    def might_claim(self, text: str) -> bool:
        """Whether any word could be a form of a word that states a relation or a saying."""
        return might_attribute(text) or any(self._is_cue(w.lower()) for w in _WORD.findall(text))

    def _is_cue(self, word: str) -> bool:
        if word in _IRREGULAR or word[:_STEM] in self._stems:
            return True
        shortest = max(2, len(word) - _ENDING)
        return any(word[:size] in self._stems for size in range(shortest, _STEM))

    def claims(
        self,
        document: Document,
        sentences: Sequence[Sentence],  # noqa: ARG002 - as Engine
        analyses: Mapping[int, Analysis],
        mentions: Sequence[Mention],
    ) -> tuple[Claim, ...]:
        """All claims of a document in text order."""
        by_sentence: dict[int, list[Mention]] = defaultdict(list)
        for mention in mentions:
            by_sentence[mention.sentence].append(mention)
        voices = holders.find(analyses, document.text, mentions, document.author)
        passages = [
            Passage(
                document,
                index,
                analysis,
                [m for m in by_sentence[index] if self.can_act(analysis, m)],
                voices,
                self._signature,
            )
            for index, analysis in sorted(analyses.items())
            if by_sentence[index]
        ]
        scores = self._scorer.score({p.index: (p.analysis, p.mentions) for p in passages})
        found = [
            claim
            for passage in passages
            for claim in passage.claims(self.candidates(passage, scores.get(passage.index, ())))
        ]
        once = {claim.id: claim for claim in reversed(found)}.values()
        return tuple(sorted(once, key=lambda c: (c.begin, c.end, c.source.begin, c.id)))

    def can_act(self, analysis: Analysis, mention: Mention) -> bool:
        """Whether it is an actor: a described "campaign" is a deed, which states a claim itself."""
        if mention.actor_id is not None or mention.form is not MentionForm.DESCRIBED:
            return True
        root = analysis.root_of(mention.begin, mention.end)
        frames = self._frames.nouns.get(root.lemma, ()) if root else ()
        return not any(frame.pos == "noun" for frame in frames)

    def candidates(self, passage: Passage, scores: Sequence[Scored] = ()) -> Iterator[Candidate]:
        """What the grammar and the scorer find in one sentence, told once."""
        matched = list(agreed(self._matches(passage), scores))
        yield from matched
        others = scored_candidates(
            passage.analysis, passage.referents, self._frames, scores, self._scorer.relations
        )
        yield from told_once(passage.analysis, matched, others)

    def _matches(self, passage: Passage) -> Iterator[Candidate]:
        """Every match of every frame in one sentence."""
        taken: set[int] = set()
        for rule in _RULES:
            for candidate in rule(passage.analysis, passage.referents, self._frames):
                if candidate.trigger.index not in taken:
                    yield candidate
                taken.update(noun.index for noun in candidate.objects)
