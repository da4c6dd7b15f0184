"""Tables that the program's own data fill when the documentation is built."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields
from typing import ClassVar

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from tieline.actors.registry import Registry
from tieline.codebook.loader import RelationType, codebook
from tieline.evidence.definitions import Definition, definitions
from tieline.model.actor import Actor
from tieline.model.wire import claim_schema
from tieline.settings import PREFIX, Limits

SIGNS = {1: "+", 0: "0", -1: "−"}
MISSING = "–"
UNCITED = "uncited"


def families() -> Iterator[str]:
    """Each family with its types, and how they read both ways."""
    for family in codebook().families.values():
        yield f"**{family.name}**: {family.meaning}\n"
        members = [r for r in codebook().relations.values() if r.family == family.name]
        header = ("type", "sign", "means", "source → target", "target → source")
        yield from table(header, (_reading(relation) for relation in members))


def _reading(relation: RelationType) -> tuple[str, ...]:
    name = f"`{relation.name}`{' ⇄' if relation.symmetric else ''}"
    inverse = "the same" if relation.symmetric else relation.inverse
    return name, SIGNS[relation.sign], relation.meaning, relation.wording, inverse


def counterparts() -> Iterator[str]:
    """Each type's nearest word in other vocabularies."""
    header = ("type", "UCDP ESD", "PLOVER", "STIX 2.1", "FollowTheMoney", "PROV-O")
    yield from table(header, (_counterparts(r) for r in codebook().relations.values()))


def _counterparts(relation: RelationType) -> tuple[str, ...]:
    words = (relation.plover, relation.stix, relation.ftm, relation.prov)
    codes = (f"`{word}`" if word else MISSING for word in words)
    return f"`{relation.name}`", ", ".join(relation.esd) or MISSING, *codes


def field_words() -> Iterator[str]:
    """The closed lists of words of a claim's fields."""
    for field, words in codebook().fields.items():
        yield f"**{field}**\n"
        yield from table(("word", "when"), ((f"`{w}`", meaning) for w, meaning in words.items()))


def tests() -> Iterator[str]:
    """Every operational definition, and which relations it is the default of."""
    known: dict[str, Definition] = {}
    for name, relation in definitions().relations.items():
        known |= {each.name: each for each in relation.definitions}
        yield f"`{name}`: default {_quoted(relation.definitions[0].wording)}" + (
            f"; {relation.undecided}\n" if relation.undecided else "\n"
        )
    rows = ((f"`{each.name}`", each.wording, each.source) for each in known.values())
    yield from table(("definition", "holds when", "from"), rows)


def _quoted(text: str) -> str:
    return f"“{text}”"


def registry() -> Iterator[str]:
    """How many actors of each kind there are, and how many cite no source."""
    actors = Registry.shipped().actors
    kinds = list(dict.fromkeys(actor.kind for actor in actors))
    rows = [_counts(str(kind), [a for a in actors if a.kind is kind]) for kind in kinds]
    rows.append(_counts("all", actors))
    header = ("kind", "entries", "names", "dated facts", "citing a source", "`uncited`")
    yield from table(header, rows)


def _counts(label: str, actors: Sequence[Actor]) -> tuple[str, ...]:
    uncited = sum(UNCITED in actor.sources for actor in actors)
    facts = [fact for actor in actors for fact in actor.facts]
    dated = sum(fact.period.earliest is not None for fact in facts)
    names = sum(len(actor.names) + 1 for actor in actors)
    cells = (len(actors), names, dated, len(actors) - uncited, uncited)
    return label, *(f"{cell:,}" for cell in cells)


def sources() -> Iterator[str]:
    """How many entries cite each kind of source."""
    cited = Counter(
        prefix
        for actor in Registry.shipped().actors
        for prefix in {source.split(":")[0] for source in actor.sources}
    )
    yield from table(
        ("source", "entries that cite it"),
        ((f"`{source}`", f"{count:,}") for source, count in cited.most_common()),
    )


def limits() -> Iterator[str]:
    """Each limit with its setting and default."""
    rows = ((f"`{PREFIX}{field.name.upper()}`", f"{field.default:,}") for field in fields(Limits))
    yield from table(("setting", "default"), rows)


def schema() -> Iterator[str]:
    """The JSON Schema of a claim."""
    yield f"```json\n{json.dumps(claim_schema(), indent=2, ensure_ascii=False)}\n```"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table."""
    yield _row(header)
    yield _row(["---"] * len(header))
    yield from map(_row, rows)
    yield ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


class Generated(SphinxDirective):
    """`{generated} NAME` stands for what the function of that name yields."""

    required_arguments = 1
    parts: ClassVar[dict[str, Callable[[], Iterator[str]]]] = {
        part.__name__: part
        for part in (
            *(families, counterparts, field_words, tests),
            *(registry, sources, limits, schema),
        )
    }

    def run(self) -> list[nodes.Node]:
        """Parse what the function yields as the page itself is parsed."""
        return self.parse_text_to_nodes("\n".join(self.parts[self.arguments[0]]()))


def setup(app: Sphinx) -> dict[str, bool]:
    """Register the directive. Its pages are read anew each time: their data may have changed."""
    app.add_directive("generated", Generated)
    app.connect("env-get-outdated", _outdated)
    return {"parallel_read_safe": True}


def _outdated(_app: Sphinx, env: object, *_changes: object) -> list[str]:
    source = env.srcdir  # type: ignore[attr-defined] # Sphinx's environment, untyped here
    pages = source.rglob("*.md")
    named = [page for page in pages if "{generated}" in page.read_text(encoding="utf-8")]
    return [str(page.relative_to(source).with_suffix("")) for page in named]
