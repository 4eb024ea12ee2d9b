"""The fields of the statement editor."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit

from briefing_app.domain.entity import EntityKind
from briefing_app.domain.position import Mark, Stance
from briefing_app.ui.editors.boxes import Lines, beside, choice_box, editable_box, lines_high
from briefing_app.ui.editors.grades import ATTRIBUTION, CHANNELS, CREDIBILITY, RELIABILITY
from briefing_app.ui.editors.pills import Pills
from briefing_app.ui.editors.tokens import TokenField
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.dossier import Party
    from briefing_app.domain.reading import OpenArticle, StatementEdit
    from briefing_app.ui.editors.form import Editor

FIRM, HEDGED = "firm, no hedge found", "add the words that hedge"


class StatementForm:
    """Builds the rows into an editor and fills them."""

    def __init__(self, editor: Editor, parties: Sequence[Party], issues: Sequence[str]) -> None:
        self._editor = editor
        context = editor.context
        self._context = context
        self.parties = TokenField("Party", context.theme, "Add a party", editor)
        self.parties.set_choices(
            [name for party in parties for name in (party.name, *party.members)],
            {party.name: party.colour for party in parties},
        )
        self.issue = editable_box(issues, editor)
        self.stance = Pills("Stance", [one.value for one in Stance], one=True, kind="stance", parent=editor)
        self.words = Lines(editor)
        self.words.setTabChangesFocus(True)
        self.words.setPlaceholderText("What the party holds, in a few words")
        lines_high(self.words, 2)
        self.speaker = QLineEdit(editor)
        self.speaker.setPlaceholderText("the party itself")
        self.said_on = QLineEdit(editor)
        self.said_on.setAccessibleName("Said on")
        self.said_on.setPlaceholderText("day, if told")
        self.channel = editable_box(CHANNELS, editor)
        self.channel.setAccessibleName("Channel")
        self.attribution = choice_box(((level, f"{level}  {words}") for level, words in ATTRIBUTION), editor)
        self.marks = Pills("Marks", [one.value for one in Mark], one=False, parent=editor)
        self.hedges = TokenField("Firmness: words that hedge", context.theme, FIRM, editor)
        self.reliability = choice_box(
            [("", "as its source"), *((letter, f"{letter}  {words}") for letter, words in RELIABILITY)],
            editor,
        )
        self.reliability.setAccessibleName("Reliability of the source")
        self.credibility = choice_box(
            [(0, "not judged"), *((digit, f"{digit}  {words}") for digit, words in CREDIBILITY)], editor
        )
        self.credibility.setAccessibleName("Credibility of the information")
        self._place()
        self.parties.typed.connect(self._look_up)
        self.hedges.changed.connect(self._say_firmness)

    def fill(self, edit: StatementEdit) -> None:
        """Show the fields of ``edit``."""
        self.parties.set_values(edit.parties)
        self.issue.setCurrentText(edit.issue)
        self.stance.choose([edit.stance.value])
        self.words.setPlainText(edit.paraphrase)
        self.speaker.setText(edit.speaker)
        self.said_on.setText(edit.said_on)
        self.channel.setCurrentText(edit.channel)
        self.attribution.setCurrentIndex(max(self.attribution.findData(edit.attribution_level), 0))
        self.marks.choose(mark.value for mark in edit.marks)
        self.hedges.set_values(edit.hedges)
        self.reliability.setCurrentIndex(max(self.reliability.findData(edit.reliability), 0))
        self.credibility.setCurrentIndex(max(self.credibility.findData(edit.credibility), 0))
        self._say_firmness()

    def know(self, article: OpenArticle) -> None:
        """Offer the people of an article as speakers."""
        mentions = article.analysis.mentions if article.analysis else ()
        people = dict.fromkeys(one.canonical or one.text for one in mentions if one.label is EntityKind.PERSON)
        completer = QCompleter(list(people), self.speaker)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.speaker.setCompleter(completer)

    def focus_first(self) -> None:
        """Give the focus to the first field that still wants something, else to the stance, where digits choose."""
        if not self.parties.values():
            self.parties.line.setFocus()
        elif not self.issue.currentText():
            self.issue.setFocus()
        else:
            self.stance.focus_chosen()

    def _place(self) -> None:
        add = self._editor.add_row
        add("Party", self.parties, focus=self.parties.line)
        add("Issue", self.issue)
        add("Stance", self.stance)
        add("In words", self.words)
        add("Said by", beside((self.speaker, 3), (PlainLabel("on", "muted"), 0), (self.said_on, 2)), focus=self.speaker)
        add("How", beside((self.attribution, 3), (self.channel, 2)), focus=self.attribution)
        add("Marks", self.marks)
        add("Firmness", self.hedges, focus=self.hedges.line)
        add("Grade", beside((self.reliability, 1), (self.credibility, 1)), focus=self.reliability)
        line = self.channel.lineEdit()
        if line is not None:
            line.setPlaceholderText("channel")

    def _look_up(self, words: str) -> None:
        if len(words.strip()) < 2:
            return
        work = partial(self._context.services.entities.actors, words.strip(), 12)
        self._context.runner.read(work, self._found, key="editors.actors")

    def _found(self, actors: Iterable[tuple[str, str, str]]) -> None:
        self.parties.offer(name for _, name, _ in actors)

    def _say_firmness(self) -> None:
        self.hedges.line.setPlaceholderText(HEDGED if self.hedges.values() else FIRM)
