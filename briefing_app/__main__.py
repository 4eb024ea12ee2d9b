"""Where the program starts: a window, or one command of the command line."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(words: Sequence[str] | None = None) -> int:
    """Run the program with ``words`` (the process's own arguments by default) and return its exit code."""
    words = sys.argv[1:] if words is None else words
    if list(words[:1]) == ["--worker"]:
        from briefing_app.worker.__main__ import main as work

        return work()
    from briefing_app.cli.arguments import parsed

    options = parsed(words)
    if options.command is None:
        from briefing_app.desktop.start import run as run_desktop

        return run_desktop(options)
    if options.command == "screenshot":
        from briefing_app.desktop.screenshot import run as run_screenshot

        return run_screenshot(options)
    from briefing_app.cli.main import run as run_command

    return run_command(options)


if __name__ == "__main__":
    sys.exit(main())
