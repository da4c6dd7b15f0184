"""What a Markdown text says of itself: front matter and its first heading."""

import re

from tieline.reading.metadata import Metadata, from_mapping

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(
    r"^(title|author|publisher|date|published)[ \t]*:[ \t]*(.+?)[ \t]*\r?$",
    re.MULTILINE | re.IGNORECASE,
)
_HASHES = re.compile(r"^ {0,3}#{1,6}[ \t]+(.+?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
_UNDERLINED = re.compile(r"^ {0,3}(\S.*?)[ \t]*\r?\n {0,3}=+[ \t]*\r?$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1", re.MULTILINE | re.DOTALL)
_FRONT_LONGEST = 10_000


def metadata(text: str) -> Metadata:
    """Front matter first; for the title, else the first heading."""
    front = _FRONT.match(text[:_FRONT_LONGEST])
    pairs = _PAIR.findall(front[1]) if front else []
    said = from_mapping({key.lower(): value.strip("\"'") for key, value in reversed(pairs)})
    return said.over(Metadata(title=_heading(text[front.end() :] if front else text)))


def _heading(text: str) -> str | None:
    prose = _FENCED.sub("", text)
    found = [match for match in (_HASHES.search(prose), _UNDERLINED.search(prose)) if match]
    first = min(found, key=lambda match: match.start(), default=None)
    return first[1].strip() or None if first else None
