"""Build hook: ships resources/ and db/ inside the package, unless the build is editable."""

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TREES = ("resources", "db")


class ShipTrees(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is hatchling's own
    """Adds our data folders to a wheel as `briefing_app/_shipped/`.

    An editable install reads them from the checkout (see briefing_app/paths.py), so nothing
    is copied there; plain `force-include` would leave a copy that grows stale.
    """

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Name the trees to hatchling; `version` is "editable" or "standard"."""
        if version == "editable":
            return
        for tree in TREES:
            source = Path(self.root, tree)
            if not source.is_dir():
                raise FileNotFoundError(f"{source} is missing: the wheel would not work without it")
            build_data["force_include"][str(source)] = f"briefing_app/_shipped/{tree}"
