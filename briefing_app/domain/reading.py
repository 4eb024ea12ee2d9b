"""What the reader sees when an article is open, and what he means when he writes a statement."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.analysis import Analysis
from briefing_app.domain.annotation import Annotation
from briefing_app.domain.article import Article, Removal, Version
from briefing_app.domain.dossier import Dossier, Party
from briefing_app.domain.position import Mark, Stance, Statement


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """Everything the reader and its panels show of one article. ``analysis`` is None until it has run.

    ``unsure`` are suggestions less certain than the library's reader wants to see; they are not in ``statements``.
    """

    article: Article
    version: Version
    removals: tuple[Removal, ...] = ()
    analysis: Analysis | None = None
    annotations: tuple[Annotation, ...] = ()
    statements: tuple[Statement, ...] = ()
    dossiers: tuple[Dossier, ...] = ()
    position: int = 0
    versions: int = 1
    unsure: tuple[Statement, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return the parties of the article's dossiers, each once, in order."""
        seen: dict[str, Party] = {}
        for dossier in self.dossiers:
            for party in dossier.parties:
                seen.setdefault(party.name, party)
        return tuple(seen.values())


@dataclass(frozen=True, slots=True)
class StatementEdit:
    """The fields of a statement as a person fills them; ``spans`` are passages of the article's current version."""

    article: str
    spans: tuple[tuple[int, int], ...]
    parties: tuple[str, ...] = ()
    issue: str = ""
    stance: Stance = Stance.SUPPORTS
    paraphrase: str = ""
    speaker: str = ""
    channel: str = ""
    hedges: tuple[str, ...] = ()
    attribution_level: int = 3
    said_on: str = ""
    marks: tuple[Mark, ...] = ()
    reliability: str = ""
    credibility: int = 0

    @classmethod
    def of(cls, statement: Statement) -> StatementEdit:
        """Return the fields of ``statement`` as they stand."""
        return cls(
            article=statement.article,
            spans=tuple((anchor.start, anchor.end) for anchor in statement.evidence),
            parties=statement.parties,
            issue=statement.issue,
            stance=statement.stance,
            paraphrase=statement.paraphrase,
            speaker=statement.speaker,
            channel=statement.channel,
            hedges=statement.hedges,
            attribution_level=statement.attribution_level,
            said_on=statement.said_on,
            marks=statement.marks,
            reliability=statement.reliability,
            credibility=statement.credibility,
        )
