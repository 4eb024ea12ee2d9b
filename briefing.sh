#!/bin/sh
# Starts Briefing Reader from a checkout, with all set-up that it needs.
#
#   ./briefing.sh run [ARGUMENTS]     the window
#   ./briefing.sh cli COMMAND ...     the same work without a window (needs no Qt libraries)
#   ./briefing.sh test [ARGUMENTS]    lint, types, import contracts and tests (for pytest)
#
# Exit: the program's own code, but 69 without a display, 71 when system packages are missing
# and cannot be installed from here, 2 for wrong usage. CONTRIBUTING.md tells of the variables
# BRIEFING_PYTHON and BRIEFING_VENV.
set -u

NO_DISPLAY=69
NO_PACKAGES=71

script=$0
while [ -L "$script" ]; do
    target=$(readlink "$script")
    case $target in
        /*) script=$target ;;
        *) script=$(dirname "$script")/$target ;;
    esac
done
here=$(cd "$(dirname "$script")" && pwd -P) || exit 1
venv=${BRIEFING_VENV:-$here/.venv}
case $venv in /*) ;; *) venv=$PWD/$venv ;; esac
mark=$venv/.briefing-reader   # says that the environment is ours, and how far it got
python=$venv/bin/python

say() { printf '%s\n' "$*" >&2; }

die() {
    code=$1
    shift
    say "$@"
    exit "$code"
}

usage() {
    cat <<'EOF'
Usage: ./briefing.sh run [ARGUMENTS]    open the window
       ./briefing.sh cli COMMAND ...    the same work without a window; `cli --help` lists it
       ./briefing.sh test [ARGUMENTS]   run lint, types, import contracts and tests
EOF
}

# --- Python and its environment -----------------------------------------------------------------

find_python() {
    if [ -n "${BRIEFING_PYTHON:-}" ]; then
        set -- "$BRIEFING_PYTHON"
    else
        set -- python3 python3.14 python3.13 python3.12 python3.11 python
    fi
    for base; do
        if "$base" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            return 0
        fi
    done
    die $NO_PACKAGES "Briefing Reader needs Python 3.11 or newer, and there is none" \
        "${BRIEFING_PYTHON:+under the name \"$BRIEFING_PYTHON\" }on the PATH." \
        "Install it (Debian and Ubuntu: apt-get install python3 python3-venv) and start again."
}

# What a finished environment says in its mark: the place, the interpreter, the lock.
fingerprint() {
    printf '%s\n' "$here" "$(readlink -f "$python" 2>/dev/null)"
    if command -v sha256sum >/dev/null 2>&1; then
        sha256sum <"$here/$1"
    else
        shasum -a 256 <"$here/$1"
    fi
}

ready() { [ -x "$python" ] && [ "$(cat "$mark.$1" 2>/dev/null)" = "$(fingerprint "$1")" ]; }

not_writable() {
    die 1 "$1 cannot be written. Set BRIEFING_VENV to a folder of your own, and start again."
}

# The package of Python's venv module, when an environment is still to be made and it is missing.
venv_package() {
    [ -x "$python" ] && return
    find_python
    "$base" -c 'import venv, ensurepip' >/dev/null 2>&1 && return
    case $base in
        *python3.*) "$base" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])' ;;
        *) echo python3-venv ;;
    esac
}

make_venv() {
    package=$(venv_package) || exit $?
    [ -z "$package" ] || install_packages "$package"
    say "Setting Briefing Reader up in $venv: once, about a minute."
    mkdir -p "$venv" 2>/dev/null && touch "$mark" 2>/dev/null || not_writable "$venv"
    "$base" -m venv "$venv" >&2 </dev/null || {
        rm -rf "$venv"
        die 1 "The Python environment could not be made in $venv; what Python says stands above."
    }
}

# An environment of ours that is half made, or of another lock, is made anew; one that a
# developer made by hand is only added to. The development lock holds the runtime lock, so an
# environment for the tests serves `run` too.
install() {
    lock=$1
    if [ -e "$venv" ] && [ ! -e "$mark" ]; then
        [ -x "$python" ] && [ -e "$venv/pyvenv.cfg" ] || die 1 "$venv is there, but is no Python" \
            "environment made by briefing.sh. Move it away, and start again."
    elif ! ready requirements.txt; then
        rm -rf "$venv"
        make_venv
    fi
    rm -f "$mark.requirements.txt" "$mark.requirements-dev.txt"
    "$python" -m pip --version >/dev/null 2>&1 || "$python" -m ensurepip >/dev/null 2>&1
    "$python" -m pip install --quiet --no-input --disable-pip-version-check --progress-bar off \
        --require-hashes --only-binary :all: --no-deps -r "$here/$lock" >&2 </dev/null || die 1 \
        "The Python packages could not be installed; what pip says stands above." \
        "Check the connection and start again: it mends itself."
    site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')
    printf '%s\n' "$here" >"$site/briefing_reader_checkout.pth"
    fingerprint "$lock" >"$mark.$lock"
    fingerprint requirements.txt >"$mark.requirements.txt"
}

# Nobody waits, and nothing is asked of the network, when all is there. Else one installs and
# the others wait: the lock is held by this shell's file 9, and freed when it ends, however.
prepare() {
    ready "$1" && return 0
    mkdir -p "$(dirname "$venv")" 2>/dev/null
    touch "$venv.lock" 2>/dev/null || not_writable "$(dirname "$venv")"
    exec 9>>"$venv.lock"
    find_python
    "$base" -c 'import fcntl; fcntl.flock(9, fcntl.LOCK_EX)' || exit 1
    ready "$1" || install "$1"
    exec 9>&-
}

# --- System packages ----------------------------------------------------------------------------

linux() { [ "$(uname -s)" = Linux ]; }

root() { [ "$(id -u)" = 0 ]; }

display() {
    case ${QT_QPA_PLATFORM:-} in
        '' | xcb* | wayland*) [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] ;;
        *) return 0 ;;
    esac
}

missing() {
    [ -n "${base:-}" ] || { [ -x "$python" ] && base=$python; } || find_python
    "$base" "$here/packaging/system_packages.py" "$@"
}

apt() {
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -q "$@" >&2 </dev/null
}

install_packages() {
    line="apt-get install --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        die $NO_PACKAGES "System packages are missing, called on Debian and Ubuntu: $*." \
            "Install what your system calls them, and start again."
    fi
    if ! root; then
        say "System packages are missing. Install them with this line, and start again:"
        say "    sudo $line"
        if [ "$verb" = run ] && ! display; then
            say "There is no display either; './briefing.sh cli' works without both."
        fi
        exit $NO_PACKAGES
    fi
    say "Installing system packages: $*"
    apt install -y --no-install-recommends "$@" 2>/dev/null \
        || { apt update && apt install -y --no-install-recommends "$@"; } \
        || die $NO_PACKAGES "These packages could not be installed; apt says why above." \
            "Mend that, or install them yourself with: $line"
}

# need WANTED ALL: when a package of the groups WANTED is missing, all of ALL are installed, so
# that the next kind of display asks for nothing more. (Groups and packages hold no blanks.)
# shellcheck disable=SC2086
need() {
    linux || return 0
    wanted=$(missing $1) || exit $?
    [ -n "$wanted" ] || return 0
    wanted=$(missing $2 && venv_package) || exit $?
    install_packages $wanted
    wanted=$(missing $1) || exit $?
    [ -z "$wanted" ] || die $NO_PACKAGES "Installed, but still not to be loaded: $wanted"
}

qt_groups() {
    case ${QT_QPA_PLATFORM:-} in
        '') echo "qt${DISPLAY:+ x11}${WAYLAND_DISPLAY:+ wayland}" ;;
        xcb*) echo "qt x11" ;;
        wayland*) echo "qt wayland" ;;
        *) echo "qt" ;;
    esac
}

no_display() {
    die $NO_DISPLAY "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no" \
        "window can open. './briefing.sh cli' does the same work without one; try" \
        "'./briefing.sh cli --help'."
}

# --- The three commands -------------------------------------------------------------------------

run() {
    if linux; then
        # Without a display nothing is installed for a window that cannot open.
        if root && ! display; then no_display; fi
        need "$(qt_groups)" "qt x11 wayland"
        display || no_display
    fi
    prepare requirements.txt
    exec "$python" -P -m briefing_app "$@"
}

cli() {
    prepare requirements.txt
    [ $# -gt 0 ] || set -- --help   # without a command the program would open its window
    for word; do
        [ "$word" = screenshot ] || continue
        QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}   # paints a real window, to a file
        export QT_QPA_PLATFORM
        need "$(qt_groups)" "qt x11 wayland"
        break
    done
    exec "$python" -P -m briefing_app "$@"
}

# A private session: own folders, own bus, own unlocked keyring, own X server.
session() {
    xvfb-run -a -s '-screen 0 1600x1200x24 -nolisten tcp' \
        dbus-run-session -- sh -c '
            printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
            exec "$@"' sh "$@"
}

tests() {
    need "qt x11 tests" "qt x11 wayland tests"
    prepare requirements-dev.txt
    cd "$here" || exit 1
    failed=
    step() {
        name=$1
        shift
        say "-- $name"
        "$@" || failed="$failed${failed:+, }$name"
    }
    step "ruff check" "$python" -m ruff check --quiet
    step "ruff format" "$python" -m ruff format --check --quiet
    step "mypy" "$python" -m mypy --no-error-summary
    say "-- pytest"
    private=$(mktemp -d) || exit 1
    trap 'rm -rf "$private"' EXIT
    trap 'exit 130' INT TERM
    mkdir -m 700 "$private/runtime" "$private/data" "$private/config" "$private/cache" \
        "$private/state"
    XDG_RUNTIME_DIR=$private/runtime XDG_DATA_HOME=$private/data XDG_CONFIG_HOME=$private/config \
        XDG_CACHE_HOME=$private/cache XDG_STATE_HOME=$private/state \
        BRIEFING_TEST_SECRET_SERVICE=1 BRIEFING_FAILED_STEPS=$failed
    export XDG_RUNTIME_DIR XDG_DATA_HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_STATE_HOME \
        BRIEFING_TEST_SECRET_SERVICE BRIEFING_FAILED_STEPS
    if linux; then in_session=session; else in_session=; fi
    $in_session "$python" -m pytest -n 2 "$@" </dev/null
    code=$?
    [ -z "$failed" ] || [ $code -ne 0 ] || code=1
    exit $code
}

verb=${1:-}
[ $# -eq 0 ] || shift
case $verb in
    run) run "$@" ;;
    cli) cli "$@" ;;
    test) tests "$@" ;;
    help | -h | --help) usage ;;
    '') usage >&2; exit 2 ;;
    *) usage >&2; die 2 "There is no '$verb' here; run, cli and test there are." ;;
esac
