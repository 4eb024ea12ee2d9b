"""The weights of a model as they lie on the disk."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


def weights_in(folder: Path) -> dict[str, NDArray[Any]] | None:
    """Return the arrays of the model in a folder by name; None where its file or numpy is missing."""
    # One thread: the work is small, and each further thread reserves address space the worker does not have.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        import numpy as np
    except ImportError:
        return None
    file = folder / "weights.npz"
    if not file.is_file():
        return None
    with np.load(file, allow_pickle=False) as held:
        return dict(held)
