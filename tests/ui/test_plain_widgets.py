"""What shows a stranger's text is made of our own plain widgets: read in the source, so that no window is forgotten."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import briefing_app

HOME = Path(briefing_app.__file__).parent
SOURCES = sorted([*(HOME / "ui").rglob("*.py"), *(HOME / "desktop").rglob("*.py")])
MAKERS = {"widgets/labels.py", "widgets/boxes.py", "shell/cover.py", "shell/about.py", "desktop/crash.py"}
"""Where labels and boxes are made; each asks for plain text or takes none of a stranger's."""
RICH = {"QLabel", "QMessageBox", "QErrorMessage", "QWhatsThis"}
TIPS = {"setToolTip", "setStatusTip", "setWhatsThis"}


def calls(source: Path) -> list[ast.Call]:
    return [node for node in ast.walk(ast.parse(source.read_text("utf-8"))) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def is_plain(argument: ast.expr) -> bool:
    """Say whether a tool tip is ours from end to end, or made harmless by `tip`."""
    if isinstance(argument, ast.Constant):
        return True
    if isinstance(argument, ast.IfExp):
        return is_plain(argument.body) and is_plain(argument.orelse)
    return isinstance(argument, ast.Call) and name_of(argument).endswith("tip")


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(HOME)))
def test_source_when_it_shows_text_then_by_widgets_that_take_no_markup(source: Path) -> None:
    place = str(source.relative_to(HOME)).removeprefix("ui/")
    for call in calls(source):
        name = name_of(call)
        owner = call.func.value if isinstance(call.func, ast.Attribute) else None
        if place not in MAKERS:
            assert name not in RICH, f"{place}:{call.lineno} makes a {name}; take PlainLabel or PlainBox"
            assert getattr(owner, "id", "") not in RICH, f"{place}:{call.lineno} takes a ready-made box"
        if name in TIPS and place not in OWN_TIPS:
            assert is_plain(call.args[0]), f"{place}:{call.lineno}: put tip(…) around the text"
        assert name not in {"setMarkdown", "insertHtml"}, f"{place}:{call.lineno}"


OWN_TIPS = {
    "editors/pills.py",
    "editors/swatches.py",
    "shell/action_set.py",
    "shell/import_panel.py",
    "shell/key_sheet.py",
    "shell/top_bar.py",
    "reader/selection_bar.py",
    "panels/annotations/view.py",
    "note/bar.py",
    "note/writing.py",
}
"""Whose tool tips are words of ours put together."""


def test_own_tips_when_listed_then_they_are_there() -> None:
    assert all((HOME / "ui" / place).exists() for place in OWN_TIPS)
