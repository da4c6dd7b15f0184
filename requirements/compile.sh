#!/bin/sh
# Makes the hash-pinned exports from pyproject.toml. No host of any registry is written.
set -eu
cd "$(dirname "$0")/.."
uv=${UV:-.venv/bin/uv}
options="--quiet --python-version 3.11 --universal --generate-hashes --no-emit-index-url --no-header --no-annotate"
# hatchling and editables install the project itself without build isolation.
# shellcheck disable=SC2086
{
    $uv pip compile $options pyproject.toml requirements/build.in -o requirements/run.txt
    $uv pip compile $options pyproject.toml requirements/build.in --group dev -c requirements/run.txt -o requirements/dev.txt
    $uv pip compile $options pyproject.toml requirements/build.in --group training -c requirements/run.txt -o requirements/training.txt
    printf 'uv\n' | $uv pip compile $options - -c requirements/dev.txt -o requirements/installer.txt
}
