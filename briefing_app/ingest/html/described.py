"""The text that a page's JSON-LD gives as the page's own: articles, questions with answers, steps, posts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BODIES = ("articleBody", "reviewBody", "text")
_OF_GOODS = ("Product", "VideoObject")
_MOST_PARTS = 400

Node = dict[str, object]


def body_of(node: Node) -> str:
    """Return the text that one description holds itself, or ""."""
    return next((value for key in _BODIES if isinstance(value := node.get(key), str) and value), "")


def described_body(nodes: Sequence[Node]) -> str:
    """Return what all descriptions of a page give as text, a paragraph a line, or ""."""
    parts = [part for node in nodes for part in _parts(node)][:_MOST_PARTS]
    if not parts:
        parts = [text for node in nodes if _is_of_goods(node) and isinstance(text := node.get("description"), str)][:1]
    return "\n".join(dict.fromkeys(parts))


def _parts(node: Node) -> Iterator[str]:
    kinds = str(node.get("@type"))
    if "Question" in kinds:
        yield from _answered(node)
    elif "DiscussionForumPosting" in kinds:
        yield from filter(None, [body_of(node), *map(body_of, _listed(node.get("comment")))])
    elif "Recipe" in kinds:
        yield from _texts(node.get("recipeIngredient"))
        yield from _texts(node.get("recipeInstructions"))
    elif "HowTo" in kinds:
        yield from _texts(node.get("step"))


def _answered(node: Node) -> Iterator[str]:
    name = node.get("name")
    yield from (text for text in (name, node.get("text")) if isinstance(text, str) and text)
    for key in ("acceptedAnswer", "suggestedAnswer"):
        yield from filter(None, map(body_of, _listed(node.get(key))))


def _texts(value: object) -> Iterator[str]:
    """Yield the text of steps: strings, records with a text, sections of those."""
    if isinstance(value, str):
        yield value
        return
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            text = one.get("text")
            if isinstance(text, str) and text:
                yield text
            else:
                yield from (body for step in _listed(one.get("itemListElement")) if (body := body_of(step)))


def _listed(value: object) -> list[Node]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _is_of_goods(node: Node) -> bool:
    return any(kind in str(node.get("@type")) for kind in _OF_GOODS)
