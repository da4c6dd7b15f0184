"""Model values made up for tests: places, groups and papers that do not exist."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from tieline.codebook.loader import codebook
from tieline.model.claim import (
    Claim,
    DocumentRef,
    Holder,
    Kind,
    Modality,
    Party,
    Polarity,
    Quantity,
    Time,
)
from tieline.model.document import Document
from tieline.model.finding import Finding, Flip, Row, Test, Verdict


def party(text: str, name: str, quoted: str, actor_id: str | None = None) -> Party:
    """The party named by the first `quoted` in the text."""
    begin = text.index(quoted)
    return Party(actor_id, name, "armed_group", quoted, begin, begin + len(quoted))


def ref(document: Document) -> DocumentRef:
    """What a claim carries of a document."""
    return DocumentRef(
        document.id,
        document.path,
        document.title,
        document.publisher,
        document.author,
        document.published,
    )


def claim(document: Document, quote: str, relation: str | None, **changes: Any) -> Claim:
    """A claim on the given words; `source` and `target` are the words of the parties."""
    text = document.text
    begin = text.index(quote)
    source = changes.pop("source")
    target = changes.pop("target", None)
    ids = changes.pop("ids", {})
    known = codebook().relations.get(relation or "")
    values: dict[str, Any] = {
        "document": ref(document),
        "kind": Kind.TIE,
        "relation": relation,
        "family": known.family if known else None,
        "sign": known.sign if known else 0,
        "polarity": Polarity.AFFIRMED,
        "modality": (Modality.ASSERTED,),
        "source": _within(text, begin, source, ids),
        "target": _within(text, begin, target, ids) if target else None,
        "quote": quote,
        "begin": begin,
        "end": begin + len(quote),
        "holder": Holder(),
        "engine": "made-up/1",
        "confidence": 0.75,
    }
    return Claim(**(values | changes))


def _within(text: str, begin: int, words: str, ids: dict[str, str]) -> Party:
    at = text.index(words, begin)
    return Party(ids.get(words), words, "armed_group", words, at, at + len(words))


FIRST = """The Hill Front and the League

The Hill Front has never fought the River League in a meaningful way. Since 2014 the \
Hill Front has funded the River League.

General Ash said that the Hill Front "no longer hosts at least six factions". The Hill \
Front must cut ties with the River League.
"""

SECOND = """The war in the valley

