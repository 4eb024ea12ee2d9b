"""What may be fetched, and what is being fetched: the offline switch, the schedule and the footer's mark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from briefing_app.errors import UserError
from briefing_app.ui.feeds.network_words import every_of

if TYPE_CHECKING:
    from briefing_app.services.fetching import Fetcher
    from briefing_app.settings import Settings
    from briefing_app.ui.messages import Messages

_HOST = re.compile(r"(?:[\w-]{1,63}\.)*[\w-]{1,63}|[0-9a-fA-F:.]{2,45}")


class Actions(Protocol):
    """The window's actions."""

    def check(self, action: str, on: bool) -> None:
        """Show the mark of an action, or not."""

    def perform(self, action: str) -> None:
        """Run an action."""


class Mark(Protocol):
    """The foot of the window."""

    def show_network(self, fetching: str, *, offline: bool = False, every: str = "") -> None:
        """Show how things are."""


class Network(QObject):
    """Sets what may be fetched; at once, also for what is under way. ``changed`` tells that a setting is another."""

    ACTIONS = frozenset({"offline"})
    changed = Signal()

    def __init__(
        self,
        settings: Settings,
        messages: Messages,
        fetcher: Fetcher | None,
        actions: Actions,
        foot: Mark,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._messages, self._fetcher = settings, messages, fetcher
        self._actions, self._foot = actions, foot
        self._page, self._feed = "", ""

    def start(self) -> None:
        """Show how things are."""
        self._show()

    def perform(self, action: str) -> None:
        """Switch offline mode on or off."""
        del action
        self.set_offline(not self.is_offline())

    def is_offline(self) -> bool:
        """Say whether nothing may be fetched."""
        return self._settings.flag("network.offline")

    def set_offline(self, offline: bool) -> None:
        """Let nothing be fetched, or let it again; what is under way is cut."""
        if not self._set("network.offline", offline):
            return
        if offline and self._fetcher is not None:
            self._fetcher.call_off()
        self._messages.tell("Offline: nothing is fetched." if offline else "Online: pages and feeds can be fetched.")

    def set_every(self, every: str) -> None:
        """Have feeds looked into as often."""
        self._set("feeds.every", every)

    def set_hosts(self, lines: list[str]) -> str:
        """Allow these hosts from now on; return a sentence when one is none, and change nothing."""
        hosts = [line.strip() for line in lines if line.strip()]
        bad = next((host for host in hosts if not _HOST.fullmatch(host)), "")
        if bad:
            return f"“{bad}” is no host; write only its name or number, such as intranet.example."
        wanted = list(dict.fromkeys(hosts))
        if self._set("network.allowed_hosts", wanted) and self._fetcher is not None:
            self._fetcher.allow(wanted)
        return ""

    def show_page(self, host: str) -> None:
        """Show that a page is being fetched, or none any more."""
        self._page = host
        self._show()

    def show_feed(self, name: str) -> None:
        """Show that a feed is being looked into, or none any more."""
        self._feed = name
        self._show()

    def _set(self, key: str, value: bool | str | list[str]) -> bool:
        try:
            self._settings.set(key, value)
        except UserError as error:
            self._messages.warn(error)
            self._show()
            return False
        self._show()
        self.changed.emit()
        return True

    def _show(self) -> None:
        offline = self.is_offline()
        self._actions.check("offline", offline)
        self._foot.show_network(self._page or self._feed, offline=offline, every=every_of(self._settings))

    def toggle(self) -> None:
        """Do what a click on the mark means."""
        self._actions.perform("offline")
