import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tieline.parallel import Plan, ordered

# Functions that a fresh process must import: a module of its own, beside the script that runs.
SCRIPT = """
import os, signal, sys, time
from tieline.parallel import Plan, ordered

def ready(item):
    return ("ready", item) if item < 0 else None

def work(item):
    if item == 13:
        os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(0.002 * (item % 3))
    return ("worked", item, os.getpid())

def prepare():
    pass

def lost(item):
    return ("lost", item)

if __name__ == "__main__":
    plan = Plan(ready, work, prepare, lost, workers=2)
    for result in ordered(plan, eval(sys.argv[1])):
        print(*result, os.getpid(), flush=True)
        if len(sys.argv) > 2:
            time.sleep(float(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program that works in a pool."""
    path = tmp_path_factory.mktemp("script") / "pool.py"
    path.write_text(SCRIPT)
    return path


def _run(script: Path, items: str) -> list[list[str]]:
    ended = subprocess.run(
        [sys.executable, str(script), items], capture_output=True, text=True, check=True
    )
    assert ended.stderr == ""
    return [line.split() for line in ended.stdout.splitlines()]


def test_results_keep_the_order_of_items(script: Path) -> None:
    """Many items are worked on by other processes, and come back in their order."""
    rows = _run(script, "range(20, 60)")
    assert [int(row[1]) for row in rows] == list(range(20, 60))
    assert all(row[2] != row[3] for row in rows)


def test_few_items_start_no_process(script: Path) -> None:
    """Fewer items than are worth a pool are worked on in place, however many are ready."""
    rows = _run(script, "[-1, -2, *range(20, 27), *range(-90, -3)]")
    assert len(rows) == 2 + 7 + 87
    assert all(row[2] == row[3] for row in rows if row[0] == "worked")


def test_ready_items_stand_in_their_order(script: Path) -> None:
    """Items that need no work come out between those that do."""
    items = [n if n % 3 else -n for n in range(21, 60)]
    assert [int(row[1]) for row in _run(script, repr(items))] == items


def test_a_dead_worker_costs_one_item(script: Path) -> None:
    """The item over which a worker dies is lost; all others have their results."""
    rows = _run(script, "range(0, 30)")
    assert [int(row[1]) for row in rows] == list(range(30))
    assert [row[1] for row in rows if row[0] == "lost"] == ["13"]


def test_items_are_drawn_as_needed() -> None:
    """Nothing is drawn far ahead of what is asked for."""
    drawn: list[int] = []

    def items() -> object:
        for number in range(100):
            drawn.append(number)
            yield number

    plan = Plan(lambda _: None, lambda item: item, lambda: None, lambda item: item, workers=1)
    results = ordered(plan, items())
    assert next(results) == 0
    assert len(drawn) == 1


def test_workers_end_with_their_parent(script: Path) -> None:
    """When the program is killed outright, its workers do not live on."""
    command = [sys.executable, str(script), "range(20, 1000)", "1"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        workers = {int(process.stdout.readline().split()[2]) for _ in range(2)}
        process.kill()
        process.wait()
    deadline = time.monotonic() + 10
    while (living := [pid for pid in workers if _lives(pid)]) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert living == []


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return "Z" not in Path(f"/proc/{pid}/stat").read_text().split()[2]


def test_an_interrupt_leaves_workers_alone(script: Path) -> None:
    """Ctrl-C reaches the whole group, but only the parent answers it."""
    command = [sys.executable, str(script), "range(20, 1000)", "1"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    assert process.stdout is not None
    process.stdout.readline()
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert errors.count("Traceback") == 1
    assert "ProcessPoolExecutor" not in errors
    assert "SpawnProcess" not in errors
