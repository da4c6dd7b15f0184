import re
import time
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from types import ModuleType
from typing import Any

import pytest

from tieline.model.claim import DocumentRef, Holder, Place, Third
from tieline.model.document import Document
from tieline.reports.page import render, render_reading

HOSTILE = [
    "<script>alert(1)</script>",
    "</title></style></script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "</a></p></div></details></main><h1>Owned</h1>",
    "<!-- ",
    "]]>",
    "&lt;b&gt;",
    "\u202egnp.exe\u202c",
    "عَلَيْهِ السَّلام",
    "\x00\x1b[31m\ud800",
]


def _hostile(made_up: ModuleType, bad: str) -> str:
    text = f"{bad} fought {bad}.\n\nThe end {bad}"
    document = Document(text, "text/1", path=bad, title=bad, author=bad, publisher=bad)
    quote = f"{bad} fought {bad}."
    claim = made_up.claim(document, quote, "fights", source=bad, target="fought")
    third = Third(bad, bad, bad, bad, 0, len(bad), role=bad)
    claim = replace(
        claim,
        target=replace(claim.source, begin=len(bad) + 8, end=2 * len(bad) + 8),
        holder=Holder(bad, bad, bad, 0, len(bad), (bad, bad)),
        scope=(bad,),
        third=third,
        debtor=claim.source,
        addressee=claim.source,
        place=Place(bad, 0, len(bad), bad, bad),
        predicate=bad,
        engine=bad,
    )
    finding = made_up.findings()[0]
    test = replace(finding.tests[0], **dict.fromkeys(["definition", "wording"], bad))
    test = replace(test, dataset=bad, version=bad, licence=bad, statistic=bad, reason=bad)
    test = replace(test, rows=tuple(replace(r, label=bad, use=bad, dataset=bad) for r in test.rows))
    flip = replace(finding.flips[0], definition=bad, wording=bad)
    finding = replace(finding, claim_id=claim.id, reason=bad, tests=(test,), flips=(flip,))
    return render(bad, [document], [claim], [finding], missing_rows={bad: bad})


@pytest.mark.parametrize("bad", HOSTILE)
def test_nothing_in_a_document_becomes_markup(
    made_up: ModuleType, read_page: Any, bad: str
) -> None:
    """Hostile text, names, titles, paths and figures leave the page's elements as they are."""
    page, plain = read_page(_hostile(made_up, bad)), read_page(_hostile(made_up, "Ash"))
    assert [tag for tag, _ in page.tags] == [tag for tag, _ in plain.tags]
    assert page.unclosed == plain.unclosed
    for (_, mine), (_, theirs) in zip(page.tags, plain.tags, strict=True):
        assert mine.keys() == theirs.keys()


@pytest.mark.parametrize("bad", HOSTILE)
def test_nothing_can_run_or_load(made_up: ModuleType, read_page: Any, bad: str) -> None:
    """No script, handler, form, frame or style attribute; links lead inside the page only."""
    page = read_page(_hostile(made_up, bad))
    assert not {"script", "iframe", "object", "form", "link", "img"} & {t for t, _ in page.tags}
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on") or name == "style"]
        assert (attributes.get("href") or "#").startswith("#")
        assert not {"src", "srcset", "action", "data"} & set(attributes)


def test_a_page_is_always_utf_8(made_up: ModuleType) -> None:
    """Half characters and control characters never reach the file."""
    page = _hostile(made_up, "\x00\x1b[31m\ud800")
    page.encode("utf-8")
    assert not set(page) & {"\x00", "\x1b", "\ud800"}


def test_the_policy_allows_our_style_and_nothing_else(page: str) -> None:
    """The policy names the digest of the one style sheet, and forbids everything else."""
    (style,) = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    assert "unsafe" not in policy
    assert "url(" not in style
    assert "@import" not in style


def test_the_whole_text_is_there(page: str, read_page: Any, made_up: ModuleType) -> None:
    """The text shown, without its notes, is the document's text, character for character."""
    assert read_page(page).texts["text"] == [document.text for document in made_up.documents()]


def test_links_lead_somewhere_and_ids_are_single(page: str, read_page: Any) -> None:
    """Every link's target is in the page, and no id stands twice."""
    found = read_page(page)
    ids = found.ids()
    assert len(ids) == len(set(ids))
    assert {(a["href"] or "")[1:] for a in found.named("a")} <= set(ids)


def test_every_claim_can_be_followed_both_ways(page: str, made_up: ModuleType) -> None:
    """From the words to the card and back, for every claim."""
    for claim in made_up.claims():
        anchor = claim.id[:12]
        for link in (f'id="c-{anchor}"', f'id="w-{anchor}"', f'href="#c-{anchor}"'):
            assert link in page
        assert f'href="#w-{anchor}"' in page


