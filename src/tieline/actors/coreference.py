"""Pronouns and definite descriptions: which actor named before they stand for.

Read from left to right, so that what one pronoun was found to mean serves the next.
Where two antecedents are about as likely, nobody is chosen.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from tieline.actors import epithets, plurals
from tieline.actors.antecedents import PRONOUN, Search, Story
from tieline.actors.called import called, named_by
from tieline.actors.cast import Cast, refer, unparsed
from tieline.actors.definites import is_definite, is_vague
from tieline.actors.homes import home
from tieline.actors.owners import Posts
from tieline.actors.phrases import determiner, is_announced, is_plural, is_told_of, phrase_of
from tieline.actors.pronouns import HE, SHE, is_people, refers, suits, victim_of, wants_actor
from tieline.actors.salience import (
    SUBJECTS,
    THEY,
    Candidate,
    agrees_as_one,
    effective_role,
    in_main_clause,
    subjects_of,
    verb_over,
)
from tieline.actors.speakers import MY, WE, is_own_voice
from tieline.actors.takeup import TakeUp
from tieline.actors.victims import is_hit
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Sentence, Token
from tieline.model.mention import Mention, MentionForm

_SEVERAL_BACK = 2  # sentences in which "the two" were named
_FRONTED = 3  # pronoun, what fronts it, and the root


def corefer(
    sentences: Sequence[Sentence], analyses: Mapping[int, Analysis], cast: Cast
) -> Iterator[Mention]:
    """The cast's mentions, with pronouns added and definite descriptions resolved."""
    present = _by_sentence(cast.mentions)
    silent = _by_sentence(cast.silent)
    posts = Posts(cast.offices.registry)
    country = home(cast.mentions, cast.offices.registry)
    story = Story(sentences, {topic.key: weight for topic, weight in cast.topics}, country)
    for index in sorted(present.keys() | analyses.keys()):
        for mention in silent[index]:
            story.tell(unparsed(mention))
        if index in analyses:
            yield from _Passage(index, analyses[index], present[index], story, cast, posts).read()
        else:
            yield from present[index]
            for mention in present[index]:
                story.tell(unparsed(mention, sentences[index]))


