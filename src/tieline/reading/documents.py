"""From one source to its documents, with the metadata that have the last word."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from tieline.errors import LimitError, UnreadableError
from tieline.model.document import Document
from tieline.reading.failures import Failure, LinesError
from tieline.reading.files import stored
from tieline.reading.metadata import Metadata, from_options
from tieline.reading.paths import Source
from tieline.settings import Limits


def read_source(
    source: Source, limits: Limits | None = None, options: Mapping[str, Any] | None = None
) -> Iterator[Document | Failure]:
    """Yield every document of a source, and every part of it that could not be read.

    Metadata are taken from the options (`title`, `author`, `publisher`, `published`
    or `date`), else from the folder's metadata.jsonl, else from the document itself.
    Further options are the reader's own (`encoding`, `text_field`, …).
    Raises InputError only for an option that makes no sense.
    """
    given = dict(options or {})
    metadata = from_options(given).over(source.metadata)
    return _read(source, metadata, {**given, "limits": limits or Limits.from_environment()})


def _read(
    source: Source, metadata: Metadata, options: Mapping[str, Any]
) -> Iterator[Document | Failure]:
    try:
        for document in source.reader.read(source.path, options):
            yield metadata.onto(replace(document, path=document.path or stored(source.path)))
    except LinesError as error:
        yield from (Failure(source.path, each) for each in error.errors)
    except (UnreadableError, LimitError) as error:
        yield Failure(source.path, error)
