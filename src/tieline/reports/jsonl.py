"""One claim a line, as the wire has it."""

import json
import re
from collections.abc import Iterable, Iterator

from tieline.model.claim import Claim
from tieline.model.wire import claim_to_wire

# Half characters have no UTF-8, and the rest end a line for some readers of lines.
UNSAFE = re.compile("[\ud800-\udfff\x7f\x85\u2028\u2029]")


class JsonlExporter:
    """JSON Lines: keys in the wire's order, no needless space, real characters."""

    name = "jsonl"

    def write(self, claims: Iterable[Claim]) -> Iterator[str]:
        """Yield one line a claim, its newline included."""
        for claim in claims:
            yield _line(claim)


def _line(claim: Claim) -> str:
    text = json.dumps(
        claim_to_wire(claim), ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
    return UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"
