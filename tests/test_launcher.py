"""briefing.sh: what it installs, what it refuses and with which exit code.

The real script runs on a PATH that holds nothing but the plain tools and our stand-ins for
Python, apt, id and uname; nothing touches the network or the system.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pretended_machine import Machine, pretended_machine

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="apt and displays are Linux's")

NO_DISPLAY = 69
NO_PACKAGES = 71
REFUSED = 2


@pytest.fixture
def machine(tmp_path: Path, checkout: Path) -> Machine:
    """Give a machine with Python and apt, where root works and nothing is missing."""
    return pretended_machine(tmp_path, checkout)


def test_run_when_all_is_there_then_gives_the_programs_own_code(machine: Machine) -> None:
    outcome = machine.start("run", "--library", "a b", DISPLAY=":0")

    assert outcome.code == 7
    assert machine.log()[-1] == "-P -m briefing_app --library a b"


def test_second_start_installs_nothing(machine: Machine) -> None:
    machine.start("run", DISPLAY=":0")
    assert len(machine.asked("-m pip install")) == 1
    machine.forget()

    outcome = machine.start("run", DISPLAY=":0")

    assert machine.log() == ["-P -m briefing_app"]
    assert outcome.err == ""


def test_start_when_the_lock_changed_then_installs_anew(machine: Machine) -> None:
    machine.start("cli", "list")
    machine.forget()
    (machine.checkout / "requirements.txt").write_text("# newer\n", encoding="utf-8")

    machine.start("cli", "list")

    assert len(machine.asked("-m venv")) == len(machine.asked("-m pip install")) == 1


def test_start_when_the_checkout_moved_then_installs_anew(machine: Machine) -> None:
    machine.start("cli", "list")
    machine.checkout = machine.checkout.rename(machine.checkout.with_name("elsewhere"))
    machine.forget()

    machine.start("cli", "list")

    assert len(machine.asked("-m venv")) == 1
    pth = machine.checkout / ".venv" / "site" / "briefing_reader_checkout.pth"
    assert pth.read_text(encoding="utf-8") == f"{machine.checkout}\n"


def test_install_asks_for_hashes_and_wheels_only(machine: Machine) -> None:
    machine.start("cli", "list")

    (asked,) = machine.asked("-m pip install")
    assert "--require-hashes" in asked
    assert "--only-binary :all:" in asked
    assert asked.endswith(f"-r {machine.checkout}/requirements.txt")


def test_install_when_it_fails_then_says_so_and_the_next_start_mends_it(machine: Machine) -> None:
    machine.pretend("broken-pip")
    outcome = machine.start("cli", "list")
    assert outcome.code == 1
    assert "no such host" in outcome.err
    assert "start again" in outcome.err
    (machine.state / "broken-pip").unlink()

    assert machine.start("cli", "list").code == 7


def test_install_when_killed_then_the_next_start_begins_anew(machine: Machine) -> None:
    pip_runs = machine.state / "slow-pip"
    os.mkfifo(pip_runs)
    command = [str(machine.checkout / "briefing.sh"), "cli", "list"]
    first = subprocess.Popen(command, env=machine.env(), start_new_session=True)
    pip_runs.read_text(encoding="utf-8")
    os.killpg(first.pid, signal.SIGKILL)
    first.wait()
    pip_runs.unlink()
    half_made = machine.checkout / ".venv" / "left-over"
    half_made.touch()

    assert machine.start("cli", "list").code == 7
    assert not half_made.exists()


def test_install_when_two_start_at_once_then_one_installs(machine: Machine) -> None:
    command = [str(machine.checkout / "briefing.sh"), "cli", "list"]
    both = [subprocess.Popen(command, env=machine.env(), stdout=subprocess.DEVNULL) for _ in range(2)]

    assert [one.wait(timeout=60) for one in both] == [7, 7]
    assert len(machine.asked("-m pip install")) == 1


def test_install_when_the_environment_is_a_developers_own_then_keeps_it(machine: Machine) -> None:
    own = machine.checkout / ".venv"
    (own / "bin").mkdir(parents=True)
    (own / "pyvenv.cfg").touch()
    shutil.copy(machine.tools / "python3", own / "bin" / "python")

    assert machine.start("cli", "list").code == 7
    assert not machine.asked("-m venv")
    assert len(machine.asked("-m pip install")) == 1


def test_install_when_something_else_is_in_the_way_then_touches_nothing(machine: Machine) -> None:
    thing = machine.checkout / ".venv" / "thesis.txt"
    thing.parent.mkdir()
    thing.touch()

    outcome = machine.start("cli", "list")

    assert outcome.code == 1
    assert "Move it away" in outcome.err
    assert thing.exists()


def test_briefing_venv_names_another_environment(machine: Machine) -> None:
    assert machine.start("cli", "list", BRIEFING_VENV="own/env").code == 7

    assert (machine.state / "own" / "env" / "bin" / "python").exists()
    assert not (machine.checkout / ".venv").exists()


def test_start_when_python_is_too_old_then_says_which_is_needed(machine: Machine) -> None:
    machine.pretend("old-python")

    outcome = machine.start("cli", "list")

    assert outcome.code == NO_PACKAGES
    assert "Python 3.11 or newer" in outcome.err


def test_run_without_a_display_as_root_then_names_cli_and_installs_nothing(machine: Machine) -> None:
    machine.pretend(missing="libegl1")

    outcome = machine.start("run")

    assert outcome.code == NO_DISPLAY
    assert "./briefing.sh cli" in outcome.err
    assert machine.log() == []


def test_run_without_a_display_and_not_root_then_names_cli(machine: Machine) -> None:
    machine.become(root=False)

    outcome = machine.start("run")

    assert outcome.code == NO_DISPLAY
    assert "./briefing.sh cli" in outcome.err


@pytest.mark.parametrize("platform", ["offscreen", "vnc", "minimal"])
def test_run_without_a_display_but_with_another_platform_then_starts(machine: Machine, platform: str) -> None:
    assert machine.start("run", QT_QPA_PLATFORM=platform).code == 7


def test_run_with_wayland_then_starts(machine: Machine) -> None:
    assert machine.start("run", WAYLAND_DISPLAY="wayland-0").code == 7


@pytest.mark.parametrize("display", [":0", ""], ids=["display", "no display"])
def test_run_not_root_with_packages_missing_then_prints_the_apt_line(machine: Machine, display: str) -> None:
    machine.become(root=False)
    machine.pretend(missing="libegl1 libxcb-cursor0")

    outcome = machine.start("run", DISPLAY=display)

    assert outcome.code == NO_PACKAGES
    assert "    sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0\n" in outcome.err
    assert machine.log() == []


def test_run_not_root_with_venv_missing_too_then_all_stands_in_one_line(machine: Machine) -> None:
    machine.become(root=False)
    machine.pretend("no-venv", missing="libegl1")

    outcome = machine.start("run", DISPLAY=":0")

    assert outcome.code == NO_PACKAGES
    assert "install --no-install-recommends libegl1 python3-venv\n" in outcome.err


def test_run_not_root_where_there_is_no_apt_then_names_the_packages(machine: Machine) -> None:
    machine.become(root=False)
    (machine.tools / "apt-get").unlink()
    machine.pretend(missing="libegl1")

    outcome = machine.start("run", DISPLAY=":0")

    assert outcome.code == NO_PACKAGES
    assert "libegl1" in outcome.err


def test_run_as_root_with_packages_missing_then_installs_exactly_these(machine: Machine) -> None:
    machine.pretend(missing="libegl1 libxcb-cursor0")

    outcome = machine.start("run", DISPLAY=":0")

    assert outcome.code == 7
    (asked,) = machine.asked("apt-get")
    assert asked.endswith("install -y --no-install-recommends libegl1 libxcb-cursor0")


def test_run_as_root_with_no_package_lists_then_updates_first(machine: Machine) -> None:
    machine.pretend("no-lists", missing="libegl1")

    outcome = machine.start("run", DISPLAY=":0")

    assert outcome.code == 7
    assert [line.split()[-1] for line in machine.asked("apt-get")] == ["libegl1", "update", "libegl1"]


def test_run_as_root_when_apt_does_not_help_then_says_so(machine: Machine) -> None:
    machine.pretend("useless-apt", missing="libegl1")

    outcome = machine.start("run", DISPLAY=":0")

    assert outcome.code == NO_PACKAGES
    assert "libegl1" in outcome.err


@pytest.mark.parametrize("root", [True, False], ids=["root", "not root"])
def test_start_when_python_has_no_venv_then_installs_or_names_its_package(machine: Machine, root: bool) -> None:
    machine.become(root=root)
    machine.pretend("no-venv")

    outcome = machine.start("cli", "list")

    assert outcome.code == (7 if root else NO_PACKAGES)
    assert [line.split()[-1] for line in machine.asked("apt-get")] == (["python3-venv"] if root else [])
    assert "python3-venv" in outcome.err


def test_cli_needs_no_system_packages(machine: Machine) -> None:
    machine.become(root=False)
    machine.pretend(missing="libegl1")

    outcome = machine.start("cli", "search", "two words")

    assert outcome.code == 7
    assert machine.log()[-1] == "-P -m briefing_app search two words"


def test_cli_without_a_command_then_shows_help_and_no_window(machine: Machine) -> None:
    machine.start("cli")

    assert machine.log()[-1] == "-P -m briefing_app --help"


def test_cli_screenshot_asks_for_qts_packages_and_no_display(machine: Machine) -> None:
    assert machine.start("cli", "screenshot", "a.png").out.startswith("display:offscreen")
    machine.become(root=False)
    machine.pretend(missing="libegl1")

    assert machine.start("cli", "screenshot", "a.png").code == NO_PACKAGES


def test_start_through_a_link_from_another_folder_keeps_the_callers_folder(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("some where/briefing.sh")
    (tmp_path / "two").symlink_to(tmp_path / "one")
    other = tmp_path / "other"
    other.mkdir()

    outcome = machine.start("cli", "list", script=tmp_path / "two", cwd=other)

    assert outcome.code == 7
    assert f"in:{other}" in outcome.out


def test_test_runs_every_step_and_ends_with_pytests_line(machine: Machine) -> None:
    outcome = machine.start("test", "-k", "one")

    assert outcome.code == 0
    assert outcome.out.endswith("== 3 passed ==\n")
    assert [line.split()[1] for line in machine.log() if line.startswith("-m")] == [
        "venv",
        "pip",
        "ruff",
        "ruff",
        "mypy",
        "pytest",
    ]
    assert machine.log()[-1] == "-m pytest -n 2 -k one"
    assert "xvfb-run" in machine.log()


def test_test_when_a_step_fails_then_the_run_fails_and_pytest_is_told(machine: Machine) -> None:
    machine.pretend("bad-types")

    outcome = machine.start("test")

    assert outcome.code == 1
    assert "failed:mypy" in outcome.out
    assert outcome.out.endswith("== 3 passed ==\n")


def test_run_after_test_installs_nothing(machine: Machine) -> None:
    machine.start("test")
    machine.forget()

    machine.start("run", DISPLAY=":0")

    assert machine.log() == ["-P -m briefing_app"]


def test_start_with_an_unknown_word_then_names_the_three(machine: Machine) -> None:
    outcome = machine.start("fly")

    assert outcome.code == REFUSED
    assert "run, cli and test" in outcome.err
    assert machine.start().code == REFUSED
    assert machine.start("--help").code == 0
