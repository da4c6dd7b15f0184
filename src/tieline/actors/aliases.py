"""Names a document gives its own actors: surnames, short forms and defined acronyms."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tieline.actors import nouns
from tieline.actors.folding import Word, key, without_article, words
from tieline.actors.gazetteer import Entry, Gazetteer, Named
from tieline.model.actor import ActorKind, NameKind
from tieline.model.analysis import Sentence
from tieline.model.mention import Mention, MentionForm
from tieline.model.period import Period

# Behind a name: '(IRSO)', '("the Fund")', '(also known as X)', ', aka X', 'alias X'.
_DEFINED = re.compile(
    r"(?:['\u2019]s)?,?[ \t]*(?P<open>\()?[ \t]*"
    r"(?P<said>also known as |hereinafter |hereafter |formerly |a\.?k\.?a\.?:? |alias |or )?"
    r"(?:the )?(?P<quote>[\"\u201c'\u2018])?"
    r"(?P<alias>[A-Z][\w'\u2019\u2011-]*(?: [A-Z][\w'\u2019-]*){0,2})"
    r"[\"\u201d'\u2019]*(?P<close>\))?"
)
_PARTICLES = frozenset(["al", "bin", "bint", "ibn", "abu", "el", "de", "van", "von"])
_SPELLINGS = {
    "mohammad": "muhammad", "mohammed": "muhammad", "mohamed": "muhammad",
    "muhammed": "muhammad", "mohamad": "muhammad", "ahmad": "ahmed", "hussein": "husayn",
    "hussain": "husayn", "usama": "osama", "ossama": "osama", "sheik": "sheikh",
}  # fmt: skip
_COMMON = (
    nouns.load("body_words") | nouns.load("no_actor_words") | nouns.BODIES | nouns.load("people")
)
_JOINED = re.compile(r"([A-Z][a-z]{3,})-(?:e|i|ul|ud)-[A-Z]")
_LEAST_GROUP = 5
_LEAST = 3  # letters of a surname that may stand alone


class Aliases:
    """Every name the document uses for the actors named in it.

    `defined` are the acronyms it explains itself: here they mean what it says.
    """

    def __init__(self, text: str, names: Sequence[Mention]) -> None:
        self._text = text
        self._names = sorted(names, key=lambda mention: (mention.begin, -mention.end))
        self.defined: set[str] = set()
        self._canonical = _merge_persons(self._names)
        self._by_alias = self._collect()
        self._gazetteer = Gazetteer(
            Named(alias, Entry(alias, ActorKind.UNKNOWN, NameKind.ALIAS, Period()))
            for alias in self._by_alias
        )

    def relink(self, mention: Mention) -> Mention:
        """The mention under the fullest name its actor has in the document."""
        fuller = self._canonical.get(mention.name)
        return mention if fuller is None else _as(mention, fuller)

    def mentions(self, sentences: Sequence[Sentence]) -> Iterator[Mention]:
        """Places where an actor is named by an alias, in text order."""
        for index, sentence in enumerate(sentences):
            for hit in self._gazetteer.scan(self._text, sentence.begin, sentence.end):
                actor = self._whose(hit.entries, sentences, index, hit.begin)
                if actor is not None:
                    written = self._text[hit.begin : hit.end]
                    yield _as(
                        Mention(hit.begin, hit.end, written, written, actor.kind,
                                MentionForm.NAME, index),
                        actor,
                    )  # fmt: skip

    def _collect(self) -> dict[str, list[tuple[int, Mention]]]:
        """Alias → actors and where each first has it."""
        found: defaultdict[str, dict[str, tuple[int, Mention]]] = defaultdict(dict)
        defined = {id(mention): self._definitions(mention) for mention in self._names}
        borrowed = frozenset().union(*defined.values())
        for mention in self._names:
            if mention.actor_id is None and mention.name in borrowed:
                continue  # a short form itself
            actor = self.relink(mention)
            for alias in _short_forms(mention) | defined[id(mention)]:
                found[alias].setdefault(actor.key, (mention.end, actor))
        return {alias: list(actors.values()) for alias, actors in found.items()}

    def _definitions(self, mention: Mention) -> set[str]:
        match = _DEFINED.match(self._text, mention.end, mention.end + 60)
        if match is None or not _defines(match, mention):
            return set()
        if _abbreviates(match["alias"], mention.text):
            self.defined.add(match["alias"])
        return {match["alias"]}

    def _whose(
        self, entries: Sequence[Entry], sentences: Sequence[Sentence], index: int, begin: int
    ) -> Mention | None:
        actors = {
            actor.key: actor
            for entry in entries
            for since, actor in self._by_alias[entry.actor_id]
            if since <= begin
        }
        if len(actors) > 1:
            return self._first_in_paragraph(set(actors), sentences, index, begin)
        return next(iter(actors.values()), None)

    def _first_in_paragraph(
        self, keys: set[str], sentences: Sequence[Sentence], index: int, begin: int
    ) -> Mention | None:
        """Of several namesakes, the one the paragraph opens with."""
        paragraph = sentences[index].paragraph
        while index > 0 and sentences[index - 1].paragraph == paragraph:
            index -= 1
        start = bisect_left(self._names, sentences[index].begin, key=lambda m: m.begin)
        for mention in self._names[start:]:
            if mention.begin >= begin:
                break
            actor = self.relink(mention)
            if actor.key in keys:
                return actor
        return None


def _defines(match: re.Match[str], mention: Mention) -> bool:
    """Whether what follows the name is another name of the same, not a place or remark."""
    alias = match["alias"]
    if alias == mention.text:
        return False
    if match["open"] and match["close"] and _abbreviates(alias, mention.text):
        return True
    if match["said"]:
        return match["open"] is not None or match["said"].startswith(("a", "h"))
    shared = set(key(alias).split()) & set(key(mention.text).split())
    closed = match["open"] is not None and match["close"] is not None
    return closed and (bool(shared) or match["quote"] is not None)


def _abbreviates(alias: str, name: str) -> bool:
    """Whether an acronym's capitals begin as the name does: "IRSO", "MAS"."""
    capitals = re.sub(r"[^A-Z]", "", alias)
    initials = [word.folded[0].upper() for word in without_article(words(name))]
    whole = [word.folded[0].upper() for word in words(name)]
    return (
        len(capitals) > 1
        and " " not in alias
        and len(initials) > 1
        and capitals[0] in {initials[0], whole[0]}
    )


