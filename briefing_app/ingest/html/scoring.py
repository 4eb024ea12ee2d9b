"""Our own reckoning of where a page's article stands: paragraphs give weight to what holds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_GOOD = re.compile(r"article|body|content|entry|main|story|post|text|page|column|hentry|prose|copy", re.I)
_BAD = re.compile(
    r"comment|foot|meta|nav|promo|related|share|shout|sidebar|sponsor|banner|combx|disqus|widget|menu|social|"
    r"newsletter|subscribe|cookie|consent|breadcrumb|byline|author-?b|popup|modal|recommend|outbrain|taboola|advert|"
    r"\bad-|-ad\b|tags|toolbar|pagination|pager|masthead|hidden|gallery|carousel|teaser|trending|most-?read",
    re.I,
)
_PARAGRAPHS = ("p", "td", "pre", "blockquote", "li")
LEAST = 25


def best_container(tree: HtmlElement) -> HtmlElement | None:
    """Return the element that most likely holds the article, its furniture taken out, or None."""
    scores: dict[HtmlElement, float] = {}
    for paragraph in tree.iter(*_PARAGRAPHS, "div"):
        if paragraph.tag == "div" and len(paragraph):
            continue
        text = paragraph.text_content()
        if len(text) < LEAST:
            continue
        weight = 1 + min(len(text) / 100, 4) + text.count(",") * 0.2
        if paragraph.tag == "li":
            weight /= 4
        parent = paragraph.getparent()
        for share in (1.0, 0.5, 0.25):
            if parent is None or parent.tag == "html":
                break
            scores[parent] = scores.get(parent, class_weight(parent)) + weight * share
            parent = parent.getparent()
    if not scores:
        return None
    best = max(scores, key=lambda one: scores[one] * (1 - link_density(one)))
    for element in list(best.iter()):
        if element is not best and isinstance(element.tag, str) and is_furniture_element(element):
            element.drop_tree() if element.getparent() is not None else None
    return best


def class_weight(element: HtmlElement) -> float:
    """Return what the names of an element say: up for content, down for furniture."""
    names = f"{element.get('class', '')} {element.get('id', '')}"[:300]
    weight = 0.0
    if _BAD.search(names):
        weight -= 12
    if _GOOD.search(names):
        weight += 12
    return weight + {"article": 20, "main": 12, "aside": -20, "nav": -30, "footer": -25, "header": -10}.get(
        str(element.tag), 0
    )


def link_density(element: HtmlElement) -> float:
    """Return the share of an element's text that stands in links."""
    whole = len(element.text_content())
    if not whole:
        return 0.0
    return min(sum(len(link.text_content()) for link in element.iter("a")) / whole, 1.0)


def is_furniture_element(element: HtmlElement) -> bool:
    """Say whether an element inside the article is furniture by its tag, names and links."""
    if element.tag in {"nav", "aside", "footer", "form", "button"}:
        return True
    if element.tag not in {"div", "section", "ul", "ol", "table", "p", "header", "figure"}:
        return False
    names = f"{element.get('class', '')} {element.get('id', '')}"[:300]
    if _BAD.search(names) and not re.search(r"article|story|body|content", names, re.I):
        return len(element.text_content()) < 1500 or link_density(element) > 0.4
    return element.tag in {"ul", "ol", "div"} and link_density(element) > 0.7 and len(element.text_content()) > 40
