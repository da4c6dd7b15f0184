"""Which force of a state a description means: "Pakistani intelligence", "the Syrian army"."""

from tieline.actors import nouns
from tieline.actors.phrases import Phrase
from tieline.actors.registry import Registry
from tieline.model.actor import Actor, NameKind
from tieline.model.mention import Mention

_MODIFIERS = nouns.load("force_modifiers")
_INTELLIGENCE = nouns.load("intelligence")
_SERVICE = nouns.load("service")
_MAIN = "main intelligence service"  # the role of a force's part_of fact, where one is


def is_official(phrase: Phrase, owner: Mention) -> bool:
    """Whether nothing makes them rebels or a militia: "Syrian rebel forces"."""
    between = [t for t in phrase.tokens[:-1] if t.begin >= owner.end or owner.begin >= phrase.end]
    return all(t.text.lower() in _MODIFIERS or not t.text.isalpha() for t in between)


def force_of(phrase: Phrase, state: Actor | None, registry: Registry) -> Actor | None:
    """The registry's force of that state: by its name, or as its one intelligence service."""
    if state is None:
        return None
    forces = registry.forces(state.country)
    lemmas = {token.lemma for token in phrase.tokens}
    if lemmas & _INTELLIGENCE and lemmas & _SERVICE:
        services = [force for force in forces if _is_intelligence(force, state)]
        main = [force for force in services if any(f.role == _MAIN for f in force.facts)]
        return _only(main or services)
    return _only([force for force in forces if _is_called(force, phrase, state)])


def force_name(phrase: Phrase, owner: Mention, state: Actor | None) -> str:
    """One name for "Pakistani army", "Pakistan's army" and "the army of Pakistan"."""
    rest = [t for t in phrase.tokens if not owner.begin <= t.begin < owner.end]
    words = [token.text.lower() for token in rest if token.text.isalpha()]
    return " ".join([_demonym(state) or owner.name, *words])


def _demonym(state: Actor | None) -> str | None:
    names = state.names if state else ()
    return next((name.text for name in names if name.kind is NameKind.DEMONYM), None)


def _only(forces: list[Actor]) -> Actor | None:
    return forces[0] if len(forces) == 1 else None


def _is_intelligence(force: Actor, state: Actor) -> bool:
    of_state = any(f.relation == "part_of" and f.target == state.id for f in force.facts)
    return of_state and "intelligence" in force.name.lower()


def _is_called(force: Actor, phrase: Phrase, state: Actor) -> bool:
    """Whether one of the force's names is the country and the described noun."""
    adjectives = {n.text.lower() for n in state.names if n.kind is NameKind.DEMONYM}
    adjectives.add(state.name.lower())
    words = [t.text.lower() for t in phrase.tokens if t.text.lower() not in adjectives]
    called = {f"{adjective} {' '.join(words)}" for adjective in adjectives}
    return any(name.lower() in called for name in (force.name, *(n.text for n in force.names)))
