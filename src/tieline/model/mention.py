"""An actor named, described or referred to at one place in a document."""

from dataclasses import dataclass
from enum import StrEnum

from tieline.model.actor import ActorKind


class MentionForm(StrEnum):
    """How the text refers to the actor."""

    NAME = "name"  # a registry name, or a name the recogniser found
    ADJECTIVE = "adjective"  # a demonym used as a modifier: "Pakistani support"
    DESCRIBED = "described"  # "foreign fighters", "Pakistani intelligence"
    PRONOUN = "pronoun"  # "it", "they", "its"
    DEFINITE = "definite"  # "the group", "the movement", "its leader"


@dataclass(frozen=True, slots=True)
class Mention:
    """One reference to an actor: `document.text[begin:end] == text`.

    `actor_id` is None for an unlinked actor, which still has a `name`: the canonical
    name, or the words themselves. For pronouns and definite descriptions `name`,
    `actor_id` and `kind` are the antecedent's and `antecedent` is its span; a pronoun
    without an antecedent is no mention. A plural pronoun may refer to several actors:
    then there is one mention for each, with the same span. `sentence` is the index of
    the sentence in the document.
    """

    begin: int
    end: int
    text: str
    name: str
    kind: ActorKind
    form: MentionForm
    sentence: int
    actor_id: str | None = None
    antecedent: tuple[int, int] | None = None

    @property
    def key(self) -> str:
        """What makes two mentions the same actor: the id, or else the folded name."""
        return self.actor_id or self.name.casefold()
