"""What a Markdown text says of itself: front matter and its first heading."""

import re

from tieline.reading.metadata import Metadata, from_mapping

_FRONT = re.compile(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_PAIR = re.compile(
    r"^(title|author|publisher|date|published)[ \t]*:[ \t]*(\S[^\r\n]*)",
    re.MULTILINE | re.IGNORECASE,
)
_HASHES = re.compile(r"^ {0,3}#{1,6}[ \t]+([^\s#][^\r\n]*)", re.MULTILINE)
_UNDERLINED = re.compile(r"^ {0,3}([^\s#][^\r\n]*)\r?\n {0,3}=+[ \t]*\r?$", re.MULTILINE)
_FENCED = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1", re.MULTILINE | re.DOTALL)
_TOP = 20_000  # code points in which a document says what it is; bounds the search too


def metadata(text: str) -> Metadata:
    """Front matter first; for the title, else the first heading."""
    top = text[:_TOP]
    front = _FRONT.match(top)
    pairs = _PAIR.findall(front[1]) if front else []
    said = from_mapping({key.lower(): _unquoted(value) for key, value in reversed(pairs)})
    return said.over(Metadata(title=_heading(top[front.end() :] if front else top)))


def _heading(text: str) -> str | None:
    prose = _FENCED.sub("", text)
    found = [match for match in (_HASHES.search(prose), _UNDERLINED.search(prose)) if match]
    first = min(found, key=lambda match: match.start(), default=None)
    return first[1].rstrip().rstrip("#").strip() or None if first else None


def _unquoted(value: str) -> str:
    stripped = value.strip()
    quoted = stripped[:1] == stripped[-1:] and stripped[:1] in {"'", '"'}
    return stripped[1:-1] if quoted else stripped
