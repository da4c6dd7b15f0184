"""The language pipeline alone, whole and on every word: what reading is timed against."""

from collections.abc import Iterable, Iterator

import spacy

from tieline.language.analyser import MODEL

LONGEST = 100_000  # code points a piece: more would cost memory that no page needs
_BATCH = 1  # whole texts: measured, more at once take more memory and no less time


class Plain:
    """spaCy's small English pipeline with all its parts, as it comes."""

    def __init__(self) -> None:
        self._nlp = spacy.load(MODEL)

    def run(self, texts: Iterable[str]) -> int:
        """Parse texts and return how many tokens they have."""
        pieces = (piece for text in texts for piece in _pieces(text))
        return sum(len(doc) for doc in self._nlp.pipe(pieces, batch_size=_BATCH))


def _pieces(text: str) -> Iterator[str]:
    """A text, cut after a line where it is very long."""
    while len(text) > LONGEST:
        cut = text.rfind("\n", 1, LONGEST) + 1 or LONGEST
        yield text[:cut]
        text = text[cut:]
    yield text
