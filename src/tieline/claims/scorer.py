"""How likely two actors of a sentence are tied, and how: a small encoder over masked sentences.

The model reads a sentence without names (encoding.py) once and weighs each pair of its actors. It
is described, with its data and its training command, in docs/reference/scorer.md.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from tieline.claims.encoding import Encoded, Pair, encoded
from tieline.claims.wordpieces import WordPieces, read_shipped
from tieline.model.analysis import Analysis
from tieline.model.mention import Mention

_BATCH = 16  # sentences read together
Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scored:
    """A pair of actors, and what is likely of it.

    `tied` is how likely any tie is; `forward` and `backward` how likely each relation is from
    the first to the second and the other way, in the order of `Scorer.relations`.
    """

    pair: Pair
    tied: float
    forward: Floats
    backward: Floats


class Scorer:
    """The shipped model; loading it takes a moment, so keep it for many documents."""

    @cached_property
    def relations(self) -> tuple[str, ...]:
        """The relations the model weighs, in its order."""
        return tuple(read_shipped("relations.txt").split())

    @cached_property
    def _vocabulary(self) -> WordPieces:
        return WordPieces.shipped()

    @cached_property
    def _session(self) -> Any:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        model = files("tieline.claims").joinpath("scorer_data", "encoder.onnx").read_bytes()
        return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def score(
        self, sentences: Mapping[int, tuple[Analysis, Sequence[Mention]]]
    ) -> dict[int, tuple[Scored, ...]]:
        """All pairs of each sentence, by the sentence's key."""
        read = {
            key: encoded(analysis, mentions, self._vocabulary)
            for key, (analysis, mentions) in sentences.items()
        }
        worth = sorted((k for k in read if read[k].pairs), key=lambda k: len(read[k].pieces))
        found: dict[int, tuple[Scored, ...]] = {}
        for start in range(0, len(worth), _BATCH):
            keys = worth[start : start + _BATCH]
            rows = iter(self._run([read[key] for key in keys]))
            for key in keys:
                found[key] = tuple(self._scored(pair, next(rows)) for pair in read[key].pairs)
        return found

    def _scored(self, pair: Pair, row: Floats) -> Scored:
        count = len(self.relations)
        return Scored(pair, float(row[-1]), row[:count], row[count : 2 * count])

    def _run(self, sentences: Sequence[Encoded]) -> Floats:
        longest = max(len(sentence.pieces) for sentence in sentences)
        pieces = np.zeros((len(sentences), longest), dtype=np.int64)
        mask = np.zeros_like(pieces)
        for row, sentence in enumerate(sentences):
            pieces[row, : len(sentence.pieces)] = sentence.pieces
            mask[row, : len(sentence.pieces)] = 1
        sides = {
            "first": [p.first_at for s in sentences for p in s.pairs],
            "second": [p.second_at for s in sentences for p in s.pairs],
            "path": [p.path_at for s in sentences for p in s.pairs],
        }
        rows = [row for row, s in enumerate(sentences) for _ in s.pairs]
        means = {name: _means(at, rows, longest, pieces.size) for name, at in sides.items()}
        scores: Floats = self._session.run(None, {"ids": pieces, "mask": mask, **means})[0]
        return scores


def _means(
    places: Iterable[tuple[int, ...]], rows: Iterable[int], longest: int, size: int
) -> Floats:
    """A matrix that averages the pieces of each place."""
    made = list(_places(places, rows, longest))
    means = np.zeros((len(made), size), dtype=np.float32)
    for number, at in enumerate(made):
        means[number, at] = 1 / len(at)
    return means


def _places(
    places: Iterable[tuple[int, ...]], rows: Iterable[int], longest: int
) -> Iterator[list[int]]:
    for at, row in zip(places, rows, strict=True):
        yield [row * longest + place for place in at]
