"""What servers say of the time to come: moved for good, gone, leave me alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import InputError
from briefing_app.services import subscriptions
from tests.ingest.collections import samples
from tests.services.test_feeds import Kept, Site, logins, refreshed, services, site

if TYPE_CHECKING:
    from briefing_app.domain.collection import Feed
    from briefing_app.services.services import Services

__all__ = ["Kept", "logins", "services", "site"]


def move(site: Site, path: str, to: str, status: int = 301) -> str:
    """Have a path redirect; return its address."""
    return site.serve(path, b"", status, Location=to)


def only(services: Services) -> Feed:
    (feed,) = services.feeds.all()
    return feed


@pytest.mark.parametrize("status", [301, 308])
def test_refresh_when_a_feed_moved_for_good_then_its_new_address_is_kept_and_said(
    services: Services, site: Site, status: int
) -> None:
    new = site.serve("/new", samples.RSS)
    old = move(site, "/old", "/new", status)
    services.feeds.add(old)
    services.feeds.change(old, name="Mine", folder="Fish")
    done = refreshed(services)
    assert done.feed.url == new
    assert done.note == f"{samples_title(services)} has moved for good; its new address {new} is kept."
    kept = only(services)
    assert (kept.url, kept.earlier, kept.name, kept.folder) == (new, old, "Mine", "Fish")
    assert kept.seen
    site.asked.clear()
    assert refreshed(services).note == ""
    assert [path for path, _ in site.asked] == ["/new"]


def samples_title(services: Services) -> str:
    return only(services).shown


@pytest.mark.parametrize("status", [302, 303, 307])
def test_refresh_when_a_feed_is_elsewhere_for_now_then_its_address_stays(
    services: Services, site: Site, status: int
) -> None:
    site.serve("/new", samples.RSS)
    old = move(site, "/old", "/new", status)
    services.feeds.add(old)
    assert refreshed(services).outcomes
    assert only(services).url == old


def test_refresh_when_only_the_first_step_is_for_good_then_no_further_than_that(services: Services, site: Site) -> None:
    site.serve("/last", samples.RSS)
    move(site, "/middle", "/last", 302)
    services.feeds.add(move(site, "/old", "/middle"))
    refreshed(services)
    assert only(services).url == site.url("/middle")


def test_refresh_when_what_lies_there_is_no_feed_then_the_address_stays(services: Services, site: Site) -> None:
    site.serve("/login", b"<html><p>Log in to this network first, please.</p></html>")
    old = move(site, "/old", "/login")
    services.feeds.add(old)
    assert refreshed(services).problem
    assert only(services).url == old


def test_refresh_when_the_new_address_is_subscribed_to_besides_then_said_and_nothing_is_lost(
    services: Services, site: Site
) -> None:
    new = site.serve("/new", samples.RSS)
    old = move(site, "/old", "/new")
    services.feeds.add(new)
    services.feeds.add(old)
    _, second = services.feeds.refresh()
    assert "subscribed to besides" in second.note
    assert {feed.url for feed in services.feeds.all()} == {old, new}


def test_refresh_when_a_feed_with_a_password_moves_to_another_server_then_it_stays(
    services: Services, site: Site
) -> None:
    site.serve("/new", samples.RSS)
    old = move(site, "/old", site.url("/new", host="localhost"))
    services.feeds.add(old, login=True)
    refreshed(services)
    assert only(services).url == old


def test_move_back_when_asked_then_the_old_address_and_it_is_followed_no_more(services: Services, site: Site) -> None:
    new = site.serve("/new", samples.RSS)
    old = move(site, "/old", "/new")
    services.feeds.add(old)
    refreshed(services)
    back = services.feeds.move_back(new)
    assert (back.url, back.stays) == (old, True)
    refreshed(services)
    assert only(services).url == old
    assert only(services).seen
    with pytest.raises(InputError, match="has not moved"):
        services.feeds.move_back(old)


def test_refresh_when_a_feed_is_gone_then_said_and_asked_no_more_but_alone(services: Services, site: Site) -> None:
    url = site.serve("/feed", b"", 410)
    services.feeds.add(url)
    assert "ended for good; it is not asked any more" in refreshed(services).problem
    site.asked.clear()
    skipped = refreshed(services)
    assert "ended for good" in skipped.skipped
    assert services.feeds.due(timedelta(0)) == ()
    assert site.asked == []
    site.serve("/feed", samples.RSS)
    (alone,) = services.feeds.refresh(url)
    assert alone.outcomes
    assert not only(services).gone
    assert only(services).problem == ""


@pytest.mark.parametrize("status", [429, 503])
def test_refresh_when_a_server_asks_to_be_left_alone_then_it_is_with_all_its_feeds(
    services: Services, site: Site, status: int
) -> None:
    first = site.serve("/one", b"", status, Retry_After="3600")
    second = site.serve("/two", samples.RSS)
    services.feeds.add(first)
    services.feeds.add(second)
    told = list(services.feeds.refresh())
    assert all("asks to be left alone until" in one.problem for one in told)
    assert [path for path, _ in site.asked] == ["/one"]
    assert all("asks to be left alone until" in one.skipped for one in services.feeds.refresh())
    assert services.feeds.due(timedelta(0)) == ()
    assert services.feeds.due(timedelta(0), datetime.now(UTC) + timedelta(hours=2)) == (first, second)
    assert len(site.asked) == 1


def test_refresh_when_the_time_is_over_or_impossible_then_asked_again(services: Services, site: Site) -> None:
    url = site.serve("/feed", samples.RSS)
    services.feeds.add(url)
    for waits in (datetime.now(UTC) - timedelta(seconds=1), datetime.now(UTC) + timedelta(days=400)):
        with services.store.write("Test", undoable=False) as work:
            subscriptions.put(work, replace(only(services), waits=waits.isoformat()))
        assert refreshed(services).skipped == ""
    assert only(services).waits == ""
