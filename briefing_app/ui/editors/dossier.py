"""The dossier editor: what the negotiation is called, who takes part, and what it is about."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QTabWidget, QWidget

from briefing_app.ui.editors.boxes import Lines, editable_box, lines_high
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.grades import MARKINGS
from briefing_app.ui.editors.issue_page import IssuePage
from briefing_app.ui.editors.party_page import PartyPage, free_colour
from briefing_app.ui.widgets.buttons import RoleButton

if TYPE_CHECKING:
    from briefing_app.domain.dossier import Dossier
    from briefing_app.ui.context import UiContext


class DossierEditor(Editor):
    """Edits a dossier and saves it; `result_dossier` is what was saved."""

    def __init__(self, context: UiContext, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__("Dossier", context, parent)
        self.result_dossier = dossier
        self.name = QLineEdit(self)
        self.description = Lines(self)
        lines_high(self.description, 2)
        self.marking = editable_box(("", *MARKINGS), self)
        self.parties = PartyPage(context, self)
        self.issues = IssuePage(context, self)
        self.pages = QTabWidget(self)
        self.pages.setAccessibleName("Parties and issues")
        self.pages.addTab(self.parties, "")
        self.pages.addTab(self.issues, "")
        self.propose_button = RoleButton("Propose from statements", "link", self)
        self.foot.insertWidget(0, self.propose_button)
        self.add_row("Name", self.name)
        self.add_row("Description", self.description)
        self.add_row("Marking", self.marking)
        self.add_wide(self.pages)
        self.grid.setRowStretch(self.grid.rowCount() - 1, 1)
        for model in (self.parties.model, self.issues.model):
            model.edited.connect(self._count)
            model.modelReset.connect(self._count)
        self.propose_button.clicked.connect(self.propose)
        self._fill(dossier)
        self.name.setFocus()

    def edited(self) -> Dossier:
        """Return the dossier as the fields say."""
        return replace(
            self.result_dossier,
            name=" ".join(self.name.text().split()),
            description=self.description.toPlainText().strip(),
            marking=" ".join(self.marking.currentText().split()),
            parties=self.parties.model.values(),
            issues=self.issues.model.values(),
        )

    def save(self) -> None:
        """Check the fields and write them."""
        self.parties.add_typed()
        self.issues.add_typed()
        dossier = self.edited()
        if not dossier.name:
            self.refuse("The dossier needs a name.", self.name)
        elif repeated := _repeated([party.name for party in dossier.parties]):
            self.pages.setCurrentWidget(self.parties)
            self.refuse(f"The party “{repeated}” stands twice; remove one.", self.parties.list)
        elif repeated := _repeated([issue.name for issue in dossier.issues]):
            self.pages.setCurrentWidget(self.issues)
            self.refuse(f"The issue “{repeated}” stands twice; remove one.", self.issues.list)
        else:
            self.result_dossier = dossier
            self.write(partial(self.context.services.dossiers.save, dossier))

    def propose(self) -> None:
        """Add parties and issues of the dossier's statements that it does not name yet."""
        work = partial(self.context.services.dossiers.proposal, str(self.result_dossier.id))
        self.context.runner.read(work, self._proposed, key="editors.proposal")

    def _proposed(self, proposal: Dossier) -> None:
        parties, issues = self.parties.model, self.issues.model
        known = {party.name.casefold() for party in parties.values()}
        fresh = [party for party in proposal.parties if party.name.casefold() not in known]
        for party in fresh:
            parties.add(replace(party, colour=free_colour(parties.values())))
        named = {issue.name.casefold() for issue in issues.values()}
        items = [issue for issue in proposal.issues if issue.name.casefold() not in named]
        for issue in items:
            issues.add(issue)
        if not fresh and not items:
            self.refuse("The statements of this dossier name nobody and nothing new.")
        else:
            self.problem.hide()

    def _fill(self, dossier: Dossier) -> None:
        self.name.setText(dossier.name)
        self.description.setPlainText(dossier.description)
        self.marking.setCurrentText(dossier.marking)
        self.parties.model.set_values(dossier.parties)
        self.issues.model.set_values(dossier.issues)
        self.parties.list.pick(0)
        self.issues.list.pick(0)

    def _count(self) -> None:
        self.pages.setTabText(0, f"Parties {self.parties.model.rowCount() or ''}".strip())
        self.pages.setTabText(1, f"Issues {self.issues.model.rowCount() or ''}".strip())


def _repeated(names: list[str]) -> str:
    seen: set[str] = set()
    for name in names:
        if name.casefold() in seen:
            return name
        seen.add(name.casefold())
    return ""
