"""What to ask of a store's claims."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ClaimQuery:
    """Claims that meet every condition given; None or () asks nothing.

    `actors` and `holders` are registry ids or names, any of which may match a party or
    the holder: by id, by canonical name or by the words of the text, whatever the case.
    The holder "author" is the document's own voice. `since` and `until` bound the
    claim's time, or the document's day where the text gives no time. `text` is words of
    the quote and `document` words of a document's title or text, all of which must
    occur; words in double quotes must stand together.
    """

    actors: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    relation: str | None = None
    kind: str | None = None
    polarity: str | None = None
    modality: str | None = None
    since: date | None = None
    until: date | None = None
    text: str | None = None
    document: str | None = None
    limit: int | None = None
