"""Bytes to text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.errors import UnreadableError
from tieline.reading.decoding import decode, decode_declared

RUSSIAN = (
    "Представители движения заявили в понедельник, что переговоры продолжатся "
    "на следующей неделе, хотя стороны по-прежнему обвиняют друг друга."
)
FRENCH = "Le mouvement a nié toute aide étrangère, a déclaré hier son porte-parole à l'étranger."
ARABIC = "نفت الحركة أي صلة لها بالدولة المجاورة، بحسب المتحدث باسمها."
PLAIN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)


@given(PLAIN)
def test_utf8_round_trips_exactly(text: str) -> None:
    """Any text written as UTF-8 with a mark comes back code point by code point."""
    assert decode(b"\xef\xbb\xbf" + text.encode()) == text


@given(PLAIN, st.sampled_from(["utf-16", "utf-32"]))
def test_marked_wide_encodings_round_trip_exactly(text: str, encoding: str) -> None:
    """Any text written with a byte order mark comes back code point by code point."""
    assert decode(text.encode(encoding)) == text


@given(st.binary(min_size=1))
def test_random_bytes_decode_or_are_refused(data: bytes) -> None:
    """Whatever the bytes, the outcome is a storable text or our own error."""
    try:
        text = decode(data)
    except UnreadableError:
        return
    assert "\0" not in text
    assert text.encode()  # no half of a surrogate pair, and something at all


def test_an_english_text_with_a_few_accents_is_western() -> None:
    """Where several encodings fit alike, the usual one of English texts is taken."""
    text = "Señor Peña said: “The movement’s envoys met in Kabul.”"
    assert decode(text.encode("cp1252")) == text


def test_a_mark_is_no_part_of_the_text() -> None:
    """A byte order mark is left out at the start and kept anywhere else."""
    assert decode(b"\xef\xbb\xbfone\xef\xbb\xbf") == "one\ufeff"


def test_line_ends_and_odd_characters_stay() -> None:
    """CRLF, form feeds, direction marks, soft hyphens and wrong decodings are kept."""
    text = "a\r\nb\rc\n\x0c\u200fd\u200e\u00ade\u2028f â€œgâ€\x9d ﬁ"
    assert decode(text.encode()) == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(RUSSIAN, "cp1251"), (FRENCH, "latin-1"), (FRENCH, "cp1252"), (ARABIC * 3, "cp1256")],
)
def test_old_encodings_are_recognised(text: str, encoding: str) -> None:
    """A few dozen words in an eight-bit encoding are enough to tell which it is."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised(encoding: str) -> None:
    """Text of mostly ASCII in UTF-16 is read though nothing marks it."""
    assert (
        decode("The Front\u2019s envoys left.".encode(encoding)) == "The Front\u2019s envoys left."
    )


def test_a_given_encoding_has_its_way() -> None:
    """What the user says of the encoding outweighs any guess."""
    assert decode("Łódź".encode("cp1250"), "cp1250") == "Łódź"


@pytest.mark.parametrize(
    ("data", "encoding", "complaint"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "looks like binary data"),
        (bytes(range(1, 32)) * 40 + b"\xff", None, "looks like binary data"),
        (b"plain\0text", None, "looks like binary data"),
        (b"\xff\xfea\0\0\0", None, "looks like binary data"),
        (b"\xff\xfe\x00\xd8a\0", None, "cannot be decoded as utf-16-le"),
        (b"%PDF-1.4 and more", None, "is a PDF by its content"),
        (b"{\\rtf1 text}", None, "is an RTF file by its content"),
        (b"PK\x03\x04 and more", None, "is a zip or office file by its content"),
        (b"\xe9t\xe9", "utf-8", "cannot be decoded as utf-8"),
        (b"text", "klingon", "no encoding is called 'klingon'"),
        (b"text", "hex", "no encoding is called 'hex'"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, encoding: str | None, complaint: str) -> None:
    """Binary data and wrong encodings are refused with the reason."""
    with pytest.raises(UnreadableError, match=complaint):
        decode(data, encoding)


def test_a_wrong_declaration_loses_its_say() -> None:
    """A page that declares an encoding it is not in is decoded all the same."""
    assert decode_declared("é".encode() * 9, "ascii") == "é" * 9
    assert decode_declared(b"text", "no-such") == "text"
