"""The dialog of feeds: what is typed, dropped, clicked and answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from briefing_app.domain.collection import FeedLink
from briefing_app.ui.feeds.choice import FeedChoice
from briefing_app.ui.feeds.editor import FeedEditor
from briefing_app.ui.feeds.network import Network
from briefing_app.ui.feeds.view import FeedsDialog
from tests.ui.feeds.conftest import ONE, TWO, Feeding
from tests.ui.shell.test_accessibility import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.ui.context import UiContext


class Actions:
    """Actions that are only checked."""

    def __init__(self) -> None:
        self.checked: dict[str, bool] = {}

    def check(self, action: str, on: bool) -> None:
        self.checked[action] = on

    def perform(self, action: str) -> None:
        raise AssertionError(action)


class Foot:
    """A foot that keeps what it was told."""

    def __init__(self) -> None:
        self.told: list[tuple[str, bool, str]] = []

    def show_network(self, fetching: str, *, offline: bool = False, every: str = "") -> None:
        self.told.append((fetching, offline, every))


def network(context: UiContext) -> Network:
    return Network(context.settings, context.messages, context.fetcher, Actions(), Foot())


@pytest.fixture
def dialog(qtbot: QtBot, stage: Feeding) -> FeedsDialog:
    made = FeedsDialog(stage.context, network(stage.context))
    qtbot.addWidget(made)
    made.presenter.load()
    made.show()
    return made


def test_dialog_when_made_then_every_focusable_widget_has_a_name(dialog: FeedsDialog, stage: Feeding) -> None:
    assert nameless(dialog) == []
    dialog.tabs.setCurrentIndex(1)
    assert nameless(dialog) == []
    assert nameless(FeedEditor(stage.context, None, (), dialog)) == []
    assert nameless(FeedChoice([FeedLink("A", ONE)], dialog)) == []


def test_address_when_entered_then_subscribed_and_the_list_takes_the_place_of_the_advice(
    dialog: FeedsDialog, stage: Feeding
) -> None:
    assert dialog.page.empty.isVisible()
    assert not dialog.page.refresh.isEnabled()
    QTest.keyClicks(dialog.page.address, ONE)
    QTest.keyClick(dialog.page.address, Qt.Key.Key_Return)
    assert [feed.title for feed in stage.services.feeds.all()] == ["North Sea Post"]
    assert dialog.page.list.isVisible()
    assert dialog.page.address.text() == ""
    assert dialog.page.words.text() == "1 new article."
    dialog.page.refresh.click()
    assert dialog.page.words.text() == "Nothing new."


def test_page_when_it_names_several_then_the_ticked_ones_are_taken(
    dialog: FeedsDialog, stage: Feeding, qtbot: QtBot
) -> None:
    dialog.page.address.setText("news.example")
    dialog.page.subscribe.click()
    choice = dialog.findChild(FeedChoice)
    assert choice is not None
    assert [link.title for link in choice.ticked()] == ["All"]
    choice.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert not choice.take.isEnabled()
    choice.list.item(1).setCheckState(Qt.CheckState.Checked)
    with qtbot.waitSignal(choice.chosen):
        choice.take.click()
    assert [feed.url for feed in stage.services.feeds.all()] == ["https://news.example/fish"]


def drop(dialog: FeedsDialog, url: QUrl) -> None:
    data = QMimeData()
    data.setUrls([url])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    dialog.page.dropEvent(event)


def test_drop_when_a_list_or_an_address_is_dropped_then_subscribed(
    dialog: FeedsDialog, stage: Feeding, tmp_path: Path
) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(f'<opml><body><outline xmlUrl="{TWO}"/></body></opml>')
    drop(dialog, QUrl.fromLocalFile(str(file)))
    drop(dialog, QUrl(ONE))
    assert [feed.url for feed in stage.services.feeds.all()] == [TWO, ONE]


@pytest.mark.parametrize("sure", [True, False])
def test_unsubscribe_when_asked_then_only_by_a_yes(dialog: FeedsDialog, stage: Feeding, sure: bool) -> None:
    stage.services.feeds.add(ONE)
    dialog.presenter.load()
    dialog.page.list.done.emit(ONE, "remove")
    question = dialog.findChild(QMessageBox)
    assert question is not None
    assert question.text() == "Unsubscribe from “news.example”?"
    wanted = QMessageBox.ButtonRole.DestructiveRole if sure else QMessageBox.ButtonRole.RejectRole
    next(button for button in question.buttons() if question.buttonRole(button) is wanted).click()
    assert bool(stage.services.feeds.all()) is not sure


def test_articles_when_wanted_then_told(dialog: FeedsDialog, stage: Feeding, qtbot: QtBot) -> None:
    (feed,) = stage.services.feeds.add(ONE)
    dialog.presenter.load()
    with qtbot.waitSignal(dialog.articles_wanted) as told:
        dialog.page.list.done.emit(ONE, "articles")
    assert told.args == [feed.ref]


def test_keys_when_pressed_in_the_list_then_deeds(dialog: FeedsDialog, stage: Feeding) -> None:
    stage.services.feeds.add(ONE)
    dialog.presenter.load()
    dialog.page.list.put_current(ONE)
    QTest.keyClick(dialog.page.list, Qt.Key.Key_R)
    assert stage.looks.started == [[ONE]]
    QTest.keyClick(dialog.page.list, Qt.Key.Key_E)
    assert dialog.findChild(FeedEditor) is not None


def test_editor_when_a_known_feed_is_changed_then_kept(dialog: FeedsDialog, stage: Feeding) -> None:
    dossier = stage.services.dossiers.add("Herring")
    (feed,) = stage.services.feeds.add(ONE)
    editor = FeedEditor(stage.context, feed, (dossier,), dialog)
    assert editor.address.isReadOnly()
    editor.name.setText("Mine")
    editor.folder.setText("World")
    editor.dossier.setCurrentIndex(1)
    editor.full.setChecked(True)
    editor.user.setText("ane")
    editor.password.setText("s3cret")
    editor.save()
    kept = stage.services.feeds.get(ONE)
    assert (kept.name, kept.folder, kept.dossier, kept.full, kept.login) == ("Mine", "World", dossier.id, True, True)
    assert stage.ring.kept == {ONE: ("ane", "s3cret")}
    assert editor.password.text() == ""
    again = FeedEditor(stage.context, kept, (dossier,), dialog)
    assert again.password.text() == ""
    again.forget.setChecked(True)
    again.save()
    assert stage.ring.kept == {}
    assert not stage.services.feeds.get(ONE).login


def test_editor_when_no_keyring_works_then_it_says_so_and_nothing_is_made(dialog: FeedsDialog, stage: Feeding) -> None:
    stage.ring.works = False
    editor = FeedEditor(stage.context, None, (), dialog)
    editor.address.setText(ONE)
    editor.user.setText("ane")
    editor.save()
    assert "needs a password" in editor.problem.text()
    editor.password.setText("s3cret")
    editor.save()
    assert "no system keyring" in editor.problem.text()
    assert stage.services.feeds.all() == ()
    editor.user.clear()
    editor.password.clear()
    editor.save()
    assert [feed.url for feed in stage.services.feeds.all()] == [ONE]


@pytest.mark.parametrize("address", ["", "ftp://x.example/", "https://ane:pw@x.example/"])
def test_editor_when_the_address_is_none_then_it_says_so(dialog: FeedsDialog, stage: Feeding, address: str) -> None:
    editor = FeedEditor(stage.context, None, (), dialog)
    editor.address.setText(address)
    editor.save()
    assert editor.problem.text()
    assert stage.services.feeds.all() == ()


def test_network_when_set_then_kept_and_in_force_at_once(dialog: FeedsDialog, stage: Feeding) -> None:
    settings, rules = stage.context.settings, dialog.rules
    rules.every.setCurrentIndex(3)
    rules.every.activated.emit(3)
    assert settings.text("feeds.every") == "3 hours"
    rules.offline.click()
    assert settings.flag("network.offline")
    assert stage.net.called_off == 1
    rules.hosts.setPlainText("intranet.example\n\n 192.168.1.20 \nintranet.example")
    rules.keep.click()
    assert settings.texts("network.allowed_hosts") == ["intranet.example", "192.168.1.20"]
    assert stage.net.allowed == ["intranet.example", "192.168.1.20"]


@pytest.mark.parametrize("host", ["https://x.example/", "two words", "x.example:80", "*", "-."])
def test_network_when_a_host_is_none_then_it_says_so_and_nothing_changes(
    dialog: FeedsDialog, stage: Feeding, host: str
) -> None:
    dialog.rules.hosts.setPlainText(f"good.example\n{host}")
    dialog.rules.keep.click()
    assert host in dialog.rules.words.text()
    assert stage.context.settings.texts("network.allowed_hosts") == []
    assert dialog.rules.hosts.toPlainText().startswith("good.example")


def test_foot_when_things_change_then_it_shows_them(stage: Feeding) -> None:
    foot, actions = Foot(), Actions()
    made = Network(stage.context.settings, stage.context.messages, stage.context.fetcher, actions, foot)
    made.start()
    made.show_feed("North Sea Post")
    made.show_page("example.org")
    made.show_page("")
    made.set_every("1 hour")
    made.set_offline(True)
    assert foot.told == [
        ("", False, ""),
        ("North Sea Post", False, ""),
        ("example.org", False, ""),
        ("North Sea Post", False, ""),
        ("North Sea Post", False, "1 hour"),
        ("North Sea Post", True, "1 hour"),
    ]
    assert actions.checked == {"offline": True}
    assert stage.sentences == ["Offline: nothing is fetched."]
