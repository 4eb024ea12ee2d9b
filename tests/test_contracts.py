"""The import contracts of pyproject.toml hold, and would notice a breach."""

import subprocess
import sys
from pathlib import Path

import pytest

CONTRACTS = ("layers", "qt", "sql", "acyclic")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = "from importlinter.cli import lint_imports_command as check; check()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def small_tree(tmp_path: Path, checkout: Path) -> Path:
    """Give a checkout with our contracts and nearly empty packages."""
    (tmp_path / "pyproject.toml").write_bytes((checkout / "pyproject.toml").read_bytes())
    package = tmp_path / "briefing_app"
    for name in (
        "desktop",
        "cli",
        "ui",
        "jobs",
        "services",
        "worker",
        "store",
        "ingest",
        "analysis",
        "annotate",
        "export",
        "domain",
    ):
        (package / name).mkdir(parents=True)
        (package / name / "__init__.py").touch()
    for name in ("__init__", "__main__", "paths", "errors", "settings", "faults", "dumps"):
        (package / f"{name}.py").touch()
    return tmp_path


def test_contracts_of_the_program_are_kept(checkout: Path) -> None:
    result = lint_imports(checkout)

    assert result.returncode == 0, result.stdout + result.stderr
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in result.stdout


def test_contracts_when_nothing_is_imported_then_kept(small_tree: Path) -> None:
    assert lint_imports(small_tree).returncode == 0


@pytest.mark.parametrize(
    ("module", "statement", "broken"),
    [
        ("store/a.py", "import briefing_app.services", "Imports go downward only"),
        ("cli/a.py", "import briefing_app.desktop", "Imports go downward only"),
        ("newcomer.py", "", "Imports go downward only"),
        ("jobs/a.py", "import PySide6.QtCore", "Qt only in ui and desktop"),
        ("services/a.py", "import sqlalchemy", "SQLAlchemy and the database driver only in store"),
        ("domain/a.py", "def f():\n    import sqlite3", "SQLAlchemy and the database driver"),
    ],
)
def test_contracts_when_breached_then_named(small_tree: Path, module: str, statement: str, broken: str) -> None:
    (small_tree / "briefing_app" / module).write_text(statement, encoding="utf-8")

    result = lint_imports(small_tree)

    assert result.returncode == 1
    assert "BROKEN" in next(line for line in result.stdout.splitlines() if broken in line)


def test_contracts_when_siblings_form_a_cycle_then_named(small_tree: Path) -> None:
    ui = small_tree / "briefing_app" / "ui"
    (ui / "a.py").write_text("import briefing_app.ui.b", encoding="utf-8")
    (ui / "b.py").write_text("import briefing_app.ui.a", encoding="utf-8")

    result = lint_imports(small_tree)

    assert "No cycles between siblings, at any depth BROKEN" in result.stdout


@pytest.mark.parametrize("package", ["ui", "desktop"])
def test_contracts_when_the_shell_imports_qt_then_kept(small_tree: Path, package: str) -> None:
    view = small_tree / "briefing_app" / package / "view.py"
    view.write_text("from PySide6.QtCore import QObject", encoding="utf-8")

    assert lint_imports(small_tree).returncode == 0
