"""Feeds over a real library, with a net and a keyring that are not there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.jobs.feeding import FeedLook, FeedProgress
from briefing_app.jobs.runner import Job
from briefing_app.services.fetching import Fetcher, Page
from briefing_app.services.services import Services
from briefing_app.ui.context import FeedNews
from tests.thinkers import Cleaner
from tests.ui.panels.stage import Stage, empty_stage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.services.feeds import FeedService

ONE, TWO = "https://news.example/feed", "https://other.example/feed"
RSS = b"""<rss version="2.0"><channel><title>North Sea Post</title><item><title>Cod next</title>
<link>https://news.example/cod</link><description>Iceland offered talks on cod.</description></item></channel></rss>"""
PAGE = b"""<html><head><title>Post</title>
<link rel="alternate" type="application/rss+xml" href="/feed" title="All">
<link rel="alternate" type="application/rss+xml" href="/fish" title="Fish"></head></html>"""


class Net(Fetcher):
    """Answers from a dictionary; what is not in it cannot be reached."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, bytes] = {ONE: RSS, "https://news.example": PAGE}
        self.asked: list[str] = []
        self.called_off = 0
        self.allowed: list[str] = []

    def fetch(
        self,
        url: str,
        *,
        accept: str = "",
        headers: Mapping[str, str] | None = None,
        login: tuple[str, str] | None = None,
    ) -> Page:
        del accept, headers, login
        from briefing_app.errors import InputError

        self.asked.append(url)
        if url not in self.pages:
            raise InputError(f"{url.split('/')[2]} could not be reached.")
        return Page(url, self.pages[url], "", "")

    def call_off(self) -> None:
        self.called_off += 1

    def allow(self, hosts: Collection[str]) -> None:
        self.allowed = list(hosts)


class Looks:
    """Runs looks at once, and tells the window of them as the real runner does."""

    def __init__(self, feeds: FeedService, news: FeedNews) -> None:
        self._feeds, self._news = feeds, news
        self.started: list[Collection[str] | None] = []
        self.ended = 0
        self.busy = False

    def start(self, urls: Collection[str] | None = None, *, full: bool = False, asked: bool = True) -> Job:
        self.started.append(urls)
        done = list(self._feeds.refresh(only=urls, full=full, begun=self._begun))
        self._news.progressed.emit(FeedProgress(len(done), len(done)))
        self._news.ended.emit(FeedLook(tuple(done), asked))
        return Job()

    def end(self) -> None:
        self.ended += 1

    def _begun(self, feed: object) -> None:
        self._news.progressed.emit(FeedProgress(0, 1, feed))  # type: ignore[arg-type]


class Ring:
    """A keyring that works, or does not."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, str]] = {}
        self.works = True

    def get(self, url: str) -> tuple[str, str] | None:
        return self.kept.get(url)

    def put(self, url: str, name: str, password: str) -> bool:
        if self.works:
            self.kept[url] = (name, password)
        return self.works

    def forget(self, url: str) -> None:
        self.kept.pop(url, None)


class Feeding(Stage):
    """A stage with feeds: its net, its looks, its keyring."""

    net: Net
    looks: Looks
    ring: Ring


@pytest.fixture
def stage(qtbot: QtBot, tmp_path: Path) -> Iterator[Feeding]:
    del qtbot
    plain = empty_stage(tmp_path)
    net, ring, news = Net(), Ring(), FeedNews()
    services = Services.over(plain.store, Cleaner(), fetcher=net, logins=lambda: ring)  # type: ignore[arg-type, return-value]
    looks = Looks(services.feeds, news)
    context = replace(plain.context, services=services, feeder=looks, feed_news=news, fetcher=net)  # type: ignore[arg-type]
    made = Feeding(context, plain.store, said=plain.said)
    made.net, made.looks, made.ring = net, looks, ring
    yield made
    plain.store.close()
