#!/bin/sh
# Writes requirements.txt and requirements-dev.txt anew from pyproject.toml, with hashes.
#
#   packaging/lock.sh                 keep what is pinned, add what is new
#   packaging/lock.sh --upgrade       take the newest allowed of everything
#
# Wants uv on the PATH or in .venv (it comes with requirements-dev.txt). One lock serves every
# platform and every Python from 3.11 on; the development lock is the runtime lock and more, so
# that one environment serves both.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"

compile() {
    uv --quiet --no-config pip compile pyproject.toml --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header \
        "$@" >/dev/null
}

compile --output-file requirements.txt "$@"
compile --group dev --constraint requirements.txt --output-file requirements-dev.txt "$@"

if grep -nE '://|^ *(-i|-f|--index-url|--find-links|--extra-index-url)|/' \
    requirements.txt requirements-dev.txt; then
    echo "A lock names a place; it may only name packages and hashes." >&2
    exit 1
fi
