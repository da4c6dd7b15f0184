"""HTML pages."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tieline.errors import LimitError, UnreadableError
from tieline.reading.metadata import Metadata
from tieline.reading.parsing.html import parse
from tieline.settings import Limits

HEAD = """<html lang="en"><head><title>Talks in Doha | The Example Post</title>
<meta property="og:site_name" content="The Example Post"><meta name="author" content="Jane Writer">
<meta property="article:published_time" content="2018-11-28T10:00:00Z">
<script>document.write("written by a script")</script></head><body><nav>Home Contact</nav>"""
ARTICLE = """<article><h1>Talks in Doha</h1><p>The Northern Front has met envoys of the River
  State &amp; its allies for two days, officials said on Monday after the last of many talks.</p>
<p>The Front&rsquo;s speaker<script>alert("run")</script> said &lt;nothing&gt; of it.<br>He left
the town in the night, as witnesses told this paper, and has not been seen again since.</p>
<ul><li>First, the Front keeps its arms</li><li>Second, the League leaves the valley</li></ul>
<table><tr><th>Side</th><th>Men</th></tr><tr><td>Front</td><td>900</td></tr></table>
<blockquote>&#x201C;We never fought them.&#x201D;</blockquote></article>
<footer>Copyright 2020</footer></body></html>"""


def _text(page: str | bytes) -> str:
    return parse(page.encode() if isinstance(page, str) else page, Limits(), {})[0]


def test_the_main_text_is_read_by_paragraphs() -> None:
    """Blocks stand apart, entities are characters, menus and footers are left out."""
    assert _text(HEAD + ARTICLE).split("\n\n") == [
        "Talks in Doha",
        (
            "The Northern Front has met envoys of the River State & its allies for two days, "
            "officials said on Monday after the last of many talks."
        ),
        (
            "The Front\u2019s speaker said <nothing> of it.\nHe left the town in the night, as "
            "witnesses told this paper, and has not been seen again since."
        ),
        "- First, the Front keeps its arms",
        "- Second, the League leaves the valley",
        "Side | Men",
        "Front | 900",
        "\u201cWe never fought them.\u201d",
    ]


def test_a_page_says_what_it_is() -> None:
    """Title, author, site and date come from the page's own metadata."""
    assert parse((HEAD + ARTICLE).encode(), Limits(), {})[1] == Metadata(
        "Talks in Doha", "Jane Writer", "The Example Post", date(2018, 11, 28)
    )


def test_no_date_is_guessed() -> None:
    """A copyright year or a date in the prose is no day of publication."""
    page = ARTICLE.replace("on Monday", "on 3 March 2017")
    assert parse(f"<html><body>{page}".encode(), Limits(), {})[1].published is None


def test_a_page_without_main_text_gives_all_it_shows() -> None:
    """Short pages are read whole, but for what no reader of the page would see."""
    page = (
        "<title>T</title><p>The <b>Front</b>\n left<!-- not --><del>, so they said</del>."
        "<ul><li>one<li>two</ul><style>p{}</style><noscript>no</noscript><template>no</template>"
        "<table><tr><td><p>a</p><p>b</p><td>c</table>A<br><br>B<br>C"
    )
    shown = ["The Front left, so they said.", "- one", "- two", "a", "b | c", "A", "B\nC"]
    assert _text(page).split("\n\n") == shown


def test_inline_quotations_and_code_stay_in_their_sentence() -> None:
    """A quotation tag becomes quotation marks, as on the screen; code parts no sentence."""
    sentence = (
        "The speaker said <q cite='x'>we never met</q> and ran <code>make</code> while all the "
    )
    page = f"<article><p>{sentence * 4}others left.</p><p>{'They never came back. ' * 9}</p>"
    first = "The speaker said \u201cwe never met\u201d and ran make while all the " * 4
    assert _text(page).split("\n\n")[0] == first + "others left."


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ('<meta charset="windows-1251"><p>Талибан ушёл'.encode("cp1251"), "Талибан ушёл"),
        (
            b'<meta http-equiv=x content="text/html; charset=ISO-8859-1"><p>\x93caf\xe9\x94',
            "“café”",
        ),
        ("<meta charset=ascii><p>نفت الحركة".encode(), "نفت الحركة"),
        ("<p>Łódź".encode("utf-16"), "Łódź"),
        (b'<?xml version="1.0" encoding="UTF-8"?><html><body><p>Text</p></body></html>', "Text"),
        ("<p>\u200fنفت\u200e الحركة".encode(), "\u200fنفت\u200e الحركة"),
        ("<p>The ofﬁce of the Front â€” closed".encode(), "The office of the Front — closed"),
    ],
)
def test_encodings_are_honoured_and_repaired(page: bytes, text: str) -> None:
    """A declared encoding counts unless it fails; ligatures and wrong decodings are undone."""
    assert _text(page) == text


@pytest.mark.parametrize(
    "page", ["<html><script>everything()</script>", "<!-- x -->", "<title>T</title>", " "]
)
def test_a_page_without_text_is_refused(page: str) -> None:
    """A page written by scripts alone is refused with what to try."""
    with pytest.raises(UnreadableError, match="holds no readable text: if scripts write it"):
        _text(page)


def test_deep_nesting_is_survived() -> None:
    """Tags nested beyond any sense cost neither the process nor the text before them."""
    assert _text("<p>Before" + "<div>" * 50_000 + "deep").startswith("Before")


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), st.text(alphabet="<>/ap&;#x!-\"' \n", max_size=200)))
def test_random_pages_raise_only_our_errors(page: bytes | str) -> None:
    """Any bytes give text or one of the two errors a reader may raise."""
    try:
        text = _text(page.encode() if isinstance(page, str) else page)
    except (UnreadableError, LimitError):
        return
    assert text.encode()
