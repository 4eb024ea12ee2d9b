"""A pretended machine for briefing.sh: stand-ins for Python, apt, id and uname, and their log."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

TOOLS = "sh dirname readlink sha256sum cat mkdir rm touch mktemp cp chmod sleep env".split()

# Stands for every Python: notes what it is asked, and does as the files beside the log say.
PYTHON = """#!/bin/sh
state={state}
case "$*" in
    *version_info\\ \\<*) [ ! -e $state/old-python ] ; exit ;;
    *version_info*) echo 3.12; exit ;;
    *ensurepip*) [ ! -e $state/no-venv ] ; exit ;;
    *flock*) exec {real} "$@" ;;
    *sysconfig*) mkdir -p "${{0%/*}}/../site"; echo "${{0%/*}}/../site"; exit ;;
    *system_packages.py*) cat $state/missing 2>/dev/null; exit 0 ;;
    "-m pip --version") exit ;;
esac
echo "$*" >>$state/log
case "$*" in
    "-m venv"*) mkdir -p "$3/bin"; cp "$0" "$3/bin/python" ;;
    "-m pip install"*)
        [ ! -e $state/slow-pip ] || {{ echo >$state/slow-pip; sleep 60; }}
        [ ! -e $state/broken-pip ] || {{ echo "no such host" >&2; exit 1; }} ;;
    *"-m briefing_app"*) echo "display:$QT_QPA_PLATFORM in:$(pwd)"; exit 7 ;;
    "-m mypy"*) [ ! -e $state/bad-types ] ; exit ;;
    "-m pytest"*) echo "failed:$BRIEFING_FAILED_STEPS"; echo "== 3 passed =="; exit 0 ;;
esac
"""

APT = """#!/bin/sh
echo "apt-get $*" >>{state}/log
case "$*" in
    *update*) touch {state}/updated ;;
    *install*) [ -e {state}/updated ] || [ ! -e {state}/no-lists ] || exit 100
        [ -e {state}/useless-apt ] || rm -f {state}/missing {state}/no-venv ;;
esac
"""

XVFB_RUN = """#!/bin/sh
echo xvfb-run >>{state}/log
while [ "$1" != -- ]; do shift; done
shift 5
exec "$@"
"""


@dataclass
class Machine:
    """A pretended machine: a checkout, a PATH and what the stand-ins were asked."""

    checkout: Path
    tools: Path
    state: Path

    def env(self, **extra: str) -> dict[str, str]:
        return {"PATH": str(self.tools), "HOME": str(self.state), **extra}

    def start(self, *words: str, script: Path | None = None, cwd: Path | None = None, **env: str) -> "Outcome":
        done = subprocess.run(
            [str(script or self.checkout / "briefing.sh"), *words],
            env=self.env(**env),
            cwd=cwd or self.state,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        return Outcome(done.returncode, done.stdout, done.stderr)

    def pretend(self, *facts: str, missing: str = "") -> None:
        for fact in facts:
            (self.state / fact).touch()
        if missing:
            (self.state / "missing").write_text(missing + "\n", encoding="utf-8")

    def log(self) -> list[str]:
        log = self.state / "log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []

    def forget(self) -> None:
        (self.state / "log").unlink(missing_ok=True)

    def become(self, *, root: bool) -> None:
        self.tool("id", f"#!/bin/sh\necho {0 if root else 1000}\n")

    def asked(self, beginning: str) -> list[str]:
        return [line for line in self.log() if line.startswith(beginning)]

    def tool(self, name: str, text: str) -> None:
        target = self.tools / name
        target.write_text(text, encoding="utf-8")
        target.chmod(0o755)


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def pretended_machine(folder: Path, checkout: Path) -> Machine:
    """Make a machine below `folder`, with the launcher of `checkout`; one is root there and nothing is missing."""
    made = Machine(folder / "some where", folder / "bin", folder / "state")
    for folder in (made.checkout / "packaging", made.tools, made.state):
        folder.mkdir(parents=True)
    shutil.copy(checkout / "briefing.sh", made.checkout)
    for lock in ("requirements.txt", "requirements-dev.txt"):
        (made.checkout / lock).write_text(f"# {lock}\n", encoding="utf-8")
    for name in TOOLS:
        (made.tools / name).symlink_to(str(shutil.which(name)))
    made.tool("python3", PYTHON.format(state=made.state, real=sys.executable))
    made.tool("apt-get", APT.format(state=made.state))
    made.tool("xvfb-run", XVFB_RUN.format(state=made.state))
    made.tool("uname", "#!/bin/sh\necho Linux\n")
    made.become(root=True)
    return made
