from collections.abc import Callable

import pytest

from tieline.model.actor import ActorKind
from tieline.model.mention import Mention, MentionForm

Reader = Callable[..., tuple[Mention, ...]]


def _described(mentions: tuple[Mention, ...]) -> dict[str, ActorKind]:
    return {m.text: m.kind for m in mentions if m.form is MentionForm.DESCRIBED}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The firm paid the smugglers twice.", {"firm", "smugglers"}),
        ("Two courts in Basra froze the money of the foundation.", {"courts", "foundation"}),
        ("The sect burned the bridge and the vigilantes fled.", {"sect", "vigilantes"}),
        ("Our cabinet thanked the instructors.", {"cabinet", "instructors"}),
        ("Men from three valleys attacked the regiment.", {"Men", "regiment"}),
        ("Eight families who had fled blamed the garrison.", {"families", "garrison"}),
        ("A former prefect met an Austrian mediator.", {"former prefect", "mediator"}),
        ("The boys with the rifles attacked a bank.", {"boys"}),
        ("Its bombers killed four railwaymen.", {"bombers", "railwaymen"}),
    ],
)
def test_unnamed_people_and_bodies_are_described(read: Reader, text: str, told: set[str]) -> None:
    """People and bodies without a name are actors that nothing links."""
    found = _described(read(text))
    assert {text.removeprefix("Austrian ") for text in found} >= told


@pytest.mark.parametrize(
    "text",
    [
        "The army spent the winter in camp.",
        "He has been in office since 2011.",
        "They came in company with a storm.",
        "The mission to Mars failed at the last post.",
        "The office has three rooms and a front garden.",
    ],
)
def test_nouns_for_bodies_that_mean_things_are_nobody(read: Reader, text: str) -> None:
    """Words that name a body in one place name a building or a state of things in another."""
    nobody = {"camp", "office", "company", "mission", "post", "front", "last post"}
    assert not nobody & _described(read(text)).keys()


def test_office_that_acts_is_a_body(read: Reader) -> None:
    """The same words are an actor where they do something or have it done by them."""
    found = _described(read("The office accused the guards, who were arrested by the mission."))
    assert found["office"] is found["mission"] is ActorKind.GROUP


def test_what_a_body_is_made_of_is_no_actor_beside_it(read: Reader) -> None:
    """ "A militia of some 300 men" is one actor."""
    found = _described(read("He heads a militia of some 300 men that attacked the port."))
    assert "militia" in found
    assert "men" not in found


@pytest.mark.parametrize("text", ["People fear winter.", "Its enemies laughed.", "Leaders talk."])
def test_vague_words_alone_are_nobody(read: Reader, text: str) -> None:
    """ "People", "leaders" and "enemies" alone do not say whom they mean."""
    assert not _described(read(text))


def test_persons_may_be_called_as_professions_are(read: Reader) -> None:
    """Words for people that are surnames too do not keep a name from being one."""
    names = {m.text for m in read("Senator Ivan Bishop accused Carla Hunter of lying.")}
    assert {"Ivan Bishop", "Carla Hunter"} <= names
