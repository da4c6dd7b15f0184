"""Where quotations begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.claims.quotations import blocks, quotations


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("He said “we won” twice.", ["“we won”"]),
        ('He said "we won" twice.', ['"we won"']),
        ("He said ''we won'' twice.", ["''we won''"]),
        ("He said «we won» twice.", ["«we won»"]),
        ('"We won," he said. "They fled."', ['"We won,"', '"They fled."']),
        ('"We won.\n\n"They fled."', ['"We won.\n\n"They fled."']),
        ('A 6" gun and a 5" gun.', []),
        ("He said “we won and left.\n\nNobody came.", []),
        ("The clan\u2019s men and the men\u2019s clan.", []),
    ],
)
def test_marks(text: str, inside: list[str]) -> None:
    """Every kind of mark is paired; a mark that never closes opens nothing."""
    assert [text[q.begin : q.end] for q in quotations(text)] == inside


def test_block() -> None:
    """Indented lines after a colon are a quotation, up to the next plain line."""
    text = "He wrote:\n\n We won.\n\n They fled.\n\nNobody came."

    (block,) = blocks(text)

    assert text[block.begin : block.end].split() == ["We", "won.", "They", "fled."]


def test_no_block_without_a_colon() -> None:
    """Indentation alone quotes nobody."""
    assert blocks("He wrote.\n\n We won.\n") == ()


@given(st.text(alphabet="ab .,\n:\"'“”«» ", max_size=60))
def test_quotations_are_ordered_stretches(text: str) -> None:
    """Quotations lie inside the text, in order and apart."""
    last = 0
    for quote in quotations(text):
        assert last <= quote.begin < quote.end <= len(text)
        last = quote.end
