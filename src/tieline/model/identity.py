"""Content identity: the same content always has the same id."""

from collections.abc import Iterable
from hashlib import sha256

Field = str | int | None | Iterable["Field"]


def content_id(*fields: Field) -> str:
    """Hash fields to 32 hexadecimal digits (128 bits of SHA-256).

    Every field is prefixed by its type and length, so no two different
    sequences of fields can give the same bytes.
    """
    digest = sha256()
    for field in fields:
        digest.update(_encode(field))
    return digest.hexdigest()[:32]


def _encode(field: Field) -> bytes:
    if field is None:
        return b"n;"
    if isinstance(field, int):
        return b"i%d;" % field
    if isinstance(field, str):
        data = field.encode("utf-8", "surrogatepass")
        return b"s%d:" % len(data) + data
    parts = b"".join(_encode(part) for part in field)
    return b"l%d:" % len(parts) + parts
