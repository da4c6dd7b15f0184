"""What every store must do. A plug-in's store is found by its entry point and run here too."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tieline.errors import CaseError, InputError
from tieline.model.claim import Claim, Holder, Modality, Time
from tieline.model.document import Document
from tieline.model.finding import Finding, Verdict
from tieline.model.mention import Mention
from tieline.model.query import ClaimQuery
from tieline.plugins import STORES, Store, load, names
from tieline.testing import FakeEngine, FakeLinker

ENGINE = "fake/1"
TEXT = "Aland funds Bland. Cland never fights Dland. Eland arms Fland."


def document(text: str = TEXT, path: str = "a.txt", **changes: Any) -> Document:
    """A document of three statements."""
    return replace(Document(text, "text/1", path), **changes)


def reading(
    document: Document, change: Callable[[Claim], Claim] = lambda claim: claim
) -> tuple[Document, tuple[Mention, ...], tuple[Claim, ...]]:
    """What the stand-ins read of it."""
    claims = tuple(change(claim) for claim in FakeEngine().claims(document))
    return document, FakeLinker().mentions(document, (), {}, {}), claims


@pytest.fixture(params=names(STORES))
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty case in every store there is."""
    made: Store = load(STORES, request.param)(tmp_path / "case")
    made.create()
    yield made
    made.close()


def quotes(store: Store, **asked: Any) -> list[str]:
    """The words of matching claims."""
    return [claim.quote for claim in store.claims(ClaimQuery(**asked))]


def test_round_trip(store: Store) -> None:
    """Documents, mentions and claims come back as they went in."""
    given = reading(document(title="T", author="A", publisher="P", published=date(2018, 11, 28)))
    store.keep([given], ENGINE)
    (kept,) = store.documents()
    assert kept.document == given[0]
    assert kept.claims == len(given[2])
    assert store.mentions(given[0].id) == given[1]
    assert tuple(store.claims()) == given[2]
    assert store.document(given[0].id) == kept


def test_any_text_survives(store: Store) -> None:
    """Line ends, rare characters and far planes come back unaltered."""
    text = "Aland funds Bland.\r\n\x0b\u2028 \U0001f3d4 e\u0301 \u202e'\"; DROP TABLE claims; --"
    store.keep([reading(document(text))], ENGINE)
    assert next(store.documents()).document.text == text


def test_create_is_idempotent(store: Store) -> None:
    """Making a case that is there changes nothing."""
    store.keep([reading(document())], ENGINE)
    assert store.create() is False
    assert len(list(store.claims())) == 3


def test_keeping_twice_is_keeping_once(store: Store) -> None:
    """The same reading twice leaves one document and one of each claim."""
    for _ in range(2):
        store.keep([reading(document())], ENGINE)
    assert len(list(store.documents())) == 1
    assert len(list(store.claims())) == 3


def test_one_document_with_all_its_paths(store: Store) -> None:
    """Equal texts are one document under the first path, found at all of them."""
    store.keep([reading(document()), reading(document(path="b.txt", title="Other"))], ENGINE)
    (kept,) = store.documents()
    assert kept.document.path == "a.txt"
    assert [place.path for place in kept.places] == ["a.txt", "b.txt"]
    assert {claim.document.title for claim in store.claims()} == {None}


def test_settled_only_with_path_metadata_and_engine(store: Store) -> None:
    """A document is settled when its text, path, metadata and engine are all known."""
    known = document()
    assert not store.is_settled(known, ENGINE)
    store.keep([reading(known)], ENGINE)
    assert store.is_settled(known, ENGINE)
    assert not store.is_settled(known, "fake/2")
    assert not store.is_settled(replace(known, path="b.txt"), ENGINE)
    assert not store.is_settled(replace(known, published=date(2018, 1, 1)), ENGINE)


def test_new_metadata_renew_the_claims(store: Store) -> None:
    """Claims carry their document's present metadata."""
    store.keep([reading(document())], ENGINE)
    store.keep([reading(document(published=date(2018, 1, 1)))], ENGINE)
    assert {claim.document.published for claim in store.claims()} == {date(2018, 1, 1)}


def test_new_engine_replaces_the_old_reading(store: Store) -> None:
    """What an older engine read gives way to what the new one reads."""
    store.keep([reading(document())], ENGINE)
    whole = reading(document())
    store.keep([(whole[0], whole[1], whole[2][:1])], "fake/2")
    assert len(list(store.claims())) == 1
    assert not store.is_settled(document(), ENGINE)


