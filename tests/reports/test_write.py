import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tieline.errors import InputError
from tieline.reports.write import PAGE, write_atomically


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def test_it_writes_and_replaces(tmp_path: Path) -> None:
    """The file holds the text, an old page is replaced and keeps its mode, nothing else is left."""
    target = tmp_path / "report.html"
    write_atomically(target, "<!DOCTYPE html>one")
    target.chmod(0o640)
    write_atomically(target, "<!DOCTYPE html>two é", over=PAGE)
    assert target.read_text(encoding="utf-8") == "<!DOCTYPE html>two é"
    assert stat.S_IMODE(target.stat().st_mode) == 0o640
    assert _names(tmp_path) == ["report.html"]


def test_a_new_file_is_readable_as_any_other(tmp_path: Path) -> None:
    """A new file has the mode that the user's mask gives, not that of a temporary file."""
    (tmp_path / "plain").touch()
    write_atomically(tmp_path / "new", "x")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Writing to a link replaces what it points to."""
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_atomically(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "x"


@pytest.mark.parametrize(
    ("where", "why"), [("missing/report.html", "there is no folder"), (".", "it is a folder")]
)
def test_a_wrong_place_is_one_clear_line(tmp_path: Path, where: str, why: str) -> None:
    """A missing folder, or a folder given as the file, is named in one line."""
    with pytest.raises(InputError, match=why) as caught:
        write_atomically(tmp_path / where, "x")
    assert "\n" not in str(caught.value)
    assert _names(tmp_path) == []


@pytest.mark.parametrize("held", [b"SQLite format 3\0", b"A brief of mine."])
def test_another_file_is_spared(tmp_path: Path, held: bytes) -> None:
    """What is no page, such as a case's database or a document, is not replaced."""
    target = tmp_path / "other"
    target.write_bytes(held)
    with pytest.raises(InputError, match="is no report: name another file"):
        write_atomically(target, "<!DOCTYPE html>", over=PAGE)
    assert target.read_bytes() == held


def test_no_permission_is_one_clear_line(tmp_path: Path) -> None:
    """A folder that may not be written to is named (as nobody, since root may write anywhere)."""
    if os.geteuid() != 0:
        tmp_path.chmod(0o555)
        with pytest.raises(InputError, match="no permission"):
            write_atomically(tmp_path / "r.html", "x")
        return
    os.seteuid(65534)
    try:
        with pytest.raises(InputError, match="no permission"):
            write_atomically(Path("/usr/r.html"), "x")
    finally:
        os.seteuid(0)


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """When the text does not fit, the old file stands and the temporary one is gone."""
    target = tmp_path / "report.html"
    target.write_text("<!doctype html>old", encoding="utf-8")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from tieline.reports.write import PAGE, write_atomically\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_atomically(Path(sys.argv[1]), 'x' * 5000)\n"
        "except Exception as error: print(type(error).__name__, error)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(target)], capture_output=True, text=True, check=True
    )
    assert run.stdout.startswith("InputError cannot write")
    assert target.read_text(encoding="utf-8") == "<!doctype html>old"
    assert _names(tmp_path) == ["report.html"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1000


def test_a_device_is_written_not_replaced() -> None:
    """Writing to a device such as /dev/null leaves it a device."""
    write_atomically(Path("/dev/null"), "x")
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
