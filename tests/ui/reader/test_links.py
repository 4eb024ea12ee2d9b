"""Which links may be followed, and what the question before it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.ui.reader.links import LinkDialog, target_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

REFUSED = [
    "file:///etc/passwd", "file://host/share", "FILE:///C:/x", "smb://host/share", "\\\\host\\share", "//host/path",
    "/etc/passwd", "passwd", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)",
    "\u00a0javascript:alert(1)", "\x01javascript:alert(1)", "data:text/html,<b>x</b>", "vbscript:x",
    "ms-settings:privacy", "ms-word:ofe|u|http://x.org/a.doc", "search-ms:query=x", "ftp://x.org/", "ssh://x.org",
    "tel:+123", "sms:123", "about:blank", "blob:http://x.org/1", "view-source:http://x.org", "chrome://settings",
    "qrc:/x.png", "ws://x.org", "gopher://x.org", "jar:http://x.org!/", "http:", "http://", "https:///path", "mailto:",
    "mailto:nobody", "", " ", "http://[::1", "intent://x#Intent;end", "steam://run/1", "magnet:?xt=1",
    "http://exa\u202emple.org/", "https://a\u200b.org/",
]  # fmt: skip


@pytest.mark.parametrize("link", REFUSED)
def test_links_of_other_kinds_are_never_followed(link: str) -> None:
    assert target_of(link) is None


@pytest.mark.parametrize(
    ("link", "host"),
    [
        ("https://example.org/a?b=c#d", "example.org"),
        ("HTTP://Example.ORG/", "example.org"),
        ("https://\u0430pple.com/login", "xn--pple-43d.com"),
        ("https://b\u00fccher.example/", "xn--bcher-kva.example"),
        ("https://bank.example@evil.example/", "evil.example"),
        ("mailto:desk@example.org", "desk@example.org"),
    ],
)
def test_links_that_may_be_followed_show_their_real_host(link: str, host: str) -> None:
    target = target_of(link)
    assert target is not None
    assert target.host == host
    assert target.address.isascii()
    assert "@" not in target.address.removeprefix("mailto:desk@")


def test_dialog_shows_the_host_and_warns_of_another_script(qtbot: QtBot) -> None:
    target = target_of("https://\u0430pple.com/")
    assert target is not None
    dialog = LinkDialog(target)
    qtbot.addWidget(dialog)
    words = " ".join(label.text() for label in dialog.findChildren(type(dialog.host)))
    assert "xn--pple-43d.com" in words
    assert "another script" in words
    assert dialog.cancel_button.isDefault()
