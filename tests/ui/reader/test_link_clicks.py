"""Clicks on links of forty kinds in the real pane: never opened without asking, and only to the host that was shown."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing_app.ui.reader.links import LinkDialog
from briefing_app.ui.reader.page import make_page
from tests.ui.reader.factory import make_article

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from briefing_app.ui.reader.view import ReaderView
    from tests.ui.reader.factory import Stage

ASKED = {
    "http://a.test/x": "a.test",
    "https://a.test:8443/x?y=z#w": "a.test",
    "HTTPS://A.TEST/": "a.test",
    "mailto:desk@a.test": "desk@a.test",
    "mailto:desk@a.test?attach=/etc/passwd&body=x": "desk@a.test",
    "https://bank.test@evil.test/": "evil.test",
    "https://bank.test:443@evil.test/login": "evil.test",
    "https://bank.test%2f@evil.test/": "evil.test",
    "https://\u0430pple.test/": "xn--pple-43d.test",
    "https://bank.test\u2044x.evil.test/": "bank.xn--testx-g33b.evil.test",
    "http://evil\u3002test/": "evil.test",
    "https://a.test\\@evil.test/": "evil.test",
    "http://2130706433/": "127.0.0.1",
    "http://0x7f.1/": "127.0.0.1",
}
REFUSED = (
    *("file:///etc/passwd", "FILE:///C:/x.exe", "file://server/share", "smb://server/share", "\\\\server\\share"),
    *(
        "//server/share",
        "/etc/passwd",
        "C:\\Windows\\x.exe",
        "ms-settings:privacy",
        "ms-word:ofe|u|http://a.test/a.doc",
    ),
    *("ms-msdt:/id", "search-ms:query=x", "search:x", "shell:startup", "javascript:alert(1)", "JaVaScRiPt:alert(1)"),
    *(" javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<b>x</b>", "vbscript:x", "ftp://a.test/x"),
    *("about:blank", "view-source:https://a.test", "blob:https://a.test/1", "intent://x#Intent;end", "tel:+123"),
    *("steam://run/1", "jar:https://a.test!/x", "chrome://settings", "qrc:/x", "https://a\u202eb.test/", "http://"),
    *("mailto:nobody", "ws://a.test", "res://x", "http:a"),
)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """The addresses that were handed to the browser."""
    handed: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", handed.append)
    return handed


def dialog_in(view: ReaderView) -> LinkDialog | None:
    return next((one for one in view.findChildren(LinkDialog) if one.isVisible()), None)


def test_kinds_when_counted_then_forty() -> None:
    assert len(ASKED) + len(set(REFUSED)) >= 40


@pytest.mark.parametrize("link", ASKED)
def test_click_when_it_may_be_followed_then_asked_first_and_only_the_host_shown_is_opened(
    view: ReaderView, opened: list[QUrl], link: str
) -> None:
    view.surface.anchorClicked.emit(QUrl(link))
    dialog = dialog_in(view)
    assert dialog is not None
    assert opened == []
    host = dialog.host.text().replace("\n", "")
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert opened == [], "Return must choose Cancel"
    view.surface.anchorClicked.emit(QUrl(link))
    again = dialog_in(view)
    assert again is not None
    again.open_button.click()
    reached = (
        opened[0].path()
        if opened[0].scheme() == "mailto"
        else opened[0].host(QUrl.ComponentFormattingOption.FullyEncoded)
    )
    assert reached == host == ASKED[link] or (host == reached and "xn--" in host)
    assert opened[0].userInfo() == ""
    assert opened[0].query() in ("", "y=z")


@pytest.mark.parametrize("link", REFUSED)
def test_click_when_of_another_kind_then_nothing_is_asked_and_nothing_opened(
    view: ReaderView, stage: Stage, opened: list[QUrl], link: str
) -> None:
    for url in (QUrl(link), QUrl(link, QUrl.ParsingMode.StrictMode), QUrl.fromUserInput(link)):
        if url.scheme() in ("http", "https") and not link.lower().startswith("http"):
            continue  # a person who types words into a browser's bar; no link does
        view.surface.anchorClicked.emit(url)
    view.pointing.follow(link)
    assert dialog_in(view) is None
    assert opened == []
    del stage


def test_click_when_its_words_get_selected_by_it_then_they_are_not_offered_to_be_marked(view: ReaderView) -> None:
    cursor = view.surface.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    view.surface.setTextCursor(cursor)
    assert view.surface.textCursor().hasSelection()
    view.surface.anchorClicked.emit(QUrl("https://a.test/x"))
    assert not view.surface.textCursor().hasSelection()


def test_dialog_when_the_address_is_endless_then_it_fits_the_screen(view: ReaderView, qtbot: QtBot) -> None:
    view.pointing.follow("https://" + "a" * 60 + ".test/" + "x" * 5000)
    dialog = dialog_in(view)
    assert dialog is not None
    qtbot.addWidget(dialog)
    QApplication.processEvents()
    assert dialog.sizeHint().width() < 900
    assert dialog.sizeHint().height() < 500


def test_words_that_a_page_links_when_shown_then_lead_where_the_page_says(view: ReaderView) -> None:
    article = make_article(["Read the full annex, or write to us."])
    html = '<p>Read the <a href="https://un.example/annex">full annex</a>, or write to us.</p>'
    view.pane.show_text(article, make_page(replace(article, version=replace(article.version, html=html))), None)
    cursor = QTextCursor(view.surface.document())
    cursor.setPosition(len("Read the full"))
    assert cursor.charFormat().anchorHref() == "https://un.example/annex"
    cursor.setPosition(len("Read the full annex, or"))
    assert cursor.charFormat().anchorHref() == ""
