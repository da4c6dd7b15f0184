from types import ModuleType

from tieline.reports.entries import chapters
from tieline.reports.holders import Voice, voices
from tieline.reports.method import sources


def _voices(made_up: ModuleType) -> dict[str, Voice]:
    claims = made_up.claims()
    parts = chapters(made_up.documents(), claims, made_up.findings(claims))
    found = voices([entry for part in parts for entry in part.entries])
    return {voice.name: voice for voice in found}


def test_claims_are_counted_for_those_who_make_them(made_up: ModuleType) -> None:
    """A quoted speaker's claim is not the author's; an unnamed author is the publisher."""
    found = _voices(made_up)
    assert {name: voice.claims for name, voice in found.items()} == {
        "A. Writer": 4,
        "Coast Quarterly": 3,
        "General Ash": 1,
    }
    assert not found["General Ash"].writes


def test_affirmed_denied_and_other_moods_are_told_apart(made_up: ModuleType) -> None:
    """A demand counts neither as affirmed nor as denied."""
    writer = _voices(made_up)["A. Writer"]
    assert (writer.affirmed, writer.denied, writer.other) == (2, 1, 1)
    assert (writer.supported, writer.contradicted) == (0, 1)


def test_every_dataset_and_definition_is_listed_once(made_up: ModuleType) -> None:
    """The method section counts each definition's tests, the default first."""
    claims = made_up.claims()
    parts = chapters(made_up.documents(), claims, made_up.findings(claims))
    entries = [entry for part in parts for entry in part.entries]
    (source,) = sources(entries, {"made-up-nonstate": "below the bar"})
    assert source.missing_row == "below the bar"
    assert [(d.name, d.tests) for d in source.definitions] == [("deaths-25", 2), ("deaths-1000", 1)]
