"""Finding what to read."""

import json
import os
import subprocess
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tieline.reading.metadata import Metadata
from tieline.reading.paths import Found, expand


def _write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The Front has not met the League.")


def _names(found: Found) -> list[str]:
    return [source.path.as_posix() for source in found.sources]


def _complaints(found: Found) -> list[str]:
    return [str(failure.error) for failure in found.failures]


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_a_folder_is_read_in_fixed_order(tmp_path: Path) -> None:
    """All below a folder is found, sorted by name, relative paths kept relative."""
    _write(tmp_path, "in/b.txt", "in/a/z.md", "in/a.txt", "in/c.HTML")
    assert _names(expand(["in"])) == ["in/a/z.md", "in/a.txt", "in/b.txt", "in/c.HTML"]
    assert _names(expand([tmp_path / "in" / "b.txt"])) == [(tmp_path / "in/b.txt").as_posix()]


def test_junk_in_a_folder_is_skipped_and_said(tmp_path: Path) -> None:
    """Hidden files, unknown suffixes and pipes are listed with the reason, not failed."""
    _write(tmp_path, "in/a.txt", "in/.hidden.txt", "in/~$draft.docx", "in/x.png", "in/.git/b.txt")
    os.mkfifo(tmp_path / "in" / "pipe.txt")
    found = expand(["in"])
    assert _names(found) == ["in/a.txt"]
    assert {s.path.name: s.reason for s in found.skipped} == {
        ".hidden.txt": "is hidden",
        ".git": "is hidden",
        "~$draft.docx": "is hidden",
        "x.png": "has a suffix no reader knows",
        "pipe.txt": "is not a plain file",
    }
    assert found.failures == []


def test_a_folders_metadata_go_to_its_files(tmp_path: Path) -> None:
    """metadata.jsonl speaks of files in and below its folder and is no document."""
    _write(tmp_path, "in/a.txt", "in/sub/b.txt", "in/sub/c.txt")
    about = [{"file": "a.txt", "title": "A"}, {"file": "sub/b.txt", "title": "far"}]
    about.append({"file": "./sub/c.txt", "title": "C"})
    (tmp_path / "in/metadata.jsonl").write_text("\n".join(map(json.dumps, about)))
    (tmp_path / "in/sub/metadata.jsonl").write_text('{"file": "b.txt", "title": "near"}')
    found = expand(["in"])
    titles = {source.path.name: source.metadata.title for source in found.sources}
    assert titles == {"a.txt": "A", "b.txt": "near", "c.txt": "C"}
    assert (found.skipped, found.failures) == ([], [])


def test_a_named_file_has_its_folders_metadata(tmp_path: Path) -> None:
    """A file says the same of itself whether named or found in its folder."""
    _write(tmp_path, "a.txt", "b.txt")
    (tmp_path / "metadata.jsonl").write_text('{"file": "a.txt", "title": "A"}')
    assert [s.metadata for s in expand(["a.txt", "b.txt"]).sources] == [
        Metadata(title="A"),
        Metadata(),
    ]


def test_a_path_met_twice_is_read_once(tmp_path: Path) -> None:
    """Naming a file and its folder gives the file once, in the first place."""
    _write(tmp_path, "in/a.txt", "in/b.txt")
    assert _names(expand(["in/b.txt", "in", "./in"])) == ["in/b.txt", "in/a.txt"]
    assert expand(["in", "in"]).failures == []


def test_links_are_followed_but_never_round(tmp_path: Path) -> None:
    """A linked folder is read once; links in a circle end and are said."""
    _write(tmp_path, "in/sub/a.txt")
    (tmp_path / "in/sub/up").symlink_to(tmp_path / "in")
    (tmp_path / "in/round.txt").symlink_to("round.txt")
    (tmp_path / "in/gone.txt").symlink_to("nowhere.txt")
    (tmp_path / "in/link.txt").symlink_to("sub/a.txt")
    found = expand(["in"])
    assert _names(found) == ["in/link.txt", "in/sub/a.txt"]
    assert [s.reason for s in found.skipped] == ["is a folder read already, reached by a link"]
    assert _complaints(found) == [
        "in/gone.txt does not exist: check the path",
        "in/round.txt is a symbolic link that leads back to itself",
    ]


def test_what_is_named_and_unusable_fails_in_one_line(tmp_path: Path) -> None:
    """Every named path that cannot be read is one failure with its reason."""
    _write(tmp_path, "a.txt", "empty/x.png")
    (tmp_path / "metadata.jsonl").write_text("")
    os.mkfifo(tmp_path / "pipe.txt")
    given = ["none.txt", "a.txt/b.txt", "metadata.jsonl", "pipe.txt", "/dev/zero", "empty"]
    complaints = _complaints(expand([*given, "x" * 300, "nul\0.txt"]))
    reasons = ["does not exist", "does not exist", "is no document", "a pipe, socket or device"]
    reasons += ["a pipe, socket or device", "holds nothing to read", "name is too long"]
    reasons += ["no file can have this name"]
    for complaint, reason in zip(complaints, reasons, strict=True):
        assert reason in complaint
        assert complaint.isprintable()


@pytest.mark.parametrize(
    ("content", "reader"),
    [
        (b"plain words", "text"),
        (b"%PDF-1.7 ...", "pdf"),
        (b"\n<!DOCTYPE html><p>", "html"),
        (b"\xef\xbb\xbf<HTML>", "html"),
        (b"\0\1", "text"),
    ],
)
def test_a_named_file_of_unknown_suffix_is_sniffed(
    tmp_path: Path, content: bytes, reader: str
) -> None:
    """A named file of unknown suffix goes to the reader its content calls for."""
    (tmp_path / "press release.2018").write_bytes(content)
    (source,) = expand(["press release.2018"]).sources
    assert source.reader.name == reader


def test_a_closed_folder_fails_alone(
    tmp_path: Path, as_nobody: Callable[[], AbstractContextManager[None]]
) -> None:
    """A folder that may not be opened is one failure; what lies beside it is read."""
    _write(tmp_path, "in/a.txt", "in/closed/b.txt", "in/z.txt")
    (tmp_path / "in").chmod(0o755)
    (tmp_path / "in/closed").chmod(0)
    with as_nobody():
        found = expand(["in", "in/closed/b.txt"])
    (tmp_path / "in/closed").chmod(0o755)
    assert _names(found) == ["in/a.txt", "in/z.txt"]
    assert _complaints(found) == [
        "in/closed cannot be opened: permission denied",
        "in/closed/b.txt cannot be opened: permission denied",
    ]


def test_names_that_are_no_utf8_or_no_print_are_shown_escaped(tmp_path: Path) -> None:
    """A hostile file name can neither break a line nor reach the terminal."""
    (tmp_path / os.fsdecode(b"bad\xff\x1b[31m\n")).mkdir()
    (complaint,) = _complaints(expand([Path(os.fsdecode(b"bad\xff\x1b[31m\n"))]))
    assert complaint.startswith(r"bad\xff\x1b[31m\n holds nothing to read")


def test_deep_folders_do_not_exhaust_the_stack(tmp_path: Path) -> None:
    """A thousand folders in each other are walked."""
    deep = tmp_path / "in"
    for _ in range(1_200):
        deep.mkdir()
        os.chdir(deep)
        deep = Path("d")
    Path("a.txt").write_text("text")
    os.chdir(tmp_path)
    found = expand(["in"])
    subprocess.run(["rm", "-r", "in"], check=True)  # shutil.rmtree would exhaust it
    assert len(found.sources) == 1
