"""Whom "the group", "the army" or "the government in Kabul" takes up."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeGuard

from tieline.actors import epithets
from tieline.actors.antecedents import DEFINITE, GOVERNMENT, Search, Story
from tieline.actors.cast import Cast, refer, unparsed
from tieline.actors.definites import answers, is_armed, is_definite, is_states
from tieline.actors.owners import force
from tieline.actors.phrases import is_plural
from tieline.actors.salience import Candidate
from tieline.model.actor import ActorKind, NameKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

_STATES = frozenset(["state"])
_FORCE = frozenset([ActorKind.FORCE])
_UNKNOWN = frozenset([ActorKind.UNKNOWN])
_ARMED = frozenset([ActorKind.ARMED_GROUP, ActorKind.GROUP])


@dataclass(frozen=True)
class TakeUp:
    """Descriptions of one parsed sentence, given the story so far."""

    index: int
    analysis: Analysis
    story: Story
    cast: Cast
    mention_at: Callable[[Token], Mention | None]

    def meant(self, mention: Mention, head: Token) -> Mention | None:
        """The description as whom it takes up; None if that is nobody or unclear."""
        seated = self._seated(mention, head)
        if seated is not None:
            return seated
        states = is_states(self.analysis, head)
        if not states and not is_definite(self.analysis, head):
            return None
        noun = epithets.DEFINITES.get(head.lemma)
        manner = GOVERNMENT if noun == _STATES else DEFINITE
        search = Search(self.story, self.analysis, self.index, head, manner)
        fits = self._fitting(head)
        found = search.best(fits)
        if found is not None and found.mention is not None:
            self.story.characterise(found.key, frozenset([head.lemma]))
            return refer(mention, found.mention, MentionForm.DEFINITE)
        return self._of_home(mention, head) if states else self._topic(mention, head)

    def _seated(self, mention: Mention, head: Token) -> Mention | None:
        """ "The government in Kabul": the state whose capital or land is named."""
        if epithets.DEFINITES.get(head.lemma) != _STATES:
            return None
        for preposition in self.analysis.children(head, "prep"):
            for place in self.analysis.children(preposition, "pobj"):
                state = self.mention_at(place)
                if preposition.lemma in {"in", "of", "at"} and _is_state(state):
                    return refer(mention, state, MentionForm.DEFINITE)
                if preposition.lemma == "in" and place.pos == "PROPN":
                    return self._in_capital(mention, place)
        return None

    def _in_capital(self, mention: Mention, place: Token) -> Mention | None:
        """A capital where places stand is no mention, but says whose government it is."""
        for actor in self.cast.offices.registry.actors:
            if actor.kind is ActorKind.STATE and any(
                name.kind is NameKind.METONYM and name.text == place.text for name in actor.names
            ):
                return replace(mention, name=actor.name, kind=actor.kind, actor_id=actor.id,
                               form=MentionForm.DEFINITE,
                               antecedent=(place.begin, place.end))  # fmt: skip
        return None

    def _of_home(self, mention: Mention, head: Token) -> Mention | None:
        """ "The army" of the country the document is set in."""
        home = self.story.home
        if home is None or self._is_rivalled(head):
            return None
        name, kind, actor_id = force(
            mention.text, home.state, home.state.name, self.cast.offices.registry
        )
        return replace(mention, name=name, kind=kind, actor_id=actor_id,
                       form=MentionForm.DEFINITE, antecedent=home.named)  # fmt: skip

    def _is_rivalled(self, head: Token) -> bool:
        """Whether another army was spoken of a moment ago."""
        fits = self._fitting(head)
        return any(
            fits(candidate)
            for candidate in self.story.before(self.index, head.begin, DEFINITE.back)
        )

    def _topic(self, mention: Mention, head: Token) -> Mention | None:
        topics = (topic for topic, _ in self.cast.topics)
        known = [topic for topic in topics if topic.begin < mention.begin]
        fits = self._fitting(head)
        fitting = {t.key: t for t in known if fits(unparsed(t))}
        if len(fitting) != 1:
            return None
        return refer(mention, next(iter(fitting.values())), MentionForm.DEFINITE)

    def _fitting(self, head: Token) -> Callable[[Candidate], bool]:
        """Nobody named answers to "the rebels" once other rebels were spoken of."""
        nobody_named = is_plural(head) and head.lemma in self.story.described
        armed = is_armed(self.analysis, head)
        story, offices = self.story, self.cast.offices
        kinds = _UNKNOWN | epithets.DEFINITES.get(head.lemma, _FORCE)

        def fits(candidate: Candidate) -> bool:
            mention = candidate.mention
            if mention is None or mention.kind not in kinds:
                return False
            if nobody_named and mention.actor_id is not None:
                return False
            if armed and mention.kind not in _ARMED:
                return False
            key = mention.key
            return answers(head, candidate, offices, story.said[key], named=key in story.named)

        return fits


def _is_state(mention: Mention | None) -> TypeGuard[Mention]:
    return mention is not None and mention.kind is ActorKind.STATE