def test_all_or_none(store: Store) -> None:
    """If one reading of several cannot be kept, none is."""
    broken = replace(FakeEngine().claims(document("Gland funds Hland."))[0], polarity=None)
    second = (document("Gland funds Hland.", "b.txt"), (), (broken,))
    with pytest.raises(AttributeError):
        store.keep([reading(document()), second], ENGINE)
    assert list(store.documents()) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actors": ("aland",)}, ["Aland funds Bland"]),
        ({"actors": ("BLAND", "no:one")}, ["Aland funds Bland"]),
        ({"relation": "fights"}, ["Cland never fights Dland"]),
        ({"polarity": "negated"}, ["Cland never fights Dland"]),
        ({"modality": "hedged"}, []),
        ({"modality": "asserted", "limit": 1}, ["Aland funds Bland"]),
        ({"kind": "demand"}, []),
        ({"text": "never"}, ["Cland never fights Dland"]),
        ({"text": '"funds bland"'}, ["Aland funds Bland"]),
        ({"text": "bland funds"}, ["Aland funds Bland"]),
        ({"text": '"bland funds"'}, []),
        ({"text": "funds NOT bland"}, []),
        ({"text": 'fun* AND "( :'}, []),
        ({"document": "eland", "relation": "arms"}, ["Eland arms Fland"]),
        ({"document": "elsewhere"}, []),
    ],
)
def test_filters(store: Store, asked: dict[str, object], found: list[str]) -> None:
    """Claims are found by their parties, fields and words; words are never operators."""
    store.keep([reading(document())], ENGINE)
    assert quotes(store, **asked) == found


def test_holder_filter(store: Store) -> None:
    """Claims are found by who says them, 'author' being the document's own voice."""
    envoy = Holder("The envoy", "person:envoy", "the envoy", 1, 2, ("The envoy",))
    first, *rest = FakeEngine().claims(document())
    store.keep([(document(), (), (replace(first, holder=envoy), *rest))], ENGINE)
    assert quotes(store, holders=("the envoy",)) == [first.quote]
    assert quotes(store, holders=("person:envoy",)) == [first.quote]
    assert len(quotes(store, holders=("author",))) == 2


def test_date_filter(store: Store) -> None:
    """A claim is about its own time; without one, about the document's day."""
    since = Time("since 2014", 0, 1, date(2014, 1, 1), None)
    first, *rest = FakeEngine().claims(document(published=date(2018, 11, 28)))
    dated = document(published=date(2018, 11, 28))
    store.keep([(dated, (), (replace(first, time=since), *rest))], ENGINE)
    store.keep([reading(document("Gland funds Hland.", "b.txt"))], ENGINE)
    assert quotes(store, until=date(2015, 1, 1)) == [first.quote]
    assert len(quotes(store, since=date(2018, 1, 1), until=date(2018, 12, 31))) == 3
    assert quotes(store, since=date(2019, 1, 1)) == []


def test_modalities_are_whole_words(store: Store) -> None:
    """A claim of several modalities is found by each."""
    both = (Modality.HEDGED, Modality.PREDICTED)
    store.keep([reading(document(), lambda claim: replace(claim, modality=both))], ENGINE)
    assert len(quotes(store, modality="predicted")) == 3
    assert quotes(store, modality="asserted") == []


def test_claim_by_prefix(store: Store) -> None:
    """A claim is found by any unique beginning of its id; anything else is said in one line."""
    store.keep([reading(document())], ENGINE)
    claim = next(store.claims())
    assert store.claim(claim.id) == claim
    assert store.claim(claim.id[:12].upper()) == claim
    for wrong in ("", "xyz", "%", "f" * 32):
        with pytest.raises(InputError) as caught:
            store.claim(wrong)
        assert "\n" not in str(caught.value)


def test_ambiguous_prefix(store: Store) -> None:
    """A beginning that several claims share is refused."""
    text = " ".join(f"Aland funds B{number}." for number in range(17))
    store.keep([reading(document(text))], ENGINE)
    first = [claim.id[0] for claim in store.claims()]
    shared = next(digit for digit in first if first.count(digit) > 1)
    with pytest.raises(InputError, match="several"):
        store.claim(shared)


def test_unknown_document(store: Store) -> None:
    """Asking for a document that is not there is an error of one line."""
    with pytest.raises(InputError):
        store.document("0" * 32)


def test_findings(store: Store) -> None:
    """A later finding of a claim replaces the earlier; a new reading drops both."""
    store.keep([reading(document())], ENGINE)
    claim = next(store.claims())
    assert store.finding(claim.id) is None
    for verdict in (Verdict.MIXED, Verdict.SUPPORTED):
        store.put_findings([Finding(claim.id, verdict, "because", said_on=date(2018, 1, 1))])
    expected = Finding(claim.id, Verdict.SUPPORTED, "because", said_on=date(2018, 1, 1))
    assert store.finding(claim.id) == expected
    assert store.findings() == {claim.id: expected}
    store.keep([reading(document(title="New"))], ENGINE)
    assert store.findings() == {}


def test_clear(store: Store) -> None:
    """A cleared case can be made anew and is empty."""
    store.keep([reading(document())], ENGINE)
    store.clear()
    with pytest.raises(CaseError):
        list(store.claims())
    assert store.create() is True
    assert list(store.claims()) == []


def test_writer_may_write(store: Store) -> None:
    """Whoever holds the lock writes without waiting for itself."""
    with store.writer():
        store.keep([reading(document())], ENGINE)
        assert len(list(store.claims())) == 3
