"""The report: one HTML file that opens from disk, loads nothing and runs nothing."""

from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tieline import __version__
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.finding import Finding
from tieline.model.tie import Tie
from tieline.reports import deaths, holders, phrases
from tieline.reports.context import Surroundings
from tieline.reports.disagreements import LISTED as DISAGREEMENTS
from tieline.reports.disagreements import disagreements
from tieline.reports.entries import Chapter, actor_names, chapters
from tieline.reports.highlight import marked_quote, marked_text
from tieline.reports.method import sources
from tieline.reports.plot import plot
from tieline.reports.summary import summarise
from tieline.reports.visible import shortened, visible

FOLDED_CLAIMS = 150  # with more claims than this, documents are folded until opened
FOLDED_TEXT = 150_000  # likewise with more characters of text
TIES = 100  # ties listed beside the picture


def render(  # noqa: PLR0913 - a report is made of all these, each of them named
    title: str,
    documents: Sequence[Document],
    claims: Iterable[Claim],
    findings: Iterable[Finding] = (),
    *,
    ties: Sequence[Tie] = (),
    network_svg: str = "",
    actors_left_out: int = 0,
    missing_rows: Mapping[str, str] | None = None,
    made_on: date | None = None,
    version: str = __version__,
) -> str:
    """The whole report.

    `network_svg` is drawn by `networks.picture` and trusted; everything else is hostile
    input. `missing_rows` says for each dataset what a missing row means.
    """
    parts = chapters(documents, claims, findings)
    entries = [entry for chapter in parts for entry in chapter.entries]
    summary = summarise(parts)
    plotted = deaths.series(entries)
    differing = disagreements(entries)
    return _page(
        "report.html.j2",
        title=title,
        chapters=parts,
        folded=_folded(parts),
        checking=summary.checked > 0,
        context=Surroundings(documents),
        summary=summary,
        disagreements=differing[:DISAGREEMENTS],
        disagreements_left_out=len(differing[DISAGREEMENTS:]),
        plots=[(item, Markup(plot(item, at))) for at, item in enumerate(plotted[: deaths.PLOTTED])],  # noqa: S704 - drawn by our own plot, which escapes
        plots_left_out=len(plotted[deaths.PLOTTED :]),
        network_svg=Markup(network_svg),  # noqa: S704 - drawn by our own picture, which escapes
        actors_left_out=actors_left_out,
        ties=_busiest(ties),
        ties_left_out=len(ties[TIES:]),
        names=actor_names(entries),
        voices=holders.voices(entries),
        sources=sources(entries, missing_rows or {}),
        made_on=made_on,
        version=version,
    )


def render_reading(
    documents: Sequence[Document], claims: Iterable[Claim], *, version: str = __version__
) -> str:
    """Documents with their claims, without a case and without any check."""
    parts = chapters(documents, claims, ())
    return _page(
        "reading.html.j2",
        title=parts[0].title if len(parts) == 1 else f"{len(parts)} documents",
        chapters=parts,
        folded=_folded(parts),
        checking=False,
        summary=summarise(parts),
        made_on=None,
        version=version,
    )


def _folded(parts: Sequence[Chapter]) -> bool:
    length = sum(len(chapter.text or "") for chapter in parts)
    claims = sum(len(chapter.entries) for chapter in parts)
    return claims > FOLDED_CLAIMS or length > FOLDED_TEXT


def _busiest(ties: Sequence[Tie]) -> list[Tie]:
    """Ties by number of claims, disputed ones counted with their disputes."""
    weight = {tie: len(tie.claims) + len(tie.disputed_by) for tie in ties}
    return sorted(ties, key=lambda tie: (-weight[tie], tie.source, tie.target))[:TIES]


def _page(template: str, **values: Any) -> str:
    style = _style()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    made = _environment().get_template(template)
    trusted = Markup(style)  # noqa: S704 - our own style sheet
    return visible(made.render(style=trusted, style_digest=digest, **values))


@cache
def _style() -> str:
    return files("tieline.reports").joinpath("templates/style.css").read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    """Everything a template prints is escaped, unless one of our own functions drew it."""
    made = Environment(
        loader=PackageLoader("tieline.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalize,
    )
    made.globals |= {"words": phrases, "marked_text": marked_text, "marked_quote": marked_quote}
    made.filters |= {"shortened": shortened, "day": phrases.day}
    return made


def _finalize(value: Any) -> Any:
    return "" if value is None else value
