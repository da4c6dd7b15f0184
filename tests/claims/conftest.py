"""What tests of claims share: sentences parsed once, and found by their words."""

from collections.abc import Callable, Mapping

import pytest

from tieline.language.analyser import Analyser
from tieline.model.analysis import Analysis, Token

Parse = Callable[[str], Mapping[int, Analysis]]


@pytest.fixture(scope="session")
def parse() -> Parse:
    """Parse all sentences of a text, keyed by their index."""
    analyser = Analyser()
    known: dict[str, Mapping[int, Analysis]] = {}

    def parsed(text: str) -> Mapping[int, Analysis]:
        if text not in known:
            known[text] = dict(enumerate(analyser.analyse(text, analyser.sentences(text))))
        return known[text]

    return parsed


@pytest.fixture(scope="session")
def word() -> Callable[[Mapping[int, Analysis], str], tuple[int, Token]]:
    """The sentence and token of the first occurrence of a word."""

    def found(analyses: Mapping[int, Analysis], wanted: str) -> tuple[int, Token]:
        for index, analysis in analyses.items():
            for token in analysis.tokens:
                if token.text == wanted:
                    return index, token
        raise AssertionError(f"no word '{wanted}'")

    return found
