"""The grammar of amounts: how a text writes how many, and what the writing commits it to.

Conventions: a range ("3,000 to 5,000") is its lower bound with ≥, since a midpoint is
nobody's claim; a bare plural scale ("hundreds") is at least two of it; "nearly" and
"almost" are ≈; "most" and "the majority" are more than half; "several" has no value.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from tieline.claims.numerals import NUMBER, number

_BOUNDS = (
    (r"at\s+least|no\s+(?:fewer|less)\s+than|not\s+less\s+than|a\s+minimum\s+of", "≥"),
    (
        (
            r"(?:well\s+|slightly\s+|just\s+)?(?:more\s+than|over|above)|upwards?\s+of|in\s+excess\s+of"
            r"|greater\s+than"
        ),
        ">",
    ),
    (r"at\s+most|up\s+to|no\s+more\s+than|as\s+many\s+as|as\s+much\s+as|a\s+maximum\s+of", "≤"),
    (r"(?:slightly\s+|just\s+)?(?:less|fewer)\s+than|(?:just\s+)?under|below", "<"),
    (
        (
            r"(?:an?\s+)?estimated|about|around|roughly|approximately|some|nearly|almost|close\s+to"
            r"|circa|virtually|perhaps|probably"
        ),
        "≈",
    ),
)
_COMPARATOR = "|".join(pattern for pattern, _ in _BOUNDS)
_LEAD = rf"(?:(?P<comparator>{_COMPARATOR})\s+(?:a\s+total\s+of\s+|an?\s+estimated\s+)?)?"
_SIGN = r"(?P<sign>US\s?\$|U\.S\.\s?\$|[$€£¥])\s?"
_SCALE = r"hundred|thousand|million|billion|trillion|dozen"
_PLURAL = r"dozens|scores|hundreds|thousands|millions|billions|tens"
_MONEY = (
    "dollars?|euros?|pounds?|rupees?|dinars?|dirhams?|riyals?|rials?|yuan|yen|rubles?|roubles?"
    "|lira|francs?|pesos?|shekels?|afghanis?|shillings?"
)
_COIN = rf"(?:\s+(?:of\s+)?(?:(?:U\.?S\.?|[A-Z][a-z]+)\s+)?(?P<coin>{_MONEY})\b)?"
_NTH = "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?"
_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
_COINS = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY"}
_SIGNS = {"€": "EUR", "£": "GBP", "¥": "JPY"}
_TIMES = {"twice": 2, "thrice": 3}


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as written: `share` is true of fractions, `unit` set for money and "times"."""

    begin: int
    end: int
    comparator: str
    value: float | None
    unit: str | None = None
    share: bool = False


Reader = Callable[[re.Match[str]], Amount]


def _bound(match: re.Match[str], default: str = "=") -> str:
    words = match.groupdict().get("comparator")
    if not words:
        return default
    return next(sign for pattern, sign in _BOUNDS if re.fullmatch(pattern, words, re.IGNORECASE))


