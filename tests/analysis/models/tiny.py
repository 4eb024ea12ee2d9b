"""Tiny stand-ins: networks with drawn weights, a source of names that is told what to see, an installed pipeline."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.models.features import ROWS
from briefing_app.analysis.models.names import Seen, Sight
from briefing_app.analysis.models.syntax_features import RELATIONS
from briefing_app.analysis.models.syntax_features import TABLES as SYNTAX_TABLES
from briefing_app.analysis.models.syntax_features import TAGS as SYNTAX_TAGS
from briefing_app.analysis.models.tags import TAGS
from briefing_app.analysis.models.vectors import WIDTH as MEANING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.analysis.gazetteer import NameHit
    from briefing_app.analysis.page import Page

TABLE, WIDTH, HIDDEN = 4, 6, 3


def write_model(folder: Path, version: str = "t", members: int = 1) -> None:
    """Write networks of the right shape with drawn weights into ``folder``, and a short list of names."""
    draw = np.random.default_rng(5)
    arrays: dict[str, np.ndarray] = {"version": np.asarray(version)}
    for member in range(members):
        shapes: dict[str, tuple[int, ...]] = {f"table{at}": (rows, TABLE) for at, rows in enumerate(ROWS)}
        shapes |= {"weights0": (WIDTH, 2, TABLE * len(ROWS) + MEANING), "bias0": (WIDTH, 2)}
        shapes |= {"weights1": (WIDTH, 2, WIDTH * 3), "bias1": (WIDTH, 2), "scale0": (WIDTH,), "shift0": (WIDTH,)}
        shapes |= {"scale1": (WIDTH,), "shift1": (WIDTH,), "last": (len(TAGS), WIDTH), "last_bias": (len(TAGS),)}
        for name, shape in shapes.items():
            arrays[f"{member}.{name}"] = draw.normal(size=shape).astype(np.float16)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "weights.npz", **arrays)  # type: ignore[arg-type]  # its keywords are arrays, not the flag
    (folder / "words.txt").write_text("F: anna\nFL: paul\n", encoding="utf-8")


@dataclass
class Told:
    """A source of names that sees what it is told: (text, label, sure) or (text, label)."""

    names: Sequence[tuple[str, str, float]]
    label: str = "told 1"
    chance: float = 0.5

    def see(self, page: Page, _hits: Sequence[NameHit]) -> Sight:
        """Return the names where they stand in the page for the first time."""
        seen = []
        for text, label, sure in self.names:
            start = page.text.index(text)
            seen.append(Seen(start, start + len(text), label, sure))
        chances = {token.start: self.chance for one in page.sentences for token in one.tokens if token.is_capital}
        return Sight(sorted(seen, key=lambda one: one.start), chances)


def install_pipeline(folder: Path, name: str = "en_tiny", finder: bool = True) -> None:
    """Put a pipeline that knows three names into ``folder`` as an installed package."""
    import spacy

    nlp = spacy.blank("en")
    if finder:
        ruler = nlp.add_pipe("entity_ruler")
        ruler.add_patterns(  # type: ignore[attr-defined]  # the type of a pipe is not known
            [
                {"label": "PERSON", "pattern": "Quill Ferro"},
                {"label": "ORG", "pattern": "the Zanth"},
                {"label": "DATE", "pattern": "Monday"},
            ]
        )
    package = folder / name
    nlp.meta.update(name=name.partition("_")[2], version="0.1")
    package.mkdir()
    nlp.to_disk(package / f"{name}-0.1")
    meta = json.loads((package / f"{name}-0.1" / "meta.json").read_text(encoding="utf-8"))
    (package / "meta.json").write_text(json.dumps(meta), encoding="utf-8")
    (package / "__init__.py").write_text(
        "from pathlib import Path\nfrom spacy.util import load_model_from_init_py\n"
        "def load(**overrides):\n    return load_model_from_init_py(__file__, **overrides)\n",
        encoding="utf-8",
    )
    info = folder / f"{name}-0.1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1\n", encoding="utf-8")


def write_syntax(folder: Path, version: str = "t") -> None:
    """Write a syntax network of the right shape with drawn weights into ``folder``."""
    draw = np.random.default_rng(6)
    shapes: dict[str, tuple[int, ...]] = {f"table{at}": (rows, 2) for at, (rows, _) in enumerate(SYNTAX_TABLES)}
    states, arc, relation = 2 * HIDDEN, 3, 4
    for at, size in enumerate((2 * len(SYNTAX_TABLES) + MEANING, states)):
        shapes |= {f"inputs{at}": (size, 8 * HIDDEN), f"bias{at}": (8 * HIDDEN,)}
        shapes[f"states{at}"] = (2, HIDDEN, 4 * HIDDEN)
    shapes |= {"root": (states,), "arc": (arc + 1, arc), "tag": (states, len(SYNTAX_TAGS))}
    shapes |= {"tag_bias": (len(SYNTAX_TAGS),), "relation": (relation + 1, len(RELATIONS) * (relation + 1))}
    for name, size in (("arc", arc), ("relation", relation)):
        for side in ("dependent", "head"):
            shapes |= {f"{name}_{side}": (states, size), f"{name}_{side}_bias": (size,)}
    arrays: dict[str, np.ndarray] = {name: draw.normal(size=shape) for name, shape in shapes.items()}
    arrays["tag"] = np.rint(arrays["tag"] * 30).astype(np.int8)
    arrays["tag.scale"] = np.full((1, len(SYNTAX_TAGS)), 1 / 30, dtype=np.float16)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "weights.npz", version=np.asarray(version), **arrays)  # type: ignore[arg-type]  # as above
