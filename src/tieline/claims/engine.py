"""The embedded engine: mentions and parses in, claims out."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from tieline.claims import holders, places, quantities, times
from tieline.claims.adjectives import adjective_candidates
from tieline.claims.candidate import Candidate, is_presupposed
from tieline.claims.confidence import confidence
from tieline.claims.frames import Frames, frames
from tieline.claims.holders import Holders
from tieline.claims.nouns import noun_candidates
from tieline.claims.outlook import Outlook, outlook
from tieline.claims.referents import Referents
from tieline.claims.refinement import refined
from tieline.claims.roles import role_candidates
from tieline.claims.speech import might_attribute
from tieline.claims.titles import title_candidates
from tieline.claims.verbs import verb_candidates
from tieline.codebook.loader import Codebook, codebook
from tieline.model.analysis import Analysis, Sentence, Token
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Kind,
    Party,
    Place,
    Quantity,
    Time,
)
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
    version = "1"

    @cached_property
    def _frames(self) -> Frames:
        return frames()

    @cached_property
    def _codebook(self) -> Codebook:
        return codebook()

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
        found: list[Claim] = []
        for index, analysis in sorted(analyses.items()):
            if len({m.key for m in by_sentence[index]}) > 1:
                able = [m for m in by_sentence[index] if self._can_act(analysis, m)]
                one = _Sentence(self, document, index, analysis, able, voices)
                found.extend(one.claims())
        return tuple(sorted(found, key=lambda c: (c.begin, c.end, c.source.begin, c.id)))

    def _can_act(self, analysis: Analysis, mention: Mention) -> bool:
        """A described "campaign" or "alliance" may be a deed and then states a claim itself."""
        if mention.actor_id is not None or mention.form is not MentionForm.DESCRIBED:
            return True
        root = analysis.root_of(mention.begin, mention.end)
        frames = self._frames.nouns.get(root.lemma, ()) if root else ()
        return not any(frame.pos == "noun" for frame in frames)

    def candidates(self, analysis: Analysis, mentions: Sequence[Mention]) -> Iterator[Candidate]:
        """Every match of every frame in one sentence."""
        referents = Referents(analysis, mentions)
        taken: set[int] = set()
        for rule in _RULES:
            for candidate in rule(analysis, referents, self._frames):
                if candidate.trigger.index not in taken:
                    yield candidate
                taken.update(noun.index for noun in candidate.objects)

    def relation(self, name: str) -> tuple[str, int]:
        """Family and sign of a relation."""
        entry = self._codebook.relation(name)
        return entry.family, entry.sign

    def is_symmetric(self, name: str) -> bool:
        """Whether the relation has no direction."""
        return self._codebook.relation(name).symmetric


class _Sentence:
    """The claims of one sentence."""

    def __init__(  # noqa: PLR0913, PLR0917 - all of it is what a sentence's claims rest on
        self,
        engine: EmbeddedEngine,
        document: Document,
        index: int,
        analysis: Analysis,
        mentions: Sequence[Mention],
        voices: Holders,
    ) -> None:
        self.engine = engine
        self.document = document
        self.index = index
        self.analysis = analysis
        self.mentions = mentions
        self.voices = voices
        self.times = times.find(analysis, document.text, document.published)
        self.quantities = quantities.find(analysis, document.text)

    def claims(self) -> Iterator[Claim]:
        candidates = self.engine.candidates(self.analysis, self.mentions)
        for candidate, relation in self._distinct(candidates):
            yield self._claim(candidate, relation)

    def _distinct(self, candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, str]]:
        """Ties to oneself go; one claim for the same relation between the same words."""
        seen: set[object] = set()
        for candidate in candidates:
            source, target = candidate.source, candidate.target
            if source.key == target.key or _overlap(source, target):
                continue
            relation = refined(candidate)
            if relation is None:
                continue
            spans = [(source.begin, source.key), (target.begin, target.key)]
            if self.engine.is_symmetric(relation):
                spans.sort()
            mark = (relation, *spans)
            if mark not in seen:
                seen.add(mark)
                yield candidate, relation

    def _claim(self, candidate: Candidate, relation: str) -> Claim:
        view = outlook(self.analysis, candidate.trigger, presupposed=is_presupposed(candidate))
        view.ended = view.ended or candidate.frame.ends
        if self.voices.denial_for(self.index, candidate.trigger):
            view.turned = not view.turned
        family, sign = self.engine.relation(relation)
        quantity = self._quantity(candidate)
        time = times.for_predicate(self.analysis, candidate.governor, self.times)
        place = places.for_predicate(
            self.analysis, self.document.text, candidate.governor, self.mentions, _no_place
        )
        begin, end = self._passage(candidate, [*view.cues, *view.limits, time, place])
        return Claim(
            document=_reference(self.document),
            kind=_kind(view, candidate, quantity),
            relation=relation,
            family=family,
            sign=sign,
            polarity=view.polarity,
            modality=view.moods,
            source=_party(candidate.source),
            target=_party(candidate.target),
            quote=self.document.text[begin:end],
            begin=begin,
            end=end,
            holder=self.voices.holder_for(self.index, candidate.trigger),
            engine=f"{self.engine.name}/{self.engine.version}",
            confidence=confidence(candidate, view),
            scope=tuple(view.scope),
            time=time,
            place=place,
            quantity=quantity,
        )

    def _quantity(self, candidate: Candidate) -> Quantity | None:
        for mention in (candidate.target, candidate.source):
            noun = self.analysis.root_of(mention.begin, mention.end)
            found = noun and quantities.for_noun(self.analysis, noun, self.quantities)
            if found:
                return found
        return quantities.for_predicate(self.analysis, candidate.governor, self.quantities)

    def _passage(
        self, candidate: Candidate, rest: Sequence[Token | Time | Place | None]
    ) -> tuple[int, int]:
        """From the first to the last word the claim rests on, the noun of an adjective included."""
        words = [candidate.trigger, candidate.governor, candidate.source, candidate.target, *rest]
        spans = [(word.begin, word.end) for word in words if word is not None]
        nouns = [
            self.analysis.head(word)
            for word in rest
            if isinstance(word, Token) and word.dep == "amod"
        ]
        spans += [(noun.begin, noun.end) for noun in nouns]
        return min(begin for begin, _ in spans), max(end for _, end in spans)


def _overlap(one: Mention, other: Mention) -> bool:
    """Whether two mentions share words, as only a plural pronoun for both may."""
    same = (one.begin, one.end) == (other.begin, other.end)
    if same and one.form is MentionForm.PRONOUN:
        return False
    return one.begin < other.end and other.begin < one.end


def _no_place(_: str) -> str | None:
    return None


def _kind(view: Outlook, candidate: Candidate, quantity: Quantity | None) -> Kind:
    if view.kind is not Kind.TIE or quantity is None:
        return view.kind
    numbered = candidate.target.actor_id is None or candidate.source.actor_id is None
    return Kind.QUANTITY if numbered else Kind.TIE


def _party(mention: Mention) -> Party:
    return Party(
        mention.actor_id, mention.name, mention.kind, mention.text, mention.begin, mention.end
    )


def _reference(document: Document) -> DocumentRef:
    return DocumentRef(
        document.id,
        document.path,
        document.title,
        document.publisher,
        document.author,
        document.published,
    )
