from pathlib import Path

import pytest

from tieline.cli import demo
from tieline.cli.running import run


@pytest.fixture
def briefs(tmp_path: Path) -> Path:
    """Two documents that contradict each other."""
    folder = tmp_path / "briefs"
    folder.mkdir()
    (folder / "brief-one.txt").write_text("Aland never fights Bland.")
    (folder / "brief-two.txt").write_text("Aland fights Bland.")
    rows = (
        f'{{"file": "brief-{name}.txt", "author": "{author}", "date": "2018-11-28"}}'
        for name, author in (("one", "First"), ("two", "Second"))
    )
    (folder / "metadata.jsonl").write_text("\n".join(rows))
    return folder


@pytest.mark.usefixtures("tieline")
def test_demo(
    briefs: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The demo prints the verdicts and ends with the report's path; it may be repeated."""
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert run(demo.app, ["--case", "demo-case", "--briefs", str(briefs)]) == 0
        printed = capsys.readouterr().out.splitlines()
        assert printed[-1] == "demo-case/report.html"
        assert sum("fights" in line for line in printed) == 2
        assert any("Second" in line for line in printed)
        assert "Aland never fights Bland" in Path("demo-case/report.html").read_text()


@pytest.mark.usefixtures("tieline")
def test_demo_spares_other_folders(briefs: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that is neither empty nor a case is left alone."""
    assert run(demo.app, ["--case", str(briefs), "--briefs", str(briefs)]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert (briefs / "brief-one.txt").exists()
