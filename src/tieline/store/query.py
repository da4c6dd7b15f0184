"""From a question about claims to SQL."""

import re
from collections.abc import Iterable

from sqlalchemy import ColumnElement, Integer, Select, column, exists, func, or_, select, table

from tieline.model.query import ClaimQuery
from tieline.store.tables import claims, parties

AUTHOR = "author"
_WORDS = re.compile(r'"([^"]*)"|(\S+)')


def fold(name: str | None) -> str | None:
    """A name as it is compared: case and spacing do not count."""
    return None if name is None else " ".join(name.casefold().split())


def select_claims(query: ClaimQuery) -> Select[tuple[str]]:
    """The bodies of matching claims, by document and then by place in the text."""
    found = (
        select(claims.c.body)
        .where(*_conditions(query))
        .order_by(claims.c.document, claims.c.begin, claims.c.end, claims.c.id)
    )
    return found if query.limit is None else found.limit(query.limit)


def _conditions(query: ClaimQuery) -> list[ColumnElement[bool]]:
    found = [
        getattr(claims.c, name) == value
        for name in ("relation", "kind", "polarity")
        if (value := getattr(query, name)) is not None
    ]
    if query.modality is not None:
        found.append(func.instr(claims.c.modality, f" {query.modality} ") > 0)
    if query.actors:
        found.append(_party(query.actors, ("source", "target", "third")))
    if query.holders:
        found.append(_holder(query.holders))
    return found + _dates(query) + _texts(query)


def _holder(names: tuple[str, ...]) -> ColumnElement[bool]:
    spoken = _party(names, ("holder",))
    if AUTHOR not in (fold(name) for name in names):
        return spoken
    by_another = exists().where(parties.c.claim == claims.c.number, parties.c.role == "holder")
    return or_(spoken, ~by_another)


def _party(names: Iterable[str], roles: tuple[str, ...]) -> ColumnElement[bool]:
    given = list(names)
    folded = [fold(name) for name in given]
    return exists().where(
        parties.c.claim == claims.c.number,
        parties.c.role.in_(roles),
        or_(
            parties.c.actor_id.in_(given),
            parties.c.name.in_(folded),
            parties.c.words.in_(folded),
        ),
    )


def _dates(query: ClaimQuery) -> list[ColumnElement[bool]]:
    """A claim with neither a time nor a dated document matches no date."""
    if query.since is None and query.until is None:
        return []
    known = or_(claims.c.earliest.is_not(None), claims.c.latest.is_not(None))
    found: list[ColumnElement[bool]] = [known]
    if query.since is not None:
        found.append(or_(claims.c.latest.is_(None), claims.c.latest >= query.since))
    if query.until is not None:
        found.append(or_(claims.c.earliest.is_(None), claims.c.earliest <= query.until))
    return found


def _texts(query: ClaimQuery) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if query.text:
        found.append(claims.c.number.in_(_matching("claims_text", query.text)))
    if query.document:
        found.append(claims.c.document.in_(_matching("documents_text", query.document)))
    return found


def _matching(name: str, words: str) -> Select[tuple[int]]:
    """Row numbers that a full-text index finds; its own name is also its column."""
    index = table(name, column("rowid", Integer), column(name))
    return select(index.c.rowid).where(index.c[name].op("MATCH")(match(words)))


def match(words: str) -> str:
    """Words as an FTS5 expression in which nothing the user typed is an operator."""
    terms = (phrase or word for phrase, word in _WORDS.findall(words))
    return " ".join('"' + term.replace('"', '""') + '"' for term in terms) or '""'
