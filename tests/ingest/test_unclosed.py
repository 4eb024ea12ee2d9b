"""Boxes and pages that were ended too late, too early or never: their text is read all the same."""

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

PARTS = (
    "The old lighthouse was lit again on Friday, for the first time since the war, and half the town came to see it.",
    "The lamp is a copy; the real one stands in the museum, where it will stay, says its keeper, as long as he lives.",
    "It took nine people four years to clear the stairs, mend the roof and find the drawings of the gear.",
    "The money came from the sale of a calendar, from the harbour board, and from a man who would not be named.",
    "Ships do not need the light any more, the pilots say, but they were glad to see it from the sea.",
    "It will burn on every Friday until the end of the year, and after that whenever somebody pays for the oil.",
)
OWN = "".join(f"<p>{one}</p>" for one in PARTS[:2])
REST = "".join(f"<p>{one}</p>" for one in PARTS[2:])

OPEN = (
    "<div class=ad><a href=x>Advertisement</a>",
    "</div></span><div class='ad-slot'><a href=x>Ad</a>",
    "<div class=related><h4>Related</h4><ul><li><a href=x>Another story of the town</a></ul>",
    "<div class='promo newsletter'><p>Sign up.</p>",
    "<aside class=note><p>A note.</p>",
    "<fieldset>",
    "<form><input name=q>",
    "<figure><img src=x>",
    "<figure><img src=x><figcaption>The lamp",
    "</article>",
    "</body></html>",
)


def _seen(body: str) -> list[str]:
    document = clean(f"<html><head><title>The light</title></head><body>{body}</body></html>".encode(), "a")
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals)).split("\n\n")


@pytest.mark.parametrize("box", OPEN)
def test_box_when_it_is_never_ended_then_the_text_behind_it_is_read(box: str) -> None:
    seen = _seen(
        f"<div id=main><article><h1>The light</h1>{OWN}{box}{REST}</div><div id=footer><p>© 2019 Globe</p></div>"
    )
    assert [part for part in PARTS if part in seen] == list(PARTS)


def test_box_when_it_is_ended_then_it_is_still_left() -> None:
    box = "<div class='promo newsletter'>" + "".join(f"<p>{one[::-1]}.</p>" for one in PARTS[:3]) + "</div>"
    seen = _seen(f"<article><h1>The light</h1>{OWN}{box}{REST}</article>")
    assert seen == list(PARTS)