The River League fought the Hill Front in 2015 and 2016. Norland does not fund the Hill \
Front. The Coast Guard may have trained the River League.
"""

IDS = {
    "Hill Front": "group:hill-front",
    "River League": "group:river-league",
    "Norland": "state:NOR",
}


def documents() -> tuple[Document, ...]:
    """Two documents that disagree."""
    return (
        Document(
            FIRST,
            "text/1",
            path="briefs/first.txt",
            title="The Hill Front and the League",
            author="A. Writer",
            publisher="The Valley Review",
            published=date(2016, 11, 28),
        ),
        Document(
            SECOND,
            "text/1",
            path="briefs/second.txt",
            title="The war in the valley",
            publisher="Coast Quarterly",
            published=date(2017, 3, 1),
        ),
    )


def claims(found: Sequence[Document] | None = None) -> tuple[Claim, ...]:
    """Every kind, polarity and sign at least once, with nested and equal passages."""
    first, second = found or documents()
    sentence = "The Hill Front has never fought the River League in a meaningful way."
    hosts = 'the Hill Front "no longer hosts at least six factions"'
    general = first.text.index("General Ash")
    since = first.text.index("Since 2014")
    six = first.text.index("at least six factions")
    return (
        claim(
            first,
            sentence,
            "fights",
            source="Hill Front",
            target="River League",
            ids=IDS,
            polarity=Polarity.NEGATED,
            scope=("never", "meaningful"),
        ),
        claim(
            first,
            "Since 2014 the Hill Front has funded the River League.",
            "funds",
            source="Hill Front",
            target="River League",
            ids=IDS,
            time=Time("Since 2014", since, since + 10, date(2014, 1, 1), None),
        ),
        claim(
            first,
            "the Hill Front has funded the River League",
            "allied_with",
            source="Hill Front",
            target="River League",
            ids=IDS,
            modality=(Modality.HEDGED,),
        ),
        claim(
            first,
            hosts,
            "hosts",
            source="Hill Front",
            target="factions",
            ids=IDS,
            kind=Kind.QUANTITY,
            polarity=Polarity.ENDED,
            holder=Holder(
                "General Ash", None, "General Ash", general, general + 11, ("General Ash",)
            ),
            quantity=Quantity("at least six factions", six, six + 21, "≥", 6.0, "factions"),
        ),
        claim(
            first,
            "The Hill Front must cut ties with the River League.",
            "cuts_ties_with",
            source="Hill Front",
            target="River League",
            ids=IDS,
            kind=Kind.DEMAND,
            modality=(Modality.DEMANDED,),
        ),
        claim(
            second,
            "The River League fought the Hill Front in 2015 and 2016.",
            "fights",
            source="River League",
            target="Hill Front",
            ids=IDS,
        ),
        claim(
            second,
            "Norland does not fund the Hill Front.",
            "funds",
            source="Norland",
            target="Hill Front",
            ids=IDS,
            polarity=Polarity.NEGATED,
        ),
        claim(
            second,
            "The Coast Guard may have trained the River League.",
            "trains",
            source="Coast Guard",
            target="River League",
            ids=IDS,
            modality=(Modality.HEDGED,),
        ),
    )


def _row(year: int, use: str, low: int, best: int, high: int) -> Row:
    label = f"Hill Front - River League {year}"
    return Row("made-up-nonstate", "1.0", year - 1900, label, year, use, low, best, high)


ROWS = (
    _row(2013, "below the bar", 3, 6, 9),
    _row(2014, "counter-example", 210, 292, 420),
    _row(2015, "counter-example", 167, 181, 201),
    _row(2016, "straddles", 300, 577, 689),
    _row(2017, "later", 40, 51, 60),
)


def findings(given: Sequence[Claim] | None = None) -> tuple[Finding, ...]:
    """One contradicted, one supported, one outside coverage, one undecided; the rest untested."""
    found = given or claims()
    said = date(2016, 11, 28)
    strict = Test(
        "made-up-nonstate",
        "1.0",
        "CC BY 4.0",
        "deaths-25",
        "at least 25 battle-related deaths in a calendar year",
        default=True,
        verdict=Verdict.CONTRADICTED,
        statistic="2 years at or above 25",
        reason="two years stand against \u201cnever\u201d",
        rows=ROWS,
    )
    loose = Test(
        "made-up-nonstate",
        "1.0",
        "CC BY 4.0",
        "deaths-1000",
        "at least 1,000 battle-related deaths in a calendar year",
        default=False,
        verdict=Verdict.SUPPORTED,
        statistic="0 years at or above 1,000",
        reason="no year reaches the bar",
        rows=ROWS[:1],
    )
    flip = Flip("deaths-1000", "at least 1,000 deaths in a year", Verdict.SUPPORTED)
    return (
        Finding(
            found[0].id,
            Verdict.CONTRADICTED,
            "four years of fighting above the bar before that day",
            (strict, loose),
            (flip,),
            said,
            said,
        ),
        Finding(found[5].id, Verdict.SUPPORTED, "rows in both years", (strict,), (), said, said),
        Finding(found[1].id, Verdict.OUTSIDE_COVERAGE, "no dataset codes these sides"),
        Finding(found[4].id, Verdict.NOT_TESTABLE, "a demand states nothing that was done"),
        Finding(found[6].id, Verdict.UNDETERMINED, "a missing row is not a denial"),
    )
