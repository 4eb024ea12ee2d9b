"""A report tells the place in the code; an address tells the host. Nothing that was read, nothing secret."""

from __future__ import annotations

import pytest

from briefing_app.errors import ProgramError
from briefing_app.faults import report_of, shown_address, without_secrets


def _raised(error: BaseException, cause: BaseException | None = None) -> BaseException:
    try:
        raise error from cause
    except BaseException as caught:  # noqa: BLE001 - what is raised is what is looked at
        return caught


def test_report_of_when_messages_quote_then_only_types_and_places_are_told() -> None:
    report = report_of(_raised(ValueError("the secret title"), _raised(KeyError("/home/somebody/letter"))))
    assert "builtins.ValueError" in report
    assert "builtins.KeyError" in report
    assert "in _raised" in report
    assert "secret" not in report
    assert "somebody" not in report
    assert "/work" not in report


def test_report_of_when_the_worker_failed_then_its_stack_is_told_and_nothing_else_of_what_it_sent() -> None:
    sent = "builtins.KeyError\n  briefing_app/ingest/clean.py:12 in clean\nThe minister said no.\n  x y.py:1 in z"
    report = report_of(_raised(ProgramError(sent)))
    assert "  briefing_app/ingest/clean.py:12 in clean" in report
    assert "minister" not in report
    assert "x y" not in report


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://anna:pass@a.test/feed?token=s3#x", "https://a.test/feed"),
        ("https://a.test:8080/b", "https://a.test:8080/b"),
        ("https://anna:p@ss@a.test/b", "https://a.test/b"),
        ("https://a.test?key=1", "https://a.test"),
        ("https://a.test/a@b", "https://a.test/a@b"),
        ("feed://anna@a.test/x", "feed://a.test/x"),
        ("https://a.test/" + "x" * 1000, "https://a.test/" + "x" * 385 + "…"),
    ],
)
def test_shown_address_when_it_holds_secrets_then_they_are_gone(address: str, shown: str) -> None:
    assert shown_address(address) == shown


def test_without_secrets_when_addresses_stand_in_a_text_then_each_is_told_without() -> None:
    told = without_secrets("Tried “https://u:p@a.test/x?k=v” and http://b.test/y?z=1, then gave up?")
    assert told == "Tried “https://a.test/x” and http://b.test/y then gave up?"