def _as(mention: Mention, actor: Mention) -> Mention:
    return Mention(
        mention.begin, mention.end, mention.text, actor.name, actor.kind, mention.form,
        mention.sentence, actor.actor_id,
    )  # fmt: skip


def _short_forms(mention: Mention) -> set[str]:
    """A person's surname, with its particle, and first and last name together."""
    if mention.kind is ActorKind.ORGANISATION:
        parts = words(mention.text)
        if len(parts) == 2 and (parts[0].folded == "bank" or _is_telling(mention, parts[1])):  # noqa: PLR2004 - "Bank Saderat"
            return {_word(mention, parts[1])}
        return _group_forms(mention) if mention.actor_id is not None else set()
    if mention.kind is ActorKind.ARMED_GROUP:
        return _group_forms(mention)
    if mention.kind is not ActorKind.PERSON:
        return set()
    parts = words(mention.text)
    if len(parts) < 2 or len(parts[-1].folded) < _LEAST:  # noqa: PLR2004 - a full name
        return set()
    start = _surname(parts) or len(parts) - 1
    forms = {mention.text[parts[start].begin :]} if start else set()
    if start > 1:
        forms.add(f"{_word(mention, parts[0])} {mention.text[parts[start].begin :]}")
    return forms


def _group_forms(mention: Mention) -> set[str]:
    """The word a group is known by: "Jund" of "Jund-e-Sahra", "the Covenant" of "Holy Covenant"."""
    joined = _JOINED.match(mention.text)
    if joined is not None:
        return {joined[1]}
    parts = words(mention.text)
    if len(parts) != 2 or parts[0].folded in _PARTICLES or parts[1].folded in _COMMON:  # noqa: PLR2004 - "Holy Covenant"
        return set()
    last = _word(mention, parts[1])
    return {last} if len(last) > _LEAST_GROUP and last.isalpha() and last.istitle() else set()


def _is_telling(mention: Mention, last: Word) -> bool:
    """Whether the last word alone tells which body is meant: "the Monitor"."""
    rare = last.folded not in _COMMON and last.folded.isalpha() and len(last.folded) > _LEAST
    return mention.actor_id is None and rare and not _word(mention, last).isupper()


def _surname(parts: list[Word]) -> int:
    """Index of the first word of the surname: "al" of "al-Kawari"."""
    start = len(parts) - 1
    while start > 0 and parts[start - 1].folded in _PARTICLES:
        start -= 1
    return start


def _word(mention: Mention, word: Word) -> str:
    return mention.text[word.begin : word.end]


def _merge_persons(names: Sequence[Mention]) -> dict[str, Mention]:
    """Unlinked names of persons → the earliest full name they shorten or respell."""
    full: dict[tuple[str, str], list[tuple[frozenset[str], Mention]]] = {}
    canonical: dict[str, Mention] = {}
    for mention in sorted(names, key=lambda m: m.actor_id is None):
        parts = [_SPELLINGS.get(part, part) for part in key(mention.name).split()]
        if mention.kind is not ActorKind.PERSON or len(parts) < 2:  # noqa: PLR2004 - a full name
            continue
        same = full.setdefault((parts[0], parts[-1]), [])
        whole = frozenset(parts)
        match = next((m for known, m in same if whole <= known or known <= whole), None)
        if match is None:
            same.append((whole, mention))
        elif match.name != mention.name and mention.actor_id is None:
            canonical[mention.name] = match
    return canonical
