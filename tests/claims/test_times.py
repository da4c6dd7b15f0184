"""Time expressions, their dates, and the predicates they belong to."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieline.claims import times
from tieline.model.analysis import Analysis, Sentence, Token

Parse = Callable[[str], Mapping[int, Analysis]]
Word = Callable[[Mapping[int, Analysis], str], tuple[int, Token]]

PUBLISHED = date(2018, 11, 28)  # a Wednesday

EXPLICIT = [
    ("on 26 December 2015", "2015-12-26", "2015-12-26"),
    ("on December 26, 2015", "2015-12-26", "2015-12-26"),
    ("on 2015-12-26", "2015-12-26", "2015-12-26"),
    ("on 26\u201328 December 2015", "2015-12-26", "2015-12-28"),
    ("in March 2014", "2014-03-01", "2014-03-31"),
    ("in early March 2014", "2014-03-01", "2014-03-10"),
    ("in April-June 2014", "2014-04-01", "2014-06-30"),
    ("in 2015", "2015-01-01", "2015-12-31"),
    ("in 2003-17", "2003-01-01", "2017-12-31"),
    ("in 1996\u20132001", "1996-01-01", "2001-12-31"),
    ("in the 1990s", "1990-01-01", "1999-12-31"),
    ("in the early 2000s", "2000-01-01", "2003-12-31"),
    ("in the late nineties", "1997-01-01", "1999-12-31"),
    ("in late 2001", "2001-09-01", "2001-12-31"),
    ("in mid-2014", "2014-05-01", "2014-08-31"),
    ("in spring 2016", "2016-03-01", "2016-05-31"),
    ("in the winter of 2015-16", "2015-12-01", "2016-02-29"),
    ("in the first half of 2016", "2016-01-01", "2016-06-30"),
    ("since 2014", "2014-01-01", None),
    ("since at least 2014", "2014-01-01", None),
    ("from 2012 onwards", "2012-01-01", None),
    ("until 2001", None, "2001-12-31"),
    ("before 2001", None, "2000-12-31"),
    ("after March 2001", "2001-04-01", None),
    ("from January 2013 to mid-2014", "2013-01-01", "2014-08-31"),
    ("between 1996 and 2001", "1996-01-01", "2001-12-31"),
    ("after the fall of the capital", None, None),
]

RELATIVE = [
    ("last year", "2017-01-01", "2017-12-31"),
    ("earlier this year", "2018-01-01", "2018-11-28"),
    ("two years ago", "2016-01-01", "2016-12-31"),
    ("over the last 17 years", "2001-11-28", "2018-11-28"),
    ("in recent years", None, "2018-11-28"),
    ("on Tuesday", "2018-11-27", "2018-11-27"),
    ("last week", "2018-11-19", "2018-11-25"),
    ("as of April 9", "2018-04-09", "2018-04-09"),
    ("in March", "2018-03-01", "2018-03-31"),
    ("on 30 November", "2017-11-30", "2017-11-30"),
    ("yesterday", "2018-11-27", "2018-11-27"),
]


def _dates(time: times.Time) -> tuple[str | None, str | None]:
    return (
        time.earliest.isoformat() if time.earliest else None,
        time.latest.isoformat() if time.latest else None,
    )


@pytest.mark.parametrize(("words", "earliest", "latest"), EXPLICIT + RELATIVE)
def test_dates(parse: Parse, words: str, earliest: str | None, latest: str | None) -> None:
    """An expression is found with its preposition and dated from the document's date."""
    text = f"The clan attacked the port {words}."
    (analysis,) = parse(text).values()

    (time,) = times.find(analysis, text, PUBLISHED)

    assert time.text == words
    assert _dates(time) == (earliest, latest)