def _by_sentence(mentions: Iterable[Mention]) -> defaultdict[int, list[Mention]]:
    found: defaultdict[int, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[mention.sentence].append(mention)
    return found


@dataclass(frozen=True)
class _Passage:
    """One parsed sentence and the story so far."""

    index: int
    analysis: Analysis
    mentions: Sequence[Mention]
    story: Story
    cast: Cast
    posts: Posts

    @cached_property
    def _heads(self) -> Mapping[int, Mention]:
        """Mentions by the index of their head token; the widest where two share one."""
        found: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: m.end - m.begin):
            head = self.analysis.root_of(mention.begin, mention.end)
            if head is not None:
                found[head.index] = mention
        return found

    @cached_property
    def _takeup(self) -> TakeUp:
        return TakeUp(self.index, self.analysis, self.story, self.cast, self._mention_at)

    def _mention_at(self, token: Token) -> Mention | None:
        return self._heads.get(token.index)

    def read(self) -> Iterator[Mention]:
        """All mentions of the sentence, those of pronouns among them."""
        headed = set(self._heads.values())
        yield from (mention for mention in self.mentions if mention not in headed)
        for token in self.analysis.tokens:
            mention = self._heads.get(token.index)
            several = self._several(token) if token.lemma in plurals.OPENERS else ()
            if several:
                yield from self._told_together(token, several)
            elif mention is not None:
                yield from self._named(mention, token)
            elif refers(self.analysis, token):
                yield from self._pronoun(token)
            elif token.pos == "PRON" and self._is_speaker(token, WE):
                yield self._speaking(token)
            elif (read := self._unmentioned(token)) is not None:
                self.story.tell(self._candidate(read.begin, read.end, token, read))
                yield read
            elif token.pos == "NOUN" and not self._is_equated(token):
                self.story.tell(self._candidate(token.begin, token.end, token))

    def _is_speaker(self, token: Token, words: frozenset[str]) -> bool:
        """Whether the word means whoever gives the speech."""
        spoken = token.text.lower() in words and self.cast.speaker is not None
        return spoken and is_own_voice(self.cast.text, token)

    def _speaking(self, token: Token) -> Mention:
        blank = Mention(token.begin, token.end, token.text, "", ActorKind.UNKNOWN,
                        MentionForm.PRONOUN, self.index)  # fmt: skip
        return refer(blank, self.cast.speaker or blank, MentionForm.PRONOUN)

    def _is_equated(self, subject: Token) -> bool:
        """Whether it only leads up to a name: "The other winner is X"."""
        if named_by(self.analysis, subject, self._mention_at):
            return True
        verb = self.analysis.head(subject)
        return subject.dep == "nsubj" and any(
            self._names_subject(t, verb) for t in self.analysis.children(verb, "attr")
        )

    def _names_subject(self, attribute: Token, verb: Token) -> bool:
        if attribute.dep != "attr" or verb.lemma != "be":
            return False
        mention = self._heads.get(attribute.index)
        if mention is None:
            return False
        subjects = self.analysis.children(verb, *SUBJECTS)
        common = all(t.pos == "NOUN" and t.index not in self._heads for t in subjects)
        return mention.form is MentionForm.NAME and common

    def _several(self, token: Token) -> tuple[Mention, ...]:
        """All that "the two", "both" or "each other" stands for; nothing if that is unclear."""
        subject = plurals.reciprocal(self.analysis, token)
        if subject is not None:
            return self._those_at(subject)
        count = plurals.number(self.analysis, token)
        if not count:
            return ()
        doers = self._doers(token)
        begin = plurals.begin_of(self.analysis, token)
        told = self.story.before(self.index, begin, _SEVERAL_BACK)
        before = [candidate for candidate in told if candidate.key not in doers]
        return plurals.meant(before, count, plurals.kinds_of(token), self.index)

    def _those_at(self, subject: Token) -> tuple[Mention, ...]:
        """All actors the subject was found to mean."""
        told = self.story.before(self.index, subject.end, 0)
        found = next((c for c in told if c.token is subject), None)
        return found.together if found is not None else ()

    def _told_together(self, token: Token, several: tuple[Mention, ...]) -> Iterator[Mention]:
        begin = plurals.begin_of(self.analysis, token)
        text = self.cast.text[begin : token.end]
        blank = Mention(begin, token.end, text, "", ActorKind.UNKNOWN,
                        MentionForm.PRONOUN, self.index)  # fmt: skip
        read = tuple(refer(blank, mention, MentionForm.PRONOUN) for mention in several)
        candidate = self._candidate(begin, token.end, token, read[0])
        self.story.tell(replace(candidate, plural=True, together=read))
        yield from read

    def _named(self, mention: Mention, head: Token) -> Iterator[Mention]:
        read = told = mention
        if mention.form is MentionForm.DESCRIBED and mention.actor_id is None:
            read = self._possessed(mention, head) or self._takeup.meant(mention, head) or mention
            named = named_by(self.analysis, head, self._mention_at)
            told = read
            if read is mention and named is not None:
                told = replace(mention, name=named.name, kind=named.kind, actor_id=named.actor_id)
            elif read is mention:
                if is_vague(head, mention) and not self._says_enough(head):
                    return
                if not is_definite(self.analysis, head):
                    self.story.described.add(head.lemma)
        elif mention.form is MentionForm.NAME:
            self._introduce(mention, head)
        self.story.tell(self._candidate(read.begin, read.end, head, told))
        yield read

    def _introduce(self, name: Mention, head: Token) -> None:
        """Keep what the sentence says a name is, and whom a person serves."""
        self.story.characterise(name.key, called(self.analysis, head))
        if name.kind is ActorKind.PERSON:
            self.posts.note(self.analysis, name, head, self.mentions)

    def _unmentioned(self, token: Token) -> Mention | None:
        """A description that is a mention only because somebody was named before."""
        if token.lemma not in epithets.DEFINITES or token.pos not in {"NOUN", "PROPN"}:
            return None
        phrase = phrase_of(self.analysis, token)
        text = self.cast.text[phrase.begin : phrase.end]
        blank = Mention(phrase.begin, phrase.end, text, phrase.name, ActorKind.GROUP,
                        MentionForm.DESCRIBED, self.index)  # fmt: skip
        return self._takeup.meant(blank, token)

    def _says_enough(self, head: Token) -> bool:
        """ "Several commanders", "the leader of X", or people to whom harm is done."""
        return is_hit(self.analysis, head) or is_told_of(self.analysis, head)

    def _possessed(self, mention: Mention, head: Token) -> Mention | None:
        """Whatever "its" was found to mean, for "its leader"."""
        for child in self.analysis.children(head, "poss"):
            owner = self._meaning(child) if child.tag == "PRP$" else None
            owned = self.posts.belonging(head, owner) if owner else None
            if owner and owned:
                name, kind, actor_id = owned
                return replace(mention, name=name, kind=kind, actor_id=actor_id,
                               form=MentionForm.DEFINITE,
                               antecedent=owner.antecedent)  # fmt: skip
        return None

    def _meaning(self, pronoun: Token) -> Mention | None:
        if self._is_speaker(pronoun, WE | MY):
            return self._speaking(pronoun)
        found = [
            candidate.mention
            for candidate in self.story.before(self.index, pronoun.end, 0)
            if candidate.begin == pronoun.begin and candidate.mention
        ]
        return found[0] if len(found) == 1 else None

    def _pronoun(self, token: Token) -> Iterator[Mention]:
        word = token.text.lower()
        only_actors = wants_actor(self.analysis, token)
        doers = self._doers(token)

        def fits(candidate: Candidate) -> bool:
            open_to_all = candidate.mention is not None or word in HE or not only_actors
            fitting = suits(word, candidate) and (open_to_all or is_people(candidate))
            if word in HE and self.story.women.get(candidate.key, word in SHE) != (word in SHE):
                return False
            return fitting and (not doers or candidate.key not in doers)

        search = Search(self.story, self.analysis, self.index, token, PRONOUN)
        found = search.best(fits, self._ahead(token))
        if found is None or found.mention is None:
            return
        if word in HE:
            self.story.women[found.key] = word in SHE
        several = found.together if word in THEY and found.together else (found.mention,)
        blank = Mention(token.begin, token.end, token.text, "", ActorKind.UNKNOWN,
                        MentionForm.PRONOUN, self.index)  # fmt: skip
        read = [refer(blank, mention, MentionForm.PRONOUN) for mention in several]
        candidate = self._candidate(token.begin, token.end, token, read[0])
        self.story.tell(replace(candidate, together=tuple(read) if len(read) > 1 else ()))
        yield from read

    def _doers(self, pronoun: Token) -> set[str]:
        """Who does something to the pronoun: never the one it stands for."""
        verb = victim_of(self.analysis, pronoun) or _verb_on(self.analysis, pronoun)
        if verb is None:
            return set()
        subjects = {t.index for t in subjects_of(verb, self.analysis)}
        told = self.story.before(self.index, pronoun.begin, 0)
        return {c.key for c in told if c.mention and c.token and c.token.index in subjects}

    def _ahead(self, pronoun: Token) -> tuple[Candidate, ...]:
        """The subject that follows a fronted phrase: "In its report the group said …"."""
        if pronoun.tag != "PRP$":
            return ()
        path = (pronoun, *self.analysis.ancestors(pronoun))
        root = path[-1]
        if (
            len(path) < _FRONTED
            or path[-2].dep not in {"prep", "advcl"}
            or pronoun.index > root.index
        ):
            return ()
        subjects = self.analysis.children(root, "nsubj", "nsubjpass")
        return tuple(
            self._candidate(mention.begin, mention.end, token, mention)
            for token in subjects
            if pronoun.index < token.index and (mention := self._heads.get(token.index))
            and not any(t.index == pronoun.index for t in self.analysis.subtree(token))
        )  # fmt: skip

    def _candidate(
        self, begin: int, end: int, token: Token, mention: Mention | None = None
    ) -> Candidate:
        stands = self._stand_in(token, mention)
        role = effective_role(self.analysis, stands)
        verb = self.analysis.head(token)
        if is_announced(self.analysis, token) or self._names_subject(token, verb):
            role = "nsubj"
        main = role in SUBJECTS and in_main_clause(self.analysis, stands)
        plural = token.text.lower() in THEY or self._is_many_named(token, mention)
        plural = plural or (is_plural(token) and _may_be_plural(mention, token))
        together = self._together(token) if mention else ()
        above = verb_over(token, self.analysis)
        return Candidate(
            begin, end, self.index, token, role, plural, main, mention, together, above,
            agrees_as_one(token, self.analysis),
        )  # fmt: skip

    def _stand_in(self, token: Token, mention: Mention | None) -> Token:
        """The noun in whose place a name stands: "the trader X was taken off the list"."""
        if token.dep != "appos" or mention is None or mention.form is not MentionForm.NAME:
            return token
        noun = self.analysis.head(token)
        return noun if noun.pos == "NOUN" and not is_plural(noun) else token

    def _is_many_named(self, token: Token, mention: Mention | None) -> bool:
        """Whether the words say that a group is many: "the Houthis", but not "Hamas"."""
        armed = mention is not None and mention.kind is ActorKind.ARMED_GROUP
        return armed and token.text.endswith("s") and determiner(self.analysis, token) == "the"

    def _together(self, token: Token) -> tuple[Mention, ...]:
        """All actors of the coordination a token opens; nothing if it opens none."""
        if token.dep == "conj":
            return ()
        found, last = [token], token
        while rest := self.analysis.children(last, "conj"):
            last = rest[0]
            found.append(last)
        named = [self._heads[t.index] for t in found if t.index in self._heads]
        return tuple(named) if len(named) == len(found) > 1 else ()


def _verb_on(analysis: Analysis, pronoun: Token) -> Token | None:
    """The verb that has the pronoun as its object."""
    verb = analysis.head(pronoun)
    if pronoun.dep == "pobj" and verb.dep in {"prep", "dative"}:
        verb = analysis.head(verb)
    objective = pronoun.dep in {"dobj", "dative", "pobj"}
    return verb if objective and verb.pos == "VERB" else None


def _may_be_plural(mention: Mention | None, token: Token) -> bool:
    """A plural in form is one in sense, unless it is a name such as "United States"."""
    if mention is None or mention.kind is ActorKind.GROUP:
        return True
    if mention.kind is ActorKind.FORCE:
        return token.tag == "NNS"
    if mention.form is MentionForm.DESCRIBED:
        return True
    return mention.kind is ActorKind.STATE and not mention.text.endswith(("States", "Emirates"))
