"""All tables by name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_app.store.tables import articles, care, dossiers, imports, marks
from briefing_app.store.tables.base import Base, table_of

if TYPE_CHECKING:
    from sqlalchemy import MetaData, Table

METADATA: Final[MetaData] = Base.metadata

ARTICLES: Final = table_of(articles.ArticleRecord)
ORIGINALS: Final = table_of(articles.OriginalRecord)
VERSIONS: Final = table_of(articles.VersionRecord)
REMOVALS: Final = table_of(articles.RemovalRecord)
SITE_RULES: Final = table_of(articles.SiteRuleRecord)
ANALYSES: Final = table_of(articles.AnalysisRecord)
READING_POSITIONS: Final = table_of(articles.ReadingPositionRecord)
STATEMENTS: Final = table_of(marks.StatementRecord)
STATEMENT_PARTIES: Final = table_of(marks.StatementPartyRecord)
STATEMENT_EVIDENCE: Final = table_of(marks.StatementEvidenceRecord)
ANNOTATIONS: Final = table_of(marks.AnnotationRecord)
TAGS: Final = table_of(marks.TagRecord)
ANNOTATION_TAGS: Final = table_of(marks.AnnotationTagRecord)
ENTITIES: Final = table_of(dossiers.EntityRecord)
ACTORS: Final = table_of(dossiers.ActorRecord)
ALIASES: Final = table_of(dossiers.AliasRecord)
AFFILIATIONS: Final = table_of(dossiers.AffiliationRecord)
NAME_RULINGS: Final = table_of(dossiers.NameRulingRecord)
ISSUES: Final = table_of(dossiers.IssueRecord)
DOSSIERS: Final = table_of(dossiers.DossierRecord)
PARTIES: Final = table_of(dossiers.PartyRecord)
DOSSIER_ISSUES: Final = table_of(dossiers.DossierIssueRecord)
DOSSIER_ARTICLES: Final = table_of(dossiers.DossierArticleRecord)
NOTES: Final = table_of(care.NoteRecord)
NOTE_REVISIONS: Final = table_of(care.NoteRevisionRecord)
SETTINGS: Final = table_of(care.SettingRecord)
UNDO_STEPS: Final = table_of(care.UndoStepRecord)
IMPORT_RUNS: Final = table_of(imports.ImportRunRecord)
IMPORT_ITEMS: Final = table_of(imports.ImportItemRecord)

TABLES: Final[dict[str, Table]] = dict(METADATA.tables)
"""Every table by its name in the database."""
