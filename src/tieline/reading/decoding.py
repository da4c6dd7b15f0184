"""Bytes to text, altering nothing.

A byte order mark is the encoding's signature and no part of the text: it is not
kept. Everything else is, line ends included.
"""

import codecs

import charset_normalizer

from tieline.errors import UnreadableError

_MARKS = (  # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip or office file",
    b"{\\rtf": "an RTF file",
    b"\xd0\xcf\x11\xe0": "an old office file",
    b"\x1f\x8b": "a gzip file",
}
_BINARY = "looks like binary data, not text"
_CONTROLS = frozenset(range(32)) - set(b"\t\n\v\f\r\x1a\x1b")
_SAMPLE = 65_536
_USUAL = "cp1252"  # of English texts that are no UTF-8


def decode(data: bytes, encoding: str | None = None) -> str:
    """The text of a file: by the given encoding, its mark, UTF-8, or the best guess.

    Raises UnreadableError.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], name)
    if encoding:
        return _strict(data, encoding)
    _refuse_foreign(data)
    if b"\0" in data:
        return _unmarked_utf16(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess(data)


def decode_declared(data: bytes, declared: str | None) -> str:
    """As `decode`, but a wrong or unknown declaration only loses its say."""
    try:
        return decode(data, declared)
    except UnreadableError:
        return decode(data)


def _strict(data: bytes, encoding: str) -> str:
    try:
        return _no_nul(data.decode(encoding))
    except LookupError as error:
        raise UnreadableError(f"cannot be decoded: no encoding is called '{encoding}'") from error
    except UnicodeError as error:
        raise UnreadableError(f"cannot be decoded as {encoding}: give its real encoding") from error


def _no_nul(text: str) -> str:
    if "\0" in text:
        raise UnreadableError(_BINARY)
    return text


def _refuse_foreign(data: bytes) -> None:
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            raise UnreadableError(f"is {kind} by its content, not text: give it the right suffix")


def _guess(data: bytes) -> str:
    if _looks_binary(data):
        raise UnreadableError(_BINARY)
    guesses = charset_normalizer.from_bytes(data)
    best = guesses.best()
    if best is None:
        raise UnreadableError(f"{_BINARY}: if it is text, give its encoding")
    # A few accents in an English text fit many encodings alike: then the usual one.
    tied = {guess.encoding for guess in guesses if guess.chaos <= best.chaos}
    return _strict(data, _USUAL if _USUAL in tied else best.encoding)


def _looks_binary(data: bytes) -> bool:
    """More than one control character in a hundred bytes."""
    sample = data[:_SAMPLE]
    return sum(byte in _CONTROLS for byte in sample) * 100 > len(sample)


def _unmarked_utf16(data: bytes) -> str:
    """Text mostly of ASCII has a NUL in every other byte, always on the same side."""
    sample = data[:_SAMPLE]
    for side, name in ((0, "utf-16-be"), (1, "utf-16-le")):
        here, there = sample[side::2].count(0), sample[1 - side :: 2].count(0)
        if here * 5 > len(sample) and there == 0 and len(data) % 2 == 0:
            return _without_controls(_strict(data, name))
    raise UnreadableError(_BINARY)


def _without_controls(text: str) -> str:
    """Where an encoding is only inferred, control characters speak against it."""
    if not _CONTROLS.isdisjoint(map(ord, text)):
        raise UnreadableError(_BINARY)
    return text
