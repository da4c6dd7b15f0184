"""The words by which a text hands a statement to somebody: verbs, nouns and who can speak."""

import re

from tieline.claims.wordlists import words

_SAYING = """
say tell claim state declare announce assert insist maintain argue contend allege believe think
feel estimate report warn note add explain write tweet post confirm admit acknowledge concede
reveal disclose conclude suggest indicate predict forecast fear worry stress emphasize emphasise
underline underscore reiterate repeat testify swear boast brag complain lament joke quip recall
remark comment observe mention suspect assume judge assess reckon charge vow pledge promise affirm
reaffirm inform notify assure remind caution hint imply speculate rule determine decree agree
propose recommend answer reply respond retort continue recount profess opine reason hold ask
describe characterize characterise read put cry shout exclaim intone shout email relate
"""
_DOCUMENT = (
    "show find demonstrate illustrate detail document record describe read provide stipulate"
)
_DENYING = "deny dispute refute rebut disavow disclaim"
_REJECTING = "reject dismiss deny dispute refute rebut contest"
_DEMANDING = "demand urge request implore beg"
_ACCUSING = (
    "accuse suspect convict blame criticize criticise denounce condemn praise credit fault charge"
)
_LABELLING = "describe characterize characterise portray depict label brand denounce identify"
_CALLING = "call label brand term dub deem consider"
_OWNING = "claim deny admit acknowledge profess allege boast recall confess report insist"
_TAKING = """
admit acknowledge allege claim report confirm deny dispute describe cite mention predict estimate
document reveal disclose recount detail note profess
"""
_STATEMENTS = """
claim allegation statement assertion accusation charge report belief view announcement warning
suggestion argument contention denial insistence admission acknowledgement acknowledgment estimate
assessment conclusion finding testimony declaration suspicion prediction complaint demand remark
comment confirmation conviction notion case promise pledge proclamation confession rumor rumour
"""
_ACCUSATIONS = (
    "claim allegation accusation charge report suggestion assertion rumor rumour notion idea"
)
_REPORTS = """
report statement communique communiqué article book study survey poll paper assessment estimate
resolution testimony document memo memorandum cable indictment complaint affidavit letter release
account audit review dispatch website message video editorial column brief briefing declaration
filing record transcript interview magazine newspaper press media outlet agency news data evidence
intelligence investigation inquiry analysis dossier court judgment judgement verdict bulletin
publication slide information commentary case email tweet post blog speech address warrant
ruling order constitution
"""
_DEAF = """
few nobody none nothing
ceasefire war attack bombing conflict operation weapon fight fighting battle offensive raid strike
killing death violence clash siege explosion event incident situation fact history crisis time year
month week day money fund funding missile rocket bomb tie relationship link action measure step
effort thing there peace withdrawal presence existence failure success lack absence victory defeat
truce instability truck vehicle
"""
_VIEWS = (
    "view word opinion judgment judgement estimation account telling assessment estimate reckoning"
)
_PRONOUNS = """
he she they who we i you one some many others another most several both all each everyone whoever
"""
_FIRST = "i we me us my our mine ours myself ourselves"
_VOICES = """
spokesman spokeswoman spokesperson spokesmen spokespersons statement communique communiqué report
"""


SAYING = words(_SAYING)
DOCUMENT = words(_DOCUMENT)  # said only of reports: "the report finds that …"
DENYING = words(_DENYING)
REJECTING = words(_REJECTING)  # with a noun such as "allegations" as object
DEMANDING = words(_DEMANDING)
ACCUSING = words(_ACCUSING)  # "of" or "for" introduces what is said
LABELLING = words(_LABELLING)  # "as" introduces what is said
CALLING = words(_CALLING)
TAKING = words(_TAKING)  # a plain object is what is said: "admitted its role in …"
VIEWS = words(_VIEWS)  # "in X's view"
OWNING = words(_OWNING)  # an infinitive or gerund is what is said: "denies supporting …"
ATTRIBUTING = SAYING | DENYING | DEMANDING | DOCUMENT
STATEMENTS = words(_STATEMENTS)
REPORTS = words(_REPORTS)
DEAF = words(_DEAF)  # things that cannot say anything
PRONOUNS = words(_PRONOUNS)
FIRST_PERSON = words(_FIRST)
VOICES = words(_VOICES)  # nouns that speak for whoever is named with them

_HINT = re.compile(
    r"[“”\"«»]|''|\b(?:according to|per)\b|\b(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|"
    r"claim|alleg|den(?:y|ied|ies)|insist|argu|wr(?:ote|ites?|itten)|warn|report|announc|declar|"
    r"believ|estimat|stat(?:ed?|es|ing|ement)\b|add(?:ed|s)\b|not(?:ed|es)\b|accus|continu|"
    r"testif|quot)",
    re.IGNORECASE,
)


def might_attribute(text: str) -> bool:
    """Whether a sentence may say who speaks, and so must be parsed to know it."""
    return _HINT.search(text) is not None
