"""Communiqués, resolutions and conclusions: clauses that begin with their verb, under the head whose they are."""

from __future__ import annotations

import pytest

from briefing_app.analysis.page import list_marker, tokenise
from tests.analysis.bases import stances


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1. Demands a truce", 2),
        ("(a) Demands a truce", 3),
        ("iv) Demands a truce", 2),
        ("• Demands a truce", 1),
        ("– Demands a truce", 1),
        ("Demands a truce", 0),
        ("2026. A year", 0),
        ("I. Kenya", 0),
        ("1.", 0),
        ("(Kenya) said", 0),
    ],
)
def test_list_marker_is_what_numbers_an_item(text: str, size: int) -> None:
    assert list_marker(tokenise(text)) == size


def test_clauses_of_a_joint_document_are_those_of_all_its_parties() -> None:
    text = (
        "The ministers of Kenya and Uganda met in Nairobi.\n\nThe Ministers:\n\n1. Reject any unilateral quota;\n\n"
        "2. Call upon all states to keep the truce;\n\n3. Agree to establish a joint patrol."
    )
    found = stances(text, title="Joint communiqué of Kenya and Uganda")
    assert found == [("Kenya; Uganda", "rejects"), ("Kenya; Uganda", "demands"), ("Kenya; Uganda", "offers")]


def test_clauses_of_a_resolution_are_the_bodys() -> None:
    text = (
        "The European Union,\n\nRecalling its earlier decisions,\n\n1. Demands that the parties keep the truce;\n\n"
        "(a) Urges Kenya to lower the quota;\n\n2. Welcomes the truce."
    )
    found = stances(text, title="Resolution on the truce")
    assert found == [("European Union", "demands"), ("European Union", "demands"), ("European Union", "supports")]


def test_three_sides_are_those_of_the_title() -> None:
    text = "Delegations met on Monday. The three sides condemned the attack."
    title = "Joint Statement of Kenya, Uganda and the European Union"
    assert stances(text, title=title) == [("Kenya; Uganda; European Union", "opposes")]


def test_demands_on_a_ministrys_own_site_are_its_own() -> None:
    text = "The truce must be kept. Kenya opposes the quota."
    assert stances(text, title="Position on the truce", site="Government of Kenya") == [
        ("Kenya", "demands"),
        ("Kenya", "opposes"),
    ]


def test_noun_at_the_beginning_of_an_item_is_no_verb() -> None:
    text = "Kenya wants:\n\n1. Support from donors;\n\n2. Offers of help in time."
    assert stances(text)[1:] == []
