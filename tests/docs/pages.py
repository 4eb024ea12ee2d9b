"""The pages of the docs that are made from tables: keys and settings.

``python -m tests.docs.pages`` writes them; a test says when they no longer match.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.annotation import BUILT_IN_TYPES
from briefing_app.settings import SETTINGS, Kind
from briefing_app.ui.actions import ACTIONS, Menu

if TYPE_CHECKING:
    from briefing_app.settings import Setting
    from briefing_app.ui.actions import Action

DOCS = Path(__file__).resolve().parents[2] / "docs"

KEYS_HEAD = """# Keys

Every action of the window, menu by menu, with the keys it has at first. **?** or **F1** shows the keys in force;
clicking one there changes it. **Ctrl+K** finds any action, article or dossier by name. Single letters never act
while you write in a text field.
"""
KEYS_FOOT = """## In the text

| Key | |
|---|---|
{types}
| **↓** / **↑** | With the caret on: next or previous paragraph; **Shift** extends the selection. |
| **Enter** | Mark the selection, or the caret's paragraph; on a mark of yours: write its note. |
| **Esc** | Close what is innermost, then give up the selection, then go back to the text. |
| **Ctrl+Enter** | Save what you write in a note or a form. |
"""
SETTINGS_HEAD = """# Settings

They lie in `settings.json` in your config folder (on Linux `~/.config/briefing-reader`), belong to you and not to a
library, and are read when the program starts. A value that makes no sense counts as its default.

| Setting | Holds | At first | |
|---|---|---|---|
"""
STATE_HEAD = """
## What the window remembers by itself

| Setting | Holds | |
|---|---|---|
"""


def keys_page() -> str:
    """Return ``docs/keys.md``."""
    types = "\n".join(f"| **{one.key}** | Mark the selection as {one.name}. |" for one in BUILT_IN_TYPES if one.key)
    return "\n".join([KEYS_HEAD, *(_menu(which) for which in Menu), KEYS_FOOT.format(types=types)])


def settings_page() -> str:
    """Return ``docs/settings.md``."""
    wanted = "".join(
        f"| `{one.key}` | {_holds(one)} | {_first(one)} | {one.description} |\n" for one in SETTINGS if not one.state
    )
    kept = "".join(f"| `{one.key}` | {_holds(one)} | {one.description} |\n" for one in SETTINGS if one.state)
    return SETTINGS_HEAD + wanted + STATE_HEAD + kept


PAGES = {"keys.md": keys_page, "settings.md": settings_page}


def main() -> None:
    """Write the pages."""
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), "utf-8")


def _menu(which: Menu) -> str:
    lines = [_line(one) for one in ACTIONS if one.menu is which]
    return (
        f"## {which}\n\n| Action | Keys | Works | | Name in the settings |\n|---|---|---|---|---|\n"
        + "\n".join(lines)
        + "\n"
    )


def _line(action: Action) -> str:
    name = f"{action.submenu}: {action.title}" if action.submenu else action.title
    keys = ", ".join(f"**{key}**" for key in action.keys)
    return f"| {name} | {keys} | {', '.join(action.scopes)} | {action.description} | `{action.id}` |"


def _holds(setting: Setting) -> str:
    if setting.choices:
        return ", ".join(f"`{one}`" for one in setting.choices)
    if setting.kind is Kind.NUMBER:
        return f"{setting.low} to {setting.high}"
    return str(setting.kind)


def _first(setting: Setting) -> str:
    if isinstance(setting.default, bool):
        return "yes" if setting.default else "no"
    return f"`{setting.default}`" if setting.default not in ("", [], {}) else "nothing"


if __name__ == "__main__":
    main()
