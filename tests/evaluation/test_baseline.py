from itertools import pairwise

from tieline.evaluation.baseline import CoOccurrence
from tieline.model.actor import ActorKind
from tieline.model.analysis import Analysis, Sentence, Token
from tieline.model.claim import Claim
from tieline.model.document import Document
from tieline.model.mention import Mention, MentionForm


def _read(text: str, verb: str, *names: str) -> tuple[Claim, ...]:
    """Claims of one sentence in which only the verb's part of speech is known."""
    sentence = Sentence(0, len(text), 0)
    tokens, begin = [], 0
    for index, word in enumerate(text.rstrip(".").split()):
        begin = text.index(word, begin)
        pos, lemma = ("VERB", verb) if word.startswith(verb) else ("X", word)
        tokens.append(Token(index, word, begin, begin + len(word), lemma, "X", pos, "x", 0))
    mentions = [_mention(text, name) for name in names]
    analyses = {0: Analysis(sentence, tuple(tokens))}
    return CoOccurrence().claims(Document(text, "text/1"), [sentence], analyses, mentions)


def _mention(text: str, name: str) -> Mention:
    begin = text.index(name)
    form, kind = MentionForm.NAME, ActorKind.GROUP
    return Mention(begin, begin + len(name), name, name, kind, form, 0)


def test_every_pair_beside_a_cue_verb_is_a_claim() -> None:
    """Three actors make three claims, each from the first to the second in the text."""
    claims = _read("Arda attack Brul and Cesk.", "attack", "Arda", "Brul", "Cesk")
    pairs = [(c.source.text, c.target.text if c.target else None) for c in claims]
    assert pairs == [("Arda", "Brul"), ("Arda", "Cesk"), ("Brul", "Cesk")]
    assert {c.relation for c in claims} == {"attacks"}
    assert all(one.begin == other.begin == 0 for one, other in pairwise(claims))


def test_no_cue_verb_no_claim() -> None:
    """A sentence without a word for a deed between actors gives nothing."""
    assert _read("Arda resemble Brul.", "resemble", "Arda", "Brul") == ()


def test_one_actor_twice_is_no_pair() -> None:
    """Two mentions of the same actor are no tie."""
    assert _read("Arda attack Arda.", "attack", "Arda", "Arda") == ()
