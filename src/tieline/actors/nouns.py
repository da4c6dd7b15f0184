"""Nouns for actors without a name, by what they stand for. All are lemmas, lower case."""

# A state's government: with a country they are the state itself.
GOVERNMENT = frozenset(
    """government regime authority administration state republic kingdom leadership
    establishment junta""".split()
)
# Bodies and persons of a state: with a country, a force of that state.
FORCE = frozenset(
    """army military troop force soldier police navy intelligence service agency official
    servicemen policeman gendarmerie guard coastguard airforce marine paramilitary
    commando officer spy diplomat""".split()
)
INTELLIGENCE = frozenset(["intelligence", "spy", "secret"])
SERVICE = frozenset(["intelligence", "agency", "service", "services"])
# Said of an armed group's own people: the group itself.
PERSONNEL = frozenset(
    """fighter militant insurgent force troop commander leader leadership member membership
    official group faction militia operative cadre militiaman combatant terrorist extremist
    jihadist guerrilla gunman rebel soldier delegation delegate negotiator representative
    movement organization organisation insurgency network affiliate element cell branch
    operator recruit army regime government authority administration agent facilitator
    jihadi militants party unit fighters remnant high-up hierarchy rank supporter
    financier""".split()
)
# Those of them that name single people: only in the plural are they the group.
PEOPLE = frozenset(
    """fighter militant insurgent commander leader member official operative cadre
    militiaman combatant terrorist extremist jihadist jihadi guerrilla gunman rebel soldier
    delegate negotiator representative operator recruit agent facilitator supporter
    financier employee director spokesman spokeswoman spokesperson chief head deputy
    lieutenant minister president premier ambassador envoy diplomat general colonel
    governor mayor emir cleric scholar imam sheikh founder chairman secretary adviser
    advisor aide ally associate courier trafficker smuggler dealer donor fundraiser
    extremist radical hawaladar sympathizer sympathiser defector journalist worker
    contractor banker businessman politician lawmaker senator congressman king prince
    monarch dictator ruler warlord strongman kingpin hacker pirate bomber hostage captive
    prisoner detainee refugee civilian villager resident citizen national tribesman elder
    farmer student woman man child pilgrim protester protestor demonstrator activist
    opponent dissident critic mercenary volunteer policeman officer analyst intermediary
    proxy lawyer judge prosecutor attorney individual person suspect attacker assailant
    peacekeeper trooper partisan loyalist separatist secessionist nationalist islamist
    salafist communist guard marine spy informant brother son father cousin relative
    nephew follower adherent disciple bodyguard tribesmen tribesperson expat exile
    warrior islamic recipient""".split()
)
# Bodies of several people, singular or plural.
BODIES = frozenset(
    """group faction militia army military force police troop insurgency rebellion coalition
    alliance movement organization organisation network cell gang cartel party government
    regime opposition leadership community population people tribe clan charity bank
    company firm business enterprise front foundation institution agency service committee
    commission council ministry department branch wing unit brigade battalion delegation
    team crew staff personnel authority administration parliament court press media
    country nation state power bloc junta militias public minority family society
    association federation union syndicate exchange ring junta navy establishment
    intelligence entity body affiliate offshoot campaign crowd jihadis outfit partner
    rival enemy adversary neighbor neighbour aid-agency caliphate emirate""".split()
)
# Groups whose reference is never the author's subject of inquiry when bare.
BARE_TOO_VAGUE = frozenset(
    """people person man woman child family individual team staff public person body entity
    power business union community society exchange head chief press media enemy partner
    state country nation court service unit campaign ring party agency department branch
    wing crowd institution authority member son father brother relative national king
    enterprise firm general""".split()
)
# Definite descriptions: which kinds of actor may stand behind them.
GROUPS = frozenset(["armed_group", "organisation", "group", "unknown"])
DEFINITES: dict[str, frozenset[str]] = {
    "group": GROUPS,
    "movement": GROUPS,
    "organization": GROUPS | {"force"},
    "organisation": GROUPS | {"force"},
    "faction": frozenset(["armed_group", "organisation", "group"]),
    "outfit": GROUPS,
    "insurgency": frozenset(["armed_group", "group"]),
    "militant": frozenset(["armed_group", "group"]),
    "insurgent": frozenset(["armed_group", "group"]),
    "rebel": frozenset(["armed_group", "group"]),
    "jihadist": frozenset(["armed_group", "group"]),
    "terrorist": frozenset(["armed_group", "group"]),
    "fighter": frozenset(["armed_group", "group"]),
    "militia": frozenset(["armed_group", "group", "force"]),
    "network": GROUPS,
    "alliance": frozenset(["organisation"]),
    "party": frozenset(["organisation", "armed_group"]),
    "charity": frozenset(["organisation", "unknown"]),
    "company": frozenset(["organisation", "unknown"]),
    "bank": frozenset(["organisation", "unknown"]),
    "foundation": frozenset(["organisation", "unknown"]),
    "agency": frozenset(["force", "organisation"]),
    "service": frozenset(["force"]),
    "army": frozenset(["force"]),
    "military": frozenset(["force"]),
    "country": frozenset(["state"]),
    "nation": frozenset(["state"]),
    "regime": frozenset(["state"]),
    "government": frozenset(["state"]),
    "man": frozenset(["person"]),
    "leader": frozenset(["person"]),
    "president": frozenset(["person"]),
    "commander": frozenset(["person"]),
    "cleric": frozenset(["person"]),
}
# Singular subjects that make "it" an expletive or a clause.
ACTING = frozenset(
    """accuse act agree aid allow announce arm ask attack back ban block call claim
    condemn condone continue control cooperate cut decide declare defend demand denounce
    deny deploy dismiss encourage endorse expel fear fight finance fund give harbor harbour
    help hope host insist invade keep launch maintain make negotiate offer oppose order
    pay plan play pledge pressure promise protect provide pursue push recognize recognise
    refuse reject release remain request respond restrain resume say see seek send share
    shelter sign sponsor stop supply support suspect suspend switch take tell threaten
    train try turn urge use view want warn welcome withdraw work""".split()
)
