"""Who speaks stays above what is said; paragraphs that a stray end tag put outside come back."""

# ruff: noqa: E501 (markup stands as sites write it)

from __future__ import annotations

import pytest

from briefing_app.domain.article import visible_spans
from briefing_app.ingest.clean import clean

SAID = (
    "I beg to move that the house sit on Friday, so that the bill on the wells can be read before the recess.",
    "Will the honourable member tell the house what it will cost to heat the chamber for one more day?",
    "It will cost what it always costs, and less than the tea that is drunk in it during the debate.",
    "I am obliged to her for that answer, and I shall vote for the motion with a light heart.",
    "The question is put and agreed to, and the house will sit at ten o'clock on Friday.",
)
NAMES = ("Ms Ada Reed", "Mr Hugh Parr (Quill)", "Ms Ada Reed", "Mr Hugh Parr (Quill)", "Ms Ada Reed")


def _seen(body: str) -> str:
    document = clean(
        f"<html><head><title>Sitting hours</title></head><body><h1>Sitting hours</h1>{body}</body></html>".encode(), "a"
    )
    return "".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))


@pytest.mark.parametrize(
    "speech",
    [
        "<div class=c><a href=/m/1><div class=n>{name}</div></a></div><div class=t><p>{said}</p></div>",
        "<div class=speech><p class=who><a href=/m/1>{name}</a></p><p>{said}</p></div>",
        "<h4 class=name><a href=/m>{name}</a></h4><p>{said}</p>",
        "<dl><dt>{name}</dt><dd>{said}</dd></dl>",
        "<p><strong>{name}</strong></p><p>{said}</p>",
    ],
)
def test_speakers_when_their_names_stand_alone_then_they_are_text(speech: str) -> None:
    pairs = list(zip(NAMES, SAID, strict=True))
    seen = _seen("<div class=debate>" + "".join(speech.format(name=name, said=said) for name, said in pairs) + "</div>")
    assert all(said in seen for said in SAID)
    assert seen.count("Ms Ada Reed") == 3
    assert seen.count("Mr Hugh Parr") == 2


def test_speakers_when_it_is_who_posts_then_they_stay_out() -> None:
    posts = "".join(
        f"<div class=post><div class=who><span>{name}</span> <time>1{n}:20</time></div><p>{said}</p></div>"
        for n, (name, said) in enumerate(zip(NAMES, SAID, strict=True))
    )
    assert "Hugh Parr" not in _seen(f"<article>{posts}</article>")


def test_strays_when_an_end_tag_too_many_closes_the_text_then_the_rest_follows() -> None:
    body = f"<div class=wrap><div class=txt><p>{SAID[0]}</p><p>{SAID[1]}</p></div></span><p>{SAID[2]}</p><p>{SAID[3]} {SAID[4]}</p></div>"
    assert _seen(body).split("\n\n") == [*SAID[:3], f"{SAID[3]} {SAID[4]}"]
