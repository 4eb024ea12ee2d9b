"""The statement editor: who holds what on which issue, in whose words, and how surely."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Mark, Stance, Statement
from briefing_app.domain.reading import StatementEdit
from briefing_app.ui.editors.dates import read_date
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.statement_form import StatementForm
from briefing_app.ui.reader.words import visible
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from briefing_app.domain.dossier import Party
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.context import UiContext

MOST_QUOTED = 600
"""Characters of a passage that the editor shows."""


class StatementEditor(Editor):
    """Edits a statement, or the draft of a new one.

    It writes through the statement service, or hands the fields to ``save`` where one is given; `result_edit` holds
    them from then on. ``quotes`` are the evidence's words, read from the library where they are not given.
    """

    def __init__(
        self,
        context: UiContext,
        edit: StatementEdit | Statement,
        parties: Sequence[Party] = (),
        issues: Sequence[str] = (),
        parent: QWidget | None = None,
        *,
        save: Callable[[StatementEdit], object] | None = None,
        quotes: Sequence[str] = (),
    ) -> None:
        statement = edit if isinstance(edit, Statement) else None
        suggested = statement is not None and statement.status is Status.SUGGESTED
        super().__init__("Suggested statement" if suggested else "Statement", context, parent)
        self._statement = statement
        self.result_edit = StatementEdit.of(edit) if isinstance(edit, Statement) else edit
        self._save = save
        self.quotes = PlainLabel(role="quote", wrap=True, parent=self)
        self.quotes.setAccessibleName("Evidence")
        self.add_wide(self.quotes)
        if statement is not None and suggested:
            self.why = PlainLabel(_why(statement), "muted", wrap=True, parent=self)
            self.add_wide(self.why)
        self.form = StatementForm(self, parties, issues)
        self.form.fill(self.result_edit)
        if statement is not None:
            quotes = quotes or [anchor.exact for anchor in statement.evidence]
        self._show_quotes(quotes) if quotes else self._read_quotes()
        self.form.focus_first()
        for place in range(len(Stance)):
            shortcut = QShortcut(QKeySequence(f"Alt+{place + 1}"), self)
            shortcut.activated.connect(partial(self.form.stance.choose_place, place))

    def edited(self) -> StatementEdit:
        """Return the fields as they stand; a date that is none is left out."""
        form, old = self.form, self.result_edit
        return replace(
            old,
            parties=form.parties.values(),
            issue=" ".join(form.issue.currentText().split()),
            stance=Stance(form.stance.chosen()[0]),
            paraphrase=" ".join(form.words.toPlainText().split()),
            speaker=" ".join(form.speaker.text().split()),
            channel=" ".join(form.channel.currentText().split()),
            hedges=form.hedges.values(),
            attribution_level=int(form.attribution.currentData()),
            said_on=read_date(form.said_on.text()) or "",
            marks=tuple(Mark(word) for word in form.marks.chosen()),
            reliability=str(form.reliability.currentData()),
            credibility=int(form.credibility.currentData()),
        )

    def save(self) -> None:
        """Check the fields and write them."""
        form = self.form
        edit = self.edited()
        if not edit.parties:
            self.refuse("Who holds it? Name a party.", form.parties.line)
        elif not edit.issue:
            self.refuse("What is it about? Name an issue.", form.issue)
        elif read_date(form.said_on.text()) is None:
            self.refuse("This is no date; write it as 2025-12-22 or 22 Dec 2025.", form.said_on)
        elif not edit.spans:
            self.refuse("A statement needs evidence: select the passage that shows it.")
        else:
            self.result_edit = edit
            self.write(self._work(edit))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a stance by 1 to 7 where no text field wanted the digit; with Alt from anywhere."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(Stance) and event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        ):
            self.form.stance.choose_place(place)
            return
        super().keyPressEvent(event)

    def _work(self, edit: StatementEdit) -> Callable[[], object]:
        if self._save is not None:
            return partial(self._save, edit)
        services = self.context.services.statements
        if self._statement is not None:
            return partial(services.edit, self._statement.id, edit)
        return partial(services.add, edit)

    def _read_quotes(self) -> None:
        self.quotes.hide()
        work = partial(self.context.services.reading.open_article, self.result_edit.article)
        self.context.runner.read(work, self._article_read, failed=self._no_quotes, key="editors.quotes")

    def _article_read(self, article: OpenArticle) -> None:
        self._show_quotes([article.version.text[start:end] for start, end in self.result_edit.spans])
        self.form.know(article)

    def _no_quotes(self, error: Exception) -> None:
        """Do without the quotes: the fields can be edited all the same."""
        del error

    def _show_quotes(self, quotes: Sequence[str]) -> None:
        flat = [visible(" ".join(quote.split())) for quote in quotes]
        shown = [one if len(one) <= MOST_QUOTED else f"{one[:MOST_QUOTED]}…" for one in flat if one]
        self.quotes.setText("\n".join(f"“{one}”" for one in shown))
        self.quotes.setVisible(bool(shown))
        self.quotes.setAccessibleDescription(" ".join(shown))


def _why(statement: Statement) -> str:
    """Return why the machine suggests it, and how sure it is."""
    why = visible(statement.why) or "Found by the rules for statements."
    return f"{why} Sure to {round(statement.confidence * 100)} %."


def edit_statement(
    context: UiContext,
    parent: QWidget | None,
    article: OpenArticle,
    subject: StatementEdit | Statement,
    issues: Sequence[str] = (),
) -> StatementEditor:
    """Open the editor on a statement or a draft of ``article`` without waiting for it, and return it.

    Parties and issues are those of the article's dossiers, of its statements and ``issues``.
    """
    edit = StatementEdit.of(subject) if isinstance(subject, Statement) else subject
    known = [issue.name for dossier in article.dossiers for issue in dossier.issues]
    known += [one.issue for one in article.statements if one.status is not Status.REJECTED]
    editor = StatementEditor(
        context,
        subject,
        article.parties,
        list(dict.fromkeys([*known, *issues])),
        parent,
        quotes=[article.version.text[start:end] for start, end in edit.spans],
    )
    editor.form.know(article)
    editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    editor.open()
    return editor
