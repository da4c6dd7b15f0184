"""The claims of one sentence: what the rules found, told in full."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from tieline.claims import places, quantities, times
from tieline.claims.assessments import Assessment, assessments
from tieline.claims.candidate import Candidate, is_presupposed
from tieline.claims.confidence import confidence, confidence_of_assessment
from tieline.claims.holders import Holders
from tieline.claims.outlook import outlook
from tieline.claims.parties import addressee, party, third_party
from tieline.claims.referents import Referents
from tieline.claims.refinement import refined
from tieline.claims.relays import Between
from tieline.claims.reversals import is_contrasted, is_undenied
from tieline.claims.scored import SCORED
from tieline.claims.view import Outlook
from tieline.codebook.loader import codebook
from tieline.model.analysis import Analysis, Token
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Kind,
    Place,
    Quantity,
    Time,
)
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm


@dataclass(frozen=True)
class Passage:
    """One parsed sentence of a document, who is mentioned in it, and who speaks.

    `index` is the sentence's index in the document.
    """

    document: Document
    index: int
    analysis: Analysis
    mentions: Sequence[Mention]
    voices: Holders
    engine: str

    @cached_property
    def referents(self) -> Referents:
        """The actors of the sentence by word."""
        return Referents(self.analysis, self.mentions)

    @cached_property
    def _times(self) -> tuple[Time, ...]:
        return times.find(self.analysis, self.document.text, self.document.published)

    @cached_property
    def _quantities(self) -> tuple[Quantity, ...]:
        return quantities.find(self.analysis, self.document.text)

    def claims(self, candidates: Iterable[Candidate]) -> Iterator[Claim]:
        """Ties, demands, predictions and quantities from the rules' matches; then judgements."""
        told: set[int] = set()
        for candidate, relation in _distinct(candidates):
            told.update((candidate.trigger.index, candidate.governor.index))
            yield self._tie(candidate, relation)
        for found in assessments(self.analysis, self.referents):
            if not told & {found.trigger.index, found.governor.index}:
                yield self._assessment(found)

    def _tie(self, candidate: Candidate, relation: str) -> Claim:
        view = self._outlook(
            candidate.trigger,
            presupposed=is_presupposed(candidate),
            between=Between(relation, (candidate.source.begin, candidate.target.begin))
            if candidate.pattern == SCORED
            else None,
        )
        view.ended = view.ended or candidate.frame.ends
        for mention in (candidate.source, candidate.target):
            contrasted = is_contrasted(self.analysis, mention)
            if contrasted is not None and contrasted != view.turned:
                view.turned = contrasted
        entry = codebook().relation(relation)
        quantity = self._quantity(candidate)
        kind = _kind(view, candidate, quantity)
        asked = kind is Kind.DEMAND
        return self._claim(
            view,
            candidate.trigger,
            candidate.governor,
            (candidate.source, candidate.target),
            kind=kind,
            relation=relation,
            family=entry.family,
            sign=entry.sign,
            confidence=confidence(candidate, view),
            quantity=quantity,
            source_antecedent=self._shared_antecedent(candidate.source),
            target_antecedent=self._shared_antecedent(candidate.target),
            third=third_party(self.analysis, self.referents, candidate),
            debtor=party(candidate.source) if asked else None,
            addressee=addressee(self.analysis, self.referents, candidate.governor)
            if asked
            else None,
        )

    def _shared_antecedent(self, mention: Mention) -> tuple[int, int] | None:
        """What tells apart the claims of a pronoun that means several actors."""
        span = (mention.begin, mention.end)
        alike = [m for m in self.mentions if (m.begin, m.end) == span and m.key != mention.key]
        return mention.antecedent if alike else None

    def _assessment(self, found: Assessment) -> Claim:
        return self._claim(
            self._outlook(found.trigger),
            found.trigger,
            found.governor,
            (found.subject, None),
            kind=Kind.ASSESSMENT,
            relation=None,
            family=None,
            sign=0,
            confidence=confidence_of_assessment(),
            predicate=found.predicate,
        )

    def _outlook(
        self, trigger: Token, *, presupposed: bool = False, between: Between | None = None
    ) -> Outlook:
        view = outlook(self.analysis, trigger, presupposed=presupposed, between=between)
        denied = self.voices.denial_for(self.index, trigger)
        if denied and not is_undenied(self.analysis, trigger):
            view.turned = not view.turned
        return view

    def _claim(
        self,
        view: Outlook,
        trigger: Token,
        governor: Token,
        actors: tuple[Mention, Mention | None],
        **rest: Any,
    ) -> Claim:
        source, target = actors
        time = times.for_predicate(self.analysis, governor, self._times)
        place = places.for_predicate(
            self.analysis, self.document.text, governor, self.mentions, _no_place
        )
        words = [trigger, governor, source, target, *view.cues, *view.limits, time, place]
        begin, end = self._stretch(words)
        return Claim(
            document=reference(self.document),
            polarity=view.polarity,
            modality=view.moods,
            source=party(source),
            target=party(target) if target is not None else None,
            quote=self.document.text[begin:end],
            begin=begin,
            end=end,
            holder=self.voices.holder_for(self.index, trigger),
            engine=self.engine,
            scope=tuple(view.scope),
            time=time,
            place=place,
            **rest,
        )

    def _quantity(self, candidate: Candidate) -> Quantity | None:
        for mention in (candidate.target, candidate.source):
            noun = self.analysis.root_of(mention.begin, mention.end)
            found = noun and quantities.for_noun(self.analysis, noun, self._quantities)
            if found:
                return found
        return quantities.for_predicate(self.analysis, candidate.governor, self._quantities)

    def _stretch(self, words: Iterable[Token | Mention | Time | Place | None]) -> tuple[int, int]:
        """From the first to the last word a claim rests on, the noun of an adjective included."""
        spans = []
        for word in words:
            if word is not None:
                spans.append((word.begin, word.end))
            if isinstance(word, Token) and word.dep == "amod":
                noun = self.analysis.head(word)
                spans.append((noun.begin, noun.end))
        return min(begin for begin, _ in spans), max(end for _, end in spans)


def _distinct(candidates: Iterable[Candidate]) -> Iterator[tuple[Candidate, str]]:
    """Ties to oneself go; one claim for the same relation between the same words."""
    seen: set[object] = set()
    for candidate in candidates:
        source, target = candidate.source, candidate.target
        relation = refined(candidate)
        if relation is None or source.key == target.key or _overlap(source, target):
            continue
        spans = [(source.begin, source.key), (target.begin, target.key)]
        if codebook().relation(relation).symmetric:
            spans.sort()
        mark = (relation, *spans)
        if mark not in seen:
            seen.add(mark)
            yield candidate, relation


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


def reference(document: Document) -> DocumentRef:
    """What claims carry of their document."""
    return DocumentRef(
        document.id,
        document.path,
        document.title,
        document.publisher,
        document.author,
        document.published,
    )
