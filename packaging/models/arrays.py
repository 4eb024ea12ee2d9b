"""Writing the arrays of a model as the program reads them (analysis/models/files.py)."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_arrays(folder: Path, arrays: Mapping[str, Any]) -> None:
    """Write the arrays into ``folder``; the same arrays give the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(folder / "weights.npz", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, array in sorted(arrays.items()):
            held = io.BytesIO()
            np.lib.format.write_array(held, np.ascontiguousarray(array), allow_pickle=False)
            entry = zipfile.ZipInfo(f"{name}.npy", (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, held.getvalue())
