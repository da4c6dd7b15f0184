from dataclasses import replace
from types import ModuleType
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tieline.model.document import Document
from tieline.reports.entries import Entry
from tieline.reports.highlight import marked_quote, marked_text
from tieline.reports.visible import visible

_text = st.text(
    st.sampled_from("ab<&\"' \n\t\r\x00\u202e\u05d0é\U0001f600"), min_size=1, max_size=60
)


def _entry(made_up: ModuleType, text: str, begin: int, end: int, sign: int = 1) -> Entry:
    base = made_up.claims()[0]
    document = Document(text, "text/1")
    claim = replace(
        base,
        document=made_up.ref(document),
        begin=begin,
        end=end,
        quote=text[begin:end],
        sign=sign,
    )
    return Entry(1, claim.id, claim, None)


@given(text=_text, cuts=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=6))
def test_any_claims_leave_the_text_whole(
    made_up: ModuleType, read_page: Any, text: str, cuts: list[tuple[int, int]]
) -> None:
    """However claims overlap, the page's text is the document's and every element is closed."""
    spans = {(min(a, b), min(max(a, b), len(text))) for a, b in cuts}
    entries = [_entry(made_up, text, *span) for span in spans if span[0] < span[1]]
    found = read_page(f'<div class="whole">{marked_text(text, entries)}</div>')
    assert found.texts["whole"] == [visible(text)]
    assert found.unclosed == []
    assert len(found.ids()) == len(set(found.ids()))


def test_nested_claims_keep_their_own_marks(made_up: ModuleType) -> None:
    """Where claims nest, inner words lead to the inner claim and are marked as shared."""
    text = "Ash funds Birch and fights Cedar."
    outer, inner = _entry(made_up, text, 0, 33), _entry(made_up, text, 20, 32, -1)
    html = marked_text(text, [outer, inner])
    assert f'<a class="p" tabindex="-1" href="#c-{outer.anchor}">Ash funds Birch and </a>' in html
    assert f'class="x d" tabindex="-1" href="#c-{inner.anchor}">fights Cedar</a>' in html


def test_polarity_and_mood_stand_in_the_text(made_up: ModuleType) -> None:
    """The note behind the words says in words that a claim is denied."""
    document = made_up.documents()[0]
    entry = Entry(7, made_up.claims()[0].id, made_up.claims()[0], None)
    assert ">7 not</a></sup>" in marked_text(document.text, [entry])


def test_hard_wrapped_paragraphs_flow_again(made_up: ModuleType) -> None:
    """Lines of a typewriter's width may flow; a list of short lines keeps its lines."""
    wrapped = "\n".join(["word " * 13] * 4)
    assert 'class="flow"' in marked_text(wrapped, [])
    assert 'class="flow"' not in marked_text("one\ntwo\nthree\nfour", [])
    assert made_up.FIRST


def test_a_quote_shows_who_and_whom(made_up: ModuleType) -> None:
    """Source and target are set off inside the quote, and nothing else is added."""
    claim = made_up.claims()[0]
    html = marked_quote(claim)
    assert '<b class="source">Hill Front</b>' in html
    assert '<b class="target">River League</b>' in html
    assert html.striptags() == claim.quote
