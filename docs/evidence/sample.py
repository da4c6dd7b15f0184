"""Draws claims to be judged by eye: `python docs/evidence/sample.py SEED N CASE.jsonl`.

CASE.jsonl is what `tieline read ../shared/data/texts --format jsonl` prints. Documents whose
passages are labelled for development (claims-dev beside the checkout, eval/real) are left out.
"""

import json
import random
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TUNED = (ROOT.parent / "shared/eval/claims-dev", ROOT / "eval/real")


def main() -> None:
    """Print the drawn claims, one JSON object a line."""
    seed, size, source = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    passages = [
        json.loads(line)
        for folder in TUNED
        for line in (folder / "passages.jsonl").read_text("utf-8").splitlines()
    ]
    tuned = {row["file"] for row in passages if row.get("split", "dev") == "dev"}
    claims = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    open_to_draw = [c for c in claims if Path(c["document"]["path"]).name not in tuned]
    open_to_draw.sort(key=lambda claim: claim["id"])
    for claim in random.Random(seed).sample(open_to_draw, size):  # noqa: S311 - a draw, no secret
        sys.stdout.write(json.dumps(claim, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
