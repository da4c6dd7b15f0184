"""Draws claims to be judged by eye: `python docs/evidence/sample.py SEED N CASE.jsonl`.

CASE.jsonl is what `tieline read ../shared/data/texts --format jsonl` prints. Documents whose
passages are labelled in ../shared/eval/claims-dev are left out, because rules were tuned on them.
"""

import json
import random
import sys
from pathlib import Path

TUNED = Path(__file__).resolve().parents[3] / "shared/eval/claims-dev/passages.jsonl"


def main() -> None:
    """Print the drawn claims, one JSON object a line."""
    seed, size, source = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    tuned = {json.loads(line)["file"] for line in TUNED.read_text("utf-8").splitlines()}
    claims = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    open_to_draw = [c for c in claims if Path(c["document"]["path"]).name not in tuned]
    open_to_draw.sort(key=lambda claim: claim["id"])
    for claim in random.Random(seed).sample(open_to_draw, size):  # noqa: S311 - a draw, no secret
        sys.stdout.write(json.dumps(claim, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
