"""Makes claims/confidence.toml: how often claims of each pattern are right.

    python -m tieline.evaluation.calibrate [FOLDER TEXTS]...

Right is to agree with a label: in sign, direction and polarity. Without arguments the
labels are the dev splits of the project's own longer texts, and claims-dev if it is beside the
checkout. A test split is never read, and of what the scorer adds only the passages count that
it was not trained on.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tieline.actors.linking import Linker
from tieline.actors.registry import Registry
from tieline.claims.candidate import Candidate
from tieline.claims.confidence import TABLE, refers
from tieline.claims.engine import EmbeddedEngine
from tieline.claims.passage import Passage
from tieline.claims.refinement import refined
from tieline.claims.scored import SCORED
from tieline.claims.scorer import Scored
from tieline.evaluation.gold import DEV, chosen, load, shipped
from tieline.evaluation.labelled import read
from tieline.evaluation.matching import agrees, meets
from tieline.language.analyser import Analyser
from tieline.model.claim import Claim

WEIGHT = 10  # claims that the overall share counts for beside a pattern's own

Place = tuple[tuple[int, int], tuple[int, int], str | None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A claim's pattern, whether an actor is a pronoun or description, and if it is right."""

    pattern: str
    refers: bool
    right: bool


@dataclass(frozen=True, slots=True)
class Table:
    """Shares right by pattern for claims that name both actors, and what others lose."""

    overall: float
    patterns: dict[str, float]
    counts: dict[str, int]
    referring: float


class _Recording(EmbeddedEngine):
    """The shipped engine; remembers which candidate each claim comes from."""

    def __init__(self) -> None:
        self.seen: dict[Place, Candidate] = {}

    def candidates(self, passage: Passage, scores: Sequence[Scored] = ()) -> Iterator[Candidate]:
        """As the engine finds them; of candidates for one claim, the engine takes the first."""
        for candidate in super().candidates(passage, scores):
            source, target = candidate.source, candidate.target
            spans = (source.begin, source.end), (target.begin, target.end)
            self.seen.setdefault((*spans, refined(candidate)), candidate)
            yield candidate

    def origin(self, claim: Claim) -> Candidate:
        """The candidate behind a claim of the text read last."""
        target = claim.target or claim.source
        spans = (claim.source.begin, claim.source.end), (target.begin, target.end)
        return self.seen[*spans, claim.relation]


@dataclass(frozen=True, slots=True)
class _Tools:
    engine: _Recording = field(default_factory=_Recording)
    analyser: Analyser = field(default_factory=Analyser)
    linker: Linker = field(default_factory=lambda: Linker(Registry.shipped()))


def outcomes(folder: Path, texts: Path) -> Iterator[Outcome]:
    """Every claim read in the dev split of a labelled set."""
    tools = _Tools()
    for passage in chosen(load(folder, texts), DEV):
        tools.engine.seen.clear()
        for done in read([passage], tools):
            for claim in done.claims:
                candidate = tools.engine.origin(claim)
                if candidate.pattern == SCORED and not passage.aside:
                    continue
                right = any(meets(claim, x) and agrees(claim, x) for x in passage.claims)
                yield Outcome(candidate.pattern, refers(candidate), right)


def table(found: Iterable[Outcome]) -> Table:
    """Shares, smoothed towards the overall one.

    `referring` is by how much claims with a pronoun or description are right less often
    than their patterns promise; never less than 0.
    """
    every = list(found)
    named = [each for each in every if not each.refers]
    referring = [each for each in every if each.refers]
    overall = _share(named)
    groups = {p: [o for o in named if o.pattern == p] for p in sorted({o.pattern for o in every})}
    patterns = {name: _smoothed(group, overall) for name, group in groups.items()}
    promised = sum(patterns[each.pattern] for each in referring) / max(1, len(referring))
    lost = promised - _share(referring) if referring else 0.0
    counts = {name: len(group) for name, group in groups.items()}
    return Table(overall, patterns, counts, max(0.0, lost))


def _share(group: Sequence[Outcome]) -> float:
    return sum(each.right for each in group) / len(group) if group else 0.0


def _smoothed(group: Sequence[Outcome], overall: float) -> float:
    return (sum(each.right for each in group) + WEIGHT * overall) / (len(group) + WEIGHT)


def written(made: Table, sources: Sequence[str]) -> str:
    """The data file's text."""
    lines = [
        "# Made by `python -m tieline.evaluation.calibrate`; do not edit. Shares of claims that",
        f"# agree with a label, on {' and '.join(sources)}; behind each, how many",
        "# claims it rests on, which name both actors.",
        f"overall = {made.overall:.2f}",
        f"referring = {made.referring:.2f}  # less where an actor is a pronoun or a description",
        "",
        "[patterns]",
        *(f'"{n}" = {share:.2f}  # {made.counts[n]}' for n, share in made.patterns.items()),
    ]
    return "\n".join(lines) + "\n"


def _default() -> list[tuple[Path, Path]]:
    own = shipped()
    longer = own.parent / "registers"
    beside = own.parents[2] / "shared"
    sets = [
        (own, own),
        (longer, longer),
        (beside / "eval" / "claims-dev", beside / "data" / "texts"),
    ]
    return [pair for pair in sets if pair[0].is_dir()]


def main(arguments: Sequence[str]) -> None:
    """Calibrate and write the data file."""
    given = [Path(each) for each in arguments]
    sets = list(zip(given[::2], given[1::2], strict=True)) or _default()
    found = [outcome for folder, texts in sets for outcome in outcomes(folder, texts)]
    text = written(table(found), [f"{folder.name} ({DEV})" for folder, _ in sets])
    TABLE.write_text(text, encoding="utf-8")
    sys.stdout.write(text)


if __name__ == "__main__":
    main(sys.argv[1:])
