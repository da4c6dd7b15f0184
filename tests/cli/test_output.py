import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tieline.cli.output import dumps, plain

PROGRAM = [sys.executable, "-m", "tieline.cli.main"]


def test_a_reader_that_has_gone() -> None:
    """Where the reader of the output leaves, the program ends without a word."""
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*PROGRAM, "codebook"], stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_output_to_a_full_disk() -> None:
    """Output that cannot be written is one line and no traceback."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(
            [*PROGRAM, "codebook"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1


def test_a_closed_output() -> None:
    """A program whose output was closed before it began does its work in silence."""
    command = ["sh", "-c", 'exec "$@" >&-', "sh", *PROGRAM, "codebook"]
    ended = subprocess.run(command, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_output_is_utf_8_whatever_the_locale() -> None:
    """JSON is UTF-8 even where the locale is not."""
    environment = os.environ | {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    command = [*PROGRAM, "codebook", "--format", "jsonl"]
    ended = subprocess.run(command, capture_output=True, env=environment, check=True)
    assert [json.loads(line) for line in ended.stdout.decode("utf-8").splitlines()]


@pytest.mark.parametrize("text", ["é \U0001f3d4", "\x1b[31m\x7f\x85\u2028\u202e", "\ud800"])
def test_json_is_printable_and_equal(text: str) -> None:
    """JSON keeps every character, and escapes those that could steer a terminal."""
    written = dumps({"a": text})
    assert written.isprintable()
    assert json.loads(written) == {"a": text}


def test_plain() -> None:
    """Texts for people stand on one line without control characters."""
    assert plain("a\n b\x1b[1m\u202e") == "a b\ufffd[1m\ufffd"
