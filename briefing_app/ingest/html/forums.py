"""Threads of forums: pages on which what elsewhere are comments is the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ingest.html.hints import parts_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SYSTEMS = re.compile(
    r"\b(?:phpbb|vbulletin|xenforo|discourse|mybb|smf|simple machines|flarum|vanilla|nodebb|invision|ip\.?board|"
    r"bbpress|punbb|fluxbb|yabb|woltlab|burning board|jforum|discuz|phorum|fudforum|usebb|beehive)\b",
    re.IGNORECASE,
)
_POSTING = re.compile(r"\bDiscussionForumPosting\b")
_OF_BODY = frozenset({"phpbb", "vbulletin", "xenforo", "discourse", "bbpress", "smf", "mybb", "flarum", "xf"})
_OF_LIST = (
    "//*[@id='hnmain' or @id='siteTable' or contains(@class, 'commentarea') or contains(@class, 'nestedlisting')]"
)
_ADDRESS = re.compile(
    r"/(?:viewtopic|showthread|forum(?:s)?/(?:topic|thread)|threads?/|topics?/\d|discussion(?:s)?/\d|r/\w+/comments/)"
    r"|[?&](?:topic|showtopic|tid|threadid)=\d",
    re.IGNORECASE,
)
_FEWEST = 2
_POSTS = (
    ".//*[@itemprop='comment' or contains(@class, 'comment') or contains(@class, 'post') or contains(@class, 'message')"
    " or contains(@class, 'reply')]"
)


def is_thread(tree: HtmlElement, address: str) -> bool:
    """Say whether a page shows a thread: its system, its description or its build says so, never its words."""
    told = _ADDRESS.search(address) is not None or _is_generated(tree) or _is_built(tree) or _is_described(tree)
    return told and len(tree.xpath(_POSTS)) >= _FEWEST


def _is_generated(tree: HtmlElement) -> bool:
    return any(
        _SYSTEMS.search((meta.get("content") or "")[:200])
        for meta in tree.iter("meta")
        if (meta.get("name") or "").lower() == "generator"
    )


def _is_described(tree: HtmlElement) -> bool:
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or "") and _POSTING.search(script.text or ""):
            return True
    return bool(tree.xpath("//*[contains(@itemtype, 'DiscussionForumPosting')]"))


def _is_built(tree: HtmlElement) -> bool:
    body = tree.find("body")
    for element in (tree, body):
        names = f"{element.get('id') or ''} {element.get('class') or ''}" if element is not None else ""
        if names.strip() and any(part in _OF_BODY for part in parts_of(names)):
            return True
    return bool(tree.xpath(_OF_LIST))


def open_posts(tree: HtmlElement) -> None:
    """Make plain elements of forms that hold a post: some systems put each post into one."""
    for form in list(tree.iter("form")):
        if form.find(".//p") is not None and form.find(".//textarea") is None and form.find(".//select") is None:
            form.tag = "div"
