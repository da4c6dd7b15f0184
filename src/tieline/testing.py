"""Stand-ins for the slow parts, for tests of what is around them; plug-in authors may use them.

The language they read is "NAME VERB NAME.", one statement a sentence, with or without
"never" before the verb; everything else claims nothing.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from tieline.actors.gazetteer import Hit
from tieline.actors.linking import Linker
from tieline.codebook.loader import codebook
from tieline.language.analyser import Analyser
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Sentence
from tieline.model.claim import Claim, Holder, Kind, Modality, Party, Polarity
from tieline.model.document import Document
from tieline.model.keeping import reference
from tieline.model.mention import Mention, MentionForm
from tieline.workbench import Tools

VERBS = ("funds", "arms", "fights", "attacks", "hosts")
_STATEMENT = re.compile(
    rf"(?P<source>[A-Z]\w*) (?P<never>never )?(?P<verb>{'|'.join(VERBS)}) (?P<target>[A-Z]\w*)"
)


class FakeAnalyser(Analyser):
    """Cuts sentences as the real one does, and parses none."""

    def analyse(self, _text: str, chosen: Sequence[Sentence], _names: Any = ()) -> list[Analysis]:
        """Parses without a token."""
        return [Analysis(sentence, ()) for sentence in chosen]


class FakeLinker(Linker):
    """Mentions both names of every statement, linked to nothing."""

    def __init__(self) -> None:
        """Needs no registry."""

    def hits(self, text: str, sentences: Sequence[Sentence]) -> dict[int, list[Hit]]:  # noqa: ARG002 - as Linker
        """None."""
        return {}

    def mentions(
        self,
        document: Document,
        sentences: Sequence[Sentence],  # noqa: ARG002 - as Linker
        analyses: Mapping[int, Analysis],  # noqa: ARG002 - as Linker
        hits: Mapping[int, Sequence[Hit]],  # noqa: ARG002 - as Linker
    ) -> tuple[Mention, ...]:
        """Two mentions a statement."""
        return tuple(
            Mention(
                begin=found.start(role),
                end=found.end(role),
                text=found[role],
                name=found[role],
                kind=ActorKind.ARMED_GROUP,
                form=MentionForm.NAME,
                sentence=0,
            )
            for found in _STATEMENT.finditer(document.text)
            for role in ("source", "target")
        )


class FakeEngine:
    """One claim a statement."""

    name = "fake"
    version = "1"

    def might_claim(self, _text: str) -> bool:
        """Always."""
        return True

    def claims(
        self,
        document: Document,
        _sentences: Sequence[Sentence] = (),
        _analyses: Mapping[int, Analysis] | None = None,
        _mentions: Sequence[Mention] = (),
    ) -> tuple[Claim, ...]:
        """All statements of the text."""
        if "BREAK" in document.text:
            raise RuntimeError("told to break")
        return tuple(_claim(document, found) for found in _STATEMENT.finditer(document.text))


def _claim(document: Document, found: re.Match[str]) -> Claim:
    relation = codebook().relation(found["verb"])
    return Claim(
        document=reference(document),
        kind=Kind.TIE,
        relation=relation.name,
        family=relation.family,
        sign=relation.sign,
        polarity=Polarity.NEGATED if found["never"] else Polarity.AFFIRMED,
        modality=(Modality.ASSERTED,),
        source=_party(found, "source"),
        target=_party(found, "target"),
        quote=found[0],
        begin=found.start(),
        end=found.end(),
        holder=Holder(),
        engine="fake/1",
        confidence=0.5,
        scope=("never",) if found["never"] else (),
    )


def _party(found: re.Match[str], role: str) -> Party:
    return Party(None, found[role], "armed_group", found[role], found.start(role), found.end(role))


def fake_tools() -> Tools:
    """Tools that load nothing; name this as `make_tools` of a workbench."""
    return Tools(FakeEngine(), FakeLinker, FakeAnalyser)
