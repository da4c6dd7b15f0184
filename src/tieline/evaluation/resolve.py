"""Makes one set of labels of two passes, by the rule in eval/README.md.

    python -m tieline.evaluation.resolve FOLDER

The folder's claims.jsonl and mentions.jsonl are written anew; the passes stay as they are.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from tieline.evaluation.fields import disagreed
from tieline.evaluation.gold import CLAIMS
from tieline.evaluation.pairing import (
    accepted,
    of_one_claim,
    of_one_mention,
    paired,
    same_direction,
    same_polarity,
    same_sign,
)
from tieline.evaluation.passes import MENTIONS, Coded, Label, Mentioned, Row, load_passes


def resolved(folder: Path) -> dict[str, str]:
    """The text of each file that the passes make."""
    passages = load_passes(folder)
    claims = (row for each in passages for row in claims_of(each.a, each.b))
    mentions = (row for each in passages for row in mentions_of(each.a, each.b))
    return {CLAIMS: _lines(claims), MENTIONS: _lines(mentions)}


def claims_of(a: Coded, b: Coded) -> list[Row]:
    """The claims of a passage, in the order of their quotes."""
    pairs = [
        (a.labels[i], b.labels[j])
        for i, j in paired(a.labels, b.labels, of_one_claim)
        if _of_one_tie(a.labels[i], b.labels[j])
    ]
    rows = [both(*pair) for pair in pairs]
    for name, coded, side in (("a", a, 0), ("b", b, 1)):
        taken = {id(pair[side]) for pair in pairs}
        rows += [once(label, name) for label in coded.labels if id(label) not in taken]
    return sorted(rows, key=lambda row: (row["begin"], row["end"]))


def _of_one_tie(a: Label, b: Label) -> bool:
    """Labels with neither a relation nor a sign in common are two claims, each of one pass."""
    return accepted(a.claim, b.claim) or same_sign(a.claim, b.claim)


def both(a: Label, b: Label) -> Row:
    """A claim that both passes have, required unless they agree that it is not.

    Where they differ on who does it to whom, or on whether it is denied, a reader is not
    held to either.
    """
    told = same_polarity(a.claim, b.claim) and same_direction(a.claim, b.claim)
    relations = dict.fromkeys([*a.claim.relations, *(b.claim.relations if told else ())])
    return {
        **a.row,
        "alt": list(relations)[1:],
        "optional": not told or (a.claim.optional and b.claim.optional),
        "passes": ["a", "b"],
        "disagreed": disagreed(a, b),
    }


def once(label: Label, name: str) -> Row:
    """A claim that one pass has is optional."""
    return {**label.row, "optional": True, "passes": [name], "disagreed": []}


def mentions_of(a: Coded, b: Coded) -> Iterator[Row]:
    """The mentions that both passes have, in the first one's order."""
    for i, j in paired(a.mentions, b.mentions, of_one_mention):
        yield _mention(a.mentions[i], b.mentions[j])


def _mention(a: Mentioned, b: Mentioned) -> Row:
    if a.actor_id == b.actor_id:
        return {**a.row, "disagreed": []}
    return {**a.row, "actor_id": None, "disagreed": ["actor_id"]}


def _lines(rows: Iterable[Row]) -> str:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def main(arguments: Sequence[str]) -> None:
    """Write the files of each folder."""
    for folder in map(Path, arguments):
        for name, text in resolved(folder).items():
            (folder / name).write_text(text, encoding="utf-8")
            sys.stdout.write(f"{folder / name}: {text.count(chr(10))} lines\n")


if __name__ == "__main__":
    main(sys.argv[1:])
