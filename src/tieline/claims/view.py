"""How a statement is put: its polarity, modality and scope, and the words that say so."""

from dataclasses import dataclass, field

from tieline.claims.cues import cues
from tieline.model.analysis import Token
from tieline.model.claim import Kind, Modality, Polarity

_UNREAL = frozenset([Modality.DEMANDED, Modality.PREDICTED, Modality.CONDITIONAL])


@dataclass(slots=True)
class Outlook:
    """How a statement is put.

    `cues` are the tokens that decided it, `limits` those that stand in `scope`.
    """

    turned: bool = False
    ended: bool = False
    modality: set[Modality] = field(default_factory=set)
    scope: list[str] = field(default_factory=list)
    limits: list[Token] = field(default_factory=list)
    cues: list[Token] = field(default_factory=list)

    @property
    def polarity(self) -> Polarity:
        """Ended and turned cancel: "has not stopped funding" affirms.

        An end that is only demanded, predicted or supposed has not come: it is negated.
        """
        if self.ended and self.modality & _UNREAL:
            return Polarity.AFFIRMED if self.turned else Polarity.NEGATED
        if self.ended:
            return Polarity.AFFIRMED if self.turned else Polarity.ENDED
        return Polarity.NEGATED if self.turned else Polarity.AFFIRMED

    @property
    def moods(self) -> tuple[Modality, ...]:
        """Modality in the codebook's order; asserted stands alone."""
        found = tuple(mood for mood in Modality if mood in self.modality)
        return found or (Modality.ASSERTED,)

    @property
    def kind(self) -> Kind:
        """Demand and prediction follow from the mood."""
        if Modality.DEMANDED in self.modality:
            return Kind.DEMAND
        if Modality.PREDICTED in self.modality or self._would:
            return Kind.PREDICTION
        return Kind.TIE

    @property
    def _would(self) -> bool:
        return Modality.CONDITIONAL in self.modality and any(
            t.lemma in cues().condition.modals for t in self.cues
        )

    def turn(self, cue: Token) -> None:
        """A cue says the opposite."""
        self.turned = not self.turned
        self.cues.append(cue)

    def end(self, cue: Token) -> None:
        """A cue says that it is over."""
        self.ended = True
        self.cues.append(cue)

    def note(self, cue: Token, mood: Modality) -> None:
        """A cue says in what mood."""
        self.modality.add(mood)
        self.cues.append(cue)
