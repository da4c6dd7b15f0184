from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tieline.reports.segments import Span, segments

_pairs = st.lists(st.tuples(st.integers(-3, 25), st.integers(-3, 25)), max_size=8)


@given(pairs=_pairs, begin=st.integers(0, 10), length=st.integers(1, 12))
def test_segments_tile_the_stretch_and_name_what_covers_it(
    pairs: list[tuple[int, int]], begin: int, length: int
) -> None:
    """Segments join without gap, and each lists exactly the spans that cover all of it."""
    end = begin + length
    spans = [Span(left, right, place) for place, (left, right) in enumerate(pairs)]
    parts = list(segments(begin, end, spans))
    assert parts[0].begin == begin
    assert parts[-1].end == end
    assert all(a.end == b.begin for a, b in pairwise(parts))
    for part in parts:
        for place in range(part.begin, part.end):
            covering = {s.owner for s in spans if s.begin <= place < s.end}
            assert {s.owner for s in part.spans} == covering


def test_the_innermost_span_comes_first() -> None:
    """Where spans nest, the shortest is named first."""
    (_, middle, _) = segments(0, 9, [Span(0, 9, "outer"), Span(3, 6, "inner")])
    assert [span.owner for span in middle.spans] == ["inner", "outer"]
