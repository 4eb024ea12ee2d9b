"""Parses written by hand: one word a line or parted by blanks, as ``word/TAG/head/relation``, heads counted from 1."""

from __future__ import annotations

from briefing_app.analysis.page import Token
from briefing_app.analysis.tree import Tree


def parsed(written: str) -> tuple[str, list[Token], Tree]:
    """Return the text, its tokens and their parse."""
    rows = [one.rsplit("/", 3) for one in written.split()]
    text = ""
    tokens: list[Token] = []
    for word, *_ in rows:
        text += " " if text and word not in (",", ".", "'s", "”") and not text.endswith("“") else ""
        tokens.append(Token(len(text), len(text) + len(word), word, word.lower()))
        text += word
    heads = tuple(int(head) - 1 for _, _, head, _ in rows)
    return text, tokens, Tree(heads, tuple(label for *_, label in rows), tuple(tag for _, tag, _, _ in rows))
