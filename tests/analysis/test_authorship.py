"""Who speaks in his own name: on the floor of a house, above a signature, in the line of an author."""

from __future__ import annotations

import pytest

from tests.analysis.bases import analyse

BODY = "We cannot accept the quota. I urge my colleagues to vote no."


def holders(text: str, title: str = "") -> set[tuple[str, ...]]:
    """Return who holds the statements of a text."""
    return {one.parties for one in analyse(text, title=title).statements}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Whitcombe Floor Speech on the Quota",
            "Senator Harriet Whitcombe delivered remarks on the floor of the Senate.",
        ),
        ("Remarks by Senator Harriet Whitcombe on the quota", "Madam Speaker, Kenya has the longest coast."),
        (
            "Speech on the quota",
            "Senator Harriet Whitcombe spoke on the Senate floor. Mr. President, I rise for Kenya.",
        ),
    ],
)
def test_a_lawmaker_on_the_floor_speaks_for_himself_and_not_for_the_state(title: str, text: str) -> None:
    assert holders(f"{title}\n\n{text}\n\n{BODY}", title) == {("Harriet Whitcombe",)}


@pytest.mark.parametrize(
    ("title", "end"),
    [
        ("Open letter to the Commission", "Yours sincerely,\nJan Kroll, Harbour Workers' Union"),
        ("The quota must go", "Jan Kroll is general secretary of the Harbour Workers' Union."),
        ("Speech to the rally\nBy Jan Kroll, general secretary of the Harbour Workers' Union", "Thank you all."),
    ],
)
def test_we_is_the_body_for_which_a_text_is_signed(title: str, end: str) -> None:
    text = f"{title}\n\nThe European Union has fixed the quota.\n\n{BODY}\n\nWe are ready to talk.\n\n{end}"
    assert holders(text, title.replace("\n", " ")) == {("Harbour Workers' Union",)}


def test_a_note_on_a_writer_who_speaks_for_nobody_makes_no_party() -> None:
    text = f"The quota must go\n\nThe harbour is old.\n\n{BODY}\n\nJan Kroll is a columnist of the Harbour Times."
    assert holders(text, "The quota must go") == set()


def test_the_president_of_whom_a_lawmaker_speaks_is_not_himself() -> None:
    title = "Remarks by Senator Harriet Whitcombe on the quota"
    text = f"{title}\n\nUganda has cheated us. I reject the quota.\n\nThe President wants a truce. {BODY}"
    found = {text[one.start : one.end]: one.parties for one in analyse(text, title=title).statements}
    assert found["I reject the quota."] == ("Harriet Whitcombe",)
    assert "The President wants a truce." not in found
