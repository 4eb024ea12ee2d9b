"""Cards of other articles, boxes and notices around a text; headings that belong to it."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

PARTS = (
    "The ferry to the islands will not sail before the end of the month, the harbour office said on Monday.",
    "Two of its four engines have to be taken out, and the only crane that can lift them is at work in another port.",
    "The islanders get their mail by aeroplane meanwhile; for everything else they have to wait.",
    "The office pays for the hotel of those who were caught on the wrong side.",
)
OTHERS = (
    "The museum has bought the log of the old pilot boat, which will be shown in spring.",
    "Nine schools take part in the race around the bay, more than ever before, says the club.",
    "A bakery that closed in winter opens again, under the grandson of the founder.",
)


def _seen(body: str) -> str:
    document = clean(f"<html><head><title>No ferry - Globe</title></head><body>{body}</body></html>".encode(), "a")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


TEXT = "".join(f"<p>{one}</p>" for one in PARTS)
ALL = "\n\n".join(PARTS)


def _cards(card: str) -> str:
    return "".join(card.format(n=n, text=text) for n, text in enumerate(OTHERS))


CARDS = (
    "<div class=box><a href=/{n}><img src=x></a><h3>Title {n} of some length</h3><p>{text}</p></div>",
    "<div class=item><h3>Title {n} of some length</h3><p>{text} <a href=/{n}>more</a></p></div>",
    "<li class=i><h4><a href=/{n}>Title {n} of some length</a></h4><p>{text}</p></li>",
)


@pytest.mark.parametrize("card", CARDS)
def test_cards_when_they_stand_apart_from_the_headline_then_they_are_left(card: str) -> None:
    page = f"<div class=grid><div class=a><h1>No ferry</h1>{TEXT}</div><div class=b>{_cards(card)}</div></div>"
    assert _seen(page) == ALL


def test_cards_when_they_are_the_points_of_the_text_then_they_stay() -> None:
    page = f"<article><h1>No ferry</h1><p>{PARTS[0]}</p>{_cards(CARDS[1])}<p>{PARTS[1]}</p></article>"
    assert all(text in _seen(page) for text in OTHERS)


def test_teasers_when_they_are_all_there_is_then_their_titles_are_read() -> None:
    card = "<article><h2><a href=/{n}>Title {n} of some length</a></h2><p>{text} {text}</p></article>"
    seen = _seen(f"<main><h1>All news</h1>{_cards(card)}</main>")
    assert all(text in seen for text in OTHERS)
    assert "Title 1 of some length" in seen


BOXES = (
    "<div><p><strong>Get the brief</strong></p><p>Our daily newsletter with the news you need, every weekday.</p><a class=button>Sign up</a></div>",
    "<div><h4>Der Morgen</h4><p>Unser Newsletter, jeden Tag um sechs.</p><p>Jetzt anmelden</p></div>",
    "<div class=poll><h4>What do you think?</h4><ul><li>Yes, build it</li><li>No, never</li></ul><span>1,204 votes</span></div>",
    "<table align=right width=200><tr><td><img src=a.jpg></td></tr><tr><td><font size=1>The ferry at the quay in winter.</font></td></tr></table>",
)


@pytest.mark.parametrize("box", BOXES)
def test_box_when_set_into_the_text_then_it_is_left(box: str) -> None:
    inner = (
        "".join(f"<p>{one}</p>" for one in (*PARTS[:2], *OTHERS)) + box + "".join(f"<p>{one}</p>" for one in PARTS[2:])
    )
    assert _seen(f"<article><h1>No ferry</h1>{inner}</article>") == "\n\n".join((*PARTS[:2], *OTHERS, *PARTS[2:]))


BELOW = (
    "<p>© 2009 Globe. All rights reserved. Users may print extracts for personal and non-commercial use only. Any other use is expressly prohibited without the prior written consent of the Globe, whose name is a trademark.</p>",
    "<p class=x>Posted by Ann Keller at 09:12 PM | <a href=p>Permalink</a></p>",
    "<p>Find this article at:<br>http://globe.example/a/1</p>",
)


@pytest.mark.parametrize("line", BELOW)
def test_line_when_the_page_speaks_of_itself_below_the_text_then_it_is_left(line: str) -> None:
    assert _seen(f"<div><h1>No ferry</h1>{TEXT}{line}</div>").strip() == ALL


def test_paragraph_when_it_speaks_of_rights_in_a_text_then_it_stays() -> None:
    told = "All rights reserved to the islands by the charter of 1921, the office said, remain in force."
    assert told in _seen(f"<div><h1>No ferry</h1>{TEXT}<p>{told}</p></div>")


def test_heading_when_it_is_the_first_below_the_title_then_it_is_read() -> None:
    seen = _seen(
        f"<div id=law><h1>No ferry</h1><h4>Section 1. Ferries</h4>{TEXT}<h4>Section 2. Mail</h4>{TEXT[::1]}</div>"
    )
    assert seen.startswith("Section 1. Ferries")


def test_code_when_answers_repeat_its_form_then_it_stays() -> None:
    answer = "<div class=answer><div class=s-prose><p>{text}</p><pre><code>x = {n}42</code></pre></div></div>"
    seen = _seen(f"<h1>No ferry</h1><div class=question><p>{PARTS[0]}</p></div><div id=answers>{_cards(answer)}</div>")
    assert "x = 142" in seen


def test_section_when_it_begins_with_its_own_text_then_linked_headings_below_are_no_cards() -> None:
    links = "".join(
        f"<h3><a href=https://{n}.example/>Part {n}</a></h3><p>{text}</p>" for n, text in enumerate(PARTS[2:])
    )
    seen = _seen(
        f"<h2>No ferry</h2><p>{' '.join(OTHERS * 3)}</p><h3>Papers</h3><p>{PARTS[0]} <a href=d>Here.</a></p>{links}"
    )
    assert all(part in seen for part in (PARTS[0], *PARTS[2:]))
