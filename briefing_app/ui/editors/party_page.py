"""The parties of a dossier: their order, roles, colours and members."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from briefing_app.domain.dossier import PARTY_COLOURS, Party, PartyRole
from briefing_app.ui.editors.actor_choices import ActorChoices
from briefing_app.ui.editors.boxes import choice_box, choose_data
from briefing_app.ui.editors.ordered import OrderedModel
from briefing_app.ui.editors.pages import ListPage
from briefing_app.ui.editors.swatches import Swatches
from briefing_app.ui.editors.tokens import TokenField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ui.context import UiContext

ROLES = {
    PartyRole.PRINCIPAL: "principal",
    PartyRole.MEDIATOR: "mediator",
    PartyRole.SUPPORTER: "supporter",
    PartyRole.AFFECTED: "affected",
}


class PartyPage(ListPage[Party]):
    """The list of parties at the left, the current one's fields at the right."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        model: OrderedModel[Party] = OrderedModel(_name, _colour)
        super().__init__("Parties", model, "Add a party", context.theme, parent)
        self.choices = ActorChoices(context, self)
        completer = QCompleter(self.choices.names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.adding.setCompleter(completer)
        self.name = QLineEdit(self)
        self.role = choice_box(((role.value, words) for role, words in ROLES.items()), self)
        self.colour = Swatches(context.theme, self)
        self.members = TokenField("Members", context.theme, "Add a member", self)
        self.add_field("Name", self.name)
        self.add_field("Role", self.role)
        self.add_field("Colour", self.colour)
        self.add_field("Members", self.members, focus=self.members.line)
        self.add_hint("Members are people and bodies whose statements count as the party’s own.")
        self.adding.textEdited.connect(self.choices.look_up)
        self.members.typed.connect(self.choices.look_up)
        self.choices.found.connect(self.members.offer)
        self.name.textEdited.connect(self._on_name)
        self.role.activated.connect(self._on_role)
        self.colour.chosen.connect(self._on_colour)
        self.members.changed.connect(self._on_members)
        self.pick(-1)

    def made(self, words: str) -> Party:
        """Return a new party of that name, in the first free colour."""
        name, key = self.choices.exact(words)
        return Party(name, key, colour=free_colour(self.model.values()))

    def fill(self, value: Party) -> None:
        """Show a party's fields."""
        self.name.setText(value.name)
        choose_data(self.role, value.role.value)
        self.colour.choose(value.colour)
        self.members.set_values(value.members)

    def _on_name(self, words: str) -> None:
        self.change(partial(_renamed, name=" ".join(words.split())))

    def _on_role(self) -> None:
        role = PartyRole(self.role.currentData())
        self.change(lambda party: replace(party, role=role))

    def _on_colour(self, colour: str) -> None:
        self.change(lambda party: replace(party, colour=colour))

    def _on_members(self) -> None:
        members = self.members.values()
        self.change(lambda party: replace(party, members=members))


def free_colour(parties: Sequence[Party]) -> str:
    """Return the first colour no party has yet, or the one that comes next in turn."""
    taken = {party.colour for party in parties}
    return next((one for one in PARTY_COLOURS if one not in taken), PARTY_COLOURS[len(parties) % len(PARTY_COLOURS)])


def _name(party: Party) -> str:
    return f"{party.name}  ({ROLES[party.role]})" if party.role is not PartyRole.PRINCIPAL else party.name


def _colour(party: Party) -> str:
    return party.colour


def _renamed(party: Party, name: str) -> Party:
    return replace(party, name=name)
