"""Makes the scorer's training lines from labelled sets.

    python training/pairs.py OUT.jsonl SET...

A SET is FOLDER or FOLDER,TEXTS: a labelled set as eval/README.md lays it out, of which only the
split `dev` is read; or a folder of sentences with their claims (*.toml), as tests/claims/cases.

A line holds a sentence as the scorer sees it (numbers of its pieces, no name) and its pairs of
actors: where both stand and the words between them, and the relations that labels give the pair.
Actors that labels name and the reader does not find are added, so that the scorer learns from
them too.
"""

import json
import sys
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.claims.encoding import Pair, Span, encoded
from tieline.claims.engine import EmbeddedEngine
from tieline.claims.wordpieces import WordPieces
from tieline.evaluation.gold import DEV, GoldClaim, GoldPassage, chosen, load
from tieline.evaluation.labelled import document_of
from tieline.evaluation.matching import overlap
from tieline.language.analyser import Analyser
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm
from tieline.pipeline import parsed

_DETERMINERS = frozenset(
    "the a an its their his her our it they he she we no two some many".split()
)


class Reader:
    """Parses and finds actors, as the program does."""

    def __init__(self) -> None:
        self.analyser = Analyser()
        self.linker = Linker(Registry.shipped())
        self.engine = EmbeddedEngine()
        self.vocabulary = WordPieces.shipped()

    def sentences(self, document: Document) -> Iterator[tuple[Analysis, list[Mention]]]:
        """Every sentence that may hold a claim, with the actors in it."""
        found = parsed(document, self.analyser, self.linker, self.engine)
        for index, analysis in found.analyses.items():
            here = [m for m in found.mentions if m.sentence == index]
            yield analysis, [m for m in here if self.engine.can_act(analysis, m)]


def main(out: Path, sets: Sequence[str]) -> int:
    reader = Reader()
    with out.open("w", encoding="utf-8") as lines:
        for name in sets:
            for row in _rows(name, reader):
                lines.write(json.dumps(row) + "\n")
    return 0


def _rows(name: str, reader: Reader) -> Iterator[dict[str, Any]]:
    folder, _, texts = name.partition(",")
    cases = sorted(Path(folder).glob("*.toml"))
    for path in cases:
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"]):
            yield from case_rows(f"{path.stem}-{number}", case, reader)
    if not cases:
        for passage in chosen(load(Path(folder), Path(texts or folder)), DEV):
            yield from passage_rows(passage, reader)


def case_rows(name: str, case: dict[str, Any], reader: Reader) -> Iterator[dict[str, Any]]:
    document = Document(case["text"], "text/1", published=date(2018, 11, 28))
    read = list(reader.sentences(document))
    everyone = [m for _, mentions in read for m in mentions]
    told = [claim for claim in case.get("claims", ()) if claim.get("relation")]
    claims = [_case_claim(claim, document.text, everyone) for claim in told]
    if None in claims:  # a pair whose label is lost must not be taken for untied
        return
    for analysis, mentions in read:
        yield from _sentence_rows(name, analysis, mentions, [c for c in claims if c], reader)


def _case_claim(claim: dict[str, Any], text: str, mentions: Sequence[Mention]) -> GoldClaim | None:
    source = _place(claim["source"], text, mentions)
    target = _place(claim.get("target"), text, mentions)
    if source is None or target is None:
        return None
    return GoldClaim(
        begin=0,
        end=len(text),
        kind="tie",
        relations=tuple(claim["relation"].split("|")),
        polarity=claim.get("polarity", "affirmed"),
        modality=("asserted",),
        source=source,
        target=target,
        holder=None,
        time=None,
        quantity=None,
        optional=False,
        anaphora=False,
    )


def _place(name: str | None, text: str, mentions: Sequence[Mention]) -> Span | None:
    """Where an actor stands, by its canonical name, its words, or what it is called there."""
    if name is None:
        return None
    words = name.casefold()
    for mention in mentions:
        known = (mention.name.casefold(), mention.text.casefold(), mention.text.casefold()[4:])
        if words in known or words == mention.name.casefold().removeprefix("the "):
            return mention.begin, mention.end
    begin = text.casefold().find(words)
    return None if begin < 0 else (begin, begin + len(words))


def passage_rows(passage: GoldPassage, reader: Reader) -> Iterator[dict[str, Any]]:
    document = document_of(passage)
    for analysis, mentions in reader.sentences(document):
        sentence = analysis.sentence
        if sentence.end <= passage.begin or passage.end <= sentence.begin:
            continue
        here = [c for c in passage.claims if c.begin < sentence.end and sentence.begin < c.end]
        mentions += list(_unfound(document.text, here, mentions, sentence.begin, sentence.end))
        for row in _sentence_rows(passage.id, analysis, mentions, here, reader):
            yield {**row, "aside": passage.aside}


def _sentence_rows(
    name: str,
    analysis: Analysis,
    mentions: Sequence[Mention],
    claims: Sequence[GoldClaim],
    reader: Reader,
) -> Iterator[dict[str, Any]]:
    shown = encoded(analysis, mentions, reader.vocabulary)
    if shown.pairs:
        pairs = [_pair_row(pair, claims) for pair in shown.pairs]
        yield {"id": name, "pieces": shown.pieces, "pairs": pairs}


def _unfound(
    text: str, claims: Sequence[GoldClaim], mentions: Sequence[Mention], begin: int, end: int
) -> Iterator[Mention]:
    spans = {span for claim in claims for span in (claim.source, claim.target) if span}
    for span in sorted(spans):
        found = any(overlap((m.begin, m.end), span) for m in mentions)
        if begin <= span[0] < end and not found:
            words = text[span[0] : span[1]]
            yield Mention(*span, words, f"{span}", ActorKind.UNKNOWN, _form(words), 0)


def _form(words: str) -> MentionForm:
    named = words[:1].isupper() and words.split(maxsplit=1)[0].lower() not in _DETERMINERS
    return MentionForm.NAME if named else MentionForm.DESCRIBED


def _pair_row(pair: Pair, claims: Sequence[GoldClaim]) -> dict[str, Any]:
    told = []
    for claim in claims:
        if claim.source is None or claim.target is None:
            continue
        onward = _runs(claim.source, claim.target, pair.first, pair.second)
        back = _runs(claim.target, claim.source, pair.first, pair.second)
        if onward or back:
            row = {"relations": claim.relations, "optional": claim.optional}
            told.append({**row, "onward": onward, "back": back})
    return {
        "first": pair.first_at,
        "second": pair.second_at,
        "path": pair.path_at,
        "told": told,
    }


def _runs(source: Span, target: Span, first: Span, second: Span) -> bool:
    return overlap(source, first) and overlap(target, second)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
