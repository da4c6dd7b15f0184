"""Real documents beside the checkout."""

import json
from pathlib import Path

from tieline.model.document import Document
from tieline.reading.documents import read_source
from tieline.reading.paths import expand
from tieline.settings import Limits


def _folded(text: str) -> str:
    return " ".join(text.split())


def test_all_real_texts_are_read_with_their_metadata(shared_data: Path) -> None:
    """Every text is read as it is, under the title, publisher and day the list gives."""
    texts = shared_data / "texts"
    found = expand([texts])
    assert (found.failures, found.skipped, len(found.sources)) == ([], [], 220)
    lines = (texts / "metadata.jsonl").read_text().splitlines()
    about = {entry["file"]: entry for entry in map(json.loads, lines)}
    undated = 0
    for source in found.sources:
        (document,) = read_source(source, Limits())
        assert isinstance(document, Document)
        assert document.text.encode() == source.path.read_bytes()
        entry = about[source.path.name]
        assert (document.title, document.publisher) == (_folded(entry["title"]), entry["publisher"])
        undated += document.published is None
        assert document.published is None or document.published.isoformat() in entry["date"]
    assert undated == 59  # one is dated by a month, 58 by "no later than"
