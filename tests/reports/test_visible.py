import pytest

from tieline.reports.visible import one_line, shortened, visible


def test_offsets_hold() -> None:
    """Every character is replaced by exactly one, so that spans still fit."""
    text = "".join(chr(code) for code in [*range(0x2100), 0xD800, 0xFFFE, 0x1F600])
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize("bad", ["\x00", "\x1b", "\x7f", "\x9b", "\ud800", "\uffff"])
def test_what_cannot_be_shown_is_replaced(bad: str) -> None:
    """Control characters and half characters never reach a page or a terminal."""
    assert visible(f"a{bad}b") == "a\N{REPLACEMENT CHARACTER}b"


@pytest.mark.parametrize("turn", ["\u202e", "\u2067", "\u202a"])
def test_a_line_keeps_its_direction(turn: str) -> None:
    """On a line, marks that would turn the text after them are replaced."""
    assert turn not in one_line(f"a{turn}\nb")


def test_shortening_cuts_at_a_word() -> None:
    """A long text ends in an ellipsis after a whole word; a short one is left alone."""
    assert shortened("one two, three", 9) == "one two …"
    assert shortened("one two", 9) == "one two"
