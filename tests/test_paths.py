"""Where shipped files and user folders are found, from a checkout and from a wheel."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from briefing_app import paths


@pytest.fixture(scope="module")
def small_checkout(tmp_path_factory: pytest.TempPathFactory, checkout: Path) -> Path:
    """Give a checkout with our build settings, one module and a file in each shipped tree."""
    root = tmp_path_factory.mktemp("checkout")
    for name in (
        "pyproject.toml",
        "LICENSE",
        "packaging/hatch_build.py",
        "briefing_app/__init__.py",
        "briefing_app/paths.py",
        "briefing_app/errors.py",
    ):
        target = root / name
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((checkout / name).read_bytes())
    (root / "README.md").write_text("A test.\n", encoding="utf-8")
    for name in ("resources/icons/a.svg", "db/env.py", "db/versions/0001_first.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("# shipped\n", encoding="utf-8")
    return root


def build(root: Path, out: Path, hook: str) -> zipfile.ZipFile:
    """Build a wheel of `root` with hatchling, by the build hook named; no network is used."""
    code = f"import sys, hatchling.build as b;print(getattr(b, {hook!r})(sys.argv[1]), file=sys.stderr)"
    out.mkdir(exist_ok=True)
    command = [sys.executable, "-c", code, str(out)]
    subprocess.run(command, cwd=root, check=True, capture_output=True, timeout=120)
    (wheel,) = out.glob("*.whl")
    return zipfile.ZipFile(wheel)


def answers(package_parent: Path) -> tuple[str, ...]:
    """Ask a fresh process what `paths` says when the package lies in `package_parent`."""
    code = "from briefing_app import paths as p; print(p.resource('a'), p.database_scripts())"
    result = subprocess.run(
        [
            sys.executable,
            "-P",
            "-c",
            f"import sys; sys.path.insert(0, {str(package_parent)!r}); {code}",
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(result.stdout.split())


def test_wheel_when_built_then_ships_resources_and_db(small_checkout: Path, tmp_path: Path) -> None:
    with build(small_checkout, tmp_path / "out", "build_wheel") as wheel:
        names = set(wheel.namelist())
        wheel.extractall(tmp_path / "site")

    assert "briefing_app/_shipped/resources/icons/a.svg" in names
    assert "briefing_app/_shipped/db/env.py" in names
    assert "briefing_app/_shipped/db/versions/0001_first.py" in names
    assert not [name for name in names if name.startswith(("packaging/", "tests/", "resources/"))]
    shipped = tmp_path / "site" / "briefing_app" / "_shipped"
    assert answers(tmp_path / "site") == (str(shipped / "resources" / "a"), str(shipped / "db"))


def test_wheel_when_editable_then_copies_nothing(small_checkout: Path, tmp_path: Path) -> None:
    with build(small_checkout, tmp_path / "out", "build_editable") as wheel:
        names = wheel.namelist()

    assert not [name for name in names if "_shipped" in name]
    assert not (small_checkout / "briefing_app" / "_shipped").exists()


def test_wheel_when_a_shipped_tree_is_missing_then_is_not_built(small_checkout: Path, tmp_path: Path) -> None:
    (small_checkout / "db").rename(small_checkout / "db-away")
    try:
        with pytest.raises(subprocess.CalledProcessError) as refused:
            build(small_checkout, tmp_path / "out", "build_wheel")
    finally:
        (small_checkout / "db-away").rename(small_checkout / "db")

    assert b"is missing: the wheel would not work without it" in refused.value.stderr


def test_packaging_folder_never_shadows_the_library_of_that_name(checkout: Path) -> None:
    assert not (checkout / "packaging" / "__init__.py").exists()


def test_shipped_root_in_a_checkout_is_the_checkout(checkout: Path) -> None:
    assert paths.shipped_root() == checkout
    assert paths.resource("icons", "x.svg") == checkout / "resources" / "icons" / "x.svg"


def test_user_folders_follow_the_platform(user_folders: Path) -> None:
    assert paths.data_folder() == user_folders / "data" / "briefing-reader"
    assert paths.config_folder() == user_folders / "config" / "briefing-reader"
    assert paths.state_folder() == user_folders / "state" / "briefing-reader"
    assert paths.default_library().parent == paths.data_folder()


def test_import_of_paths_leaves_platformdirs_for_later() -> None:
    code = "import sys, briefing_app.paths; sys.exit('platformdirs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