def _currency(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    if groups.get("sign"):
        return _SIGNS.get(groups["sign"], "USD")
    coin = groups.get("coin")
    if coin is None:
        return None
    single = coin.lower().removesuffix("s")
    return _COINS.get(single, coin.lower())


def _plain(match: re.Match[str]) -> Amount:
    value = number(match["number"])
    return Amount(match.start(), match.end(), _bound(match), value, _currency(match))


def _range(match: re.Match[str]) -> Amount:
    low, high = number(match["low"]), number(match["high"])
    scale = re.search(_SCALE, match["high"])
    if low is not None and high is not None and scale and low * 100 < high:
        low *= number(scale[0]) or 1  # "2 to 3 million" is two million
    return Amount(match.start(), match.end(), "≥", low, _currency(match))


def _plural(match: re.Match[str]) -> Amount:
    """'Hundreds', 'tens of thousands': at least two of the scale."""
    value = 2.0
    for word in re.findall(r"[a-z]+", match["plural"].lower()):
        if word != "of":
            value *= number({"tens": "ten", "scores": "twenty"}.get(word, word.rstrip("s"))) or 1
    return Amount(match.start(), match.end(), _bound(match, "≥"), value, _currency(match))


def _several(match: re.Match[str]) -> Amount:
    scale = match["scale"]
    value = 2 * (number(scale) or 1) if scale else None
    return Amount(match.start(), match.end(), "≥" if value else "≈", value, _currency(match))


def _vague(match: re.Match[str]) -> Amount:
    return Amount(match.start(), match.end(), "≈", None)


def _couple(match: re.Match[str]) -> Amount:
    return Amount(match.start(), match.end(), "=", 2)


def _fraction(match: re.Match[str]) -> Amount:
    parts = _PARTS[match["nth"].lower()[:3]]
    top = number(match["top"]) if match["top"] else 1
    value = None if top is None or top > parts else top / parts
    return Amount(match.start(), match.end(), _bound(match), value, share=True)


def _percent(match: re.Match[str]) -> Amount:
    value = number(match["number"])
    share = None if value is None else value / 100
    return Amount(match.start(), match.end(), _bound(match), share, share=True)


def _majority(match: re.Match[str]) -> Amount:
    return Amount(match.start(), match.end(), ">", 0.5, share=True)


def _repeated(match: re.Match[str]) -> Amount:
    words = match["count"].lower()
    value = _TIMES.get(words) or number(words.removesuffix("times").strip())
    return Amount(match.start(), match.end(), _bound(match), value, "times")


_TABLE: tuple[tuple[str, Reader], ...] = (
    (rf"{_LEAD}(?P<count>twice|thrice|{NUMBER}\s+times)\b", _repeated),
    (
        rf"{_LEAD}(?P<number>{NUMBER})(?:\s*%|\s+per\s?cent(?:age)?\b)",
        _percent,
    ),
    (
        rf"{_LEAD}(?:(?P<top>an?|{NUMBER})[\s-]+)?(?P<nth>{_NTH})(?=\s+(?:of|the|its|their|all)\b)",
        _fraction,
    ),
    (
        r"(?:the\s+)?(?:vast\s+|overwhelming\s+|great\s+)?(?:majority|bulk)(?=\s+of\b)|most(?=\s+of\b)",
        _majority,
    ),
    (
        (
            rf"(?:between\s+|from\s+)?(?:{_SIGN})?(?P<low>{NUMBER})"
            rf"(?:\s*[-\u2010-\u2015]\s*|\s+(?:to|and|or)\s+)(?:[$€£])?(?P<high>{NUMBER}){_COIN}"
        ),
        _range,
    ),
    (rf"{_LEAD}{_SIGN}(?P<number>{NUMBER})", _plain),
    (rf"{_LEAD}(?P<number>{NUMBER})(?:\s+\(\d+\))?{_COIN}", _plain),
    (rf"{_LEAD}(?:many\s+)?(?P<plural>(?:{_PLURAL})(?:\s+of\s+(?:{_PLURAL}))*){_COIN}", _plural),
    (rf"(?:several|a\s+few)(?:\s+(?P<scale>{_SCALE})\b)?{_COIN}", _several),
    (r"numerous|countless|innumerable|some(?=\s+of\b)", _vague),
    (r"a\s+couple\s+of", _couple),
)
_PATTERNS = tuple(
    (re.compile(rf"(?<![\w.,/])(?:{pattern})(?![\w])", re.IGNORECASE), reader)
    for pattern, reader in _TABLE
)


def amount_at(text: str, position: int) -> Amount | None:
    """The longest amount written at this position; of equals, the most telling."""
    found = []
    for pattern, reader in _PATTERNS:
        match = pattern.match(text, position)
        if match is not None and _sound(match):
            found.append(reader(match))
    return max(found, key=lambda amount: amount.end) if found else None


def _sound(match: re.Match[str]) -> bool:
    """Whether a range rises: "two and a half" and "5-3" are none."""
    groups = match.groupdict()
    if "low" not in groups:
        return True
    low, high = number(groups["low"]), number(groups["high"])
    joined = re.search(r"\sand\s", match[0]) and not match[0].lower().startswith("between")
    return low is not None and high is not None and low < high and not joined
