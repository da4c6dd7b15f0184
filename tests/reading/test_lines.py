"""Printed lines to running text."""

from dataclasses import replace

from tieline.reading.parsing.lines import Line, joined

FULL = Line("These words fill the whole of a line and go", 700, 4700, 7000, 120)


def _page(*texts: str, left: int = 700, top: int = 7000) -> list[Line]:
    return [
        Line(text, left, left + 90 * len(text), top - 140 * number, 120)
        for number, text in enumerate(texts)
    ]


def test_a_gap_parts_paragraphs() -> None:
    """A step down larger than usual ends a paragraph though no sentence ends."""
    lines = [replace(FULL, bottom=bottom) for bottom in (7000, 6860, 6720, 6400, 6260)]
    parts = joined([lines]).split("\n\n")
    assert [len(part) // len(FULL.text) for part in parts] == [3, 2]


def test_a_larger_face_parts_a_heading() -> None:
    """A line in another size is no part of the paragraph below it."""
    assert joined([[replace(FULL, height=180), replace(FULL, bottom=6860)]]).count("\n\n") == 1


def test_items_of_a_list_stand_apart() -> None:
    """Bullets and numbers begin a paragraph."""
    page = _page("They want this and much more besides:", "• arms for all men", "2. a road home")
    assert joined([page]).split("\n\n") == [
        "They want this and much more besides:",
        "• arms for all men",
        "2. a road home",
    ]


def test_a_sentence_goes_on_in_the_next_column() -> None:
    """At the top of a column a paragraph goes on unless a sentence had ended."""
    opening, column = "The Front came in the night and", _page("the town.", left=5000)
    open_ = _page(opening, "all of its many men then left")
    assert joined([open_ + column]) == f"{opening} all of its many men then left the town."
    ended = _page(opening, "all of its many men left them.")
    assert joined([ended + column]) == f"{opening} all of its many men left them.\n\nthe town."


def test_pieces_of_one_line_stay_together() -> None:
    """Pieces at one height are one line, as where a tab or a note mark parts them."""
    assert joined([[FULL, replace(FULL, text="Beside", left=5000, bottom=7010)]]).endswith(
        "and go Beside"
    )


def test_a_dash_at_the_end_of_a_line_joins() -> None:
    """A range or pair that a line's end parts is put together without a space."""
    page = [replace(FULL, text="in the years 2014\u2013"), replace(FULL, text="2016.", bottom=6860)]
    assert joined([page]) == "in the years 2014\u20132016."


def test_running_heads_go_and_numbers_in_the_text_stay() -> None:
    """Lines repeated at the edges of three pages go, and the page's own number goes."""
    pages = [
        _page("Institute", f"It was {word} in all", "1999", f"the {word} year.", str(number))
        for number, word in enumerate(("war", "peace", "quiet"), 1)
    ]
    text = joined(pages)
    assert "Institute" not in text
    assert text.count("1999") == 3
    assert text.endswith("It was quiet in all 1999 the quiet year.")


def test_nothing_gives_nothing() -> None:
    """No pages and empty pages are no text."""
    assert joined([]) == joined([[], []]) == ""
