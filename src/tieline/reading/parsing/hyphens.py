"""Mends words a printer broke at the end of a line.

A hyphen there may belong to the word ("non-state", "al-Shabab") or only to the
line. The rest of the document tells which; where it is silent, a hyphen stays
before anything but a lower-case letter and behind a prefix that usually keeps it.
"""

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"\w+(?:-\w+)*")
_LAST = re.compile(r"[\w-]+$")
_FIRST = re.compile(r"^\w+")
_KEEPING = frozenset(["al", "el", "ul", "ex", "non", "anti", "pro", "self", "co", "semi", "quasi"])


class Mender:
    """Knows the words of a document that no line's end has broken."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = Counter(word.lower() for line in lines for word in _WORD.findall(line))

    def joint(self, left: str, right: str) -> str:
        """What stands between two parts of a broken word: a hyphen or nothing."""
        head, tail = _LAST.search(left), _FIRST.search(right)
        if not head or not tail or not tail[0][0].islower():
            return "-"
        with_it = self._words[f"{head[0]}-{tail[0]}".lower()]
        without = self._words[f"{head[0]}{tail[0]}".lower()]
        if with_it != without:
            return "-" if with_it > without else ""
        return "-" if head[0].lower() in _KEEPING else ""
