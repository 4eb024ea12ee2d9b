from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.handling import TLP, lower_than, marking, strictest

NAMES = [label.name for label in TLP]


def test_labels_are_those_of_tlp_2() -> None:
    assert NAMES == ["TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"]
    assert [label.foreground for label in TLP] == ["#FFFFFF", "#33FF00", "#FFC000", "#FFC000", "#FF2B2B"]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("tlp: amber", "TLP:AMBER"),
        ("TLP:AMBER + strict", "TLP:AMBER+STRICT"),
        ("tlp:white", "TLP:CLEAR"),
        ("TLP:RED, restricted", "TLP:RED RESTRICTED"),
        ("limited / tlp:green", "TLP:GREEN LIMITED"),
        ("official sensitive", "OFFICIAL SENSITIVE"),
        ("TLP:PURPLE", "TLP:PURPLE"),
        ("", ""),
    ],
)
def test_marking_is_printed_as_prescribed(typed: str, printed: str) -> None:
    assert str(marking(typed)) == printed


@given(st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_lower_than_follows_the_order_of_labels(one: str, other: str) -> None:
    assert lower_than(one, other) == (NAMES.index(one) < NAMES.index(other))


def test_lower_than_when_there_is_no_label_or_a_national_marking_is_lost() -> None:
    assert lower_than("", "TLP:GREEN")
    assert not lower_than("", "TLP:CLEAR")
    assert lower_than("TLP:RED", "RESTRICTED")
    assert not lower_than("TLP:RED RESTRICTED", "restricted")


def test_strictest_of_marks() -> None:
    assert strictest(["", "tlp:green", "TLP:AMBER+STRICT", "TLP:AMBER", "SECRET"]) == "TLP:AMBER+STRICT"
    assert strictest(["", "SECRET"]) == ""


@given(st.text(max_size=40))
def test_marking_read_again_is_the_same(text: str) -> None:
    once = str(marking(text))
    assert str(marking(once)) == once
