"""Text from documents made fit to be shown: nothing in it may steer a page or a terminal."""

import re

# Page and column breaks of extracted text; the rest of the control characters, half
# characters and non-characters cannot be shown. One for one, so that offsets still hold.
BREAKS = re.compile("[\x0b\x0c\x85\u2028\u2029]")
UNSHOWN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")

# Marks that turn the direction of all text after them; a page isolates them, a line cannot.
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def visible(text: str) -> str:
    """The text with every character that cannot be shown replaced; its length is kept."""
    return UNSHOWN.sub(REPLACEMENT, BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    """The text on one line, with nothing that turns its direction."""
    return " ".join(TURNING.sub(REPLACEMENT, visible(text)).split())


def shortened(text: str, length: int) -> str:
    """One line of at most `length` characters, cut at a word with an ellipsis."""
    line = one_line(text)
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(",;: ") + " …"
