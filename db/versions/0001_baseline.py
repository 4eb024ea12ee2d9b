"""The library as first released: its tables, its search indexes and the triggers that keep them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


TOKENIZER = "tokenize='unicode61 remove_diacritics 2'"

# FTS5 keeps no text of its own (external content): to forget a row it must be given the old text again, so
# every trigger stands where the old text can still be read.
SEARCH = (
    """CREATE VIEW article_texts AS
    SELECT a.seq AS seq, a.title AS title, v.text AS text FROM articles a JOIN versions v ON v.seq = a.version""",
    """CREATE VIEW statement_texts AS
    SELECT seq, quote, paraphrase FROM statements WHERE status IN ('confirmed', 'edited')""",
    f"""CREATE VIRTUAL TABLE article_fts USING fts5(
    title, text, content='article_texts', content_rowid='seq', {TOKENIZER})""",
    f"""CREATE VIRTUAL TABLE annotation_fts USING fts5(
    exact, note, content='annotations', content_rowid='seq', {TOKENIZER})""",
    f"""CREATE VIRTUAL TABLE statement_fts USING fts5(
    quote, paraphrase, content='statement_texts', content_rowid='seq', {TOKENIZER})""",
    f"""CREATE VIRTUAL TABLE note_fts USING fts5(
    title, body, content='notes', content_rowid='seq', {TOKENIZER})""",
    """CREATE TRIGGER article_fts_insert AFTER INSERT ON articles WHEN NEW.version <> 0 BEGIN
    INSERT INTO article_fts(rowid, title, text)
    VALUES (NEW.seq, NEW.title, (SELECT text FROM versions WHERE seq = NEW.version)); END""",
    """CREATE TRIGGER article_fts_update AFTER UPDATE OF title, version ON articles
    WHEN OLD.title IS NOT NEW.title OR OLD.version IS NOT NEW.version BEGIN
    INSERT INTO article_fts(article_fts, rowid, title, text)
    SELECT 'delete', OLD.seq, OLD.title, text FROM versions WHERE seq = OLD.version;
    INSERT INTO article_fts(rowid, title, text)
    SELECT NEW.seq, NEW.title, text FROM versions WHERE seq = NEW.version; END""",
    """CREATE TRIGGER article_fts_delete BEFORE DELETE ON articles BEGIN
    INSERT INTO article_fts(article_fts, rowid, title, text)
    SELECT 'delete', OLD.seq, OLD.title, text FROM versions WHERE seq = OLD.version; END""",
    *(
        statement
        for table, fts, one, two in (
            ("annotations", "annotation_fts", "exact", "note"),
            ("notes", "note_fts", "title", "body"),
        )
        for statement in (
            f"""CREATE TRIGGER {fts}_insert AFTER INSERT ON {table} BEGIN
    INSERT INTO {fts}(rowid, {one}, {two}) VALUES (NEW.seq, NEW.{one}, NEW.{two}); END""",
            f"""CREATE TRIGGER {fts}_update AFTER UPDATE OF {one}, {two} ON {table} BEGIN
    INSERT INTO {fts}({fts}, rowid, {one}, {two}) VALUES ('delete', OLD.seq, OLD.{one}, OLD.{two});
    INSERT INTO {fts}(rowid, {one}, {two}) VALUES (NEW.seq, NEW.{one}, NEW.{two}); END""",
            f"""CREATE TRIGGER {fts}_delete AFTER DELETE ON {table} BEGIN
    INSERT INTO {fts}({fts}, rowid, {one}, {two}) VALUES ('delete', OLD.seq, OLD.{one}, OLD.{two}); END""",
        )
    ),
    # Of statements only those that a person stands behind are found by their words: the quote of a suggestion
    # is the article's own text.
    """CREATE TRIGGER statement_fts_insert AFTER INSERT ON statements
    WHEN NEW.status IN ('confirmed', 'edited') BEGIN
    INSERT INTO statement_fts(rowid, quote, paraphrase) VALUES (NEW.seq, NEW.quote, NEW.paraphrase); END""",
    """CREATE TRIGGER statement_fts_update AFTER UPDATE OF quote, paraphrase, status ON statements BEGIN
    INSERT INTO statement_fts(statement_fts, rowid, quote, paraphrase)
    SELECT 'delete', OLD.seq, OLD.quote, OLD.paraphrase WHERE OLD.status IN ('confirmed', 'edited');
    INSERT INTO statement_fts(rowid, quote, paraphrase)
    SELECT NEW.seq, NEW.quote, NEW.paraphrase WHERE NEW.status IN ('confirmed', 'edited'); END""",
    """CREATE TRIGGER statement_fts_delete AFTER DELETE ON statements
    WHEN OLD.status IN ('confirmed', 'edited') BEGIN
    INSERT INTO statement_fts(statement_fts, rowid, quote, paraphrase)
    VALUES ('delete', OLD.seq, OLD.quote, OLD.paraphrase); END""",
    """CREATE TRIGGER annotation_count_insert AFTER INSERT ON annotations BEGIN
    UPDATE articles SET annotation_count = annotation_count + 1 WHERE seq = NEW.article; END""",
    """CREATE TRIGGER annotation_count_delete AFTER DELETE ON annotations BEGIN
    UPDATE articles SET annotation_count = annotation_count - 1 WHERE seq = OLD.article; END""",
    """CREATE TRIGGER open_count_insert AFTER INSERT ON statements WHEN NEW.status = 'suggested' BEGIN
    UPDATE articles SET open_count = open_count + 1 WHERE seq = NEW.article; END""",
    """CREATE TRIGGER open_count_update AFTER UPDATE OF status ON statements WHEN OLD.status <> NEW.status BEGIN
    UPDATE articles SET open_count = open_count + (NEW.status = 'suggested') - (OLD.status = 'suggested')
    WHERE seq = NEW.article; END""",
    """CREATE TRIGGER open_count_delete AFTER DELETE ON statements WHEN OLD.status = 'suggested' BEGIN
    UPDATE articles SET open_count = open_count - 1 WHERE seq = OLD.article; END""",
)


STATE = (
    "(read <> 0) | ((starred <> 0) << 1) | ((archived <> 0) << 2) | ((trashed_at <> '') << 3)"
    " | ((annotation_count > 0) << 4) | ((open_count > 0) << 5)"
)


def _seq() -> sa.Column[int]:
    return sa.Column("seq", sa.Integer(), autoincrement=True, nullable=False)


def _hash() -> sa.Column[bytes]:
    return sa.Column("hash", sa.LargeBinary(length=32), nullable=False)


def _text(*names: str) -> list[sa.Column[str]]:
    return [sa.Column(name, sa.String(), nullable=False) for name in names]


def _number(*names: str) -> list[sa.Column[int]]:
    return [sa.Column(name, sa.Integer(), nullable=False) for name in names]


def upgrade() -> None:
    op.create_table(
        "articles",
        _seq(),
        *_text("id", "title"),
        *_number("version"),
        *_text("author", "site", "published", "language", "url", "source", "imported_at"),
        *_number("words", "read", "starred", "archived"),
        *_text("trashed_at", "reliability", "marking", "user_fields", "title_key", "site_key", "dated"),
        sa.Column("annotation_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("open_count", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column(
            "state",
            sa.Integer(),
            sa.Computed(
                STATE,
                persisted=True,
            ),
            nullable=False,
        ),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_articles")),
        sa.UniqueConstraint("id", name=op.f("uq_articles_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_articles_exact_title", "articles", ["title"])
    op.create_index("ix_articles_imported", "articles", ["seq", "dated", "state"])
    op.create_index("ix_articles_newest", "articles", ["dated", "seq", "state"])
    op.create_index("ix_articles_title", "articles", ["title_key", "seq", "dated", "state"])
    op.create_index("ix_articles_url", "articles", ["url"])
    op.create_table(
        "dossiers",
        _seq(),
        *_text("id", "name", "name_key", "description", "marking"),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_dossiers")),
        sa.UniqueConstraint("id", name=op.f("uq_dossiers_id")),
        sa.UniqueConstraint("name_key", name=op.f("uq_dossiers_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "entities",
        _seq(),
        *_text("id", "key", "name", "kind"),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_entities")),
        sa.UniqueConstraint("id", name=op.f("uq_entities_id")),
        sa.UniqueConstraint("key", name=op.f("uq_entities_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_entities_name"), "entities", ["name"])
    op.create_table(
        "issues",
        _seq(),
        *_text("id", "name", "name_key"),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_issues")),
        sa.UniqueConstraint("id", name=op.f("uq_issues_id")),
        sa.UniqueConstraint("name_key", name=op.f("uq_issues_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "originals",
        _seq(),
        *_text("sha256"),
        *_number("size"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_originals")),
        sa.UniqueConstraint("sha256", name=op.f("uq_originals_sha256")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "settings",
        _seq(),
        *_text("id", "key", "value"),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_settings")),
        sa.UniqueConstraint("id", name=op.f("uq_settings_id")),
        sa.UniqueConstraint("key", name=op.f("uq_settings_key")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "site_rules",
        _seq(),
        *_text("id", "site", "text"),
        _hash(),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_site_rules")),
        sa.UniqueConstraint("id", name=op.f("uq_site_rules_id")),
        sa.UniqueConstraint("site", "text", name=op.f("uq_site_rules_site_text")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "tags",
        _seq(),
        *_text("id", "name", "name_key"),
        sa.Column("parent", sa.Integer(), nullable=True),
        *_text("colour", "description"),
        _hash(),
        sa.ForeignKeyConstraint(["parent"], ["tags.seq"], name=op.f("fk_tags_parent")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_tags")),
        sa.UniqueConstraint("id", name=op.f("uq_tags_id")),
        sa.UniqueConstraint("name_key", name=op.f("uq_tags_name_key")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_tags_parent"), "tags", ["parent"])
    op.create_table(
        "undo_steps",
        _seq(),
        *_text("id", "session", "label"),
        *_number("undone"),
        *_text("at"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_undo_steps")),
        sa.UniqueConstraint("id", name=op.f("uq_undo_steps_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_undo_steps_session_undone", "undo_steps", ["session", "undone", "seq"])
    op.create_table(
        "affiliations",
        _seq(),
        *_text("id"),
        *_number("person", "party"),
        *_text("role", "valid_from", "valid_to"),
        _hash(),
        sa.ForeignKeyConstraint(["party"], ["entities.seq"], name=op.f("fk_affiliations_party")),
        sa.ForeignKeyConstraint(["person"], ["entities.seq"], name=op.f("fk_affiliations_person")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_affiliations")),
        sa.UniqueConstraint("id", name=op.f("uq_affiliations_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_affiliations_party"), "affiliations", ["party"])
    op.create_index(op.f("ix_affiliations_person"), "affiliations", ["person"])
    op.create_table(
        "aliases",
        _seq(),
        *_text("id"),
        *_number("entity"),
        *_text("surface", "kind", "scope", "valid_from", "valid_to"),
        _hash(),
        sa.ForeignKeyConstraint(["entity"], ["entities.seq"], name=op.f("fk_aliases_entity")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_aliases")),
        sa.UniqueConstraint("id", name=op.f("uq_aliases_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_aliases_entity"), "aliases", ["entity"])
    op.create_index(op.f("ix_aliases_surface"), "aliases", ["surface"])
    op.create_table(
        "dossier_articles",
        _seq(),
        *_number("dossier", "article"),
        _hash(),
        sa.ForeignKeyConstraint(["article"], ["articles.seq"], name=op.f("fk_dossier_articles_article")),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.seq"], name=op.f("fk_dossier_articles_dossier")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_dossier_articles")),
        sa.UniqueConstraint("dossier", "article", name=op.f("uq_dossier_articles_dossier_article")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_dossier_articles_article_dossier", "dossier_articles", ["article", "dossier"])
    op.create_table(
        "dossier_issues",
        _seq(),
        *_number("dossier", "issue", "ordinal"),
        *_text("words", "parent"),
        _hash(),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.seq"], name=op.f("fk_dossier_issues_dossier")),
        sa.ForeignKeyConstraint(["issue"], ["issues.seq"], name=op.f("fk_dossier_issues_issue")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_dossier_issues")),
        sa.UniqueConstraint("dossier", "issue", name=op.f("uq_dossier_issues_dossier_issue")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_dossier_issues_issue"), "dossier_issues", ["issue"])
    op.create_table(
        "name_rulings",
        _seq(),
        *_text("id", "text", "ruling", "canonical", "label", "key"),
        sa.Column("article", sa.Integer(), nullable=True),
        _hash(),
        sa.ForeignKeyConstraint(["article"], ["articles.seq"], name=op.f("fk_name_rulings_article")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_name_rulings")),
        sa.UniqueConstraint("id", name=op.f("uq_name_rulings_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_name_rulings_article"), "name_rulings", ["article"])
    op.create_index(op.f("ix_name_rulings_text"), "name_rulings", ["text"])
    op.create_table(
        "notes",
        _seq(),
        *_text("id"),
        *_number("dossier"),
        *_text("template", "title", "fields", "sections", "body", "as_of", "include"),
        *_number("revision"),
        *_text("created", "modified"),
        _hash(),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.seq"], name=op.f("fk_notes_dossier")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_notes")),
        sa.UniqueConstraint("id", name=op.f("uq_notes_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_notes_dossier"), "notes", ["dossier"])
    op.create_table(
        "parties",
        _seq(),
        *_text("id"),
        *_number("dossier", "entity", "ordinal"),
        *_text("name", "key", "role", "colour", "members"),
        _hash(),
        sa.ForeignKeyConstraint(["dossier"], ["dossiers.seq"], name=op.f("fk_parties_dossier")),
        sa.ForeignKeyConstraint(["entity"], ["entities.seq"], name=op.f("fk_parties_entity")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_parties")),
        sa.UniqueConstraint("dossier", "entity", name=op.f("uq_parties_dossier_entity")),
        sa.UniqueConstraint("id", name=op.f("uq_parties_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_parties_entity"), "parties", ["entity"])
    op.create_table(
        "reading_positions",
        _seq(),
        *_number("article", "offset"),
        sa.ForeignKeyConstraint(["article"], ["articles.seq"], name=op.f("fk_reading_positions_article")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_reading_positions")),
        sa.UniqueConstraint("article", name=op.f("uq_reading_positions_article")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "versions",
        _seq(),
        *_text("id"),
        *_number("article", "original"),
        *_text("text", "text_hash", "blocks", "media_type", "encoding", "imported_at", "language", "found", "warnings"),
        sa.Column("html", sa.LargeBinary(), nullable=False),
        sa.Column("offset_map", sa.LargeBinary(), nullable=False),
        _hash(),
        sa.ForeignKeyConstraint(
            ["article"],
            ["articles.seq"],
            name=op.f("fk_versions_article"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(["original"], ["originals.seq"], name=op.f("fk_versions_original")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_versions")),
        sa.UniqueConstraint("id", name=op.f("uq_versions_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_versions_article"), "versions", ["article"])
    op.create_index(op.f("ix_versions_original"), "versions", ["original"])
    op.create_table(
        "analyses",
        _seq(),
        *_number("version"),
        *_text("text_hash", "engine", "language"),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["versions.seq"], name=op.f("fk_analyses_version")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_analyses")),
        sa.UniqueConstraint("version", name=op.f("uq_analyses_version")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "note_revisions",
        _seq(),
        *_number("note", "revision"),
        *_text("title", "fields", "sections", "as_of", "include", "saved"),
        _hash(),
        sa.ForeignKeyConstraint(["note"], ["notes.seq"], name=op.f("fk_note_revisions_note")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_note_revisions")),
        sa.UniqueConstraint("note", "revision", name=op.f("uq_note_revisions_note_revision")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "removals",
        _seq(),
        *_text("id"),
        *_number("version", "start", "end"),
        *_text("rule", "reason", "state", "origin"),
        _hash(),
        sa.ForeignKeyConstraint(["version"], ["versions.seq"], name=op.f("fk_removals_version")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_removals")),
        sa.UniqueConstraint("id", name=op.f("uq_removals_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_removals_version"), "removals", ["version"])
    op.create_table(
        "statements",
        _seq(),
        *_text("id"),
        *_number("article", "version"),
        *_text("issue", "stance", "quote", "paraphrase", "speaker", "channel", "verb", "hedges"),
        *_number("attribution_level"),
        *_text("said_on", "reported_on", "marks", "status", "reliability"),
        *_number("credibility"),
        sa.Column("confidence", sa.Double(), nullable=False),
        *_text("why", "stable_key"),
        _hash(),
        sa.ForeignKeyConstraint(["article"], ["articles.seq"], name=op.f("fk_statements_article")),
        sa.ForeignKeyConstraint(["version"], ["versions.seq"], name=op.f("fk_statements_version")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_statements")),
        sa.UniqueConstraint("id", name=op.f("uq_statements_id")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_statements_article_status", "statements", ["article", "status"])
    op.create_index(op.f("ix_statements_issue"), "statements", ["issue"])
    op.create_index("ix_statements_version_stable_key", "statements", ["version", "stable_key"])
    op.create_table(
        "annotations",
        _seq(),
        *_text("id"),
        *_number("article", "version"),
        *_text("type", "note", "created", "modified"),
        sa.Column("statement", sa.Integer(), nullable=True),
        *_number("start", "end"),
        *_text("exact", "prefix", "suffix", "text_hash"),
        *_number("paragraph"),
        *_text("block_hash", "tokens", "anchor_state"),
        _hash(),
        sa.ForeignKeyConstraint(["article"], ["articles.seq"], name=op.f("fk_annotations_article")),
        sa.ForeignKeyConstraint(["statement"], ["statements.seq"], name=op.f("fk_annotations_statement")),
        sa.ForeignKeyConstraint(["version"], ["versions.seq"], name=op.f("fk_annotations_version")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_annotations")),
        sa.UniqueConstraint("id", name=op.f("uq_annotations_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_annotations_article"), "annotations", ["article"])
    op.create_index(op.f("ix_annotations_statement"), "annotations", ["statement"])
    op.create_index(op.f("ix_annotations_version"), "annotations", ["version"])
    op.create_table(
        "statement_evidence",
        _seq(),
        *_number("statement", "ordinal", "start", "end"),
        *_text("exact", "prefix", "suffix", "text_hash"),
        *_number("paragraph"),
        *_text("block_hash", "tokens", "anchor_state"),
        _hash(),
        sa.ForeignKeyConstraint(["statement"], ["statements.seq"], name=op.f("fk_statement_evidence_statement")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_statement_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_statement_evidence_statement"), "statement_evidence", ["statement"])
    op.create_table(
        "statement_parties",
        _seq(),
        *_number("statement", "ordinal"),
        *_text("name", "key"),
        _hash(),
        sa.ForeignKeyConstraint(["statement"], ["statements.seq"], name=op.f("fk_statement_parties_statement")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_statement_parties")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_statement_parties_name"), "statement_parties", ["name"])
    op.create_index(op.f("ix_statement_parties_statement"), "statement_parties", ["statement"])
    op.create_table(
        "annotation_tags",
        _seq(),
        *_number("annotation", "tag"),
        _hash(),
        sa.ForeignKeyConstraint(["annotation"], ["annotations.seq"], name=op.f("fk_annotation_tags_annotation")),
        sa.ForeignKeyConstraint(["tag"], ["tags.seq"], name=op.f("fk_annotation_tags_tag")),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_annotation_tags")),
        sa.UniqueConstraint("annotation", "tag", name=op.f("uq_annotation_tags_annotation_tag")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_annotation_tags_tag_annotation", "annotation_tags", ["tag", "annotation"])
    op.execute("CREATE INDEX ix_articles_site ON articles (site_key, dated DESC, seq DESC, state)")
    for statement in SEARCH:
        op.execute(statement)
