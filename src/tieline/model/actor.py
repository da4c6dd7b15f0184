"""An actor of the registry: names, dated facts, and where each is from."""

from dataclasses import dataclass, field
from enum import StrEnum

from tieline.model.period import Period


class ActorKind(StrEnum):
    """What sort of actor this is."""

    STATE = "state"  # a country and its government
    FORCE = "force"  # a state's army, police, security or intelligence service, ministry
    ARMED_GROUP = "armed_group"
    ORGANISATION = "organisation"  # alliances, international bodies, parties, charities, firms
    PERSON = "person"
    GROUP = "group"  # a described group or population: "foreign fighters", "civilians"
    UNKNOWN = "unknown"  # named, but of no known kind


class NameKind(StrEnum):
    """How a name is used."""

    NAME = "name"
    ALIAS = "alias"  # another name, spelling or transliteration
    ACRONYM = "acronym"  # matches only in its own case
    DEMONYM = "demonym"  # "Pakistani", "Pakistanis"
    METONYM = "metonym"  # "Islamabad" for the government


@dataclass(frozen=True, slots=True)
class Name:
    """One name of an actor; `period` says when it was in use."""

    text: str
    kind: NameKind
    period: Period = field(default_factory=Period)


@dataclass(frozen=True, slots=True)
class Fact:
    """A dated statement about an actor: `relation` is the codebook's word.

    For example part_of, splintered_from, leads, member_of, merged_with. `role`
    is the office in words ("emir"), if any.
    """

    relation: str
    target: str
    role: str | None = None
    period: Period = field(default_factory=Period)


@dataclass(frozen=True, slots=True)
class Actor:
    """A registry entry.

    `id` is "<prefix>:<slug>" with prefix state, force, group, org or person; states
    use ISO 3166-1 alpha-3 ("state:AFG"). `country` is the alpha-3 code of the state
    it belongs to or mainly operates in, None for international bodies. `sources`
    are references such as "ucdp-actor:303", "un:QDe.004", "iso3166:AFG",
    "shared:data/texts/wikipedia__hamas.txt", or the single word "uncited".
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[Name, ...] = ()
    country: str | None = None
    facts: tuple[Fact, ...] = ()
    sources: tuple[str, ...] = ("uncited",)
    period: Period = field(default_factory=Period)
