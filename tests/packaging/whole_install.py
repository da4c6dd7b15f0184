"""The real installation, in fresh copies: from an index, and from a wheelhouse without one.

Takes minutes and needs a package index, so pytest finds it only when asked:
`./tieline test tests/packaging/whole_install.py`.
"""

import os
import subprocess
import time
from pathlib import Path

import pytest

NOWHERE = "http://127.0.0.1:9/simple"  # the discard port: any attempt to use an index fails
WITHIN = 20.0  # seconds the demo may take once installed


def _copy(root: Path, to: Path) -> Path:
    command = ["git", "-c", "safe.directory=*", "clone", "-q", str(root), str(to)]
    subprocess.run(command, check=True)
    return to


def _run(checkout: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("TIELINE_", "VIRTUAL_ENV"))}
    return subprocess.run(
        [checkout / "tieline", *arguments],
        cwd=checkout,
        env=kept | settings,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.timeout(1800)
def test_a_stranger_gets_from_a_clone_to_a_report(root: Path, tmp_path: Path) -> None:
    """A clone installs and runs the demo, and so does a copy that gets wheels and no index."""
    first = _copy(root, tmp_path / "first checkout")
    done = _run(first, "demo")
    assert done.returncode == 0, done.stderr
    assert (first / "demo-case" / "report.html").is_file()

    began = time.monotonic()
    offline = {"PIP_INDEX_URL": NOWHERE, "UV_DEFAULT_INDEX": NOWHERE, "UV_NO_CACHE": "1"}
    assert _run(first, "demo", **offline).returncode == 0
    assert time.monotonic() - began < WITHIN

    house = tmp_path / "wheelhouse"
    assert _run(first, "bundle", str(house)).returncode == 0
    second = _copy(root, tmp_path / "second checkout")
    carried = _run(second, "demo", **offline, TIELINE_WHEELHOUSE=str(house))
    assert carried.returncode == 0, carried.stderr
    assert (second / "demo-case" / "report.html").is_file()
