"""The labels of our own op-eds fit their texts and the codebook."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tieline.codebook.loader import codebook

FOLDER = Path(__file__).resolve().parents[2] / "eval" / "opeds"
ARGUMENTS = ("source", "target", "holder")


def _rows(name: str) -> list[dict[str, Any]]:
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


PASSAGES = {row["id"]: row for row in _rows("passages.jsonl")}
CLAIMS = _rows("claims.jsonl")
TEXTS = {
    row["file"]: (FOLDER / row["file"]).read_bytes().decode("utf-8") for row in PASSAGES.values()
}


def _of(passage: str) -> list[dict[str, Any]]:
    return [claim for claim in CLAIMS if claim["passage"] == passage]


def _spans(claim: dict[str, Any]) -> list[tuple[int, int]]:
    mentions = [claim[role] for role in ARGUMENTS]
    named = [(m["begin"], m["end"]) for m in mentions if m["begin"] is not None]
    worded = [tuple(claim[field]) for field in ("time", "quantity") if claim[field]]
    return [(claim["begin"], claim["end"]), *named, *worded]


def test_half_of_the_texts_are_kept_for_testing() -> None:
    """Eight texts are labelled, four to develop on and four to test on."""
    assert Counter(row["split"] for row in PASSAGES.values()) == {"dev": 4, "test": 4}
    assert {path.name for path in FOLDER.glob("*.txt")} == set(TEXTS)


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_is_a_whole_text_of_the_length_of_an_op_ed(passage: str) -> None:
    """Each passage covers its file, which has 450 to 650 words."""
    row = PASSAGES[passage]
    text = TEXTS[row["file"]]
    assert (row["begin"], row["end"]) == (0, len(text))
    assert 450 <= len(text.split()) <= 650


@pytest.mark.parametrize("passage", PASSAGES)
def test_every_text_has_enough_claims_to_judge_by(passage: str) -> None:
    """A text has 40 to 60 required claims, and at most 100 with the optional ones."""
    claims = _of(passage)
    assert 40 <= sum(not claim["optional"] for claim in claims) <= 60
    assert len(claims) <= 100


@pytest.mark.parametrize("passage", PASSAGES)
def test_spans_lie_inside_their_passage(passage: str) -> None:
    """Quotes, actors, holders, times and quantities are stretches of the passage."""
    row = PASSAGES[passage]
    for claim in _of(passage):
        assert claim["file"] == row["file"]
        for begin, end in _spans(claim):
            assert row["begin"] <= begin < end <= row["end"]


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_mention_has_the_words_at_its_place(passage: str) -> None:
    """The stored words of a source, target or holder are those at its offsets, whole words."""
    text = TEXTS[PASSAGES[passage]["file"]]
    for claim in _of(passage):
        for mention in (claim[role] for role in ARGUMENTS):
            if mention["begin"] is None:
                assert mention["text"] is None
                continue
            begin, end = mention["begin"], mention["end"]
            assert text[begin:end] == mention["text"]
            assert mention["name"]
            assert not text[begin - 1 : begin].isalnum()
            assert not text[end : end + 1].isalnum()


def test_an_actor_outside_the_quote_is_marked() -> None:
    """An argument that the quote itself does not hold is flagged as anaphora."""
    for claim in CLAIMS:
        for mention in (claim["source"], claim["target"]):
            if mention["begin"] is not None and not claim["anaphora"]:
                assert claim["begin"] <= mention["begin"]
                assert mention["end"] <= claim["end"]


def test_a_required_claim_has_both_its_actors() -> None:
    """Only an optional claim may leave an actor without words."""
    for claim in CLAIMS:
        if not claim["optional"]:
            assert claim["source"]["text"]
            assert claim["target"]["text"]


def test_labels_use_the_codebook() -> None:
    """Relations, kinds, polarities and modalities are the codebook's."""
    book = codebook()
    for claim in CLAIMS:
        assert {claim["relation"], *claim["alt"]} <= set(book.relations)
        assert claim["relation"] not in claim["alt"]
        assert claim["kind"] in book.fields["kind"]
        assert claim["polarity"] in book.fields["polarity"]
        assert claim["modality"]
        assert set(claim["modality"]) <= set(book.fields["modality"])


def test_no_claim_is_labelled_twice() -> None:
    """No two lines say the same of the same words."""
    seen = Counter(json.dumps(claim, sort_keys=True) for claim in CLAIMS)
    assert max(seen.values()) == 1


def test_the_set_covers_more_than_plain_statements() -> None:
    """Negations, endings, demands, predictions, hedges and reported speech are all well represented."""
    required = [claim for claim in CLAIMS if not claim["optional"]]
    assert sum(claim["polarity"] == "negated" for claim in required) >= 30
    assert sum(claim["polarity"] == "ended" for claim in required) >= 12
    assert sum(claim["kind"] == "demand" for claim in required) >= 20
    assert sum(claim["kind"] == "prediction" for claim in required) >= 10
    assert sum("hedged" in claim["modality"] for claim in required) >= 10
    assert sum(claim["holder"]["text"] is not None for claim in required) >= 60
    assert sum(claim["anaphora"] for claim in required) >= 100