def test_headings_are_in_order(page: str) -> None:
    """One first-level heading, and no level is skipped on the way down."""
    levels = [int(level) for level in re.findall(r"<h([1-6])", page)]
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in zip([0, *levels], levels, strict=False))


def test_tables_have_captions_and_scopes(page: str) -> None:
    """Every table has a caption, every heading cell says what it heads."""
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    assert len(tables) > 4
    assert all("<caption>" in table for table in tables)
    assert not re.findall(r"<th(?![a-z])(?![^>]*scope=)", page)


@pytest.mark.parametrize(
    "words",
    [
        "2 documents with 8 claims by 3 holders",
        "Of 5 checked claims the record contradicts 1, supports 1 and is mixed on 0",
        "3 not checked yet: run <code>tieline check</code>",
        "No claim here is a fact",
        "Statements the record contradicts",
        "four years of fighting above the bar before that day",
        "Only a qualified form is denied",
        "under “at least 1,000 deaths in a year” (<code>deaths-1000</code>) it would be supported",
        "a missing row is not a denial",
        'denied</span> <span class="chip">scope: never, meaningful',
        "said to have ended",
        "“at least six factions” ≥ 6 factions",
        "“Since 2014” from 1 January 2014",
        "CC BY 4.0",
        "at least 25 battle-related deaths in a calendar year",
        "said on 28 November 2016",
    ],
)
def test_the_report_says(page: str, words: str) -> None:
    """Counts, reasons, definitions, flips and qualifications all stand on the page."""
    assert words in page


def test_no_verdict_calls_a_claim_true_or_false(page: str) -> None:
    """The only sentence with these words says that no verdict does."""
    body = page[page.index("<body>") :]
    assert len(re.findall(r'\b(?<!")(?:true|false)\b', body)) == 2
    assert "no verdict says that one is true or false" in body


def test_before_any_check(made_up: ModuleType) -> None:
    """Without findings the report is whole and says what to run."""
    page = render("Two briefs", made_up.documents(), made_up.claims())
    assert "No claim has been checked yet: run <code>tieline check</code>" in page
    assert page.count('<article class="card') == len(made_up.claims())


def test_an_empty_case() -> None:
    """A case without documents gives a page that says so."""
    page = render("Nothing", [], [])
    assert "0 documents read; no claim about actors found." in page


def test_claims_without_their_text(made_up: ModuleType) -> None:
    """A claim whose document is not given is shown, and no link leads to missing words."""
    (claim, *_) = made_up.claims()
    claim = replace(claim, document=DocumentRef("f" * 32, "gone.txt"))
    page = render("Gone", [], [claim])
    assert "The text of this document was not given" in page
    assert "#w-" not in page


def test_words_that_do_not_fit_are_not_marked(made_up: ModuleType) -> None:
    """A claim whose offsets do not give its quote is listed and marks nothing."""
    documents = made_up.documents()
    claim = made_up.claims(documents)[0]
    page = render("Off", documents, [replace(claim, begin=claim.begin + 1, end=claim.end + 1)])
    assert 'id="w-' not in page
    assert page.count('<article class="card') == 1


def test_a_repeated_claim_is_shown_once(made_up: ModuleType) -> None:
    """Claims of one id are one card, whatever engine read them."""
    claims = made_up.claims()
    again = [replace(claim, engine="other/2", confidence=0.1) for claim in claims]
    page = render("Twice", made_up.documents(), [*claims, *again])
    assert page.count('<article class="card') == len(claims)


def test_reading_without_a_case(made_up: ModuleType, read_page: Any) -> None:
    """The page of `read` shows texts and claims, and speaks of no verdict."""
    page = render_reading(made_up.documents(), made_up.claims())
    assert read_page(page).texts["text"] == [document.text for document in made_up.documents()]
    assert "not checked yet" not in page
    assert 'class="finding"' not in page


def test_a_large_case_is_folded_small_and_quick(made_up: ModuleType) -> None:
    """220 documents with 5,000 claims: folded, under 15 MB, in a few seconds."""
    first = made_up.FIRST
    documents = [
        replace(made_up.documents()[0], text=f"{place}\n\n" + first * 30) for place in range(220)
    ]
    claims = [
        replace(claim, begin=claim.begin + shift, end=claim.end + shift)
        for document in documents
        for shift in range(0, 5 * len(first), len(first))
        for claim in made_up.claims([document, made_up.documents()[1]])[:5]
    ]
    begun = time.perf_counter()
    page = render("Large", documents, claims, made_up.findings(claims[:8]))
    assert len(claims) > 5000
    assert len(page.encode()) < 15_000_000
    assert time.perf_counter() - begun < 20
    assert '<details class="document" id="d-1">' in page
