"""Which country a document is set in: whose army "the army" is."""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tieline.actors.registry import Registry
from tieline.model.actor import Actor, ActorKind
from tieline.model.mention import Mention

_SHARE = 0.3  # of all that points to a country
_LEAD = 1.5  # times the next country
_LEAST = 2.0
_OF_COUNTRY = 0.5  # an actor from a country, beside 1 for naming it


class Home(NamedTuple):
    """A state, and where the document first names it or an actor from there."""

    state: Actor
    named: tuple[int, int]


def home(mentions: Iterable[Mention], registry: Registry) -> Home | None:
    """The one country the document mostly names, by itself or by its actors."""
    weights: defaultdict[str, float] = defaultdict(float)
    first: dict[str, tuple[int, int]] = {}
    for mention in mentions:
        actor = registry.get(mention.actor_id)
        if actor is None or actor.country is None:
            continue
        span = (mention.begin, mention.end)
        first[actor.country] = min(span, first.get(actor.country, span))
        weights[actor.country] += 1.0 if mention.kind is ActorKind.STATE else _OF_COUNTRY
    if not weights:
        return None
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])
    (code, best), others = ranked[0], [weight for _, weight in ranked[1:]]
    clear = best >= _LEAST and best >= _SHARE * sum(weights.values())
    if not clear or (others and best < _LEAD * others[0]):
        return None
    state = registry.state(code)
    return Home(state, first[code]) if state else None
