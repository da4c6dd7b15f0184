"""Everyone mentioned in a document, and how one mention is made to mean another."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tieline.actors.offices import Offices
from tieline.actors.salience import Candidate
from tieline.actors.speakers import speaker
from tieline.model.analysis import Sentence
from tieline.model.mention import Mention, MentionForm

_ARTICLE = 4  # code points before a name that opens its sentence


@dataclass(frozen=True)
class Cast:
    """Everyone in a document.

    `silent` are names within other mentions, as the state in "Pakistani army": not
    given back, but they may be meant. `topics` are the actors the document is about,
    with a weight of at most 1.
    """

    text: str
    mentions: Sequence[Mention]
    silent: Sequence[Mention]
    topics: Sequence[tuple[Mention, float]]
    offices: Offices

    @cached_property
    def speaker(self) -> Mention | None:
        """In whose name the whole text is spoken."""
        return speaker(self.text, self.mentions)


def refer(mention: Mention, to: Mention, form: MentionForm) -> Mention:
    """The mention as one of `to`, back to the first words in a chain of pronouns."""
    antecedent = to.antecedent if to.form is MentionForm.PRONOUN else (to.begin, to.end)
    return replace(
        mention, name=to.name, kind=to.kind, actor_id=to.actor_id, form=form, antecedent=antecedent
    )


def unparsed(mention: Mention, sentence: Sentence | None = None) -> Candidate:
    """A candidate of which nothing is known but that it was named, or opens its sentence."""
    opens = sentence is not None and mention.begin - sentence.begin <= _ARTICLE
    return Candidate(mention.begin, mention.end, mention.sentence, None, "nsubj" if opens else "",
                     plural=False, main=opens, mention=mention)  # fmt: skip