@pytest.mark.parametrize("words", [words for words, _, _ in RELATIVE])
def test_never_guessed(parse: Parse, words: str) -> None:
    """Without a document date, what depends on it has no dates."""
    text = f"The clan attacked the port {words}."
    (analysis,) = parse(text).values()

    (time,) = times.find(analysis, text, None)

    assert _dates(time) == (None, None)


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Today the clan supports the army.", ("2018-11-28", "2018-11-28")),
        ("The clan has attacked nobody to date.", (None, "2018-11-28")),
        ("For four years the clan has fought the army.", ("2014-11-28", "2018-11-28")),
        ("For four years the clan fought the army.", (None, None)),
        ("Almost two decades later, the clan still fights.", (None, None)),
        ("The envoy will visit the port in March.", ("2019-03-01", "2019-03-31")),
    ],
)
def test_present(parse: Parse, text: str, dates: tuple[str | None, str | None]) -> None:
    """The present is the document's date, and a perfect tense reaches to it."""
    (analysis,) = parse(text).values()

    (time,) = times.find(analysis, text, PUBLISHED)

    assert _dates(time) == dates


@pytest.mark.parametrize(
    "text",
    [
        "The council adopted Resolution 1989.",
        "About 2000 fighters left the port.",
        "The clan may attack the port.",
        "Now, the clan is weak.",
        "The army marched to the port.",
    ],
)
def test_no_time(parse: Parse, text: str) -> None:
    """Numbers, verbs and discourse words that look like dates are none."""
    (analysis,) = parse(text).values()

    assert times.find(analysis, text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "wanted", "words"),
    [
        ("The minister said on Tuesday that the clan fled in 2014.", "fled", "in 2014"),
        ("The minister said on Tuesday that the clan fled.", "fled", None),
        ("The minister said on Tuesday that the clan fled in 2014.", "said", "on Tuesday"),
        ("The clan, which fled in 2014, was disbanded in 2016.", "fled", "in 2014"),
        ("The clan, which fled in 2014, was disbanded in 2016.", "disbanded", "in 2016"),
        ("The militia, which burned the port, was disbanded in 2016.", "burned", None),
        ("In early 2012, the clan hired a broker and paid him.", "paid", "In early 2012"),
        ("In 2012 the clan ordered a broker to transfer money.", "transfer", "In 2012"),
        ("The April 11 meeting failed.", "meeting", "April 11"),
        ("The April 11 meeting failed.", "failed", None),
        ("The attacks on the port continued in 2016.", "attacks", "in 2016"),
        ("The leader of the clan was killed in 2016.", "leader", None),
    ],
)
def test_predicate(parse: Parse, word: Word, text: str, wanted: str, words: str | None) -> None:
    """A time belongs to the predicate of its own clause, not to a saying or a bystander."""
    analyses = parse(text)
    index, token = word(analyses, wanted)
    found = times.find(analyses[index], text, PUBLISHED)

    time = times.for_predicate(analyses[index], token, found)

    assert (time and time.text) == words


def _flat(text: str) -> Analysis:
    """A parse without structure: words at their places, each its own root."""
    tokens, begin = [], 0
    for index, piece in enumerate(text.split(" ")):
        end = begin + len(piece)
        if piece:
            tokens.append(Token(index, piece, begin, end, piece, "NN", "NOUN", "dep", index))
        begin = end + 1
    tokens = [
        Token(i, t.text, t.begin, t.end, t.lemma, t.tag, t.pos, t.dep, i)
        for i, t in enumerate(tokens)
    ]
    return Analysis(Sentence(0, len(text), 0), tuple(tokens))


WORDS = st.sampled_from(
    [
        "in",
        "the",
        "early",
        "since",
        "between",
        "and",
        "2014",
        "2001",
        "1990s",
        "March",
        "26",
        "of",
        "to",
        "until",
        "last",
        "two",
        "years",
        "ago",
        "May",
        "Tuesday",
        "mid-2014",
        "9/11",
        ",",
        "now",
        "year",
        "decade",
        "31",
        "February",
        "from",
        "1996\u20132001",
        "for",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.none() | st.dates())
def test_spans_are_slices(text: str, published: date | None) -> None:
    """Every time's text is its slice of the document, and its dates are in order."""
    for time in times.find(_flat(text), text, published):
        assert text[time.begin : time.end] == time.text
        assert not (time.earliest and time.latest) or time.earliest <= time.latest
