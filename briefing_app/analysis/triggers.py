"""A stance found in a sentence, before it is known whose it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.holder import Holder
    from briefing_app.analysis.syntax import Phrase
    from briefing_app.domain.position import Stance

_BREAK = frozenset(".;:")


@dataclass(frozen=True, slots=True)
class Trigger:
    """A stance at token ``index`` about tokens ``first`` to ``last``; ``holder`` is NOBODY if it is the source's.

    ``clause`` is where a clause starts that shows it alone, 0 where the sentence does.
    """

    index: int
    first: int
    last: int
    stance: Stance
    weight: float
    holder: Holder
    verb: str
    phrase: Phrase | None = None
    own: bool = False
    needs_source: bool = False
    hypothetical: bool = False
    narrated: bool = False
    clause: int = 0


def made(
    reader: SentenceReader,
    index: int,
    stance: Stance,
    weight: float,
    holder: Holder,
    phrase: Phrase | None,
    *,
    own: bool = False,
    hypothetical: bool = False,
    needs_source: bool = False,
) -> Trigger:
    """Return a trigger whose matter runs from behind the cue to the end of its part of the sentence."""
    tokens = reader.tokens
    last = index + 1
    while last < len(tokens) and tokens[last].text not in _BREAK:
        last += 1
    return Trigger(
        index, index + 1, last, stance, weight, holder, tokens[index].text, phrase, own, needs_source, hypothetical
    )  # fmt: skip
