"""What language analysis hands back: plain data that names the text it was computed from."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.actors import OwnActor
from briefing_app.domain.attribution import Attribution
from briefing_app.domain.entity import Figure, Mention
from briefing_app.domain.position import StatementDraft


@dataclass(frozen=True, slots=True)
class AnalysisRequest:
    """One text to analyse. ``hidden`` spans are not analysed; ``published`` is the ISO date deictic words count from.

    ``issues`` are (name, words) pairs of the dossiers the article is in, tried before the general ones.
    ``rulings`` are the reader's, as (text, "means" | "never", canonical, label, key); ``actors`` the library's own.
    ``learnt`` is what the library's decisions taught the names model, as `domain.learning.Learnt.taught` gives it.
    """

    text: str
    paragraphs: tuple[tuple[int, int], ...]
    hidden: tuple[tuple[int, int], ...] = ()
    headings: tuple[int, ...] = ()
    title: str = ""
    published: str = ""
    language: str = ""
    site: str = ""
    author: str = ""
    issues: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rulings: tuple[tuple[str, str, str, str, str], ...] = ()
    actors: tuple[OwnActor, ...] = ()
    learnt: str = ""


@dataclass(frozen=True, slots=True)
class Analysis:
    """Result of one run over a text; ``text_hash`` is the SHA-256 of that text, ``engine`` name and version."""

    text_hash: str
    engine: str
    language: str
    mentions: tuple[Mention, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[StatementDraft, ...] = ()
    limits: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
