from dataclasses import replace
from types import ModuleType

import pytest

from tieline.model.document import Document
from tieline.reports.context import Surroundings
from tieline.reports.entries import Entry


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One. So A fought B in May. Two.", "A fought B", ("So ", "A fought B", " in May.")),
        ("A fought B.", "A fought B.", ("", "A fought B.", "")),
        ("Title\n\nA fought B\n\nNext", "A fought B", ("", "A fought B", "")),
        ("He said\nthat A fought B", "A fought B", ("He said that ", "A fought B", "")),
        ("w " * 200 + "A fought B" + " w" * 200, "A fought B", None),
    ],
)
def test_the_sentence_around_a_quote(
    made_up: ModuleType, text: str, quote: str, expected: tuple[str, str, str] | None
) -> None:
    """What stands around a quote reaches to the ends of its sentence, or to an ellipsis."""
    document = Document(text, "text/1")
    begin = text.index(quote)
    claim = replace(
        made_up.claims()[0],
        document=made_up.ref(document),
        quote=quote,
        begin=begin,
        end=begin + len(quote),
    )
    found = Surroundings([document])(Entry(1, claim.id, claim, None), 320)
    if expected is None:
        assert found[0].startswith("… ")
        assert found[2].endswith(" …")
    else:
        assert found == expected
