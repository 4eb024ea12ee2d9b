"""Servers that want to be left alone, and one request to a host at a time."""

from __future__ import annotations

import threading
from datetime import UTC, datetime

import pytest

from briefing_app.services.patience import LONGEST, Answered, Hosts, rest_words, seconds_asked

NOON = datetime(2026, 11, 17, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("Tue, 17 Nov 2026 12:02:00 GMT", 120.0),
        ("Tue, 17 Nov 2026 11:00:00 GMT", 0.0),
        ("99999999999999999999", LONGEST),
        ("Tue, 17 Nov 2099 12:00:00 GMT", LONGEST),
        ("", 0.0),
        ("soon", 0.0),
        ("-5", 0.0),
        ("١٢٠", 0.0),
        ("Tue, 99 Nov 2026", 0.0),
    ],
)
def test_seconds_asked_when_a_header_is_read_then_its_seconds_and_never_more_than_a_day(
    header: str, seconds: float
) -> None:
    assert seconds_asked(header, NOON) == seconds


def test_rest_words_when_it_lasts_until_tomorrow_then_the_day_is_told() -> None:
    assert rest_words("cod.example", 3600, NOON).count(":") == 1
    assert " Nov, " in rest_words("cod.example", LONGEST, NOON)


def test_asked_when_two_ask_one_host_then_one_after_the_other() -> None:
    hosts, under_way, most = Hosts(), list[str](), list[int]()

    def ask() -> None:
        with hosts.asked("cod.example"):
            under_way.append("one")
            most.append(len(under_way))
            under_way.pop()

    threads = [threading.Thread(target=ask) for _ in range(20)]
    with hosts.asked("eel.example"):
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(10)
    assert most == [1] * 20


def test_asked_when_a_host_rests_then_refused_and_others_are_asked() -> None:
    hosts = Hosts()
    hosts.rest("cod.example", 60)
    with (
        pytest.raises(Answered, match=r"cod\.example asks to be left alone until \d\d:\d\d") as refused,
        hosts.asked("cod.example"),
    ):
        pass
    assert 55 < refused.value.wait <= 60
    with hosts.asked("eel.example"):
        pass
    hosts.rest("cod.example", 0)
    with hosts.asked("cod.example"):
        pass
