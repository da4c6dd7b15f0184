"""Which actors a word of a sentence stands for.

Looks through nouns that only name a part of an actor ("members of X", "X's positions"),
through appositions, and along lists ("A, B and C", "groups such as D and E").
"""

from collections.abc import Iterable, Iterator, Sequence

from tieline.claims.clauses import (
    antecedent_of_relative,
    is_excluded,
    logical_subjects,
    prepositional,
)
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Token
from tieline.model.mention import Mention, MentionForm

# Nouns that stand for those named after "of", "in" or "within".
_TRANSPARENT = frozenset(
    """member element part faction leader leadership group number hundred thousand dozen score
    majority most some many several one two three range variety array host network remnant rest
    all coalition segment section series supporter fighter people handful half third quarter
    government state republic people side ranks rank list cadre collection majority bulk hand
    hands behalf both each
    name type kind form likes interest security territory position force any
    activity effort operation operations cause militant troop soldier commander""".split()
)
# Nouns that stand for their possessor or modifier when something is done to or by them.
_FACETS = frozenset(
    """manpower strength membership income revenue position base basis convoy headquarters
    compound fighter leader leadership force forces troop
    troops soldier personnel territory embassy interest target convoy camp outpost stronghold
    checkpoint vehicle ship vessel aircraft city town village airport regime government
    commander militant operative insurgent member unit army military police official
    population people citizen national civilian guard patrol bastion post facility asset
    installation infrastructure system network cell hideout ally rule side administration
    authorities authority policy security intelligence agency service rear movement cause effort
    activity operation command ranks party organization group militia wing supporter backer
    office delegation representative strike airstrike raid bombing drone ambush offensive shelling
    assault rocket missile influence enrichment ambition aggression expansion power account fund
    funds domination
    presence hegemony shipping property diplomat diplomatic consulate mission soil capital
    border attack""".split()
)
_LAUNCHED = frozenset(["launch", "carry", "conduct", "mount", "stage", "begin", "start", "lead"])
_HELD = frozenset(["hold", "control", "occupy", "run", "own", "operate", "dominate"])
_BETWEEN_LIST = frozenset({",", "and", "or", "&", "the", "as", "well", "both", ";", "also", "nor"})
_JOINS = frozenset({"and", "or", "&", "nor", "well"})
_SUBJECT_DEPS = frozenset({"nsubj", "nsubjpass", "ROOT"})


