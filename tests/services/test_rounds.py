"""Rounds of looks: several hosts at once, one feed of a host at a time, told in order, stopped."""

from __future__ import annotations

import threading
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing_app.domain.collection import Feed
from briefing_app.services.hosts import host_of
from briefing_app.services.looking import Refreshed, never
from briefing_app.services.rounds import AT_ONCE, Round


class Net:
    """Looks that last until as many as expected are under way; counts what goes on at the same time."""

    def __init__(self, together: int = 1) -> None:
        self._news = threading.Condition()
        self._together, self._met = together, False
        self._under_way: Counter[str] = Counter()
        self.most = self.most_of_a_host = 0

    def look(self, feed: Feed) -> Refreshed:
        host = host_of(feed.url)
        with self._news:
            self._under_way[host] += 1
            self.most = max(self.most, self._under_way.total())
            self.most_of_a_host = max(self.most_of_a_host, self._under_way[host])
            self._met = self._met or self._under_way.total() >= self._together
            self._news.notify_all()
            assert self._news.wait_for(lambda: self._met, 20)
            self._under_way[host] -= 1
        return Refreshed(feed)


def feeds(*hosts: str) -> list[Feed]:
    return [Feed(f"https://{host}.example/{number}") for number, host in enumerate(hosts)]


def test_run_when_there_are_many_hosts_then_four_at_once_and_told_in_order() -> None:
    asked, net = feeds(*"abcabcdefgh"), Net(together=AT_ONCE)
    told = [one.feed for one in Round(asked, net.look, never).run()]
    assert told == asked
    assert (net.most, net.most_of_a_host) == (AT_ONCE, 1)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.sampled_from("abcde"), max_size=25))
def test_run_whatever_the_hosts_then_each_feed_once_in_order_and_no_host_twice_at_once(hosts: list[str]) -> None:
    asked, net = feeds(*hosts), Net()
    assert [one.feed for one in Round(asked, net.look, never).run()] == asked
    assert net.most_of_a_host <= 1


def test_run_when_stopped_then_what_was_begun_is_told_and_nothing_else_is_looked_into() -> None:
    stop, looked = threading.Event(), []

    def look(feed: Feed) -> Refreshed:
        looked.append(feed)
        stop.set()
        return Refreshed(feed)

    asked = feeds(*"aaaa")
    assert [one.feed for one in Round(asked, look, stop.is_set).run()] == looked == asked[:1]


def test_run_when_a_look_fails_by_a_fault_of_ours_then_raised_at_its_place() -> None:
    def look(feed: Feed) -> Refreshed:
        if feed.url.startswith("https://b"):
            raise ZeroDivisionError
        return Refreshed(feed)

    running = Round(feeds(*"abc"), look, never).run()
    assert next(running).feed.url == "https://a.example/0"
    with pytest.raises(ZeroDivisionError):
        next(running)


def test_run_when_nobody_wants_the_rest_then_its_threads_end() -> None:
    before = threading.active_count()
    running = Round(feeds(*"abcd"), Net().look, never).run()
    next(running)
    running.close()
    assert threading.active_count() == before


def test_run_when_there_is_no_feed_then_nothing() -> None:
    assert list(Round([], Net().look, never).run()) == []
