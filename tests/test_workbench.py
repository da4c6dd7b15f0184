from pathlib import Path

import pytest

from tieline.errors import InputError
from tieline.testing import fake_tools
from tieline.workbench import Added, Workbench, _spellings


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Two documents, and one that breaks the engine."""
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text("Aland funds Bland.")
    (folder / "b.txt").write_text("Cland arms Dland. Cland fights Dland.")
    (folder / "c.txt").write_text("BREAK")
    return folder


@pytest.fixture
def workbench(tmp_path: Path) -> Workbench:
    """A workbench with stand-ins and a case yet to be made."""
    return Workbench(tmp_path / "case", make_tools=fake_tools, workers=1)


def test_a_failure_is_raised_unless_it_is_asked_for(workbench: Workbench, texts: Path) -> None:
    """Without a handler the first failure is raised, with one it is handed over."""
    with pytest.raises(InputError, match=r"c\.txt"):
        list(workbench.read(workbench.find([texts])))
    failures = []
    readings = list(workbench.read(workbench.find([texts]), failed=failures.append))
    assert [len(reading.claims) for reading in readings] == [1, 2]
    assert len(failures) == 1


def test_closing_keeps_what_was_yielded(workbench: Workbench, texts: Path) -> None:
    """Whoever stops adding early has in the case what was yielded until then."""
    workbench.init()
    adding = workbench.add(workbench.find([texts]))
    assert next(adding) == Added(str(texts / "a.txt"), 1)
    adding.close()
    assert [kept.document.text for kept in workbench.store.documents()] == ["Aland funds Bland."]


def test_a_failure_that_is_raised_keeps_what_came_before(workbench: Workbench, texts: Path) -> None:
    """What was added before a failure stays added."""
    workbench.init()
    with pytest.raises(InputError):
        list(workbench.add(workbench.find([texts])))
    assert len(list(workbench.store.documents())) == 2


def test_renew_empties_the_case(workbench: Workbench, texts: Path) -> None:
    """A case made anew holds nothing."""
    for _ in range(2):
        workbench.renew()
        assert list(workbench.store.documents()) == []
        list(workbench.add(workbench.find([texts]), failed=lambda _: None))


def test_mentions_are_kept(workbench: Workbench, texts: Path) -> None:
    """The case keeps who is mentioned, too."""
    workbench.init()
    list(workbench.add(workbench.find([texts / "a.txt"])))
    (kept,) = workbench.store.documents()
    names = [mention.name for mention in workbench.store.mentions(kept.document.id)]
    assert names == ["Aland", "Bland"]


def test_an_alias_finds_the_actor() -> None:
    """Filters know the other names that the registry has for an actor."""
    assert "group:taliban" in _spellings("Taleban")
    assert _spellings("Nobody at all") == ("Nobody at all",)
    assert _spellings(None) == ()