class Referents:
    """The actors of one sentence, asked for by token."""

    def __init__(self, analysis: Analysis, mentions: Sequence[Mention]) -> None:
        self.analysis = analysis
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.begin, -m.end)))
        self._runs = tuple(self._list_runs())

    def at(self, token: Token) -> tuple[Mention, ...]:
        """Mentions whose words include the token; of nested ones, the one it heads."""
        covering = self._covering(token) or self._hyphenated(token)
        if len(covering) < 2:  # noqa: PLR2004 - one mention cannot be nested in another
            return tuple(covering)
        headed = [m for m in covering if self._heads(token, m)]
        kept = headed or [m for m in covering if not _contains_another(m, covering)]
        return tuple(kept)

    def _covering(self, token: Token) -> list[Mention]:
        return [m for m in self.mentions if m.begin < token.end and token.begin < m.end]

    def _hyphenated(self, token: Token) -> list[Mention]:
        """ "Fatah-RC": a name's tail after a hyphen stands for the name."""
        if token.index < 2 or token.tag not in {"NNP", "NN"}:  # noqa: PLR2004 - name and hyphen
            return []
        hyphen, before = (
            self.analysis.tokens[token.index - 1],
            self.analysis.tokens[token.index - 2],
        )
        joined = hyphen.text == "-" and before.end == hyphen.begin and hyphen.end == token.begin
        return self._covering(before) if joined else []

    def of(self, token: Token, depth: int = 0) -> tuple[Mention, ...]:
        """All actors a noun phrase stands for, given its head."""
        if depth > 4:  # noqa: PLR2004 - "members of parts of factions of …"
            return ()
        if token.tag in {"WP", "WP$", "WDT"}:
            meant = antecedent_of_relative(self.analysis, token)
            return self.of(meant, depth + 1) if meant.index != token.index else ()
        examples = tuple(self._examples(token, depth))
        own = self.at(token)
        if all(_is_generic(m) for m in own):
            named = examples or tuple(self._identified(token, depth))
            if not named and own and token.lemma in _TRANSPARENT | _FACETS:
                named = tuple(self._inside(token, depth))
            if named:
                return _distinct(named)
        found = own or tuple(self._looked_through(token, depth))
        listed = [m for mention in found for m in self._list_of(mention)]
        conjuncts = [m for other in self._conjuncts(token) for m in self.of(other, depth + 1)]
        return _distinct([*found, *listed, *conjuncts, *examples])

    def left_of(self, token: Token) -> tuple[Mention, ...]:
        """Actors that modify the noun from the left: "Taliban commander", "X's military wing"."""
        first = self._left_edge(token)
        near = [m for m in self.mentions if first <= m.begin and m.end <= token.begin]
        outer = [m for m in near if not self._belongs_elsewhere(m, token)]
        return _distinct([m for mention in outer for m in (mention, *self._list_of(mention))])

    def right_of(self, token: Token) -> tuple[Mention, ...]:
        """The name that follows at once: "commander Fulan"."""
        after = [m for m in self.mentions if 0 <= m.begin - token.end <= 2]  # noqa: PLR2004
        return tuple(m for m in after if self.analysis.root_of(m.begin, m.end) is not None)

    def _heads(self, token: Token, mention: Mention) -> bool:
        root = self.analysis.root_of(mention.begin, mention.end)
        return root is not None and root.index == token.index

    def _left_edge(self, token: Token) -> int:
        left = list(self.analysis.children(token, "poss", "amod", "compound", "nmod"))
        if token.dep in {"compound", "nmod"}:
            siblings = self.analysis.children(
                self.analysis.head(token), "poss", "amod", "compound", "nmod"
            )
            left += [t for t in siblings if t.index < token.index]
        begins = [t.begin for child in left for t in self.analysis.subtree(child)]
        return min((b for b in begins if b < token.begin), default=token.begin)

    def _belongs_elsewhere(self, mention: Mention, token: Token) -> bool:
        """Whether a mention on the left sits inside a phrase of its own ("son of X's …")."""
        root = self.analysis.root_of(mention.begin, mention.end)
        return root is not None and root.dep in {"pobj", "dobj"} and root.head != token.index

    def _looked_through(self, token: Token, depth: int) -> Iterator[Mention]:
        for child in self.analysis.children(token, "appos"):
            yield from self.at(child)
        yield from self._inside(token, depth)
        if token.lemma in _FACETS or token.pos == "NOUN":
            yield from self._holding(token, depth)
            yield from self._doing(token, depth)
            for child in self.analysis.children(token, "poss", "amod", "compound", "nmod"):
                if self.at(child):
                    yield from self.of(child, depth + 1)
                else:
                    yield from self._of_facet_modifier(child)

    def _doing(self, token: Token, depth: int) -> Iterator[Mention]:
        """ "the offensive that X launched" stands for X."""
        for clause in self.analysis.children(token, "relcl"):
            if clause.lemma in _LAUNCHED:
                for subject in logical_subjects(self.analysis, clause):
                    if subject.index != token.index:
                        yield from self.of(subject, depth + 1)

    def _holding(self, token: Token, depth: int) -> Iterator[Mention]:
        """ "villages held by X", "areas under X's control"."""
        for clause in self.analysis.children(token, "acl"):
            if clause.tag == "VBN" and clause.lemma in _HELD:
                for child in prepositional(self.analysis, clause, ("by",)):
                    yield from self.of(child, depth + 1)

    def _inside(self, token: Token, depth: int) -> Iterator[Mention]:
        """ "members of X", "elements within X"; a state after "in" is only where they are."""
        if token.lemma in _TRANSPARENT | _FACETS or token.pos in {"NUM", "PRON", "DET"}:
            for child in prepositional(self.analysis, token, ("of",)):
                yield from self.of(child, depth + 1)
        if token.lemma in _TRANSPARENT or token.pos in {"NUM", "PRON", "DET"}:
            for child in prepositional(self.analysis, token, ("in", "within", "from", "among")):
                found = self.of(child, depth + 1)
                yield from (m for m in found if m.kind is not ActorKind.STATE)

    def _of_facet_modifier(self, child: Token) -> Iterator[Mention]:
        for inner in self.analysis.children(child, "poss", "amod", "compound", "nmod", "npadvmod"):
            if child.tag not in {"VBN", "VBG"}:
                yield from self.at(inner)

    def _identified(self, token: Token, depth: int) -> Iterator[Mention]:
        """The name that a description stands for: by apposition or as a predicate."""
        for child in self.analysis.children(token, "appos"):
            yield from self.at(child)
        head = self.analysis.head(token)
        if token.dep == "attr" and head.lemma == "be":
            for subject in logical_subjects(self.analysis, head):
                if subject.index != token.index:
                    yield from self.of(subject, depth + 1)
        elif token.dep == "appos":
            yield from self.at(head)

    def _conjuncts(self, token: Token) -> tuple[Token, ...]:
        return tuple(
            t
            for t in self.analysis.children(token, "conj")
            if t.pos not in {"VERB", "AUX"} and not is_excluded(self.analysis, t)
        )

    def _examples(self, token: Token, depth: int) -> Iterator[Mention]:
        """ "groups such as A, B and C", "militants, including D"."""
        for child in self.analysis.children(token, "prep"):
            opens = child.lemma in {"include", "including", "like"} or (
                child.lemma == "as"
                and child.index > 0
                and self.analysis.tokens[child.index - 1].lemma == "such"
            )
            if opens:
                for named in self.analysis.children(child, "pobj", "dobj"):
                    yield from self.of(named, depth + 1)

    def _list_of(self, mention: Mention) -> tuple[Mention, ...]:
        for run in self._runs:
            if mention in run:
                return run
        return ()

    def _list_runs(self) -> Iterator[tuple[Mention, ...]]:
        """Mentions that stand side by side with only commas and "and" between."""
        outer = [m for m in self.mentions if not self._is_inside(m) and not self._is_alias(m)]
        run: list[Mention] = []
        joined = False
        for mention in outer:
            if self._is_owner(mention):
                continue
            link = self._link(run[-1], mention) if run else None
            if link is None or self._starts_clause(mention, run[0]):
                if joined and len(run) > 1:
                    yield tuple(run)
                run, joined = [mention], False
                continue
            run.append(mention)
            joined = joined or link
        if joined and len(run) > 1:
            yield tuple(run)

    def _is_owner(self, mention: Mention) -> bool:
        """A possessor belongs to its noun, not to a list."""
        root = self.analysis.root_of(mention.begin, mention.end)
        return root is not None and root.dep == "poss"

    def _is_inside(self, mention: Mention) -> bool:
        return any(
            m is not mention
            and m.begin <= mention.begin
            and mention.end <= m.end
            and m.end - m.begin > mention.end - mention.begin
            for m in self.mentions
        )

    def _is_alias(self, mention: Mention) -> bool:
        """A name in brackets after the name it abbreviates."""
        before = self.analysis.within(mention.begin - 1, mention.begin)
        after = self.analysis.within(mention.end, mention.end + 1)
        return any(t.text == "(" for t in before) and any(t.text == ")" for t in after)

    def _link(self, left: Mention, right: Mention) -> bool | None:
        """None if something else stands between; else whether a conjunction does."""
        if right.begin < left.end:
            return None
        between = self._without_brackets(self.analysis.within(left.end, right.begin))
        if not between or any(t.text.casefold() not in _BETWEEN_LIST for t in between):
            return None
        if not any(t.text == "," or t.text.casefold() in _JOINS for t in between):
            return None
        return any(t.text.casefold() in _JOINS for t in between)

    def _without_brackets(self, tokens: tuple[Token, ...]) -> list[Token]:
        kept: list[Token] = []
        inside = False
        for token in tokens:
            inside = inside or token.text == "("
            if not inside:
                kept.append(token)
            inside = inside and token.text != ")"
        return kept

    def _starts_clause(self, mention: Mention, first: Mention) -> bool:
        root = self.analysis.root_of(mention.begin, mention.end)
        before = self.analysis.root_of(first.begin, first.end)
        if root is None or before is None:
            return False
        if root.dep == "conj" and not self.at(self.analysis.head(root)):
            return True
        if root.dep not in _SUBJECT_DEPS:
            return False
        return before.head not in {root.head, root.index}


def _contains_another(mention: Mention, others: Iterable[Mention]) -> bool:
    return any(
        m.begin >= mention.begin
        and m.end <= mention.end
        and m.end - m.begin < mention.end - mention.begin
        for m in others
    )


def _is_generic(mention: Mention) -> bool:
    """A group or person described without a name, for whom a name may stand beside it."""
    if mention.form != MentionForm.DESCRIBED:
        return False
    described = mention.kind == ActorKind.PERSON and mention.actor_id is None
    return described or mention.kind == ActorKind.GROUP


def _distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(mentions))
